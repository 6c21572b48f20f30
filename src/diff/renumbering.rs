//! Where each paragraph went: the map that every citation of the old numbers has to be read with.

use rustc_hash::FxHashMap;

use super::{
    Revision, Side,
    words::{Lexicon, Word, hash},
};
use crate::{document::ParagraphId, draft::Draft};

/// A paragraph that has another number now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renumbered {
    pub old: String,
    pub new: String,
}

/// A paragraph of a draft: document and paragraph.
type Place = (u32, ParagraphId);

/// The paragraphs whose number changed, in the order of the old draft.
pub(super) fn of(revision: &Revision<'_>) -> Vec<Renumbered> {
    let mut votes: FxHashMap<Place, Vec<Place>> = FxHashMap::default();
    for pair in revision.pairs.iter().filter(|pair| !pair.part) {
        let (Some(old), Some(new)) = (pair.old, pair.new) else { continue };
        let old = paragraph_of(revision.old.draft, revision.old.statement(old));
        let new = paragraph_of(revision.new.draft, revision.new.statement(new));
        if let (Some(old), Some(new)) = (old, new) {
            votes.entry(old).or_default().push(new);
        }
    }
    let same_words = by_words(revision);
    let number = |draft: &Draft, (document, id): Place| {
        draft.documents[document as usize].paragraph(id).number.as_str().to_owned()
    };
    let went = |old: Place| {
        let new = votes
            .get(&old)
            .and_then(|votes| most(votes))
            .or_else(|| same_words.get(&old).copied())?;
        let (old, new) = (number(revision.old.draft, old), number(revision.new.draft, new));
        (old != new).then_some(Renumbered { old, new })
    };
    paragraphs(revision.old.draft).filter_map(went).collect()
}

fn paragraph_of(draft: &Draft, statement: &crate::statements::Statement) -> Option<Place> {
    let paragraph = draft.document_of(statement).passage(statement.passage).paragraph?;
    Some((statement.document, paragraph))
}

fn paragraphs(draft: &Draft) -> impl Iterator<Item = Place> + '_ {
    draft.documents.iter().enumerate().flat_map(|(document, it)| {
        (0..it.paragraphs.len()).map(move |id| (document as u32, ParagraphId(id as u32)))
    })
}

/// What was voted for most; of several, the first.
fn most(votes: &[Place]) -> Option<Place> {
    let count = |place: Place| votes.iter().filter(|&&vote| vote == place).count();
    votes.iter().copied().reduce(|best, it| if count(it) > count(best) { it } else { best })
}

/// Paragraphs whose words stand once in each draft.
fn by_words(revision: &Revision<'_>) -> FxHashMap<Place, Place> {
    let mut seen = [FxHashMap::default(), FxHashMap::default()];
    let mut words = Vec::new();
    for (side, seen) in [&revision.old, &revision.new].into_iter().zip(&mut seen) {
        for place in paragraphs(side.draft) {
            words.clear();
            read(side, &revision.lexicon, place, &mut words);
            let same = seen.entry(hash(words.iter().copied()));
            same.and_modify(|it| *it = None).or_insert(Some(place));
        }
    }
    let [olds, news]: [FxHashMap<u64, Option<Place>>; 2] = seen;
    let pair = |(words, old): (u64, Option<Place>)| Some((old?, (*news.get(&words)?)?));
    olds.into_iter().filter_map(pair).collect()
}

fn read(side: &Side<'_>, lexicon: &Lexicon, (document, id): Place, words: &mut Vec<Word>) {
    let passages = &side.draft.documents[document as usize];
    let range = passages.paragraph(id).passages.clone();
    for passage in &passages.passages[range.start as usize..range.end as usize] {
        side.look_up(document, passage.extent, lexicon, words);
    }
}
