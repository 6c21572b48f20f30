//! What makes a check fail: `--fail-on`.

use crate::findings::Severity;

use super::Triaged;

/// What of the findings makes the exit code 1. Empty is `never`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailOn(pub Vec<FailOnItem>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOnItem {
    /// This severity or a higher one.
    Severity(Severity),
    /// Any finding of this rule.
    Rule(&'static str),
}

impl Default for FailOn {
    fn default() -> Self {
        Self(vec![FailOnItem::Severity(Severity::Error)])
    }
}

impl FailOn {
    /// Whether one of the findings is named, and is neither allowed nor known.
    pub fn fails(&self, findings: &[Triaged]) -> bool {
        findings.iter().filter(|it| it.counts()).any(|it| self.names(it))
    }

    /// Whether it is named.
    pub fn names(&self, triaged: &Triaged) -> bool {
        self.0.iter().any(|item| match *item {
            FailOnItem::Severity(severity) => triaged.finding.severity >= severity,
            FailOnItem::Rule(rule) => triaged.finding.rule == rule,
        })
    }
}
