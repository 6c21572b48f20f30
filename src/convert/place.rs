//! Where a paragraph of a word-processor file belongs: a numbered paragraph, an item at its depth, or plain text.

use super::{
    blocks::{Block, Inline, Mark, Style, push_text, words},
    label::{Label, LabelKind},
    numbering::Written,
};

/// Items around the next paragraph, by their indents, outermost first. Any unit will do, as long as it is one.
#[derive(Debug, Default)]
pub(super) struct Items {
    indents: Vec<i32>,
}

impl Items {
    /// Makes a block of a paragraph with the number its file gives it, if any.
    pub(super) fn block(
        &mut self,
        number: Option<Written>,
        indent: i32,
        mut text: Vec<Inline>,
    ) -> Block {
        let plain = words(&text);
        let typed = Label::at_start_of(&plain)
            .filter(|label| label.set_off(&plain) || !label.is_doubtful());
        match (number, typed) {
            (Some(Written::Bullet), _) => self.item(indent, Mark::Bullet, text),
            (Some(Written::Label(label)), _) if is_item(&label) => {
                self.item(indent, Mark::Written(label), text)
            }
            (Some(Written::Label(label)), _) => {
                self.indents.clear();
                text.insert(0, Inline::Text { text: format!("{label} "), style: Style::default() });
                Block::Paragraph(text)
            }
            (None, Some(label))
                if matches!(label.kind, LabelKind::Bullet | LabelKind::Bracketed) =>
            {
                let mark = if label.kind == LabelKind::Bullet {
                    Mark::Bullet
                } else {
                    Mark::Written(label.written.to_owned())
                };
                self.item(indent, mark, without(text, label.length))
            }
            (None, _) => self.plain(indent, text),
        }
    }

    pub(super) fn end(&mut self) {
        self.indents.clear();
    }

    fn item(&mut self, indent: i32, mark: Mark, text: Vec<Inline>) -> Block {
        while self.indents.last().is_some_and(|&open| open > indent) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|&open| open < indent) {
            self.indents.push(indent);
        }
        Block::Item { depth: self.indents.len() - 1, mark, text }
    }

    /// Text without a number: part of the item whose text it stands under, else a paragraph.
    fn plain(&mut self, indent: i32, text: Vec<Inline>) -> Block {
        while self.indents.last().is_some_and(|&open| open > indent) {
            self.indents.pop();
        }
        match self.indents.len() {
            depth @ 1.. if indent > 0 => Block::Item { depth: depth - 1, mark: Mark::None, text },
            _ => {
                self.indents.clear();
                Block::Paragraph(text)
            }
        }
    }
}

/// "(a)", "iv.", "3.", but not "9.12" or "Rule 3".
fn is_item(label: &str) -> bool {
    let padded = format!("{label} ");
    Label::at_start_of(&padded).is_some_and(|found| {
        found.length == padded.len()
            && match found.kind {
                LabelKind::Bracketed => true,
                // A bare number is a paragraph's; Markdown makes an item of "3." either way.
                LabelKind::Counted => label.ends_with('.'),
                _ => false,
            }
    })
}

/// A paragraph without the first bytes of its text: a label that became a mark.
fn without(inlines: Vec<Inline>, length: usize) -> Vec<Inline> {
    let mut left = length;
    let mut out = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, style } if left > 0 => {
                let cut = left.min(text.len());
                left -= cut;
                push_text(&mut out, text.get(cut..).unwrap_or_default(), style);
            }
            other => out.push(other),
        }
    }
    out
}
