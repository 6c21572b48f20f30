//! An allow that is not needed, or cannot be followed.

use crate::{findings::Severity, rules::Rule};

pub(super) static RULE: Rule = Rule {
    id: "allow-unused",
    summary: "an allow that matches no finding, or cannot be followed",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("allow_unused.md"),
    // Whether an allow is used is known only when all other rules have run: triage reports it.
    check: |_| Vec::new(),
};
