//! The text of an open file, as the editor changes it.

use ls_types::TextDocumentContentChangeEvent as Change;

use super::lines::Lines;

#[derive(Debug)]
pub(super) struct Text {
    text: String,
    lines: Lines,
}

impl Text {
    pub(super) fn new(text: String) -> Self {
        let lines = Lines::of(&text);
        Self { text, lines }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn lines(&self) -> &Lines {
        &self.lines
    }

    /// Makes changes in their order, each in the text that the one before it left.
    pub(super) fn change(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change.range {
                None => self.text = change.text,
                Some(range) => {
                    let start = self.lines.offset(&self.text, range.start) as usize;
                    let end = self.lines.offset(&self.text, range.end) as usize;
                    self.text.replace_range(start.min(end)..end.max(start), &change.text);
                }
            }
            self.lines = Lines::of(&self.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use ls_types::{Position, Range};

    use super::*;

    fn change(from: (u32, u32), to: (u32, u32), text: &str) -> Change {
        let at = |(line, character)| Position { line, character };
        let range = Some(Range { start: at(from), end: at(to) });
        Change { range, range_length: None, text: text.to_owned() }
    }

    #[test]
    fn each_change_is_made_in_what_the_last_one_left() {
        let mut text = Text::new("Schools must 😀 act.\nParents may.\n".to_owned());
        text.change(vec![
            change((0, 13), (0, 15), "not"),
            change((0, 0), (0, 0), "1.1 "),
            change((1, 0), (9, 0), ""),
        ]);
        assert_eq!(text.as_str(), "1.1 Schools must not act.\n");
        text.change(vec![Change { range: None, range_length: None, text: "é\n".to_owned() }]);
        text.change(vec![change((0, 1), (0, 0), "e")]);
        assert_eq!(text.as_str(), "e\n", "a range that runs backwards is still one");
    }
}
