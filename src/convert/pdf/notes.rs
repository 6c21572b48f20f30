//! Footnotes: the small print at the foot of a page, taken out of the text that runs over it to the next.

use std::ops::RangeInclusive;

use rustc_hash::FxHashSet;

use super::{content::Stroke, lines::Line, page::Page};

/// Text smaller than this part of the body's size is small print.
const SMALL: f32 = 0.93;

/// A footnote where it stands.
#[derive(Debug)]
pub(super) struct Footnote {
    pub(super) page: u32,
    /// The page its text ends on.
    pub(super) ends_on: u32,
    pub(super) mark: String,
    /// The lines of its text; the first without the mark.
    pub(super) lines: Vec<Line>,
}

/// Takes the footnotes off the feet of the pages and columns. What begins small print without a mark goes on with the note before.
pub(super) fn take(pages: &mut [Page], body: f32) -> Vec<Footnote> {
    let mut notes: Vec<Footnote> = Vec::new();
    for columns in pages.chunk_by_mut(|a, b| a.number == b.number) {
        let mut carried: FxHashSet<String> = columns.iter().flat_map(carried_marks).collect();
        for column in columns {
            take_column(column, body, &mut carried, &mut notes);
        }
    }
    notes
}

fn take_column(
    page: &mut Page,
    body: f32,
    carried: &mut FxHashSet<String>,
    notes: &mut Vec<Footnote>,
) {
    let foot = small_print(page, body).min(below_rule(page, carried));
    let goes_on = notes.last().is_some_and(|note| note.ends_on + 1 >= page.number && is_open(note));
    let first = page.lines[foot..].iter().position(|line| mark(line, carried).is_some());
    let start =
        if goes_on && (first.is_some() || follows_rule(page, foot)) { Some(0) } else { first };
    let Some(start) = start else { return };
    for line in page.lines.split_off(foot + start) {
        match (mark(&line, carried), notes.last_mut()) {
            (None, Some(note)) => {
                note.ends_on = page.number;
                note.lines.push(line);
            }
            (found, _) => {
                let found = found.unwrap_or_default();
                carried.remove(&found);
                notes.push(Footnote::begin(page.number, found, line));
            }
        }
    }
}

/// Whether the small print is set off by a short rule: then it is the rest of a note, though no note begins there.
fn follows_rule(page: &Page, foot: usize) -> bool {
    let Some(first) = page.lines.get(foot) else { return false };
    let above = foot.checked_sub(1).and_then(|last| page.lines.get(last));
    let between = |rule: &Stroke| {
        rule.at < first.baseline && above.is_none_or(|line| rule.at > line.baseline)
    };
    page.rules.iter().any(|rule| between(rule) && is_short(page, rule))
}

fn is_short(page: &Page, rule: &Stroke) -> bool {
    (page.width * 0.08..page.width * 0.5).contains(&(rule.to - rule.from))
}

/// The marks that the text of a page carries.
fn carried_marks(page: &Page) -> Vec<String> {
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
    let short = page.rules.iter().filter(|rule| is_short(page, rule));
    let Some(rule) = short.map(|rule| rule.at).reduce(f32::max) else { return none };
    let first = page.lines.partition_point(|line| line.baseline < rule);
    let begins = page.lines.get(first).and_then(|line| mark(line, carried)).is_some();
    if begins { first } else { none }
}

/// Lines at the foot of a page that are notes: small print from the first that begins with a mark, as long as lines of its size
/// follow closely. They may read alike on many pages and are still no running feet.
/// Given as the baselines from its first line to its last.
pub(super) fn block(page: &Page, body: f32) -> RangeInclusive<f32> {
    let carried = carried_marks(page).into_iter().collect();
    let begins = |line: &Line| {
        line.baseline > page.height * 0.4
            && line.size < body * SMALL
            && mark(line, &carried).is_some()
    };
    let Some(first) = page.lines.iter().position(begins) else { return f32::MAX..=f32::MIN };
    let size = page.lines[first].size;
    let ends = page.lines[first..].windows(2).position(|pair| {
        let step = pair[1].baseline - pair[0].baseline;
        step > size * 1.8 || (pair[1].size - size).abs() > size * 0.1
    });
    let last = ends.map_or(page.lines.len() - 1, |last| first + last);
    page.lines[first].baseline..=page.lines[last].baseline
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
        Self { page, ends_on: page, mark, lines: vec![line] }
    }
}
