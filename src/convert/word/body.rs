//! The paragraphs of a Word file, in order.

use roxmltree::{Document, Node};
use rustc_hash::FxHashMap;

use super::{
    super::{
        blocks::{Block, Content, Inline, Note, Style, lift_pages, plain, push_text, words},
        looks::Looks,
        numbering::Written,
        place::Items,
        xml,
    },
    numbering::Numbering,
    styles::{Styles, in_view},
    trace::Segment,
    tracked::View,
};

/// Reads a document from top to bottom.
pub(super) struct Reader<'d> {
    pub(super) styles: Styles,
    numbering: Numbering,
    note_parts: [&'d Document<'d>; 2],
    pub(super) links: FxHashMap<String, String>,
    pub(super) view: View,
    pub(super) blocks: Vec<Block>,
    pub(super) notes: Vec<Note>,
    items: Items,
    /// Text of paragraphs whose end is not there in this view: it begins the next one.
    held: Vec<Inline>,
    pub(super) page: u32,
    /// The text elements read so far, notes apart.
    pub(super) segments: Vec<Segment>,
    pub(super) paragraph: usize,
}

impl<'d> Reader<'d> {
    pub(super) fn new(
        styles: &Document<'_>,
        numbering: &Document<'_>,
        note_parts: [&'d Document<'d>; 2],
        links: FxHashMap<String, String>,
        view: View,
    ) -> Self {
        Self {
            styles: Styles::read(styles),
            numbering: Numbering::read(numbering),
            note_parts,
            links,
            view,
            blocks: Vec::new(),
            notes: Vec::new(),
            items: Items::default(),
            held: Vec::new(),
            page: 1,
            segments: Vec::new(),
            paragraph: 0,
        }
    }

    pub(super) fn document(&mut self, document: &Document<'_>) {
        if let Some(body) = document.descendants().find(|node| xml::name(*node) == "body") {
            // Word says where its pages ended when it last drew them; other programs do not.
            if document.descendants().any(|node| xml::name(node) == "lastRenderedPageBreak") {
                self.blocks.push(Block::Page(1));
            }
            self.children(body);
        }
    }

    pub(super) fn content(mut self) -> (Content, Vec<Segment>) {
        if !self.held.is_empty() {
            self.blocks.push(Block::Paragraph(std::mem::take(&mut self.held)));
        }
        (Content { blocks: self.blocks, notes: self.notes }, self.segments)
    }

    pub(super) fn children(&mut self, node: Node<'_, '_>) {
        for child in self.view.children_of(node) {
            match xml::name(child) {
                "p" => self.paragraph(child),
                "tbl" => self.table(child),
                "sdt" | "sdtContent" | "customXml" | "ins" | "del" | "moveTo" | "moveFrom"
                | "smartTag" => self.children(child),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let properties = in_view(xml::child(node, "pPr"), "pPrChange", self.view);
        let style = self.styles.of_paragraph(properties).map(str::to_owned);
        let style = style.as_deref();
        let mut text = std::mem::take(&mut self.held);
        let mut boxes = Vec::new();
        self.paragraph += 1;
        let traced = self.segments.len();
        self.runs(node, self.styles.looks(style), &mut text, &mut boxes);
        if !self.view.ends(node) {
            self.held = text;
            return;
        }
        let placing = self.styles.placing(properties, style);
        let number = self.number(&placing, &text);
        if self.styles.is_contents(style) {
            self.segments.truncate(traced);
        } else {
            let heading = self.styles.heading(style, &placing);
            let quoted = self.styles.is_quotation(style);
            self.place(text, number, heading, self.indent(&placing), quoted);
        }
        for inner in boxes {
            self.children(inner);
        }
    }

    /// Its number, counted even where it is empty text that Word would not show.
    fn number(&mut self, placing: &super::styles::Placing, text: &[Inline]) -> Option<Written> {
        let list = placing.list.as_deref().filter(|list| *list != "0")?;
        if words(text).trim().is_empty() {
            return None;
        }
        self.numbering.next(list, usize::from(placing.level.unwrap_or(0)))
    }

    fn indent(&self, placing: &super::styles::Placing) -> i32 {
        let level = usize::from(placing.level.unwrap_or(0));
        let by_list =
            || placing.list.as_deref().and_then(|list| self.numbering.indent(list, level));
        let by_level =
            || placing.list.as_ref().map(|_| (i32::from(placing.level.unwrap_or(0)) + 1) * 360);
        placing.indent.or_else(by_list).or_else(by_level).unwrap_or(0)
    }

    fn place(
        &mut self,
        mut text: Vec<Inline>,
        number: Option<Written>,
        heading: Option<u8>,
        indent: i32,
        quoted: bool,
    ) {
        lift_pages(&mut self.blocks, &mut text);
        if words(&text).trim().is_empty()
            && !text.iter().any(|inline| matches!(inline, Inline::Note(_)))
        {
            return;
        }
        let Some(level) = heading else {
            return match (self.items.block(number, indent, text), self.blocks.last_mut()) {
                (block, Some(Block::Quote(before))) if quoted => before.push(block),
                (block, _) if quoted => self.blocks.push(Block::Quote(vec![block])),
                (block, _) => self.blocks.push(block),
            };
        };
        self.items.end();
        let mut title = Vec::new();
        if let Some(Written::Label(label)) = number {
            push_text(&mut title, &format!("{label} "), Style::default());
        }
        title.extend(plain(text));
        self.blocks.push(Block::Heading { level: level.min(6), text: title });
    }

    /// The note of this id, read where its mark stands.
    pub(super) fn note(&mut self, node: Node<'_, '_>) -> Option<usize> {
        let part = self.note_parts[usize::from(xml::name(node) == "endnoteReference")];
        let id = xml::attribute(node, "id")?;
        let found = part.descendants().find(|note| {
            xml::attribute(*note, "id") == Some(id)
                && matches!(xml::name(*note), "footnote" | "endnote")
        })?;
        let mut text: Vec<Inline> = Vec::new();
        let traced = self.segments.len();
        for paragraph in found.children().filter(|child| xml::name(*child) == "p") {
            if !text.is_empty() {
                push_text(&mut text, " ", Style::default());
            }
            self.runs(paragraph, Looks::default(), &mut text, &mut Vec::new());
        }
        self.segments.truncate(traced);
        let mark = (self.notes.len() + 1).to_string();
        self.notes.push(Note { mark, text });
        Some(self.notes.len() - 1)
    }
}
