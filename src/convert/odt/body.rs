//! Paragraphs, headings, lists and tables of an `OpenDocument` file, in order.

use roxmltree::{Document, Node};
use rustc_hash::FxHashMap;

use super::{
    super::{
        blocks::{
            Block, Content, Inline, Note, Style, as_cell, lift_pages, mark_page, plain, push_text,
            words,
        },
        looks::Looks,
        numbering::Written,
        place::Items,
        xml,
    },
    lists::{ListStyles, Running},
    styles::Styles,
};

/// Reads a text from top to bottom.
pub(super) struct Reader<'d> {
    pub(super) styles: &'d Styles,
    lists: &'d ListStyles,
    /// Whether the text is read as it was before its tracked changes.
    pub(super) old: bool,
    /// Tracked changes by id.
    pub(super) changes: FxHashMap<String, Change<'d>>,
    running: Running,
    items: Items,
    blocks: Vec<Block>,
    pub(super) notes: Vec<Note>,
    /// Inside text that the chosen side does not have.
    pub(super) hidden: bool,
    held: Vec<Inline>,
    /// Drawings met in the paragraph being read: their text comes after it.
    pub(super) boxes: Vec<Node<'d, 'd>>,
    pub(super) page: u32,
}

#[derive(Clone, Copy)]
pub(super) enum Change<'d> {
    Insertion,
    /// What was deleted, as it was.
    Deletion(Node<'d, 'd>),
}

/// The list a paragraph stands in.
#[derive(Clone)]
struct InList {
    style: String,
    key: String,
    level: usize,
}

impl<'d> Reader<'d> {
    pub(super) fn new(styles: &'d Styles, lists: &'d ListStyles, old: bool) -> Self {
        Self {
            styles,
            lists,
            old,
            changes: FxHashMap::default(),
            running: Running::default(),
            items: Items::default(),
            blocks: Vec::new(),
            notes: Vec::new(),
            hidden: false,
            held: Vec::new(),
            boxes: Vec::new(),
            page: 1,
        }
    }

    pub(super) fn document(&mut self, document: &'d Document<'d>) {
        let Some(text) = document.descendants().find(|node| {
            xml::name(*node) == "text"
                && node.parent().is_some_and(|above| xml::name(above) == "body")
        }) else {
            return;
        };
        for region in text.descendants().filter(|node| xml::name(*node) == "changed-region") {
            let Some(id) = xml::attribute(region, "id") else { continue };
            let change = region.children().find(Node::is_element);
            let change = change.and_then(|change| match xml::name(change) {
                "insertion" => Some(Change::Insertion),
                "deletion" => Some(Change::Deletion(change)),
                _ => None,
            });
            self.changes.extend(change.map(|change| (id.to_owned(), change)));
        }
        if text.descendants().any(|node| xml::name(node) == "soft-page-break") {
            self.blocks.push(Block::Page(1));
        }
        self.children(text, None);
    }

    pub(super) fn content(mut self) -> Content {
        if !self.held.is_empty() {
            self.blocks.push(Block::Paragraph(std::mem::take(&mut self.held)));
        }
        Content { blocks: self.blocks, notes: self.notes }
    }

    fn children(&mut self, node: Node<'d, 'd>, list: Option<&InList>) {
        for child in node.children().filter(Node::is_element) {
            match xml::name(child) {
                "p" => self.paragraph(child, list, false),
                "h" => self.heading(child, None),
                "frame" | "text-box" | "custom-shape" => self.children(child, None),
                "list" => self.list(child, list),
                "table" => self.table(child),
                "section" => self.children(child, list),
                "soft-page-break" => self.page_break(),
                "change-start" | "change-end" | "change" => self.between_paragraphs(child),
                // Lists of contents, deleted text, and what declares styles and fields.
                _ => {}
            }
        }
    }

    fn page_break(&mut self) {
        self.page += 1;
        mark_page(&mut self.blocks, self.page);
    }

    fn between_paragraphs(&mut self, change: Node<'d, 'd>) {
        let mut text = Vec::new();
        self.change(change, &mut text, Looks::default());
        self.held.extend(text);
    }

    fn list(&mut self, node: Node<'d, 'd>, around: Option<&InList>) {
        let named = xml::attribute(node, "style-name");
        let style = named.or(around.map(|list| list.style.as_str())).unwrap_or_default().to_owned();
        let list = match around {
            Some(around) => InList { style, key: around.key.clone(), level: around.level + 1 },
            None => InList { key: self.running.begin(node, &style), style, level: 1 },
        };
        for child in node.children().filter(Node::is_element) {
            match xml::name(child) {
                "list-item" | "list-header" => self.item(child, &list),
                "soft-page-break" => self.page_break(),
                _ => {}
            }
        }
    }

