//! A must not that became a should not, or less.

use super::{
    ChangeRule,
    force::{self, Turn},
};
use crate::findings::Severity;

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "prohibition-weakened",
    summary: "a prohibition is less than a prohibition now",
    counted: ["prohibition weakened", "prohibitions weakened"],
    severity: Severity::Warning,
    hidden: false,
    page: include_str!("prohibition_weakened.md"),
    check: |revision| force::check(&RULE, revision, Turn::ProhibitionWeakened),
};
