//! What was found in the drafts that were checked.

mod show;
mod snippet;
mod terminal;

use crate::{draft::Draft, report::NotRead, triage::Triaged};

pub use show::Show;
pub use terminal::terminal;

/// What a check shows.
pub struct CheckReport<'a> {
    pub drafts: &'a [CheckedDraft],
    pub not_read: &'a [NotRead],
    /// How much of it people are shown; machines get everything.
    pub show: Show,
}

/// A draft with what was found in it, in the order of the text.
pub struct CheckedDraft {
    pub draft: Draft,
    pub findings: Vec<Triaged>,
}
