//! What people and machines are shown: one format a file, one pure function each.

pub mod check;
pub mod coverage;
pub mod diff;
mod docx;
pub mod html;
pub mod json;
pub mod laws;
mod markdown;
mod place;
pub mod register;
pub mod rules;
mod uri;
mod visible;
pub mod words;
mod wrap;

pub use docx::{MarginComment, margin};
#[cfg(feature = "cli")]
pub(crate) use markdown::escaped;
pub use place::Place;
#[cfg(feature = "cli")]
pub(crate) use wrap::one_line;

/// What the terminal that is written to can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Columns.
    pub width: usize,
    /// Whether escape codes of colour may be written.
    pub color: bool,
}

impl Default for Page {
    fn default() -> Self {
        Self { width: 100, color: false }
    }
}

/// A path that was named and could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRead {
    pub path: String,
    pub reason: String,
}
