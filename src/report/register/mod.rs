//! The register: who must do what, by when, under which law.

mod csv;
mod html;
mod markdown;
mod row;
mod select;
mod summary;
mod table;
mod terminal;
mod xlsx;

use crate::{draft::Draft, report::NotRead, statements::Statement};

pub use self::csv::{csv, csv_header};
pub use html::html;
pub(in crate::report) use html::modalities;
pub use markdown::markdown;
pub(in crate::report) use row::inert;
#[cfg(feature = "cli")]
pub(crate) use row::who;
pub use select::Selection;
pub use summary::summary;
pub(in crate::report) use summary::{Counts, Summary};
pub use terminal::terminal;
pub use xlsx::xlsx;

/// What a register shows.
pub struct RegisterReport<'a> {
    pub drafts: Vec<Selected<'a>>,
    pub not_read: &'a [NotRead],
    /// List every modal word that is no statement.
    pub uncounted: bool,
}

/// The statements of one draft that were asked for.
pub struct Selected<'a> {
    pub draft: &'a Draft,
    /// Indices into the draft's statements, in the order of the text.
    pub chosen: Vec<u32>,
}

impl<'a> Selected<'a> {
    pub fn of(draft: &'a Draft, selection: &Selection) -> Self {
        let statements = draft.statements().iter().enumerate();
        let chosen = statements
            .filter(|(_, statement)| selection.takes(draft, statement))
            .map(|(index, _)| index as u32)
            .collect();
        Self { draft, chosen }
    }

    pub fn statements(&self) -> impl Iterator<Item = &'a Statement> + use<'a, '_> {
        let statements = self.draft.statements();
        self.chosen.iter().map(move |&index| &statements[index as usize])
    }
}

impl<'a> RegisterReport<'a> {
    /// Every chosen statement with its draft.
    pub fn statements(&self) -> impl Iterator<Item = (&'a Draft, &'a Statement)> {
        self.drafts.iter().flat_map(|selected| {
            selected.statements().map(move |statement| (selected.draft, statement))
        })
    }
}
