//! The same statement in another place of the order.

use super::{Change, ChangeRule, places, twins};
use crate::{diff::Revision, findings::Severity};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "moved",
    summary: "stands among others now",
    counted: ["only moved", "only moved"],
    severity: Severity::Note,
    hidden: true,
    page: include_str!("moved.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let moved = twins::pairs(revision).filter(|&id| revision.pair(id).moved);
    moved
        .map(|id| {
            let (old, new) = places::of(revision, id);
            RULE.of_pair(revision, id, format!("stood in {old}, and stands in {new}"))
        })
        .collect()
}
