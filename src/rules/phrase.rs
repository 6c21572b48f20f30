//! Phrases of a list in the sentences of statements: what several rules share.

use super::{DUTIES, GUIDANCE};
use crate::{
    document::{Document, Extent, Passage, PassageKind},
    draft::Draft,
    source::Span,
    statements::{Statement, wording::List},
};

/// A phrase in a statement's own words.
pub(super) struct Found<'a> {
    /// The statement it belongs to: of those in one sentence, the last that begins before it.
    pub(super) index: u32,
    pub(super) statement: &'a Statement,
    pub(super) extent: Extent,
    /// Whether the sentence binds or advises anybody, by this statement or another.
    pub(super) binds: bool,
}

/// Every phrase of the list in the Code's own statements, once each.
pub(super) fn in_statements(draft: &Draft, list: List) -> Vec<Found<'_>> {
    let own: Vec<(u32, &Statement)> = draft.own_statements().collect();
    own.chunk_by(|(_, a), (_, b)| (a.document, a.extent) == (b.document, b.extent))
        .flat_map(|sentence| in_sentence(draft, list, sentence))
        .collect()
}

fn in_sentence<'a>(
    draft: &'a Draft,
    list: List,
    statements: &[(u32, &'a Statement)],
) -> Vec<Found<'a>> {
    let Some(&(_, first)) = statements.first() else { return Vec::new() };
    let binding = |modality| DUTIES.contains(&modality) || GUIDANCE.contains(&modality);
    let binds = statements.iter().any(|(_, it)| binding(it.modality));
    let of = |start: u32| {
        let before = statements.iter().rev().find(|(_, it)| it.keyword.start <= start);
        before.or(statements.first())
    };
    draft
        .worded(list, draft.document_of(first), own_words(draft, first))
        .filter_map(|found| {
            let &(index, statement) = of(found.extent.start)?;
            Some(Found { index, statement, extent: found.extent, binds })
        })
        .collect()
}

/// The words that a keyword reaches: of an item that its lead-in binds, the first sentence only.
fn own_words(draft: &Draft, statement: &Statement) -> Extent {
    let Extent { start, end } = statement.extent;
    let bound_from_above = statement.keyword.end <= start;
    let text = || draft.text(statement, statement.extent);
    let first = bound_from_above.then(|| text().find(". ")).flatten();
    Extent { start, end: first.map_or(end, |length| start + length as u32) }
}

/// Every phrase of the list in what the Code itself says, statement or not.
pub(super) fn in_passages(draft: &Draft, list: List) -> impl Iterator<Item = Span> {
    own_passages(draft).flat_map(move |(document, passage)| {
        let found = draft.worded(list, document, passage.extent);
        found.map(|it| document.span(it.extent))
    })
}

/// The passages in which the Code itself speaks, headings left out.
pub(super) fn own_passages(draft: &Draft) -> impl Iterator<Item = (&Document, &Passage)> {
    draft.documents.iter().flat_map(|document| {
        let own = document.passages.iter().filter(|it| it.origin.speaks_for_the_code());
        own.filter(|it| it.kind != PassageKind::Heading).map(move |passage| (document, passage))
    })
}