    /// The first paragraph of an item has its number; the others stand under it.
    fn item(&mut self, item: Node<'d, 'd>, list: &InList) {
        let mut numbered = xml::name(item) == "list-header";
        for child in item.children().filter(Node::is_element) {
            match xml::name(child) {
                "p" => {
                    self.paragraph(child, Some(list), !numbered);
                    numbered = true;
                }
                "h" => {
                    self.heading(child, Some(list).filter(|_| !numbered));
                    numbered = true;
                }
                "list" => self.list(child, Some(list)),
                "table" => self.table(child),
                "soft-page-break" => self.page_break(),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'d, 'd>, list: Option<&InList>, numbered: bool) {
        let style = xml::attribute(node, "style-name");
        let Some(parts) = self.text_of(node) else { return };
        for mut text in parts {
            lift_pages(&mut self.blocks, &mut text);
            if words(&text).trim().is_empty()
                && !text.iter().any(|inline| matches!(inline, Inline::Note(_)))
            {
                continue;
            }
            if self.styles.is_title(style) {
                self.items.end();
                self.blocks.push(Block::Heading { level: 1, text: plain(text) });
                continue;
            }
            let number = list.filter(|_| numbered).and_then(|list| self.number(node, list));
            let indent = list.map_or(0, |list| i32::try_from(list.level).unwrap_or(i32::MAX));
            let block = self.items.block(number, indent, text);
            self.push(block, style);
        }
        for drawing in std::mem::take(&mut self.boxes) {
            self.children(drawing, None);
        }
    }

    /// Counts the item that a paragraph or heading begins.
    fn number(&mut self, node: Node<'d, 'd>, list: &InList) -> Option<Written> {
        let start = node
            .parent()
            .and_then(|item| xml::attribute(item, "start-value"))
            .and_then(|start| start.parse().ok());
        self.running.next(self.lists, &list.style, &list.key, list.level, start)
    }

    fn push(&mut self, block: Block, style: Option<&str>) {
        match (block, self.blocks.last_mut()) {
            (Block::Paragraph(text), Some(Block::Quote(before)))
                if self.styles.is_quotation(style) =>
            {
                before.push(Block::Paragraph(text));
            }
            (Block::Paragraph(text), _) if self.styles.is_quotation(style) => {
                self.blocks.push(Block::Quote(vec![Block::Paragraph(text)]));
            }
            (block, _) => self.blocks.push(block),
        }
    }

    /// A heading is numbered by the list it stands in, or by the outline.
    fn heading(&mut self, node: Node<'d, 'd>, list: Option<&InList>) {
        let Some(parts) = self.text_of(node) else { return };
        let level = xml::attribute(node, "outline-level")
            .and_then(|level| level.parse().ok())
            .unwrap_or(1_usize)
            .clamp(1, 10);
        self.items.end();
        for mut text in parts {
            lift_pages(&mut self.blocks, &mut text);
            if words(&text).trim().is_empty() {
                continue;
            }
            let numbered = xml::attribute(node, "is-list-header") != Some("true");
            let number = match list {
                Some(list) => self.number(node, list),
                None if numbered => self.running.next(self.lists, "", "headings", level, None),
                None => None,
            };
            let mut title = Vec::new();
            if let Some(Written::Label(label)) = number {
                push_text(&mut title, &format!("{label} "), Style::default());
            }
            title.extend(plain(text));
            self.blocks.push(Block::Heading { level: level.min(6) as u8, text: title });
        }
    }

    /// The text of a paragraph: one, or several where a deletion took out the ends between them; none where its end is not there.
    fn text_of(&mut self, node: Node<'d, 'd>) -> Option<Vec<Vec<Inline>>> {
        let mut text = std::mem::take(&mut self.held);
        let looks = self.styles.looks(false, xml::attribute(node, "style-name"));
        self.spans(node, looks, &mut text);
        if self.hidden {
            self.held = text;
            return None;
        }
        Some(text.split(|inline| *inline == Inline::Break).map(<[Inline]>::to_vec).collect())
    }

    fn table(&mut self, node: Node<'d, 'd>) {
        let rows: Vec<Vec<Node<'d, 'd>>> = rows(node);
        let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
        if wide < 2 || rows.len() < 2 {
            return rows.iter().flatten().for_each(|cell| self.children(*cell, None));
        }
        let rows = rows.iter().map(|row| self.row(row)).collect();
        self.blocks.push(Block::Table(rows));
    }

    /// A page that begins with a row is marked in its first cell.
    fn row(&mut self, row: &[Node<'d, 'd>]) -> Vec<Vec<Inline>> {
        let before = row.first().and_then(Node::parent).and_then(|row| row.prev_sibling_element());
        let mut cells: Vec<_> = row.iter().map(|cell| self.cell(*cell)).collect();
        if before.is_some_and(|before| xml::name(before) == "soft-page-break")
            && let Some(first) = cells.first_mut()
        {
            self.page += 1;
            first.push(Inline::Page(self.page));
        }
        cells
    }

    fn cell(&mut self, cell: Node<'d, 'd>) -> Vec<Inline> {
        let outer = std::mem::take(&mut self.blocks);
        self.children(cell, None);
        as_cell(std::mem::replace(&mut self.blocks, outer))
    }
}

/// The rows of a table, those of its header too; a covered cell is an empty one.
fn rows<'d>(table: Node<'d, 'd>) -> Vec<Vec<Node<'d, 'd>>> {
    let own = |row: &Node<'d, 'd>| {
        xml::name(*row) == "table-row"
            && row.ancestors().find(|above| xml::name(*above) == "table") == Some(table)
    };
    let cells = |row: Node<'d, 'd>| {
        row.children()
            .filter(|cell| matches!(xml::name(*cell), "table-cell" | "covered-table-cell"))
            .collect()
    };
    table.descendants().filter(own).map(cells).collect()
}
