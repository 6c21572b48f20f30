//! Both sentences of a change, as reports quote them.

use super::marks::{Word, marked, unmarked};
use crate::{
    diff::{Change, Comparison, Item, Side, Which},
    draft::Draft,
    report::{Place, wrap::one_line},
    source::Span,
    statements::{Statement, sentences_in},
};

/// What one draft says, of a change.
pub(super) struct Quoted<'a> {
    pub(super) place: Place<'a>,
    pub(super) text: String,
}

/// What stands in the old draft and in the new. The old sentence and the new one of a keyword with a list are its lead-in.
pub(super) fn quoted<'a>(
    comparison: &Comparison<'a>,
    change: &Change,
    which: Which,
) -> Option<Quoted<'a>> {
    let side = comparison.revision.side(which);
    let draft = side.draft;
    let (index, words) = match which {
        Which::Old => (change.old, change.old_words),
        Which::New => (change.new, change.new_words),
    };
    let Some(index) = index else {
        // The list stayed and an item came or went: the other side shows the list's lead-in.
        let unit = change.pair.and_then(|id| {
            let pair = comparison.revision.pair(id);
            if which == Which::Old { pair.old } else { pair.new }
        });
        return match unit {
            Some(unit) => Some(of_statement(draft, side.statement(unit))),
            None if change.pair.is_none() => words.map(|span| sentence_at(draft, span)),
            None => None,
        };
    };
    Some(of_statement(draft, &draft.statements()[index as usize]))
}

fn of_statement<'a>(draft: &'a Draft, statement: &Statement) -> Quoted<'a> {
    let lead_in = statement.lead_in.filter(|it| it.contains(statement.keyword));
    let extent = lead_in.unwrap_or(statement.extent);
    Quoted {
        place: Place::of(draft, draft.span(statement, extent)),
        text: one_line(draft.text(statement, extent)).into_owned(),
    }
}

/// The sentence that a span stands in, where it is no statement.
fn sentence_at(draft: &Draft, span: Span) -> Quoted<'_> {
    let place = Place::of(draft, span);
    let document = &draft.documents[span.source.index()];
    let sentence = place.passage().and_then(|passage| {
        let extent = document.passage(passage).extent;
        sentences_in(document.plain.text(), extent).find(|it| {
            document.span(*it).start <= span.start && span.start < document.span(*it).end
        })
    });
    let text = sentence.map_or_else(|| place.words(), |extent| document.text(extent));
    Quoted { place, text: one_line(text).into_owned() }
}

/// The text of an item of a list.
pub(super) fn item_text(side: &Side<'_>, index: u32) -> String {
    let statement = &side.draft.statements()[index as usize];
    one_line(side.draft.text(statement, statement.extent)).into_owned()
}

/// The items of a list that are not as they were, and how many are.
pub(super) fn changed_items(change: &Change) -> (Vec<Item>, usize) {
    let stayed = |it: &&Item| it.old.is_some() && it.new.is_some() && !it.reworded;
    let same = change.items.iter().filter(stayed).count();
    (change.items.iter().copied().filter(|it| !stayed(&it)).collect(), same)
}

/// Old and new words of a change, marked where both are there.
pub(super) fn words<'a>(
    old: Option<&'a Quoted<'_>>,
    new: Option<&'a Quoted<'_>>,
) -> (Vec<Word<'a>>, Vec<Word<'a>>) {
    match (old, new) {
        (Some(old), Some(new)) => marked(&old.text, &new.text),
        (old, new) => (
            old.map_or_else(Vec::new, |it| unmarked(&it.text)),
            new.map_or_else(Vec::new, |it| unmarked(&it.text)),
        ),
    }
}

/// "paragraph 3.7 → draft.md:12:5, paragraph 4.99": where it stood, where that is another paragraph, and where it stands.
pub(super) fn places(
    old: Option<&Quoted<'_>>,
    new: Option<&Quoted<'_>>,
    shown: impl Fn(&Place<'_>) -> String,
) -> String {
    let Some(Quoted { place, .. }) = new.or(old) else { return String::new() };
    let was = old.filter(|_| new.is_some()).and_then(|it| it.place.named());
    match was.filter(|was| place.named().is_some_and(|is| is != *was)) {
        Some(was) => format!("{was} → {}", shown(place)),
        None => shown(place),
    }
}
