//! What changed between two drafts: each change rule does what its page says, and planted changes are found, all and only.

mod bench;
mod command;
mod pages;
mod repeats;
mod revisions;

use dutybound::{draft::Draft, source::Source, statements::Vocabulary};

/// A draft of one text.
fn draft(text: &str) -> Draft {
    let source = Source::from_bytes("draft.md", text.as_bytes().to_vec()).unwrap();
    Draft::from_sources(vec![source], &Vocabulary::default())
}
