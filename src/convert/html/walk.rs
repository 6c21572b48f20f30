//! Elements, one after the other, as headings, paragraphs, items, tables and notes.

use rustc_hash::FxHashMap;

use super::{
    super::blocks::{Block, Content, Inline, Mark, Note, Style, push_text, words},
    content::is_furniture,
    tree::{BLOCKS, Element, Node, NodeId, Tree},
};

pub(super) fn content(tree: &Tree, root: NodeId) -> Content {
    let mut walk = Walk {
        tree,
        notes: note_ids(tree),
        blocks: Vec::new(),
        line: Vec::new(),
        item: None,
        depth: 0,
    };
    walk.children(root, Style::default());
    walk.end_line();
    let blocks = std::mem::take(&mut walk.blocks);
    Content { blocks, notes: walk.note_texts() }
}

/// Anchors of footnotes ("fn:3"), each with its place among the notes.
fn note_ids(tree: &Tree) -> FxHashMap<String, (usize, NodeId)> {
    let ids = tree
        .elements()
        .filter(|(_, element)| element.id.starts_with("fn:") || element.has_class("footnote-body"));
    ids.enumerate().map(|(index, (node, element))| (element.id.clone(), (index, node))).collect()
}

struct Walk<'t> {
    tree: &'t Tree,
    notes: FxHashMap<String, (usize, NodeId)>,
    blocks: Vec<Block>,
    /// The paragraph being gathered.
    line: Vec<Inline>,
    /// The mark of the item the next paragraph begins; `Some(Mark::None)` once it has begun.
    item: Option<Mark>,
    /// How many lists are open.
    depth: usize,
}

