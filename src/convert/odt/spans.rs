//! The text inside an `OpenDocument` paragraph: spans, links, notes, blanks, tracked changes.

use roxmltree::Node;

use super::{
    super::{
        blocks::{Inline, Note, Style, push_text, words},
        looks::Looks,
        xml,
    },
    body::{Change, Reader},
};

impl<'d> Reader<'d> {
    pub(super) fn spans(&mut self, node: Node<'d, 'd>, looks: Looks, out: &mut Vec<Inline>) {
        for child in node.children() {
            if child.is_text() {
                self.text(child.text().unwrap_or_default(), looks, out);
            } else {
                self.element(child, looks, out);
            }
        }
    }

    fn element(&mut self, node: Node<'d, 'd>, looks: Looks, out: &mut Vec<Inline>) {
        match xml::name(node) {
            "span" => {
                let own = self.styles.looks(true, xml::attribute(node, "style-name"));
                self.spans(node, own.or(looks), out);
            }
            "s" | "line-break" => self.text(" ", looks, out),
            "tab" => self.text("\t", looks, out),
            "a" => self.link(node, looks, out),
            "note" if !self.hidden => self.note(node, out),
            "soft-page-break" => {
                self.page += 1;
                out.push(Inline::Page(self.page));
            }
            "change-start" | "change-end" | "change" => self.change(node, out, looks),
            "frame" | "custom-shape" if !self.hidden => self.boxes.push(node),
            // Comments, and what stands in text that is not there.
            "annotation" | "annotation-end" | "note" | "frame" | "custom-shape" => {}
            _ => self.spans(node, looks, out),
        }
    }

    /// Text as it is shown: runs of blanks in the file are one.
    fn text(&mut self, text: &str, looks: Looks, out: &mut Vec<Inline>) {
        if self.hidden || looks.is_hidden() {
            return;
        }
        push_text(out, &looks.shown(text), looks.style());
    }

    fn link(&mut self, node: Node<'d, 'd>, looks: Looks, out: &mut Vec<Inline>) {
        let mut inner = Vec::new();
        self.spans(node, looks, &mut inner);
        let text = words(&inner);
        let target = xml::attribute(node, "href").filter(|target| !target.starts_with('#'));
        match target {
            Some(target) if !text.trim().is_empty() => {
                let style = match inner.first() {
                    Some(Inline::Text { style, .. }) => *style,
                    _ => Style::default(),
                };
                out.push(Inline::Link { text, style, target: target.to_owned() });
            }
            _ => out.extend(inner),
        }
    }

    fn note(&mut self, node: Node<'d, 'd>, out: &mut Vec<Inline>) {
        // A mark of its own is kept; numbers are counted anew, as they are each time the file is opened.
        let chosen =
            xml::child(node, "note-citation").and_then(|mark| xml::attribute(mark, "label"));
        let mark = chosen.map_or_else(|| (self.notes.len() + 1).to_string(), str::to_owned);
        let mut text = Vec::new();
        let body = xml::child(node, "note-body");
        for paragraph in body.into_iter().flat_map(|body| body.children()).filter(Node::is_element)
        {
            if !text.is_empty() {
                push_text(&mut text, " ", Style::default());
            }
            self.spans(paragraph, Looks::default(), &mut text);
        }
        self.notes.push(Note { mark, text });
        out.push(Inline::Note(self.notes.len() - 1));
    }

    /// Where a change begins, ends or stands. Only the old side has anything to do: the new one is what the file shows.
    pub(super) fn change(&mut self, node: Node<'d, 'd>, out: &mut Vec<Inline>, looks: Looks) {
        let change = xml::attribute(node, "change-id").and_then(|id| self.changes.get(id)).copied();
        if !self.old {
            return;
        }
        match (xml::name(node), change) {
            ("change-start", Some(Change::Insertion)) => self.hidden = true,
            ("change-end", Some(Change::Insertion)) => self.hidden = false,
            ("change", Some(Change::Deletion(deleted))) => {
                let paragraphs =
                    deleted.children().filter(|child| matches!(xml::name(*child), "p" | "h"));
                for (index, paragraph) in paragraphs.enumerate() {
                    if index > 0 {
                        out.push(Inline::Break);
                    }
                    self.spans(paragraph, looks, out);
                }
            }
            _ => {}
        }
    }
}
