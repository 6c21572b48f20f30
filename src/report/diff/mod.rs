//! What changed between two drafts.

mod counts;
mod fingerprint;
mod github;
mod html;
mod markdown;
mod marks;
mod sarif;
mod sentence;
mod show;
mod terminal;

use crate::{
    diff::{Change, Comparison},
    findings::Severity,
    report::{NotRead, register::Selection},
};

pub use github::github;
pub use html::html;
pub use markdown::markdown;
pub use sarif::sarif;
pub use terminal::terminal;

/// What a comparison shows.
pub struct DiffReport<'a> {
    pub comparison: &'a Comparison<'a>,
    /// Those of the changes that were asked for, what matters most first.
    pub changes: Vec<&'a Change>,
    pub not_read: &'a [NotRead],
    /// How much of it people are shown; machines get everything.
    pub show: Show,
}

/// What `--show` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// All but what is hidden: reworded, moved, renumbered.
    #[default]
    Brief,
    /// Those of this severity or a higher one.
    From(Severity),
    /// The hidden ones too.
    All,
}

impl<'a> DiffReport<'a> {
    /// The changes whose old or new statement is selected, and those about the Code as a whole.
    pub fn of(
        comparison: &'a Comparison<'a>,
        selection: &Selection,
        not_read: &'a [NotRead],
        show: Show,
    ) -> Self {
        let takes = |change: &&Change| show::takes(comparison, selection, change);
        let changes = comparison.changes.iter().filter(takes).collect();
        Self { comparison, changes, not_read, show }
    }

    /// The changes that people are shown.
    pub(super) fn shown(&self) -> impl Iterator<Item = &'a Change> + '_ {
        let rewrite = self.comparison.revision.is_rewrite();
        self.changes.iter().copied().filter(move |change| match self.show {
            // Of two different texts, what has no counterpart is everything: it is no news.
            Show::Brief => !(change.is_hidden() || rewrite && self.comparison.is_alone(change)),
            Show::From(severity) => !change.is_hidden() && change.severity() >= severity,
            Show::All => true,
        })
    }
}
