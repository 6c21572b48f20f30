//! One fault at one place, as a rule reports it.

use crate::source::Span;

/// How much a finding matters. SARIF calls it the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

impl Severity {
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What a rule found: values only. Sorting, counting, allowing and printing come after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule.
    pub rule: &'static str,
    pub severity: Severity,
    /// What is wrong here: lower case, no full stop, no blame. The cure stands on the rule's page.
    pub message: String,
    /// The exact words at fault.
    pub span: Span,
    /// The statement it is about: an index into the draft's statements.
    pub statement: Option<u32>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// Whether it is about the draft as a whole, and stands where the first sign of that is.
    pub of_draft: bool,
}

/// Another place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    pub span: Span,
    pub message: String,
}
