//! Guidance of the new draft without a predecessor.

use super::{
    ChangeRule,
    unpaired::{self, Class},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "guidance-added",
    summary: "guidance that the old draft did not have",
    counted: ["piece of guidance new", "pieces of guidance new"],
    severity: Severity::Note,
    hidden: false,
    page: include_str!("guidance_added.md"),
    check: |revision| unpaired::added(&RULE, revision, Class::Guidance),
};
