//! PDF: characters at places on pages, read back into headings, numbered paragraphs, items, tables and notes.

// Points on a page and counts of characters lie far below what an f32 counts exactly.
#![allow(clippy::cast_precision_loss)]

mod aligned;
mod assemble;
mod columns;
mod content;
mod contents_list;
mod font;
mod furniture;
mod guard;
mod headings;
mod inline;
mod lines;
mod locked;
mod measure;
mod notes;
mod page;
mod paragraphs;
mod pieces;
mod tables;

use super::{Limits, NotConverted, OnPage, blocks::Content};
use content::Interpreter;
use font::Fonts;
use page::Page;

/// # Errors
///
/// When the file is no PDF, needs a password, has no text, or goes over a limit.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    on_page: OnPage<'_>,
) -> Result<Content, NotConverted> {
    let pdf = guard::open(bytes, limits)?;
    let mut interpreter = Interpreter { fonts: Fonts::new(), operations: 0, limits };
    let (mut mapped, mut unmapped) = (0, 0);
    let mut pages = Vec::new();
    for (number, page) in (1..).zip(pdf.pages().iter()) {
        let drawn = interpreter.page(page)?;
        mapped += drawn.glyphs.len();
        unmapped += drawn.unmapped;
        pages.push(Page::from_drawn(number, &drawn));
        on_page(pages.len(), pdf.pages().len());
    }
    if unmapped > mapped {
        return Err(NotConverted::Unmapped);
    }
    if mapped == 0 {
        return Err(NotConverted::Scanned { pages: pages.len() });
    }
    Ok(assemble::content(pages))
}
