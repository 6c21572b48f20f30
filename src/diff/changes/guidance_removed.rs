//! Guidance of the old draft without a successor.

use super::{
    ChangeRule,
    unpaired::{self, Class},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "guidance-removed",
    summary: "guidance that the new draft has no more",
    counted: ["piece of guidance removed", "pieces of guidance removed"],
    severity: Severity::Note,
    hidden: false,
    page: include_str!("guidance_removed.md"),
    check: |revision| unpaired::removed(&RULE, revision, Class::Guidance),
};
