//! Pointers without a number: "the section on transition", "as set out below".

use super::{
    heading::content,
    judge::From,
    numbering::{Numbering, Place},
};
use crate::{
    acts::comparable,
    document::{Document, PassageId, PassageKind},
    statements::{Reference, ReferenceFault},
};

/// Reads the pointers of one sentence.
pub(super) fn read(
    document: &Document,
    id: PassageId,
    from: &From<'_>,
    numbering: &Numbering,
    out: &mut Vec<Reference>,
) {
    let tokens = from.tokens;
    for at in (0..tokens.len()).filter(|&at| matches!(tokens.word(at).len(), 5 | 7 | 9)) {
        let found = if tokens.is_any(at, &["section", "chapter"])
            && tokens.is_any(at + 1, &["on", "about"])
        {
            topic(from, numbering, at)
        } else if tokens.is_any(at, &["above", "below", "earlier", "elsewhere"]) {
            direction(document, id, from, at)
        } else {
            None
        };
        let Some((first, last, target, place)) = found else { continue };
        let resolves = place.map(|_| true);
        let fault = (resolves != Some(true)).then_some(ReferenceFault::Vague);
        let extent = tokens.extent(from.base, first, last);
        out.push(Reference {
            document: from.document,
            passage: id,
            extent,
            target,
            resolves,
            fault,
            place: place.map(Place::pointed_at),
        });
    }
}

type Pointer = (usize, usize, String, Option<Place>);

/// "the section on transition": resolved where a heading has such a word.
fn topic(from: &From<'_>, numbering: &Numbering, at: usize) -> Option<Pointer> {
    let tokens = from.tokens;
    if !tokens.is(at.checked_sub(1)?, "the") {
        return None;
    }
    let is_end = |&at: &usize| {
        tokens.kind(at) != Some(crate::statements::pointing::Kind::Word)
            || tokens.is_any(
                at,
                &[
                    "which",
                    "that",
                    "for",
                    "below",
                    "above",
                    "of",
                    "in",
                    "is",
                    "are",
                    "has",
                    "must",
                    "should",
                    "says",
                    "say",
                    "gives",
                    "explains",
                    "sets",
                    "will",
                    "covers",
                    "describes",
                    "has",
                    "and",
                ],
            )
    };
    let (first, limit) = (at + 2, tokens.len().min(at + 7));
    let end = (first..limit).find(is_end).unwrap_or(limit);
    if end <= first {
        return None; // "the section on which this rests"
    }
    let words = comparable(&tokens.text[tokens.start(first)..tokens.end(end - 1)]);
    content(&words).next()?;
    let heading = numbering.heading_about(&words);
    let target = heading.map_or(String::new(), |(heading, ..)| heading.clone());
    Some((at - 1, end - 1, target, heading.map(|&(_, place)| place)))
}

/// "as set out above": nothing says where. Before a list or a table, "below" says enough.
fn direction(document: &Document, id: PassageId, from: &From<'_>, at: usize) -> Option<Pointer> {
    const NAMED: [&str; 7] =
        ["paragraph", "paragraphs", "chapter", "section", "annex", "table", "figure"];
    const VERBS: [&str; 10] = [
        "out",
        "described",
        "explained",
        "mentioned",
        "outlined",
        "discussed",
        "stated",
        "defined",
        "listed",
        "see",
    ];
    let tokens = from.tokens;
    let verb = at.checked_sub(1).filter(|&before| tokens.is_any(before, &VERBS))?;
    let first = if tokens.is(verb, "out") {
        verb.checked_sub(1).filter(|&before| tokens.is(before, "set"))?
    } else {
        verb
    };
    let next = document.passages.get(id.0 as usize + 1);
    let shown = next.is_some_and(|next| {
        matches!(
            next.kind,
            PassageKind::Item { .. } | PassageKind::HeaderRow { .. } | PassageKind::Row { .. }
        )
    });
    let introduces = document.text(document.passage(id).extent).ends_with(':');
    let in_heading = matches!(document.passage(id).kind, PassageKind::Heading);
    // "described above in paragraph 3.2" does say where.
    let told = (at + 1..at + 4)
        .take_while(|&at| !tokens.is_any(at, &[".", ";"]))
        .any(|at| tokens.is_any(at, &NAMED));
    (!shown && !introduces && !in_heading && !told).then_some((first, at, String::new(), None))
}
