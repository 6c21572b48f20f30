//! Puts the parser's events together as blocks.

use std::ops::Range;

use super::{
    Cell, Emphasis, Extent, Link, NoteMark, Plain,
    blocks::{Block, BlockKind, Frame, FrameKind, List, Read},
    front_matter, html, prose,
};
use crate::source::{SourceId, Span};

/// Turns the parser's events into blocks. It keeps its own stack: deep nesting costs no recursion.
pub(super) struct Reader<'a> {
    id: SourceId,
    source: &'a str,
    read: Read,
    frame: u32,
    /// Where the block being read begins in the plain text.
    block: usize,
    heading: Option<u8>,
    /// The first cell of the row being read, and whether it is the header's.
    row: Option<(u32, bool)>,
    /// Emphasis and links whose ends have not come yet.
    open: Vec<(usize, Inline)>,
    lists: Vec<OpenList>,
    pub(super) unread: Option<Unread>,
    page_turned: bool,
}

pub(super) enum Inline {
    Emphasis { strong: bool },
    Link(String),
}

struct OpenList {
    index: u32,
    /// The number written last, and the number it counts as.
    last: Option<(u32, u32)>,
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

    pub(super) fn start_heading(&mut self, level: u8, id: Option<&str>) {
        self.end_block();
        self.heading = Some(level);
        self.read.ids.extend(id.map(str::to_lowercase));
    }

    pub(super) fn end_heading(&mut self) {
        self.end_block();
        self.heading = None;
    }

    pub(super) fn end_code(&mut self) {
        self.end_block();
        self.unread = None;
    }

    pub(super) fn start_frame(&mut self, kind: FrameKind, set_apart: bool) {
        self.end_block();
        let outer = &self.read.frames[self.frame as usize];
        let index = self.read.frames.len() as u32;
        let in_list = matches!(kind, FrameKind::Item { .. });
        let frame = Frame {
            parent: self.frame,
            depth: outer.depth.saturating_add(u8::from(in_list)),
            set_apart: outer.set_apart || set_apart,
            outer_item: outer.outer_item.or(in_list.then_some(index)),
            first_block: None,
            kind,
        };
        self.frame = index;
        self.read.frames.push(frame);
    }

    pub(super) fn end_frame(&mut self) {
        self.end_block();
        self.frame = self.read.frames[self.frame as usize].parent;
    }

    pub(super) fn start_list(&mut self) {
        self.end_block();
        self.lists.push(OpenList { index: self.read.lists.len() as u32, last: None });
        self.read.lists.push(List { frame: self.frame });
    }

    pub(super) fn end_list(&mut self) {
        self.end_block();
        self.lists.pop();
    }

    pub(super) fn start_item(&mut self, at: &Range<usize>) {
        let Some(list) = self.lists.last_mut() else { return };
        let marker = &self.source[at.clone()];
        let indent = marker.len() - marker.trim_start_matches([' ', '\t']).len();
        let digits = marker[indent..].bytes().take_while(u8::is_ascii_digit).count();
        let label = (at.start + indent) as u32;
        let written = marker[indent..indent + digits].parse().ok();
        // "1. 1. 1." is how Markdown writes 1, 2, 3; "15. 17." is how a draft skips 16, and "5. 5." how it repeats itself.
        let number = written.map(|written: u32| match list.last {
            Some((before, counted)) if before == written && written <= 1 => {
                counted.saturating_add(1)
            }
            _ => written,
        });
        list.last = written.zip(number);
        let list = list.index;
        let kind = FrameKind::Item { list, number, label: (label, label + digits as u32) };
        self.start_frame(kind, false);
    }

    pub(super) fn start_row(&mut self, header: bool) {
        self.end_block();
        self.row = Some((self.read.cells.len() as u32, header));
    }

    pub(super) fn start_cell(&mut self) {
        let start = self.read.plain.len();
        self.read.cells.push(Cell { extent: Extent::new(start, start) });
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(cell) = self.read.cells.last_mut() {
            cell.extent = trimmed(self.read.plain.text(), cell.extent.start as usize);
        }
        self.read.plain.end_line();
    }

    pub(super) fn end_row(&mut self) {
        self.end_block();
        self.row = None;
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
fn trimmed(plain: &str, start: usize) -> Extent {
    let text = &plain[start..];
    let start = start + (text.len() - text.trim_start().len());
    Extent::new(start, start + text.trim().len())
}
