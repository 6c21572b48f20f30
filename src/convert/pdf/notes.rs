//! Footnotes: the small print at the foot of a page, taken out of the text that runs over it to the next.

use rustc_hash::FxHashSet;

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
        let mut carried = carried_marks(page);
        let foot = small_print(page, body).min(below_rule(page, &carried));
        let goes_on =
            notes.last().is_some_and(|note| note.page + 1 == page.number && is_open(note));
        let first = page.lines[foot..].iter().position(|line| mark(line, &carried).is_some());
        let start = if goes_on && first.is_some() { Some(0) } else { first };
        let Some(start) = start else { continue };
        for line in page.lines.split_off(foot + start) {
            match (mark(&line, &carried), notes.last_mut()) {
                (None, Some(note)) => note.lines.push(line),
                (found, _) => {
                    let found = found.unwrap_or_default();
                    carried.remove(&found);
                    notes.push(Footnote::begin(page.number, found, line));
                }
            }
        }
    }
    notes
}

/// The marks that the text of a page carries.
fn carried_marks(page: &Page) -> FxHashSet<String> {
    let in_tables = page.tables.iter().flat_map(|table| table.rows.iter().flatten().flatten());
    let pieces = page.lines.iter().chain(in_tables).flat_map(|line| line.pieces.iter().skip(1));
    let raised = pieces.filter(|piece| piece.raised);
    raised.flat_map(|piece| piece.text.split(',')).map(|mark| mark.trim().to_owned()).collect()
}

/// The first line of the small print that ends a page.
fn small_print(page: &Page, body: f32) -> usize {
    page.lines.iter().rposition(|line| line.size > body * SMALL).map_or(0, |last| last + 1)
}

/// The first line below a short rule, where it begins with a mark that the text above carries: notes as large as the text.
fn below_rule(page: &Page, carried: &FxHashSet<String>) -> usize {
    let none = page.lines.len();
    let lengths = page.width * 0.08..page.width * 0.5;
    let short = page.rules.iter().filter(|rule| lengths.contains(&(rule.to - rule.from)));
    let Some(rule) = short.map(|rule| rule.at).reduce(f32::max) else { return none };
    let first = page.lines.partition_point(|line| line.baseline < rule);
    let begins = page.lines.get(first).and_then(|line| mark(line, carried)).is_some();
    if begins { first } else { none }
}

/// Whether a note was cut off by the end of its page.
fn is_open(note: &Footnote) -> bool {
    let last = note.lines.last().map(Line::text).unwrap_or_default();
    !last.trim_end().ends_with(['.', '?', '!', '”', ')']) && !last.contains("://")
}

/// The mark a footnote begins with: a raised number or sign, or a plain one that the text above carries.
fn mark(line: &Line, carried: &FxHashSet<String>) -> Option<String> {
    let text = line.text();
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = text.chars().next().filter(|c| matches!(c, '*' | '†' | '‡' | '§'));
    let length = sign.map_or(digits, char::len_utf8);
    let raised = line.pieces.first().is_some_and(|piece| piece.raised);
    let is_mark = (1..=4).contains(&length)
        && text.len() > length
        && (raised || carried.contains(&text[..length]));
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
