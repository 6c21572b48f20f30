//! A duty of the new draft without a predecessor.

use super::{
    ChangeRule,
    unpaired::{self, Class},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "duty-added",
    summary: "a duty or prohibition that the old draft did not have",
    counted: ["duty new", "duties new"],
    severity: Severity::Warning,
    hidden: false,
    page: include_str!("duty_added.md"),
    check: |revision| unpaired::added(&RULE, revision, Class::Duty),
};
