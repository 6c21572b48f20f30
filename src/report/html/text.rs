//! The text of a draft in its order: each statement marked, and below each passage what is said of it.

use std::{
    io::{self, Write},
    ops::Range,
};

use maud::{Markup, html};

use super::{
    drafts::file_name,
    frame::write,
    pieces,
    sheet::{Lines, Sheet, marks_in},
};
use crate::{
    document::{Cell, Document, Extent, Origin, Passage, PassageId, PassageKind},
    draft::Draft,
    report::words,
    source::Span,
};

/// A draft's text as one report shows it.
pub(in crate::report) struct Text<'a> {
    pub(in crate::report) draft: &'a Draft,
    /// What its ids begin with, where several drafts stand on one page.
    pub(in crate::report) prefix: String,
    /// The statements that are marked, as indices into the draft's.
    pub(in crate::report) chosen: &'a [u32],
    /// Whether only those passages are shown that hold one of them, or a remark.
    pub(in crate::report) excerpt: bool,
    pub(in crate::report) remarks: Vec<Remark>,
}

/// What a report says of some words of the draft.
pub(in crate::report) struct Remark {
    pub(in crate::report) words: Span,
    /// How the words are marked.
    pub(in crate::report) class: &'static str,
    /// A list item.
    pub(in crate::report) line: Markup,
}

/// What the part of a page is in which passages are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    List,
    Table,
}

/// Writes the text of all files of a draft.
///
/// # Errors
///
/// When `out` cannot be written to.
pub(in crate::report) fn text(out: &mut dyn Write, text: &Text<'_>) -> io::Result<()> {
    for index in 0..text.draft.documents.len() as u32 {
        let sheet = Sheet::of(text, index);
        if text.draft.documents.len() > 1 && sheet.is_shown() {
            let path = text.draft.sources[index as usize].path();
            write(out, &html! { p.file { (file_name(path)) } })?;
        }
        write_document(out, &sheet)?;
    }
    Ok(())
}

fn write_document(out: &mut dyn Write, sheet: &Sheet<'_>) -> io::Result<()> {
    let mut within = Within::Nothing;
    for (id, passage) in sheet.passages() {
        let next = match passage.kind {
            PassageKind::Heading | PassageKind::Text => Within::Nothing,
            PassageKind::Item { .. } => Within::List,
            PassageKind::HeaderRow { .. } | PassageKind::Row { .. } => Within::Table,
        };
        // A header row begins a table of its own.
        let begins = matches!(passage.kind, PassageKind::HeaderRow { .. });
        if within != next || begins {
            close(out, within)?;
            open(out, next)?;
            within = next;
        }
        write(out, &block(sheet, id, passage))?;
    }
    close(out, within)
}

fn open(out: &mut dyn Write, within: Within) -> io::Result<()> {
    match within {
        Within::Nothing => Ok(()),
        Within::List => write!(out, "<ul class=\"items\">"),
        Within::Table => write!(
            out,
            "<div class=\"scroll rows\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>"
        ),
    }
}

fn close(out: &mut dyn Write, within: Within) -> io::Result<()> {
    match within {
        Within::Nothing => Ok(()),
        Within::List => write!(out, "</ul>"),
        Within::Table => write!(out, "</table></div>"),
    }
}

/// One passage with what is said of it.
fn block(sheet: &Sheet<'_>, id: PassageId, passage: &Passage) -> Markup {
    let lines = sheet.lines(id);
    let anchor = sheet.note_id(id);
    let origin = set_apart(passage.origin);
    match &passage.kind {
        PassageKind::Heading => heading(sheet, passage, &lines),
        PassageKind::Text => html! {
            div.b.(origin) id=[anchor] {
                p { (number(sheet.document, id, passage)) (words_of(sheet, passage, passage.extent)) }
                (lines)
            }
        },
        PassageKind::Item { label, depth } => html! {
            li.b.{ "d" ((*depth).min(6)) " " (origin) } id=[anchor] {
                (number(sheet.document, id, passage))
                @if let Some(label) = label { span.label { "(" (label.as_str()) ") " } }
                (words_of(sheet, passage, passage.extent))
                (lines)
            }
        },
        PassageKind::HeaderRow { cells } => html! {
            thead.b {
                tr { @for cell in cells_of(sheet, cells) { th scope="col" { (words_of(sheet, passage, cell.extent)) } } }
                (row_of_lines(cells.len(), &lines))
            }
        },
        PassageKind::Row { cells } => html! {
            tbody.b {
                tr { @for cell in cells_of(sheet, cells) { td { (words_of(sheet, passage, cell.extent)) } } }
                (row_of_lines(cells.len(), &lines))
            }
        },
    }
}

fn cells_of<'a>(sheet: &Sheet<'a>, cells: &Range<u32>) -> &'a [Cell] {
    &sheet.document.cells[cells.start as usize..cells.end as usize]
}

/// What is said of a row, across all columns.
fn row_of_lines(columns: usize, lines: &Lines<'_>) -> Markup {
    html! { @if !lines.is_empty() { tr { td colspan=(columns.max(1)) { (lines) } } } }
}

/// The class of what does not speak for the Code itself.
fn set_apart(origin: Origin) -> &'static str {
    match origin {
        Origin::Draft | Origin::Table | Origin::Footnote => "own",
        Origin::Quotation => "from-quotation",
        Origin::Example => "from-example",
        Origin::Note => "from-note",
        Origin::History => "from-history",
    }
}

fn heading(sheet: &Sheet<'_>, passage: &Passage, lines: &Lines<'_>) -> Markup {
    let words = words_of(sheet, passage, passage.extent);
    let id = sheet.heading_id(passage);
    let outer = sheet.is_outer(passage).then_some("");
    html! {
        @match sheet.level(passage) {
            Some(0..=1) => { h3 id=[id] data-p=[outer] { (words) } },
            Some(2) => { h4 id=[id] data-p=[outer] { (words) } },
            Some(3) => { h5 id=[id] data-p=[outer] { (words) } },
            Some(_) => { h6 id=[id] data-p=[outer] { (words) } },
            None => { p.heading { strong { (words) } } },
        }
        @if !lines.is_empty() { div.b { (lines) } }
    }
}

/// The number of a paragraph, before its first words; that of a heading is one of its words.
fn number(document: &Document, id: PassageId, passage: &Passage) -> Markup {
    let paragraph = passage.paragraph.map(|id| document.paragraph(id));
    let first = paragraph.filter(|paragraph| paragraph.passages.start == id.0);
    html! {
        @if let Some(paragraph) = first {
            span.no {
                @if let Some(unit) = paragraph.unit { (words::unit(unit)) " " }
                (paragraph.number.as_str())
            }
            " "
        }
    }
}

/// The words of a passage, or of a cell of it: marks may begin in another cell.
fn words_of(sheet: &Sheet<'_>, passage: &Passage, extent: Extent) -> Markup {
    let notes = sheet.notes_in(extent);
    pieces::words(sheet.document, extent, marks_in(&sheet.marks, passage.extent), &notes)
}
