//! What Markdown gives: the leaf blocks of a text in order, each in its frames, before anything is known of numbers.

use super::{Cell, Emphasis, Extent, Link, NoteMark, Plain};
use crate::source::Span;

/// A text as Markdown has it. Extents are of the plain text as it was read, labels and all.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) plain: Plain,
    pub(super) blocks: Vec<Block>,
    /// Frame 0 is the document.
    pub(super) frames: Vec<Frame>,
    pub(super) lists: Vec<List>,
    /// Where lines of the source begin inside blocks, in plain-text offsets: after each soft break.
    pub(super) lines: Vec<u32>,
    pub(super) cells: Vec<Cell>,
    pub(super) emphasis: Vec<Emphasis>,
    pub(super) links: Vec<Link>,
    pub(super) inert: Vec<Extent>,
    pub(super) marks: Vec<NoteMark>,
    pub(super) comments: Vec<Span>,
    pub(super) pages: Vec<(u32, u32)>,
    pub(super) ids: Vec<String>,
    pub(super) unread: Vec<Span>,
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
}

/// A leaf: a stretch of text with nothing but text inside.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) extent: Extent,
    pub(super) kind: BlockKind,
    pub(super) frame: u32,
    /// Whether a page of the original ends somewhere between the block before and this one.
    pub(super) after_page: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    /// A heading, and its level from 1.
    Heading(u8),
    Text,
    HeaderRow {
        cells: (u32, u32),
    },
    Row {
        cells: (u32, u32),
    },
}

/// What a block stands in.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) parent: u32,
    pub(super) kind: FrameKind,
    /// How many lists it is in.
    pub(super) depth: u8,
    /// Whether it is in a quotation or a note, however deep.
    pub(super) set_apart: bool,
    /// The outermost list item it is in, or is.
    pub(super) outer_item: Option<u32>,
    /// The first block that stands in it directly.
    pub(super) first_block: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FrameKind {
    Document,
    /// A block quote; what GitHub's `[!NOTE]` makes of it.
    Quote {
        note: bool,
    },
    Item {
        list: u32,
        /// The number of an ordered list's item: as written, or counted on where the draft repeats one number.
        number: Option<u32>,
        /// Where the number is written, in source bytes.
        label: (u32, u32),
    },
    /// A footnote's text: its label.
    Note(String),
}

/// A list, bulleted or numbered.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// The frame it stands in.
    pub(super) frame: u32,
}

impl Frame {
    /// Frame 0: the document.
    pub(super) fn document() -> Self {
        Self {
            parent: 0,
            kind: FrameKind::Document,
            depth: 0,
            set_apart: false,
            outer_item: None,
            first_block: None,
        }
    }
}

impl Read {
    pub(super) fn text(&self, extent: Extent) -> &str {
        &self.plain.text()[extent.range()]
    }

    pub(super) fn frame_of(&self, block: &Block) -> &Frame {
        &self.frames[block.frame as usize]
    }
}
