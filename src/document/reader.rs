//! Puts the parser's events together as blocks.

use std::ops::Range;

use super::{
    Emphasis, Extent, Link, NoteMark, Plain,
    blocks::{Block, BlockKind, Frame, Read},
    front_matter, html, prose,
};
use crate::source::{SourceId, Span};

/// Turns the parser's events into blocks. It keeps its own stack: deep nesting costs no recursion.
pub(super) struct Reader<'a> {
    pub(super) id: SourceId,
    pub(super) source: &'a str,
    pub(super) read: Read,
    pub(super) frame: u32,
    /// Where the block being read begins in the plain text.
    pub(super) block: usize,
    pub(super) heading: Option<u8>,
    /// The first cell of the row being read, and whether it is the header's.
    pub(super) row: Option<(u32, bool)>,
    /// Emphasis and links whose ends have not come yet.
    pub(super) open: Vec<(usize, Inline)>,
    pub(super) lists: Vec<OpenList>,
    pub(super) unread: Option<Unread>,
    pub(super) page_turned: bool,
}

pub(super) enum Inline {
    Emphasis { strong: bool },
    Link(String),
}

pub(super) struct OpenList {
    pub(super) index: u32,
    /// The number written last, and the number it counts as.
    pub(super) last: Option<(u32, u32)>,
}

/// Text that is not the draft's running text, while it lasts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    Code,
    Picture,
    FrontMatter,
    /// Text that Markdown takes for code because it is indented: where it ends, and whether the stretch being read is code.
    Indented {
        end: usize,
        code: Option<bool>,
    },
}

impl<'a> Reader<'a> {
    pub(super) fn new(id: SourceId, source: &'a str) -> Self {
        let read = Read {
            plain: Plain::with_capacity(source.len()),
            frames: vec![Frame::document()],
            ..Read::default()
        };
        Self {
            id,
            source,
            read,
            frame: 0,
            block: 0,
            heading: None,
            row: None,
            open: Vec::new(),
            lists: Vec::new(),
            unread: None,
            page_turned: false,
        }
    }

    /// What was read, once the last event has come.
    pub(super) fn finish(mut self) -> Read {
        self.end_block();
        self.read
    }

    pub(super) fn text(&mut self, text: &str, at: Range<usize>) {
        match self.unread {
            None => self.read.plain.push(text, self.source, at.start, at.end),
            Some(Unread::FrontMatter) => {
                front_matter::keys(text, &mut self.read.title, &mut self.read.date);
            }
            Some(Unread::Indented { end, .. }) => {
                let mut start = at.start;
                for line in text.split_inclusive('\n') {
                    self.indented_line(line, &(start..start + line.len()), end);
                    start += line.len();
                }
            }
            Some(Unread::Code | Unread::Picture) => {}
        }
    }

    /// A line of an indented block. An empty one ends a stretch; each stretch is prose or code.
    fn indented_line(&mut self, text: &str, at: &Range<usize>, end: usize) {
        let line = text.trim();
        if line.is_empty() {
            self.unread = Some(Unread::Indented { end, code: None });
            return self.end_block();
        }
        let known = match self.unread {
            Some(Unread::Indented { code, .. }) => code,
            _ => None,
        };
        let code = known.unwrap_or_else(|| !prose::reads_as_prose(&self.source[at.start..end]));
        self.unread = Some(Unread::Indented { end, code: Some(code) });
        if code {
            return self.read.unread.push(self.span(at.start, at.end));
        }
        if self.read.plain.len() > self.block {
            self.line_break(at.start..at.start);
        }
        let start = at.start + (text.len() - text.trim_start().len());
        self.read.plain.push(line, self.source, start, start + line.len());
    }

    /// Inline code: its words stand in the text, and are known to be inert.
    pub(super) fn code(&mut self, text: &str, at: &Range<usize>) {
        if self.unread.is_some() {
            return;
        }
        let start = self.read.plain.len();
        let mut from = at.start;
        for (index, word) in text.split(' ').enumerate() {
            if index > 0 {
                self.read.plain.push(" ", self.source, from, from);
            }
            let found = self.source[from..at.end].find(word).map(|offset| from + offset);
            let (word_start, word_end) = found.map_or((from, at.end), |at| (at, at + word.len()));
            self.read.plain.push(word, self.source, word_start, word_end);
            from = word_end;
        }
        self.read.inert.push(Extent::new(start, self.read.plain.len()));
    }

