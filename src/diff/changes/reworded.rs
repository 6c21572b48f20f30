//! Other words, and nothing else that a rule knows of.

use super::{Change, ChangeRule, twins};
use crate::{diff::Revision, findings::Severity};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "reworded",
    summary: "said in other words; force, holder, condition, deadline and law are the same",
    counted: ["only reworded", "only reworded"],
    severity: Severity::Note,
    hidden: true,
    page: include_str!("reworded.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    twins::edited(revision).map(|id| RULE.of_pair(revision, id, "said in other words")).collect()
}
