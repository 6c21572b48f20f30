//! A must that became a should, or less.

use super::{
    ChangeRule,
    force::{self, Turn},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "duty-weakened",
    summary: "a duty is less than a duty now",
    counted: ["duty weakened", "duties weakened"],
    severity: Severity::Error,
    hidden: false,
    page: include_str!("duty_weakened.md"),
    check: |revision| force::check(&RULE, revision, Turn::DutyWeakened),
};
