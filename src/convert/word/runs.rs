//! The text inside a Word paragraph: runs, links, notes, fields.

use roxmltree::Node;

use super::{
    super::{
        blocks::{Inline, Style, push_text, words},
        looks::Looks,
        xml,
    },
    body::Reader,
    styles::{in_view, looks_of},
    trace::Segment,
};

impl Reader<'_> {
    /// Adds the runs of a paragraph to `out`. Paragraphs of text boxes are put aside.
    pub(super) fn runs<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        looks: Looks,
        out: &mut Vec<Inline>,
        boxes: &mut Vec<Node<'a, 'i>>,
    ) {
        for child in self.view.children_of(node) {
            match xml::name(child) {
                "r" => self.run(child, looks, out, boxes),
                "hyperlink" => self.link(child, looks, out, boxes),
                // Properties, and the ends of comments, bookmarks and changes.
                "pPr" | "sdtPr" | "rPr" => {}
                _ => self.runs(child, looks, out, boxes),
            }
        }
    }

    fn run<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        paragraph: Looks,
        out: &mut Vec<Inline>,
        boxes: &mut Vec<Node<'a, 'i>>,
    ) {
        let properties = in_view(xml::child(node, "rPr"), "rPrChange", self.view);
        let style = properties.and_then(|properties| xml::value(properties, "rStyle"));
        let looks = looks_of(properties).or(self.styles.looks(style)).or(paragraph);
        if looks.is_hidden() {
            return;
        }
        for child in node.children().filter(Node::is_element) {
            self.piece(child, looks, out, boxes);
        }
    }

    fn piece<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        looks: Looks,
        out: &mut Vec<Inline>,
        boxes: &mut Vec<Node<'a, 'i>>,
    ) {
        let style = looks.style();
        match xml::name(node) {
            "t" | "delText" => {
                let text = looks.shown(node.text().unwrap_or_default());
                push_text(out, &text, style);
                self.trace(node, text);
            }
            "tab" | "ptab" => push_text(out, "\t", style),
            "noBreakHyphen" => push_text(out, "\u{2011}", style),
            "br" | "cr" => push_text(out, " ", style),
            "sym" => push_text(out, symbol(node), style),
            "footnoteReference" | "endnoteReference" => {
                out.extend(self.note(node).map(Inline::Note));
            }
            "lastRenderedPageBreak" => {
                self.page += 1;
                out.push(Inline::Page(self.page));
            }
            "drawing" | "pict" | "object" | "AlternateContent" => boxes.extend(text_boxes(node)),
            _ => {}
        }
    }

    /// Remembers where text came from.
    fn trace(&mut self, node: Node<'_, '_>, shown: String) {
        let Some(run) = node.parent() else { return };
        self.segments.push(Segment {
            element: node.range(),
            run: run.range(),
            properties: xml::child(run, "rPr").map(|properties| properties.range()),
            shown,
            paragraph: self.paragraph,
        });
    }

    fn link<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        looks: Looks,
        out: &mut Vec<Inline>,
        boxes: &mut Vec<Node<'a, 'i>>,
    ) {
        let mut inner = Vec::new();
        self.runs(node, looks, &mut inner, boxes);
        let id = node
            .attributes()
            .find(|attribute| attribute.name() == "id")
            .map(|attribute| attribute.value());
        let text = words(&inner);
        match id.and_then(|id| self.links.get(id)) {
            Some(target) if !text.trim().is_empty() => {
                let style = match inner.first() {
                    Some(Inline::Text { style, .. }) => *style,
                    _ => Style::default(),
                };
                out.push(Inline::Link { text, style, target: target.clone() });
            }
            _ => {
                for inline in inner {
                    match inline {
                        Inline::Text { text, style } => push_text(out, &text, style),
                        other => out.push(other),
                    }
                }
            }
        }
    }
}

/// A character of a symbol font. Bullets and ticks are all that text needs of them.
fn symbol(node: Node<'_, '_>) -> &'static str {
    match xml::attribute(node, "char").map(str::to_ascii_uppercase).as_deref() {
        Some("F0FC" | "F0FE" | "F052") => "✓",
        Some("F0FB" | "F0FD" | "F054") => "✗",
        Some("F0E0" | "F0E8") => "→",
        _ => "•",
    }
}

/// Text boxes inside a drawing. Of two versions of a drawing the first is read.
fn text_boxes<'a, 'i>(node: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let inside = match xml::name(node) {
        "AlternateContent" => node.children().find(Node::is_element).unwrap_or(node),
        _ => node,
    };
    inside.descendants().filter(|node| xml::name(*node) == "txbxContent").take(100).collect()
}
