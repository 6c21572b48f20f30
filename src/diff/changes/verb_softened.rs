//! The must stayed and its verb gave way: "specify" became "set out".

use super::{
    Change, ChangeRule,
    softer::SOFTER,
    texts,
    twins::{self, Twins},
};
use crate::{
    diff::{Grade, Revision},
    findings::Severity,
};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "verb-softened",
    summary: "a verb gave way to one that asks for less",
    counted: ["verb softened", "verbs softened"],
    severity: Severity::Warning,
    hidden: false,
    page: include_str!("verb_softened.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let twins = twins::edited(revision).filter_map(|id| {
        twins::of(revision, id).into_iter().find_map(|twins| softened(revision, twins))
    });
    twins.collect()
}

fn softened(revision: &Revision<'_>, twins: Twins<'_>) -> Option<Change> {
    let (old, new) = (revision.old.draft, revision.new.draft);
    let was = texts::words(old.text(twins.old, twins.old.action));
    let is = texts::words(new.text(twins.new, twins.new.action));
    let (from, to) = SOFTER.softened(&was, &is)?;
    let near = twins::alike(&was, &is) >= 0.4;
    Some(Change {
        grade: Grade::sure_if(near && revision.pair(twins.pair).is_same_sentence()),
        old: Some(twins.ids.0),
        new: Some(twins.ids.1),
        old_words: Some(old.span(twins.old, twins.old.action)),
        new_words: Some(new.span(twins.new, twins.new.action)),
        ..RULE.of_pair(revision, twins.pair, format!("“{from}” became “{to}”"))
    })
}
