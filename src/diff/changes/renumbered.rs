//! The same statement under another number.

use super::{Change, ChangeRule, places, twins};
use crate::{diff::Revision, findings::Severity};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "renumbered",
    summary: "its paragraph has another number",
    counted: ["only renumbered", "only renumbered"],
    severity: Severity::Note,
    hidden: true,
    page: include_str!("renumbered.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let stayed = twins::pairs(revision).filter(|&id| !revision.pair(id).moved);
    let other = stayed.filter(|&id| places::is_renumbered(revision, id));
    other
        .map(|id| {
            let (old, new) = places::of(revision, id);
            RULE.of_pair(revision, id, format!("was {old}, and is {new}"))
        })
        .collect()
}
