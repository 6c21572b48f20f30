//! A duty that nobody can show to have been done: "must work strategically".

use super::Rule;
use crate::{
    document::Extent,
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Modality, Statement, wording::List},
};

pub(super) static RULE: Rule = Rule {
    id: "unverifiable-verb",
    summary: "a duty whose doing cannot be shown",
    severity: Severity::Note,
    strict: false,
    page: include_str!("unverifiable_verb.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    draft
        .own_statements()
        .filter(|(_, statement)| statement.modality == Modality::Duty)
        .filter_map(|(index, statement)| Some((index, statement, weak_verb(draft, statement)?)))
        .map(|(index, statement, verb)| Finding {
            statement: Some(index),
            ..RULE.finding(draft.span(statement, verb), "nobody can show that this has been done")
        })
        .collect()
}

/// The weak verb phrase at the head of a statement's action, adverbs and asides before it left out.
fn weak_verb(draft: &Draft, statement: &Statement) -> Option<Extent> {
    let document = draft.document_of(statement);
    let verb = draft.worded(List::WeakVerb, document, statement.action).next()?.extent;
    let before = Extent { start: statement.action.start, end: verb.start };
    let before = document.text(before).split_whitespace();
    let at_head =
        before.into_iter().all(|word| word.ends_with("ly") || matches!(word, "also" | "always"));
    at_head.then_some(verb)
}
