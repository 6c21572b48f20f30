//! A condition or an escape clause that was not there before.

use super::{Change, ChangeRule, conditions, twins};
use crate::{
    diff::{Revision, Which},
    findings::Severity,
};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "condition-added",
    summary: "it is asked only on a condition now, or with a way out",
    counted: ["condition added", "conditions added"],
    severity: Severity::Warning,
    hidden: false,
    page: include_str!("condition_added.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let twins = twins::edited(revision).filter_map(|id| {
        let mut twins = twins::of(revision, id).into_iter();
        twins.find_map(|it| conditions::only_in(&RULE, revision, it, Which::New))
    });
    twins.collect()
}
