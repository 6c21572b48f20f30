//! The blocks of a file, written as Markdown.

use std::fmt::Write as _;

use rustc_hash::{FxHashMap, FxHashSet};

use super::blocks::{Block, Content, Inline, Mark, Note, Style, plain, words};

mod escape;

/// One line a paragraph, one blank line between blocks, notes after the block that carries their mark.
pub(super) fn write(content: &Content) -> String {
    let mut writer = Writer {
        out: String::new(),
        labels: note_labels(content),
        due: Vec::new(),
        written: FxHashSet::default(),
        indents: Vec::new(),
        content,
    };
    writer.blocks(&content.blocks, "");
    writer.notes("");
    // Notes whose mark was not found in the text are kept all the same.
    writer.due = (0..content.notes.len()).filter(|note| !writer.written.contains(note)).collect();
    writer.notes("");
    writer.out
}

/// A label for each note: its mark where that is a number no other note has, else one that says which of them it is.
fn note_labels(content: &Content) -> Vec<String> {
    let mut seen = FxHashMap::<&str, usize>::default();
    let label = |note: (usize, &Note)| {
        let (index, note) = note;
        if note.mark.is_empty() || !note.mark.chars().all(char::is_alphanumeric) {
            return format!("note-{}", index + 1);
        }
        note.mark.clone()
    };
    let labels: Vec<String> = content.notes.iter().enumerate().map(label).collect();
    labels
        .iter()
        .map(|label| {
            let count = seen.entry(label).and_modify(|count| *count += 1).or_insert(1);
            if *count == 1 { label.clone() } else { format!("{label}-{count}") }
        })
        .collect()
}

struct Writer<'c> {
    out: String,
    content: &'c Content,
    labels: Vec<String>,
    /// Notes whose mark is written and whose text is not.
    due: Vec<usize>,
    written: FxHashSet<usize>,
    /// How far the text of each open item is indented from that of the one around it.
    indents: Vec<usize>,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], margin: &str) {
        let mut before: Option<&Block> = None;
        for block in blocks {
            let joined = matches!((before, block), (Some(Block::Item { .. }), Block::Item { mark, .. }) if *mark != Mark::None);
            if !matches!(block, Block::Item { .. } | Block::Page(_)) {
                self.notes(margin);
            }
            self.gap(margin, joined);
            self.block(block, margin);
            before = Some(block);
        }
    }

    /// Ends the block before: by a blank line, or by the next line where an item follows an item.
    fn gap(&mut self, margin: &str, joined: bool) {
        if !self.out.is_empty() && !joined {
            self.out.push_str(margin.trim_end());
            self.out.push('\n');
        }
        self.out.push_str(margin);
    }

    fn block(&mut self, block: &Block, margin: &str) {
        match block {
            Block::Heading { level, text } => {
                self.out.push_str(&"######"[..usize::from(*level).clamp(1, 6)]);
                self.out.push(' ');
                let line = self.line(text, false);
                self.out.push_str(line.trim());
            }
            Block::Paragraph(text) => {
                let line = self.line(text, false);
                self.out.push_str(&escape::line_start(line.trim()));
            }
            Block::Item { depth, mark, text } => self.item(*depth, mark, text),
            Block::Table(rows) => return self.table(rows, margin),
            Block::Quote(inner) => return self.quote(inner, margin),
            Block::Page(number) => {
                let _ = write!(self.out, "<!-- page {number} -->");
            }
        }
        self.out.push('\n');
    }

    /// "- text", "- (a) text" or "3. text": what Markdown itself does not number keeps its mark as text.
    fn item(&mut self, depth: usize, mark: &Mark, text: &[Inline]) {
        self.indents.truncate(depth + usize::from(*mark == Mark::None));
        let indent: usize = self.indents.iter().sum();
        self.out.push_str(&" ".repeat(indent));
        let line = self.line(text, false);
        let line = line.trim();
        let begin = match mark {
            Mark::Written(label) if is_counted(label) => format!("{label} "),
            Mark::None => String::new(),
            Mark::Bullet | Mark::Written(_) => "- ".to_owned(),
        };
        if *mark != Mark::None {
            self.indents.push(begin.len());
        }
        self.out.push_str(&begin);
        let _ = match mark {
            Mark::Written(label) if !is_counted(label) => write!(self.out, "{label} {line}"),
            _ => write!(self.out, "{}", escape::line_start(line)),
        };
    }

    fn quote(&mut self, inner: &[Block], margin: &str) {
        self.out.truncate(self.out.len() - margin.len());
        let margin = format!("{margin}> ");
        let before = std::mem::take(&mut self.out);
        self.blocks(inner, &margin);
        let quoted = std::mem::replace(&mut self.out, before);
        self.out.push_str(&quoted);
    }

    /// The first row is the header; where it reads like text, the header is left empty.
    fn table(&mut self, rows: &[Vec<Vec<Inline>>], margin: &str) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if rows.first().is_some_and(|row| row.iter().any(|cell| is_text(&words(cell)))) {
            let headed: Vec<_> = std::iter::once(Vec::new()).chain(rows.iter().cloned()).collect();
            return self.table(&headed, margin);
        }
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                self.out.push_str(margin);
            }
            if index == 0 {
                let plain: Vec<_> = row.iter().cloned().map(plain).collect();
                self.row(&plain, width);
            } else {
                self.row(row, width);
            }
            if index == 0 {
                self.out.push_str(margin);
                self.out.push_str(&"| --- ".repeat(width));
                self.out.push_str("|\n");
            }
        }
    }

    fn row(&mut self, row: &[Vec<Inline>], width: usize) {
        for column in 0..width {
            let cell = row.get(column).map(|cell| self.line(cell, true)).unwrap_or_default();
            let _ = write!(self.out, "| {} ", cell.trim());
        }
        self.out.push_str("|\n");
    }

    /// The notes whose marks stand in the blocks before.
    fn notes(&mut self, margin: &str) {
        for index in std::mem::take(&mut self.due) {
            let Some(note) = self.content.notes.get(index) else { continue };
            if !self.written.insert(index) {
                continue;
            }
            self.gap(margin, false);
            let text = self.line(&note.text, false);
            let _ = writeln!(self.out, "[^{}]: {}", self.labels[index], text.trim());
        }
    }

    /// Running text on one line.
    fn line(&mut self, inlines: &[Inline], in_table: bool) -> String {
        let mut line = Line::default();
        for inline in inlines {
            match inline {
                Inline::Text { text, style } => line.text(text, *style, in_table),
                Inline::Link { text, style, target } => {
                    line.switch(*style);
                    let _ = write!(
                        line.out,
                        "[{}]({})",
                        escape::text(text, in_table),
                        escape::target(target)
                    );
                }
                Inline::Note(index) => {
                    line.switch(Style::default());
                    let _ = write!(
                        line.out,
                        "[^{}]",
                        self.labels.get(*index).map_or("?", |label| label)
                    );
                    self.due.push(*index);
                }
                Inline::Page(number) => {
                    line.switch(Style::default());
                    let _ = write!(line.out, "<!-- page {number} -->");
                }
                Inline::Break if in_table => {
                    line.switch(Style::default());
                    line.out.truncate(line.out.trim_end().len());
                    line.out.push_str("<br>");
                }
                Inline::Break => line.space(),
            }
        }
        line.switch(Style::default());
        line.out
    }
}

