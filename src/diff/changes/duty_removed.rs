//! A duty of the old draft without a successor.

use super::{
    ChangeRule,
    unpaired::{self, Class},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "duty-removed",
    summary: "a duty or prohibition that the new draft has no more",
    counted: ["duty removed", "duties removed"],
    severity: Severity::Warning,
    hidden: false,
    page: include_str!("duty_removed.md"),
    check: |revision| unpaired::removed(&RULE, revision, Class::Duty),
};
