//! The sentence of the other draft that comes nearest to one without a partner, whether it is a statement or not.

use super::{
    Revision, Side, Which,
    align::{Bag, Index, likeness},
    unit::UnitId,
    words::{Lexicon, Word},
};
use crate::{
    document::{Extent, Origin, Passage, PassageKind},
    statements::sentences_in,
};

/// A sentence that comes near.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// Its statement, as an index into the draft's, where it is one.
    pub statement: Option<u32>,
    pub document: u32,
    pub extent: Extent,
    /// From 0 to 1.
    pub similarity: f32,
}

/// Below this the nearest is no nearer than any other.
const FLOOR: f32 = 0.1;

/// Every sentence of a draft, to be looked up by its words.
pub(super) struct Sentences<'a> {
    lexicon: &'a Lexicon,
    statements: Vec<(u32, Extent, u32)>,
    all: Vec<(u32, Extent, Bag)>,
    index: Index,
}

impl<'a> Sentences<'a> {
    pub(super) fn of(side: &'a Side<'a>, lexicon: &'a Lexicon) -> Self {
        let statements = places(side);
        let mut all = Self { lexicon, statements, all: Vec::new(), index: Index::default() };
        let mut words = Vec::new();
        for (number, document) in side.draft.documents.iter().enumerate() {
            let number = number as u32;
            let speaks = |it: &&Passage| {
                let is_title =
                    matches!(it.kind, PassageKind::Heading | PassageKind::HeaderRow { .. });
                it.origin != Origin::History && !is_title
            };
            for passage in document.passages.iter().filter(speaks) {
                for extent in sentences_in(document.plain.text(), passage.extent) {
                    words.clear();
                    side.look_up(number, extent, lexicon, &mut words);
                    all.add(number, extent, &words);
                }
            }
        }
        all
    }

    fn add(&mut self, document: u32, extent: Extent, words: &[Word]) {
        let bag = Bag::of(words, self.lexicon);
        self.index.add(self.all.len() as u32, &bag);
        self.all.push((document, extent, bag));
    }

    /// The sentence nearest to a unit of the other draft.
    pub(super) fn nearest(&self, side: &Side<'_>, id: UnitId) -> Option<Nearest> {
        let bag = Bag::of(side.frame(id), self.lexicon);
        let near = |&item: &u32| {
            let similarity = likeness(&bag, &self.all[item as usize].2, self.lexicon);
            (item, similarity)
        };
        let candidates = self.index.candidates(&bag);
        let best = candidates.iter().map(near).reduce(|a, b| if b.1 > a.1 { b } else { a });
        let (item, similarity) = best.filter(|&(_, similarity)| similarity >= FLOOR)?;
        let &(document, extent, _) = &self.all[item as usize];
        let statement = self.statement_at(document, extent);
        Some(Nearest { statement, document, extent, similarity })
    }

    /// The statement that a sentence or an item is, or the first of them.
    fn statement_at(&self, document: u32, extent: Extent) -> Option<u32> {
        let before =
            |&(of, place, _): &(u32, Extent, u32)| (of, place.end) <= (document, extent.start);
        let &(of, place, statement) =
            self.statements.get(self.statements.partition_point(before))?;
        (of == document && place.overlaps(extent)).then_some(statement)
    }
}

/// Where the statements of a draft stand, in the order of the text.
fn places(side: &Side<'_>) -> Vec<(u32, Extent, u32)> {
    let statements = side.draft.statements().iter().enumerate();
    let mut places: Vec<_> =
        statements.map(|(index, it)| (it.document, it.extent, index as u32)).collect();
    places.sort_unstable();
    places
}

impl Revision<'_> {
    /// The sentences of the old draft, or of the new.
    pub(super) fn sentences(&self, which: Which) -> Sentences<'_> {
        Sentences::of(self.side(which), &self.lexicon)
    }
}
