//! Lines joined to running text: styles, raised marks, words broken at a line's end.

use rustc_hash::FxHashMap;

use super::{
    super::blocks::{Inline, Style, push_text, raised, words},
    lines::Line,
    measure::{Words, broken_word},
    pieces::Piece,
};

/// Which note a mark on a page means.
pub(super) type Marks = FxHashMap<(u32, String), usize>;

/// What joining lines needs to know of the file.
pub(super) struct Joiner {
    pub(super) words: Words,
    pub(super) marks: Marks,
}

impl Joiner {
    /// Adds a line to a paragraph, after the first `skip` bytes of its text.
    pub(super) fn add(&self, inlines: &mut Vec<Inline>, line: &Line, page: u32, skip: usize) {
        self.join(inlines, line.text().get(skip..).unwrap_or_default());
        let mut left = skip;
        line.each_gap(|piece, gap| {
            if left >= gap.len() + piece.text.len() {
                left -= gap.len() + piece.text.len();
                return;
            }
            if left == 0 && !gap.is_empty() {
                push_text(inlines, " ", piece.style);
            }
            let rest = piece.text.get(left.saturating_sub(gap.len())..).unwrap_or_default();
            left = 0;
            self.piece(inlines, piece, rest, page);
        });
    }

    /// Ends the line before: with a blank, or without its hyphen.
    fn join(&self, inlines: &mut Vec<Inline>, next: &str) {
        let text = match inlines.last_mut() {
            Some(Inline::Text { text, .. }) => text,
            Some(Inline::Break) | None => return,
            Some(_) => return push_text(inlines, " ", Style::default()),
        };
        let trimmed = text.trim_end().len();
        text.truncate(trimmed);
        match broken_word(text, next.trim_start()) {
            Some((start, end))
                if !text.ends_with('\u{ad}') && self.words.keeps_hyphen(start, end) => {}
            Some(_) => drop(text.pop()),
            None if text.ends_with(['/', '-']) && !text.ends_with(" -") => {}
            None => text.push(' '),
        }
    }

    fn piece(&self, inlines: &mut Vec<Inline>, piece: &Piece, text: &str, page: u32) {
        if !piece.raised {
            return push_text(inlines, text, piece.style);
        }
        for mark in text.split(',').map(str::trim) {
            match self.marks.get(&(page, mark.to_owned())) {
                Some(&note) => {
                    if let Some(Inline::Text { text, .. }) = inlines.last_mut() {
                        text.truncate(text.trim_end().len());
                    }
                    inlines.push(Inline::Note(note));
                }
                None => {
                    push_text(inlines, &mark.chars().map(raised).collect::<String>(), piece.style);
                }
            }
        }
        if text.ends_with(' ') {
            push_text(inlines, " ", Style::default());
        }
    }
}

/// Whether every word is bold.
pub(super) fn all_bold(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text { text, style } => style.bold || !text.contains(char::is_alphanumeric),
        _ => true,
    }) && words(inlines).contains(char::is_alphabetic)
}
