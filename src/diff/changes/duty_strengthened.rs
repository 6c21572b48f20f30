//! A should, a may or soft wording that became a must.

use super::{
    ChangeRule,
    force::{self, Turn},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "duty-strengthened",
    summary: "what was less than a duty is a duty now",
    counted: ["duty strengthened", "duties strengthened"],
    severity: Severity::Note,
    hidden: false,
    page: include_str!("duty_strengthened.md"),
    check: |revision| force::check(&RULE, revision, Turn::DutyStrengthened),
};
