//! A text is read into parts, numbered paragraphs and passages, each with its bytes.

/// What hostile input costs.
mod hostile;
/// Lists and their lead-ins.
mod lists;
/// Numbers: how they are ordered, and what follows what.
mod number;
/// The ways drafts number their paragraphs.
mod numbering;
/// Quotations, examples, notes, tables, footnotes and histories.
mod origins;
/// What holds for any input.
mod properties;
/// Real Codes, where they are at hand.
mod real;
/// The map from plain text to bytes.
mod spans;

use std::fmt::Write;

use dutybound::{
    document::{Document, Part, Passage, PassageKind},
    source::{Source, SourceId},
};

/// Reads a text.
pub(crate) fn read(text: &str) -> Document {
    let source = Source::from_bytes("draft.md", text.as_bytes().to_vec()).unwrap();
    Document::from_source(SourceId(0), &source)
}

/// A document as people can check it: a line a passage, with its paragraph, kind, origin, lead-in and words.
pub(crate) fn dump(document: &Document) -> String {
    let mut lines = String::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let paragraph = passage.paragraph.map(|id| document.paragraph(id));
        let unit =
            paragraph.and_then(|p| p.unit).map_or(String::new(), |unit| format!("{unit:?} "));
        let id = paragraph.map_or("-", |p| &p.id);
        let lead_in = passage.lead_in.map_or(String::new(), |id| format!(" < {}", id.0));
        let kind = kind(document, passage);
        let text = document.text(passage.extent).replace('\n', " ⏎ ");
        writeln!(lines, "{index} [{unit}{id}] {kind} {}{lead_in}: {text}", passage.origin.as_str())
            .unwrap();
    }
    lines
}

fn kind(document: &Document, passage: &Passage) -> String {
    match &passage.kind {
        PassageKind::Text => "text".to_owned(),
        PassageKind::Heading => {
            let part = document.parts.iter().find(|part| part.heading == passage.extent);
            part.map_or("label".to_owned(), |part| heading(document, part))
        }
        PassageKind::Item { label, depth } => {
            let label = label.as_ref().map_or(String::new(), |label| format!(" ({label})"));
            format!("item{depth}{label}")
        }
        PassageKind::HeaderRow { cells } => format!("header of {}", cells.len()),
        PassageKind::Row { cells } => format!("row of {}", cells.len()),
    }
}

fn heading(document: &Document, part: &Part) -> String {
    let unit = part.unit.map_or(String::new(), |unit| format!(" {unit:?}"));
    let number = part.number.as_ref().map_or(String::new(), |number| format!(" {number}"));
    let parent = part.parent.map_or(0, |parent| parent.0);
    format!("h{}{unit}{number} '{}' in {parent}", part.level, document.text(part.name))
}
