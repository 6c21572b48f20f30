//! Footnotes: the small print at the foot of a page, taken out of the text that runs over it to the next.

use super::{lines::Line, page::Page};

/// Text smaller than this part of the body's size is small print.
const SMALL: f32 = 0.93;

/// A footnote where it stands.
#[derive(Debug)]
pub(super) struct Footnote {
    pub(super) page: u32,
    pub(super) mark: String,
    /// The lines of its text; the first without the mark.
    pub(super) lines: Vec<Line>,
}

/// Takes the footnotes off the feet of the pages. What begins a page's small print without a mark goes on with the note before.
pub(super) fn take(pages: &mut [Page], body: f32) -> Vec<Footnote> {
    let mut notes: Vec<Footnote> = Vec::new();
    for page in pages {
        let foot =
            page.lines.iter().rposition(|line| line.size > body * SMALL).map_or(0, |last| last + 1);
        let goes_on =
            notes.last().is_some_and(|note| note.page + 1 == page.number && is_open(note));
        let small = &page.lines[foot..];
        let first = small.iter().position(|line| mark(line).is_some());
        let Some(start) = (if goes_on && first.is_some() { Some(0) } else { first }) else {
            continue;
        };
        for line in page.lines.split_off(foot + start) {
            match (mark(&line), notes.last_mut()) {
                (None, Some(note)) => note.lines.push(line),
                (found, _) => {
                    notes.push(Footnote::begin(page.number, found.unwrap_or_default(), line));
                }
            }
        }
    }
    notes
}

/// Whether a note was cut off by the end of its page.
fn is_open(note: &Footnote) -> bool {
    let last = note.lines.last().map(Line::text).unwrap_or_default();
    !last.trim_end().ends_with(['.', '?', '!', '”', ')']) && !last.contains("://")
}

/// The mark a footnote begins with: a raised number or sign, or a plain one with a blank after it.
fn mark(line: &Line) -> Option<String> {
    let text = line.text();
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = text.chars().next().filter(|c| matches!(c, '*' | '†' | '‡' | '§'));
    let length = sign.map_or(digits, char::len_utf8);
    let raised = line.pieces.first().is_some_and(|piece| piece.raised);
    let apart = text[length..].starts_with([' ', '\t']);
    let is_mark = (1..=4).contains(&length) && text.len() > length && (raised || apart);
    is_mark.then(|| text[..length].to_owned())
}

impl Footnote {
    fn begin(page: u32, mark: String, mut line: Line) -> Self {
        let mut left = mark.len();
        for piece in &mut line.pieces {
            let blanks = piece.text.len() - piece.text.trim_start().len();
            let cut = if left > 0 { (blanks + left).min(piece.text.len()) } else { break };
            left -= cut.saturating_sub(blanks).min(left);
            let rest = piece.text.get(cut..).unwrap_or_default();
            piece.text = rest.trim_start_matches([' ', '.', ')']).to_owned();
        }
        line.pieces.retain(|piece| !piece.text.is_empty());
        Self { page, mark, lines: vec![line] }
    }
}
