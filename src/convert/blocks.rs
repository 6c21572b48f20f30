//! What a file holds, whatever its format was: headings, paragraphs, items, tables, notes, and where its pages begin.

/// A whole file, ready to be written as Markdown.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) blocks: Vec<Block>,
    /// Footnotes and endnotes, in the order [`Inline::Note`] counts them.
    pub(super) notes: Vec<Note>,
}

/// A footnote or endnote.
#[derive(Debug, Default)]
pub(super) struct Note {
    /// Its mark as the file shows it: "3", "*". Need not be unique; empty where the file only counts.
    pub(super) mark: String,
    pub(super) text: Vec<Inline>,
}

#[derive(Debug)]
pub(super) enum Block {
    Heading {
        level: u8,
        text: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    Item {
        /// 0 for an outermost item.
        depth: usize,
        mark: Mark,
        text: Vec<Inline>,
    },
    /// Rows of cells; the first row is the header.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A block quotation or call-out.
    Quote(Vec<Block>),
    /// Here a page of the original begins.
    Page(u32),
}

/// What stands before a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    /// As written: "(a)", "ii.", "3.".
    Written(String),
    /// A further paragraph of the item before it.
    None,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Inline {
    Text {
        text: String,
        style: Style,
    },
    Link {
        text: String,
        style: Style,
        target: String,
    },
    /// The mark of a note: an index into [`Content::notes`].
    Note(usize),
    /// Here a page of the original begins, inside a paragraph.
    Page(u32),
    Break,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
}

impl Inline {
    pub(super) fn space() -> Self {
        Self::Text { text: " ".to_owned(), style: Style::default() }
    }
}

/// Adds text to a paragraph, growing the last run where the style is the same.
pub(super) fn push_text(inlines: &mut Vec<Inline>, add: &str, style: Style) {
    match inlines.last_mut() {
        Some(Inline::Text { text, style: last }) if *last == style => text.push_str(add),
        _ if add.is_empty() => {}
        _ => inlines.push(Inline::Text { text: add.to_owned(), style }),
    }
}

/// The words of a paragraph, without marks.
pub(super) fn words(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } | Inline::Link { text, .. } => text.as_str(),
            Inline::Break => "\n",
            Inline::Note(_) | Inline::Page(_) => "",
        })
        .collect()
}

/// Says that a page begins: between blocks, or at the end of an item, so that its list stays one.
pub(super) fn mark_page(blocks: &mut Vec<Block>, page: u32) {
    match blocks.last_mut() {
        Some(Block::Item { text, .. }) => {
            push_text(text, " ", Style::default());
            text.push(Inline::Page(page));
        }
        _ => blocks.push(Block::Page(page)),
    }
}

/// A page that begins with a paragraph begins before it.
pub(super) fn lift_pages(blocks: &mut Vec<Block>, text: &mut Vec<Inline>) {
    while let Some(&Inline::Page(page)) = text.first() {
        text.remove(0);
        mark_page(blocks, page);
    }
}

/// A raised digit, so that a power or a mark without a note is not glued to the number before it.
pub(super) fn raised(c: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)).copied().unwrap_or(c)
}

/// A paragraph without bold and italic, which say nothing in a heading.
pub(super) fn plain(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => push_text(&mut out, &text, Style::default()),
            other => out.push(other),
        }
    }
    out
}

/// The blocks of a table's cell as one line, apart by breaks.
pub(super) fn as_cell(blocks: Vec<Block>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for block in blocks {
        let line = match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => text,
            Block::Item { mark, text, .. } => marked(&mark, text),
            Block::Quote(inner) => as_cell(inner),
            // A table inside a table has no rows of its own in Markdown.
            Block::Table(rows) => {
                as_cell(rows.into_iter().flatten().map(Block::Paragraph).collect())
            }
            Block::Page(page) => {
                out.push(Inline::Page(page));
                continue;
            }
        };
        if !out.is_empty() && !line.is_empty() {
            out.push(Inline::Break);
        }
        out.extend(line);
    }
    out
}

/// An item as running text, its mark before it.
fn marked(mark: &Mark, text: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::new();
    match mark {
        Mark::Bullet => push_text(&mut out, "• ", Style::default()),
        Mark::Written(label) => push_text(&mut out, &format!("{label} "), Style::default()),
        Mark::None => {}
    }
    out.extend(text);
    out
}
