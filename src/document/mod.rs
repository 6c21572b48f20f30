//! The draft as drafters see it: parts, numbered paragraphs, passages, and one plain text with a map back to the bytes.

mod blocks;
mod breaks;
mod containers;
mod contents;
pub(crate) mod date;
mod finish;
mod from_source;
mod front_matter;
mod heading;
mod html;
mod items;
mod label;
mod lines;
pub mod number;
mod numbering;
mod origin;
mod outline;
mod passages;
mod plain;
mod prose;
mod published;
mod reader;
mod slug;
mod words;

use std::ops::Range;

use crate::source::{SourceId, Span};

pub use date::Date;
pub use number::Number;
pub use plain::Plain;
pub use words::{Starts, WordStarts};

/// A stretch of a document's plain text, in bytes, end-exclusive, on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extent {
    pub start: u32,
    pub end: u32,
}

impl Extent {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Index of a [`Part`] in its document. Part 0 is the document itself: the text before the first heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(pub u32);

/// Index of a [`Paragraph`] in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphId(pub u32);

/// Index of a [`Passage`] in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageId(pub u32);

/// One source, read: what stands where. Everything is in the order of the text.
#[derive(Debug)]
pub struct Document {
    pub source: SourceId,
    /// The words of all passages: one `\n` between two passages, and none inside one but between the cells of a row. Numbers that
    /// label a paragraph or an item are not in it; those of headings are.
    pub plain: Plain,
    /// Where the words of the plain text begin.
    pub words: WordStarts,
    /// The first heading of the highest level, or the `title` of the front matter.
    pub title: Option<String>,
    /// What a `date`, `updated` or `published` key of the front matter says, as written.
    pub date: Option<String>,
    pub parts: Vec<Part>,
    pub paragraphs: Vec<Paragraph>,
    pub passages: Vec<Passage>,
    /// Cells of the passages that are table rows; see [`PassageKind::Row`].
    pub cells: Vec<Cell>,
    /// Bold and italic stretches, in order.
    pub emphasis: Vec<Emphasis>,
    /// Links with their words and target.
    pub links: Vec<Link>,
    /// Inline code and the like: words there are text to look at, never statements.
    pub inert: Vec<Extent>,
    /// Where the text carries a footnote's mark, and which note it names. Marks are not part of the plain text.
    pub marks: Vec<NoteMark>,
    /// Code blocks, alternative texts of pictures, scripts and front matter, in source bytes: not read as the draft's words,
    /// and not in the plain text.
    pub code: Vec<Span>,
    /// HTML comments, in source bytes: allows and page marks are read from these.
    pub comments: Vec<Span>,
    /// Where each page of the original begins (from `<!-- page 12 -->` marks of converted files), by source byte.
    pub pages: Vec<(u32, u32)>,
    /// Anchors that links of the same Code can point at: heading slugs and explicit ids, lower case.
    pub anchors: Vec<String>,
}

/// A division with a heading. Parts nest by `parent`.
#[derive(Debug)]
pub struct Part {
    /// The whole heading as plain text, number and unit included: "Chapter 4: The Local Offer". Empty for part 0.
    pub heading: Extent,
    /// The heading without unit and number: "The Local Offer".
    pub name: Extent,
    /// 1 for the highest heading; 0 for the document itself.
    pub level: u8,
    /// "4" of "Chapter 4", "A" of "Annex A", "3.2" of "3.2 Keeping provision under review".
    pub number: Option<Number>,
    /// What the draft calls it where it says so.
    pub unit: Option<Unit>,
    pub parent: Option<PartId>,
    /// The heading as a link would name it: "keeping-provision-under-review". Unique in the document.
    pub slug: String,
}

/// What a draft calls a division of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    Part,
    Chapter,
    Section,
    Annex,
    Appendix,
    Schedule,
    Paragraph,
    Rule,
    Principle,
    Standard,
    Step,
    Table,
    Figure,
    Box,
}

/// A numbered unit of the draft, whatever the draft calls it.
#[derive(Debug)]
pub struct Paragraph {
    pub number: Number,
    /// The draft's own word for it, where it writes one: `Rule 253`.
    pub unit: Option<Unit>,
    /// Where the number stands in the source.
    pub label: Span,
    pub part: PartId,
    /// Its passages, one after the other: those of its list items and tables too, and the heading that is its label. Footnotes that
    /// stand elsewhere are found through their marks.
    pub passages: Range<u32>,
    /// A number that a Markdown list made, in a draft whose paragraphs are numbered otherwise, is an item and no
    /// paragraph: such lists are not here at all. Unique in the document: the number as written, `~2` for a repeat.
    pub id: String,
}

