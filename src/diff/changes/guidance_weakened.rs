//! A should that became a may, or soft wording.

use super::{
    ChangeRule,
    force::{self, Turn},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "guidance-weakened",
    summary: "guidance asks for less now",
    counted: ["piece of guidance weakened", "pieces of guidance weakened"],
    severity: Severity::Warning,
    hidden: false,
    page: include_str!("guidance_weakened.md"),
    check: |revision| force::check(&RULE, revision, Turn::GuidanceWeakened),
};
