//! Elements, one after the other, as headings, paragraphs, items, tables and notes.

use super::{
    super::{
        blocks::{Block, Content, Inline, Mark, Note, Style, as_cell, push_text, raised, words},
        numbering::Format,
    },
    content::is_furniture,
    notes::{Notes, leads_back},
    tree::{BLOCKS, Element, Node, NodeId, Tree},
};

/// `old` reads the page as it was before its marked changes.
pub(super) fn content(tree: &Tree, root: NodeId, old: bool) -> Content {
    let mut walk = Walk {
        tree,
        old,
        notes: Notes::of(tree),
        blocks: Vec::new(),
        line: Vec::new(),
        item: None,
        depth: 0,
        raised: false,
    };
    walk.children(root, Style::default());
    walk.end_line();
    let blocks = std::mem::take(&mut walk.blocks);
    Content { blocks, notes: walk.note_texts() }
}

pub(super) struct Walk<'t> {
    pub(super) tree: &'t Tree,
    old: bool,
    notes: Notes,
    pub(super) blocks: Vec<Block>,
    /// The paragraph being gathered.
    line: Vec<Inline>,
    /// The mark of the item the next paragraph begins; `Some(Mark::None)` once it has begun.
    pub(super) item: Option<Mark>,
    /// How many lists are open.
    depth: usize,
    /// Inside raised text.
    raised: bool,
}

impl Walk<'_> {
    fn children(&mut self, id: NodeId, style: Style) {
        let tree = self.tree;
        for &child in tree.element(id).map_or(&[][..], |element| &element.children) {
            match tree.node(child) {
                Some(Node::Text(text)) => self.text(text, style),
                Some(Node::Element(element))
                    if !self.notes.has(child) && !is_furniture(tree, child, element) =>
                {
                    self.element(child, element, style);
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str, style: Style) {
        if self.raised {
            let text: String = text.chars().map(raised).collect();
            push_text(&mut self.line, &text, style);
        } else if !self.line.is_empty() || !text.trim().is_empty() {
            push_text(&mut self.line, text, style);
        }
    }

    fn element(&mut self, id: NodeId, element: &Element, style: Style) {
        match element.name.as_str() {
            "strong" | "b" => self.children(id, Style { bold: true, ..style }),
            "em" | "i" | "cite" => self.children(id, Style { italic: true, ..style }),
            "a" => self.link(id, element, style),
            "br" => self.line.push(Inline::Break),
            "sup" => {
                let outer = std::mem::replace(&mut self.raised, true);
                self.children(id, style);
                self.raised = outer;
            }
            "del" | "s" | "strike" if !self.old => {}
            "ins" if self.old => {}
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id, element),
            "ul" | "ol" | "menu" => self.list(element),
            "table" => self.table(id),
            "blockquote" => self.quote(id),
            "dt" => self.paragraph(id, Style { bold: true, ..style }),
            name if BLOCKS.contains(&name) => self.paragraph(id, style),
            _ => self.children(id, style),
        }
    }

    pub(super) fn paragraph(&mut self, id: NodeId, style: Style) {
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
        if let Some(note) = self.notes.marked_by(&element.href) {
            return self.line.push(Inline::Note(note));
        }
        if leads_back(element) {
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
        let format = Format::of_letter(&list.counted).unwrap_or(Format::Decimal);
        for &child in &list.children {
            let tree = self.tree;
            let found = tree.element(child);
            let Some(element) = found
                .filter(|element| !self.notes.has(child) && !is_furniture(tree, child, element))
            else {
                continue;
            };
            if element.name != "li" {
                self.element(child, element, Style::default());
                continue;
            }
            number = element.start.unwrap_or(number);
            self.item = Some(if list.name == "ol" {
                Mark::Written(format!("{}.", format.write(number)))
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

    /// All text under a node as one line, paragraphs and items apart by breaks.
    pub(super) fn flat(&mut self, id: NodeId) -> Vec<Inline> {
        let outer =
            (std::mem::take(&mut self.blocks), std::mem::take(&mut self.line), self.item.take());
        self.children(id, Style::default());
        self.end_line();
        let blocks = std::mem::replace(&mut self.blocks, outer.0);
        (self.line, self.item) = (outer.1, outer.2);
        as_cell(blocks)
    }

    pub(super) fn end_line(&mut self) {
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
        let nodes = self.notes.nodes.clone();
        nodes.into_iter().map(|id| Note { mark: String::new(), text: self.flat(id) }).collect()
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
