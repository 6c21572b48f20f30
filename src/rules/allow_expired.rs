//! An allow whose last day has passed.

use crate::{findings::Severity, rules::Rule};

pub(super) static RULE: Rule = Rule {
    id: "allow-expired",
    summary: "an allow whose last day has passed",
    severity: Severity::Error,
    strict: false,
    page: include_str!("allow_expired.md"),
    // Allows are read after the rules: triage reports it.
    check: |_| Vec::new(),
};