    pub(super) fn line_break(&mut self, at: Range<usize>) {
        if matches!(self.unread, None | Some(Unread::Indented { .. })) {
            self.read.plain.push(" ", self.source, at.start, at.end);
            self.read.lines.push(self.read.plain.len() as u32);
        }
    }

    pub(super) fn mark(&mut self, label: &str) {
        if self.unread.is_none() {
            let at = self.read.plain.len() as u32;
            self.read.marks.push(NoteMark { at, label: label.to_owned(), note: None });
        }
    }

    pub(super) fn inline_html(&mut self, text: &str, at: Range<usize>) {
        if text.starts_with("<!--") {
            self.comment(text, at.start);
        } else if html::is_picture(text) {
            self.read.unread.push(self.span(at.start, at.end));
        } else if html::is_break(text) {
            self.line_break(at);
        }
    }

    fn comment(&mut self, text: &str, start: usize) {
        self.read.comments.push(self.span(start, start + text.len()));
        if let Some(page) = html::page_of(text) {
            self.read.pages.push((start as u32, page));
            self.page_turned = true;
        }
    }

    /// An HTML block: comments are kept, tags dropped, and what stands between them is text like any other.
    pub(super) fn html_block(&mut self, at: &Range<usize>) {
        self.end_block();
        for (piece, range) in html::pieces(&self.source[at.clone()]) {
            let range = at.start + range.start..at.start + range.end;
            let text = &self.source[range.clone()];
            match piece {
                html::Piece::Comment => self.comment(text, range.start),
                html::Piece::Text => {
                    self.read.plain.push(text, self.source, range.start, range.end);
                }
                html::Piece::Space => self.line_break(range),
                html::Piece::Tag => {}
                html::Piece::Border => self.end_block(),
                html::Piece::Script => self.read.unread.push(self.span(range.start, range.end)),
            }
        }
        self.end_block();
    }

    pub(super) fn skip(&mut self, what: Unread, at: &Range<usize>) {
        if self.unread.is_none() {
            self.unread = Some(what);
            self.read.unread.push(self.span(at.start, at.end));
        }
    }

    pub(super) fn open(&mut self, what: Inline) {
        self.open.push((self.read.plain.len(), what));
    }

    pub(super) fn close(&mut self) {
        let Some((start, what)) = self.open.pop() else { return };
        let extent = Extent::new(start, self.read.plain.len());
        if extent.is_empty() {
            return;
        }
        match what {
            Inline::Emphasis { strong } => self.read.emphasis.push(Emphasis { extent, strong }),
            Inline::Link(target) => self.read.links.push(Link { extent, target }),
        }
    }

    /// Ends the block being read, where it has any text.
    pub(super) fn end_block(&mut self) {
        let extent = trimmed(self.read.plain.text(), self.block);
        if self.read.plain.len() > self.block {
            self.read.plain.end_line();
        }
        self.block = self.read.plain.len();
        if extent.is_empty() {
            return;
        }
        let kind = self.block_kind();
        let index = self.read.blocks.len() as u32;
        self.read.frames[self.frame as usize].first_block.get_or_insert(index);
        let after_page = std::mem::take(&mut self.page_turned);
        self.read.blocks.push(Block { extent, kind, frame: self.frame, after_page });
    }

    fn block_kind(&self) -> BlockKind {
        let last = self.read.cells.len() as u32;
        match (self.heading, self.row) {
            (Some(level), _) => BlockKind::Heading(level),
            (_, Some((first, true))) => BlockKind::HeaderRow { cells: (first, last) },
            (_, Some((first, false))) => BlockKind::Row { cells: (first, last) },
            _ => BlockKind::Text,
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span { source: self.id, start: start as u32, end: end as u32 }
    }
}

/// What was read since `start`, white space at both ends left out.
pub(super) fn trimmed(plain: &str, start: usize) -> Extent {
    let text = &plain[start..];
    let start = start + (text.len() - text.trim_start().len());
    Extent::new(start, start + text.trim().len())
}