impl Walk<'_> {
    fn children(&mut self, id: NodeId, style: Style) {
        let tree = self.tree;
        for &child in tree.element(id).map_or(&[][..], |element| &element.children) {
            match tree.node(child) {
                Some(Node::Text(text)) => self.text(text, style),
                Some(Node::Element(element)) if !is_furniture(element) => {
                    self.element(child, element, style);
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str, style: Style) {
        if !self.line.is_empty() || !text.trim().is_empty() {
            push_text(&mut self.line, text, style);
        }
    }

    fn element(&mut self, id: NodeId, element: &Element, style: Style) {
        match element.name.as_str() {
            "strong" | "b" => self.children(id, Style { bold: true, ..style }),
            "em" | "i" | "cite" => self.children(id, Style { italic: true, ..style }),
            "a" => self.link(id, element, style),
            "br" => self.line.push(Inline::Break),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id, element),
            "ul" | "ol" => self.list(element),
            "table" => self.table(id),
            "blockquote" => self.quote(id),
            "div" | "section"
                if element.has_class("footnotes") || element.role == "doc-endnotes" => {}
            "dt" => self.paragraph(id, Style { bold: true, ..style }),
            name if BLOCKS.contains(&name) => self.paragraph(id, style),
            _ => self.children(id, style),
        }
    }

    fn paragraph(&mut self, id: NodeId, style: Style) {
        self.end_line();
        self.children(id, style);
        self.end_line();
    }

    fn heading(&mut self, id: NodeId, element: &Element) {
        self.end_line();
        let item = self.item.take();
        self.children(id, Style::default());
        let text = trimmed(std::mem::take(&mut self.line));
        if !words(&text).trim().is_empty() {
            let level =
                element.name.as_bytes().get(1).map_or(1, |digit| digit.saturating_sub(b'0'));
            self.blocks.push(Block::Heading { level, text });
        }
        self.item = item;
    }

    /// A link keeps its target as written; the mark of a note becomes one, a link back from a note nothing.
    fn link(&mut self, id: NodeId, element: &Element, style: Style) {
        if let Some(&(note, _)) =
            element.href.strip_prefix('#').and_then(|target| self.notes.get(target))
        {
            return self.line.push(Inline::Note(note));
        }
        if element.href.starts_with("#fnref") || element.has_class("reversefootnote") {
            return;
        }
        let outer = std::mem::take(&mut self.line);
        self.children(id, style);
        let inner = std::mem::replace(&mut self.line, outer);
        let text = words(&inner);
        if element.href.is_empty() || text.trim().is_empty() {
            self.line.extend(inner);
        } else {
            self.line.push(Inline::Link {
                text: text.trim().to_owned(),
                style,
                target: element.href.trim().to_owned(),
            });
        }
    }

    fn list(&mut self, list: &Element) {
        self.end_line();
        let outer = self.item.take();
        self.depth += 1;
        let mut number = list.start.unwrap_or(1);
        for &child in &list.children {
            let Some(element) = self.tree.element(child).filter(|element| !is_furniture(element))
            else {
                continue;
            };
            if element.name != "li" {
                self.element(child, element, Style::default());
                continue;
            }
            self.item = Some(if list.name == "ol" {
                Mark::Written(format!("{number}."))
            } else {
                Mark::Bullet
            });
            number = number.saturating_add(1);
            self.children(child, Style::default());
            self.end_line();
        }
        self.depth -= 1;
        self.item = outer.map(|_| Mark::None);
    }

    fn quote(&mut self, id: NodeId) {
        self.end_line();
        let outer = std::mem::take(&mut self.blocks);
        let item = self.item.take();
        self.children(id, Style::default());
        self.end_line();
        let inner = std::mem::replace(&mut self.blocks, outer);
        self.item = item;
        self.blocks.push(Block::Quote(inner));
    }

    fn table(&mut self, id: NodeId) {
        self.end_line();
        let mut rows = Vec::new();
        let item = self.item.take();
        self.rows(id, &mut rows);
        self.item = item;
        if !rows.is_empty() {
            self.blocks.push(Block::Table(rows));
        }
    }

    fn rows(&mut self, id: NodeId, rows: &mut Vec<Vec<Vec<Inline>>>) {
        let tree = self.tree;
        for &child in tree.element(id).map_or(&[][..], |element| &element.children) {
            let Some(element) = tree.element(child) else { continue };
            match element.name.as_str() {
                "tr" => {
                    // The first row of a Markdown table is its header, whether there is one or not.
                    if rows.is_empty() && !self.is_header(element) {
                        rows.push(Vec::new());
                    }
                    rows.push(self.cells(element));
                }
                "thead" | "tbody" | "tfoot" => self.rows(child, rows),
                "caption" => self.paragraph(child, Style { bold: true, ..Style::default() }),
                _ => {}
            }
        }
    }

    fn is_header(&self, row: &Element) -> bool {
        let cells = row.children.iter().filter_map(|&child| self.tree.element(child));
        let (heads, others): (Vec<_>, Vec<_>) = cells.partition(|cell| cell.name == "th");
        heads.len() >= others.len()
    }

    /// The cells of a row; one that spans columns is followed by empty ones.
    fn cells(&mut self, row: &Element) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        for &child in &row.children {
            let Some(cell) =
                self.tree.element(child).filter(|cell| matches!(cell.name.as_str(), "td" | "th"))
            else {
                continue;
            };
            cells.push(self.flat(child));
            cells.extend(std::iter::repeat_with(Vec::new).take(cell.columns - 1));
        }
        cells
    }

    /// All text under a node as one line, paragraphs and items apart by breaks.
    fn flat(&mut self, id: NodeId) -> Vec<Inline> {
        let outer =
            (std::mem::take(&mut self.blocks), std::mem::take(&mut self.line), self.item.take());
        self.children(id, Style::default());
        self.end_line();
        let blocks = std::mem::replace(&mut self.blocks, outer.0);
        (self.line, self.item) = (outer.1, outer.2);
        let texts = blocks.into_iter().filter_map(|block| match block {
            Block::Paragraph(text) | Block::Heading { text, .. } | Block::Item { text, .. } => {
                Some(text)
            }
            _ => None,
        });
        texts
            .reduce(|mut all, text| {
                all.push(Inline::Break);
                all.extend(text);
                all
            })
            .unwrap_or_default()
    }

    fn end_line(&mut self) {
        let text = trimmed(std::mem::take(&mut self.line));
        if text.iter().all(|inline| matches!(inline, Inline::Break)) {
            return;
        }
        let block = match self.item.take() {
            Some(mark) => {
                self.item = Some(Mark::None);
                Block::Item { depth: self.depth.saturating_sub(1), mark, text }
            }
            None => Block::Paragraph(text),
        };
        self.blocks.push(block);
    }

    fn note_texts(&mut self) -> Vec<Note> {
        let mut ids: Vec<(usize, NodeId)> = self.notes.values().copied().collect();
        ids.sort_unstable();
        ids.into_iter().map(|(_, id)| Note { mark: String::new(), text: self.flat(id) }).collect()
    }
}

/// A line without breaks and blanks at its ends.
fn trimmed(mut line: Vec<Inline>) -> Vec<Inline> {
    let blank = |inline: &Inline| match inline {
        Inline::Text { text, .. } => text.trim().is_empty(),
        Inline::Break => true,
        _ => false,
    };
    while line.last().is_some_and(blank) {
        line.pop();
    }
    let start = line.iter().position(|inline| !blank(inline)).unwrap_or(line.len());
    line.drain(..start);
    line
}
