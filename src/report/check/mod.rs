//! What was found in the drafts that were checked.

mod excerpt;
pub(in crate::report) mod github;
mod html;
mod junit;
mod markdown;
mod notes;
pub(in crate::report) mod sarif;
mod show;
mod snippet;
mod terminal;
mod xml;

use crate::{draft::Draft, report::NotRead, triage::Triaged};

pub use github::github;
pub use html::html;
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
pub use show::Show;
pub use terminal::terminal;

/// The findings of a draft that people are shown, in the order of the text.
pub(super) fn shown(checked: &CheckedDraft, show: Show) -> Vec<&Triaged> {
    show::Shown::of(checked, show).findings
}

/// What a check shows.
pub struct CheckReport<'a> {
    pub drafts: &'a [CheckedDraft],
    pub not_read: &'a [NotRead],
    /// How much of it people are shown; machines get everything.
    pub show: Show,
    /// How people say of a finding that it is not news: "in the baseline", "there at HEAD~1". `None` where all are.
    pub known_as: Option<String>,
}

/// A draft with what was found in it, in the order of the text.
pub struct CheckedDraft {
    pub draft: Draft,
    pub findings: Vec<Triaged>,
    /// Whether this is no draft, but what the project says of its drafts.
    pub is_settings: bool,
}