/// A line being written: which emphasis is open, and blanks that must not stand inside it.
#[derive(Default)]
struct Line {
    out: String,
    open: Style,
}

impl Line {
    fn text(&mut self, text: &str, style: Style, in_table: bool) {
        let words = text.trim();
        if words.is_empty() {
            if !text.is_empty() {
                self.space();
            }
            return;
        }
        if text.starts_with(char::is_whitespace) {
            self.space();
        }
        // Emphasis on a comma or a dash alone is a slip of the typist.
        let says_something = words.contains(char::is_alphanumeric);
        let style = if says_something { style } else { Style::default() };
        let words =
            if style == self.open { words } else { self.between_words(words, style, in_table) };
        self.switch(style);
        self.out.push_str(&escape::text(words, in_table));
        if text.ends_with(char::is_whitespace) {
            self.space();
        }
    }

    /// Where no blank is between two words, punctuation between them goes outside the emphasis, or Markdown would not read its
    /// marks as such. Returns the words that are left to write.
    fn between_words<'t>(&mut self, words: &'t str, style: Style, in_table: bool) -> &'t str {
        let punctuation = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
        if self.open != Style::default() && words.starts_with(char::is_alphanumeric) {
            let tail = self.out.split_off(self.out.trim_end_matches(punctuation).len());
            self.switch(Style::default());
            self.out.push_str(&tail);
        }
        if style == Style::default() || !self.out.ends_with(char::is_alphanumeric) {
            return words;
        }
        let rest = words.trim_start_matches(punctuation);
        self.switch(Style::default());
        self.out.push_str(&escape::text(&words[..words.len() - rest.len()], in_table));
        rest
    }

    fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    /// Closes and opens emphasis; a closing mark goes before the blank, not after it.
    fn switch(&mut self, style: Style) {
        if style == self.open {
            return;
        }
        let blank = self.out.ends_with(' ') && self.open != Style::default();
        if blank {
            self.out.pop();
        }
        self.out.push_str(marks(self.open));
        if blank {
            self.out.push(' ');
        }
        self.out.push_str(marks(style));
        self.open = style;
    }
}

/// Whether a cell is more than the name of a column.
fn is_text(cell: &str) -> bool {
    let cell = cell.trim();
    let is_sentence = cell.ends_with(['.', ';', ',']) || cell.starts_with(char::is_lowercase);
    cell.len() > 80 || cell.len() > 30 && is_sentence
}

/// "3.", "12)": what Markdown itself numbers items with.
fn is_counted(label: &str) -> bool {
    let digits = label.trim_end_matches(['.', ')']);
    digits.len() + 1 == label.len()
        && digits.len() < 10
        && digits.bytes().all(|b| b.is_ascii_digit())
}

fn marks(style: Style) -> &'static str {
    match (style.bold, style.italic) {
        (false, false) => "",
        (true, false) => "**",
        (false, true) => "*",
        (true, true) => "***",
    }
}
