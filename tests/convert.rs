//! Files as departments publish them: what comes out as Markdown, and what is refused.

use dutybound::convert::{self, Kind, NotConverted, Options};

/// Files that are broken, or made to do harm.
mod broken;
/// The command, and the other commands on files in other formats.
mod command;
/// HTML pages.
mod html;
/// Comments in the margin of a Word draft.
mod marked;
/// Word, `OpenDocument` and text files.
mod office;
/// What the ends of pages break: heads, tables, sentences.
mod pdf_pages;
/// Pages of text at places.
mod pdf_text;

fn markdown(kind: Kind, bytes: &[u8]) -> String {
    convert::to_markdown(kind, bytes, &Options::default()).unwrap()
}

fn refusal(kind: Kind, bytes: &[u8]) -> NotConverted {
    convert::to_markdown(kind, bytes, &Options::default()).unwrap_err()
}
