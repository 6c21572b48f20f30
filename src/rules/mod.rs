//! Every check. A rule is a value in a slice: two files (`name.rs`, and `name.md`, its page and test) and two lines here.

mod allow_expired;
mod allow_unused;

use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    source::Span,
};

/// Every rule, in alphabetical order.
pub static RULES: &[&Rule] = &[&allow_expired::RULE, &allow_unused::RULE];

/// One check: what it is called, what it says, and how it looks.
pub struct Rule {
    /// The name a drafter cites: kebab-case, and never reused.
    pub id: &'static str,
    /// What the rule finds, in one line.
    pub summary: &'static str,
    /// The severity of most of its findings; a finding may say another.
    pub severity: Severity,
    /// Runs only with `--strict` or when named by `--only`.
    pub strict: bool,
    /// The page `explain` prints. Its examples are run as the rule's test.
    pub page: &'static str,
    check: fn(&Draft) -> Vec<Finding>,
}

impl Rule {
    pub fn check(&self, draft: &Draft) -> Vec<Finding> {
        (self.check)(draft)
    }

    /// A finding of this rule at the exact words at fault.
    pub fn finding(&self, span: Span, message: impl Into<String>) -> Finding {
        Finding {
            rule: self.id,
            severity: self.severity,
            message: message.into(),
            span,
            statement: None,
            related: Vec::new(),
        }
    }
}

/// The rule of this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
