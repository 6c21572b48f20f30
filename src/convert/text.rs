//! Plain text: paragraphs by blank lines and numbering, lines broken by hand joined.

use super::{
    blocks::{Block, Content, Inline, Mark, Style},
    charset,
    label::{Label, LabelKind},
};

pub(super) fn read(bytes: &[u8]) -> Content {
    let text = charset::decoded(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let width = usual_width(&text);
    let mut builder = Builder { width, ..Builder::default() };
    for page in text.split('\u{c}').zip(1..) {
        let (page, number) = page;
        if text.contains('\u{c}') && !page.trim().is_empty() {
            builder.close();
            builder.blocks.push(Block::Page(number));
        }
        for line in page.lines() {
            builder.line(line);
        }
    }
    builder.close();
    Content { blocks: builder.blocks, notes: Vec::new() }
}

/// How long full lines are, in characters, where the lines of the text were broken by hand; else 0.
fn usual_width(text: &str) -> usize {
    let mut lengths: Vec<usize> = text
        .lines()
        .map(|line| line.trim_end().chars().count())
        .filter(|&length| length > 0)
        .collect();
    lengths.sort_unstable();
    let long = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0);
    if long <= 120 { long } else { 0 }
}

#[derive(Default)]
struct Builder {
    width: usize,
    blocks: Vec<Block>,
    open: String,
    mark: Option<Mark>,
    /// Indents of the items around the open one, outermost first.
    indents: Vec<usize>,
    depth: usize,
    /// Length of the last line.
    last: usize,
}

impl Builder {
    fn line(&mut self, line: &str) {
        let text = tabbed(line.trim());
        let text = text.as_str();
        if text.is_empty() {
            return self.close();
        }
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        let label = Label::at_start_of(text).filter(|label| self.is_label(label, text));
        if label.is_some() || !self.goes_on(text) {
            self.close();
        }
        self.last = line.trim_end().chars().count();
        if !self.open.is_empty() {
            self.open.push(' ');
            self.open.push_str(text);
            return;
        }
        self.begin(indent, label, text);
    }

    fn begin(&mut self, indent: usize, label: Option<Label<'_>>, text: &str) {
        let mark = label.and_then(|label| match label.kind {
            LabelKind::Bullet => Some(Mark::Bullet),
            LabelKind::Bracketed => Some(Mark::Written(label.written.to_owned())),
            LabelKind::Decimal | LabelKind::Counted => None,
        });
        while self
            .indents
            .last()
            .is_some_and(|&open| open > indent || mark.is_none() && open >= indent)
        {
            self.indents.pop();
        }
        if mark.is_some() && self.indents.last().is_none_or(|&open| open < indent) {
            self.indents.push(indent);
        }
        let skip = label.filter(|_| mark.is_some()).map_or(0, |label| label.length);
        self.depth = self.indents.len().saturating_sub(1);
        self.mark = mark.or((!self.indents.is_empty()).then_some(Mark::None));
        text[skip..].clone_into(&mut self.open);
    }

    /// Inside a paragraph only what could not be the middle of a sentence is a label.
    fn is_label(&self, label: &Label<'_>, text: &str) -> bool {
        let finished = self.open.is_empty()
            || self.open.ends_with(['.', ':', ';', '?', '!', ','])
            || self.open.ends_with(" and")
            || self.open.ends_with(" or");
        !label.is_doubtful() || label.set_off(text) || finished
    }

    /// Whether a line without a label goes on with the open paragraph: not after a line that ended before it was full.
    fn goes_on(&self, text: &str) -> bool {
        const RAGGED: usize = 8;
        let first = text.split([' ', '\t']).next().map_or(0, |word| word.chars().count());
        let had_room = self.last + 1 + first + RAGGED < self.width;
        self.width > 0 && (!had_room || text.starts_with(char::is_lowercase))
    }

    fn looks_like_heading(&self) -> bool {
        let letters = self.open.chars().filter(|c| c.is_alphabetic());
        self.open.len() < 100
            && self.mark.is_none()
            && letters.clone().next().is_some()
            && letters.clone().all(char::is_uppercase)
    }

    fn close(&mut self) {
        if self.open.is_empty() {
            return;
        }
        let heading = self.looks_like_heading()
            && self.open.chars().filter(|c| c.is_alphabetic()).count() > 3;
        let text =
            vec![Inline::Text { text: std::mem::take(&mut self.open), style: Style::default() }];
        let block = match self.mark.take() {
            Some(mark) => Block::Item { depth: self.depth, mark, text },
            None if heading => Block::Heading { level: 2, text },
            None => Block::Paragraph(text),
        };
        self.blocks.push(block);
    }
}

/// Several blanks set a label off from its text as a tab does.
fn tabbed(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (index, part) in line.split("  ").map(str::trim).filter(|part| !part.is_empty()).enumerate()
    {
        if index > 0 {
            out.push('\t');
        }
        out.push_str(part);
    }
    out
}
