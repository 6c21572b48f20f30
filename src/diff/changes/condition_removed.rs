//! A condition or an escape clause that is there no more.

use super::{Change, ChangeRule, conditions, twins};
use crate::{
    diff::{Revision, Which},
    findings::Severity,
};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "condition-removed",
    summary: "a condition or a way out is gone",
    counted: ["condition removed", "conditions removed"],
    severity: Severity::Note,
    hidden: false,
    page: include_str!("condition_removed.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let twins = twins::edited(revision).filter_map(|id| {
        let mut twins = twins::of(revision, id).into_iter();
        twins.find_map(|it| conditions::only_in(&RULE, revision, it, Which::Old))
    });
    twins.collect()
}
