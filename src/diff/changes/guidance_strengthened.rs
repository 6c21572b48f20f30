//! A may or soft wording that became a should.

use super::{
    ChangeRule,
    force::{self, Turn},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "guidance-strengthened",
    summary: "what was less than guidance is guidance now",
    counted: ["piece of guidance strengthened", "pieces of guidance strengthened"],
    severity: Severity::Note,
    hidden: false,
    page: include_str!("guidance_strengthened.md"),
    check: |revision| force::check(&RULE, revision, Turn::GuidanceStrengthened),
};