/// A stretch of running text: a Markdown paragraph or the part of one that a number begins, a list item, a row, a heading.
#[derive(Clone, Debug)]
pub struct Passage {
    pub extent: Extent,
    pub kind: PassageKind,
    pub origin: Origin,
    pub part: PartId,
    pub paragraph: Option<ParagraphId>,
    /// Of a list item: the passage that introduces the list ("Local authorities must:"); it may be a whole sentence. Of an item in a
    /// nested list: the item that introduces that list. Of a row: the header row.
    pub lead_in: Option<PassageId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassageKind {
    Heading,
    Text,
    /// A list item: its label where it is numbered or lettered ("a", "ii", "3"), and how deep its list is (from 1). What follows an
    /// item's first passage within the item is text.
    Item {
        label: Option<Number>,
        depth: u8,
    },
    /// The header row of a table: its cells, as a range of [`Document::cells`].
    HeaderRow {
        cells: Range<u32>,
    },
    /// A row of a table: its cells, as a range of [`Document::cells`]; the n-th cell stands under the header's n-th.
    Row {
        cells: Range<u32>,
    },
}

/// Where a passage comes from: only `Draft`, `Table` and `Footnote` speak for the Code itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    Draft,
    Quotation,
    Example,
    Note,
    Table,
    Footnote,
    /// A change log or history of the text.
    History,
}

impl Origin {
    pub fn speaks_for_the_code(self) -> bool {
        matches!(self, Self::Draft | Self::Table | Self::Footnote)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Quotation => "quotation",
            Self::Example => "example",
            Self::Note => "note",
            Self::Table => "table",
            Self::Footnote => "footnote",
            Self::History => "history",
        }
    }
}

#[derive(Clone, Debug)]
pub struct Cell {
    pub extent: Extent,
}

#[derive(Clone, Copy, Debug)]
pub struct Emphasis {
    pub extent: Extent,
    /// Bold rather than italic.
    pub strong: bool,
}

#[derive(Clone, Debug)]
pub struct Link {
    /// The words that carry the link.
    pub extent: Extent,
    pub target: String,
}

/// A footnote's mark in the text.
#[derive(Clone, Debug)]
pub struct NoteMark {
    /// The plain-text offset at which the mark stands.
    pub at: u32,
    /// The note's label: "12" of `[^12]`.
    pub label: String,
    /// The first passage of the note, where the document has it.
    pub note: Option<PassageId>,
}

impl Document {
    /// The words of an extent.
    pub fn text(&self, extent: Extent) -> &str {
        &self.plain.text()[extent.range()]
    }

    /// The source bytes an extent was read from, markup between its first and last character included.
    pub fn span(&self, extent: Extent) -> Span {
        let (start, end) = self.plain.source_range(extent);
        Span { source: self.source, start, end }
    }

    /// The words of the plain text that were read from source bytes.
    pub fn extent_of(&self, span: Span) -> Extent {
        self.plain.extent_of(span.start, span.end)
    }

    pub fn passage(&self, id: PassageId) -> &Passage {
        &self.passages[id.0 as usize]
    }

    pub fn part(&self, id: PartId) -> &Part {
        &self.parts[id.0 as usize]
    }

    pub fn paragraph(&self, id: ParagraphId) -> &Paragraph {
        &self.paragraphs[id.0 as usize]
    }

    /// The passage that a plain-text offset lies in.
    pub fn passage_at(&self, offset: u32) -> Option<PassageId> {
        let after = self.passages.partition_point(|passage| passage.extent.start <= offset);
        let index = after.checked_sub(1)?;
        (offset <= self.passages[index].extent.end).then_some(PassageId(index as u32))
    }

    /// The passage that source bytes stand in: the last that begins at or before them. A number that stands before the
    /// first words of its paragraph belongs to them.
    pub fn passage_of(&self, span: Span) -> Option<PassageId> {
        let offset = self.plain.extent_of(span.start, span.start).start;
        let mut after = self.passages.partition_point(|passage| passage.extent.start <= offset);
        // Markup before a passage has no place of its own in the text: its bytes are those of the passage before.
        while after > 0 && self.span(self.passages[after - 1].extent).start > span.start {
            after -= 1;
        }
        let labelled = |passage: &Passage| {
            passage.paragraph.is_some_and(|id| self.paragraph(id).label.start == span.start)
        };
        let index = match self.passages.get(after) {
            Some(passage) if labelled(passage) => after,
            _ => after.checked_sub(1)?,
        };
        Some(PassageId(index as u32))
    }

    /// The page of the original that a source byte stands on.
    pub fn page_at(&self, byte: u32) -> Option<u32> {
        let after = self.pages.partition_point(|&(start, _)| start <= byte);
        after.checked_sub(1).map(|index| self.pages[index].1)
    }

    /// Parts from the outermost to this one, part 0 left out.
    pub fn path_of(&self, part: PartId) -> Vec<PartId> {
        let mut path: Vec<PartId> = std::iter::successors(Some(part), |&id| self.part(id).parent)
            .filter(|id| id.0 != 0)
            .collect();
        path.reverse();
        path
    }
}
