//! Reads Markdown: the only file that knows pulldown-cmark.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{
    Cell, Document, Emphasis, Extent, Link, NoteMark, Plain,
    blocks::{Block, BlockKind, Frame, FrameKind, List, Read},
    front_matter, html, passages,
};
use crate::source::{Source, SourceId, Span};

impl Document {
    /// Reads a source. Markdown always parses, so this cannot fail.
    pub fn from_source(id: SourceId, source: &Source) -> Self {
        passages::arrange(id, Reader::read(id, source.text()))
    }
}

/// What the parser is asked to know beyond `CommonMark`.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// Turns the parser's events into blocks. It keeps its own stack: deep nesting costs no recursion.
struct Reader<'a> {
    id: SourceId,
    source: &'a str,
    /// Bytes before the text the parser sees: those of a byte order mark.
    skipped: usize,
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
    unread: Option<Unread>,
    page_turned: bool,
}

enum Inline {
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
enum Unread {
    Code,
    Picture,
    FrontMatter,
}

impl<'a> Reader<'a> {
    #[expect(clippy::disallowed_methods, reason = "the only door for Markdown")]
    fn read(id: SourceId, text: &'a str) -> Read {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Self::new(id, text, text.len() - body.len());
        for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
            reader.event(event, range.start + reader.skipped..range.end + reader.skipped);
        }
        reader.end_block();
        reader.read
    }

    fn new(id: SourceId, source: &'a str, skipped: usize) -> Self {
        let read = Read {
            plain: Plain::with_capacity(source.len()),
            frames: vec![Frame::document()],
            ..Read::default()
        };
        Self {
            id,
            source,
            skipped,
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

    fn event(&mut self, event: Event<'a>, at: Range<usize>) {
        match event {
            Event::Text(text) => self.text(&text, at),
            Event::Code(text) => self.code(&text, &at),
            Event::SoftBreak | Event::HardBreak => self.line_break(at),
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::FootnoteReference(label) => self.mark(&label),
            Event::InlineHtml(text) => self.inline_html(&text, at),
            Event::Rule => self.end_block(),
            // An HTML block is read whole at its start.
            Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str, at: Range<usize>) {
        match self.unread {
            None => self.read.plain.push(text, self.source, at.start, at.end),
            Some(Unread::FrontMatter) => {
                front_matter::keys(text, &mut self.read.title, &mut self.read.date);
            }
            Some(_) => {}
        }
    }

    /// Inline code: its words stand in the text, and are known to be inert.
    fn code(&mut self, text: &str, at: &Range<usize>) {
        if self.unread.is_some() {
            return;
        }
        let start = self.read.plain.len();
        let (from, to) = self.source[at.clone()].find(text).map_or((at.start, at.end), |offset| {
            (at.start + offset, at.start + offset + text.len())
        });
        self.read.plain.push(text, self.source, from, to);
        self.read.inert.push(Extent::new(start, self.read.plain.len()));
    }

    fn line_break(&mut self, at: Range<usize>) {
        if self.unread.is_none() {
            self.read.plain.push(" ", self.source, at.start, at.end);
            self.read.lines.push(self.read.plain.len() as u32);
        }
    }

    fn mark(&mut self, label: &str) {
        if self.unread.is_none() {
            let at = self.read.plain.len() as u32;
            self.read.marks.push(NoteMark { at, label: label.to_owned(), note: None });
        }
    }

    fn inline_html(&mut self, text: &str, at: Range<usize>) {
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
    fn html_block(&mut self, at: &Range<usize>) {
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

    fn start(&mut self, tag: Tag<'a>, at: Range<usize>) {
        match tag {
            Tag::Emphasis => self.open(Inline::Emphasis { strong: false }),
            Tag::Strong => self.open(Inline::Emphasis { strong: true }),
            Tag::Link { dest_url, .. } => self.open(Inline::Link(dest_url.into_string())),
            Tag::Image { .. } => self.skip(Unread::Picture, &at),
            Tag::Heading { level, id, .. } => self.start_heading(level as u8, id.as_deref()),
            Tag::BlockQuote(kind) => {
                self.start_frame(FrameKind::Quote { note: kind.is_some() }, true);
            }
            Tag::CodeBlock(_) => {
                self.end_block();
                self.skip(Unread::Code, &at);
            }
            Tag::MetadataBlock(_) => self.skip(Unread::FrontMatter, &at),
            Tag::HtmlBlock => self.html_block(&at),
            Tag::List(_) => self.start_list(),
            Tag::Item => self.start_item(&at),
            Tag::FootnoteDefinition(label) => {
                self.start_frame(FrameKind::Note(label.into_string()), true);
            }
            Tag::TableHead => self.start_row(true),
            Tag::TableRow => self.start_row(false),
            // A cell's text goes on in its row's block; the others begin a block of plain text.
            Tag::TableCell => self.start_cell(),
            _ => self.end_block(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.close(),
            TagEnd::Image | TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.unread = None,
            TagEnd::Heading(_) => {
                self.end_block();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => self.end_frame(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(),
            _ => self.end_block(),
        }
    }

    fn skip(&mut self, what: Unread, at: &Range<usize>) {
        if self.unread.is_none() {
            self.unread = Some(what);
            self.read.unread.push(self.span(at.start, at.end));
        }
    }

    fn open(&mut self, what: Inline) {
        self.open.push((self.read.plain.len(), what));
    }

    fn close(&mut self) {
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

    fn start_heading(&mut self, level: u8, id: Option<&str>) {
        self.end_block();
        self.heading = Some(level);
        self.read.ids.extend(id.map(str::to_lowercase));
    }

    fn start_frame(&mut self, kind: FrameKind, set_apart: bool) {
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

    fn end_frame(&mut self) {
        self.end_block();
        self.frame = self.read.frames[self.frame as usize].parent;
    }

    fn start_list(&mut self) {
        self.end_block();
        self.lists.push(OpenList { index: self.read.lists.len() as u32, last: None });
        self.read.lists.push(List { frame: self.frame });
    }

    fn start_item(&mut self, at: &Range<usize>) {
        let Some(list) = self.lists.last_mut() else { return };
        let marker = &self.source[at.clone()];
        let indent = marker.len() - marker.trim_start_matches([' ', '\t']).len();
        let digits = marker[indent..].bytes().take_while(u8::is_ascii_digit).count();
        let label = (at.start + indent) as u32;
        let written = marker[indent..indent + digits].parse().ok();
        // "1. 1. 1." is how Markdown writes 1, 2, 3; "15. 17." is how a draft skips 16.
        let number = written.map(|written: u32| match list.last {
            Some((before, counted)) if before == written => counted.saturating_add(1),
            _ => written,
        });
        list.last = written.zip(number);
        let list = list.index;
        let kind = FrameKind::Item { list, number, label: (label, label + digits as u32) };
        self.start_frame(kind, false);
    }

    fn start_row(&mut self, header: bool) {
        self.end_block();
        self.row = Some((self.read.cells.len() as u32, header));
    }

    fn start_cell(&mut self) {
        let start = self.read.plain.len();
        self.read.cells.push(Cell { extent: Extent::new(start, start) });
    }

    fn end_cell(&mut self) {
        if let Some(cell) = self.read.cells.last_mut() {
            cell.extent = trimmed(self.read.plain.text(), cell.extent.start as usize);
        }
        self.read.plain.end_line();
    }

    fn end_row(&mut self) {
        self.end_block();
        self.row = None;
    }

    /// Ends the block being read, where it has any text.
    fn end_block(&mut self) {
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
