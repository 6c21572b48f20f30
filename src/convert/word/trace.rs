//! From bytes of the Markdown back to the text elements of the Word file that they came from.

use std::ops::Range;

/// The text of one text element, as the Markdown has it.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Where the element, its run, and the run's properties lie in the XML.
    pub(super) element: Range<usize>,
    pub(super) run: Range<usize>,
    pub(super) properties: Option<Range<usize>>,
    pub(super) shown: String,
    /// Which paragraph it belongs to; text of one stands together in the Markdown.
    pub(super) paragraph: usize,
}

/// A character of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) segment: usize,
    /// In characters.
    pub(super) at: usize,
}

/// For each letter of the Markdown, where it stands in the file.
#[derive(Debug)]
pub(super) struct Trace {
    /// Byte offsets of the Markdown's letters, and their spots where they come from the text.
    letters: Vec<(usize, Option<Spot>)>,
}

impl Trace {
    pub(super) fn new(markdown: &str, segments: &[Segment]) -> Self {
        let (text, offsets) = letters_of_markdown(markdown);
        let mut letters: Vec<(usize, Option<Spot>)> =
            offsets.into_iter().map(|at| (at, None)).collect();
        let mut cursor = 0;
        let mut first = 0;
        for paragraph in segments.chunk_by(|a, b| a.paragraph == b.paragraph) {
            let (wanted, spots) = letters_of_segments(paragraph, first);
            first += paragraph.len();
            let found = text
                .get(cursor..)
                .and_then(|rest| rest.find(&wanted))
                .filter(|_| !wanted.is_empty());
            let Some(start) = found.map(|at| cursor + at) else { continue };
            for (letter, spot) in letters[start..].iter_mut().zip(spots) {
                letter.1 = Some(spot);
            }
            cursor = start + wanted.len();
        }
        Self { letters }
    }

    /// The first and the last character that a stretch of the Markdown came from. Words that are not in the text itself, those
    /// of a note, stand for the last character before them, where the note's mark is.
    pub(super) fn spots(&self, range: &Range<usize>) -> Option<(Spot, Spot)> {
        let from = self.letters.partition_point(|&(at, _)| at < range.start);
        let to = self.letters.partition_point(|&(at, _)| at < range.end);
        let mut inside = self.letters[from..to].iter().filter_map(|&(_, spot)| spot);
        match inside.next() {
            Some(first) => Some((first, inside.next_back().unwrap_or(first))),
            None => self.letters[..from]
                .iter()
                .rev()
                .find_map(|&(_, spot)| spot)
                .map(|spot| (spot, spot)),
        }
    }
}

/// Letters and digits in lower case, and the byte offset each byte of them came from: what marks and blanks cannot change.
fn push_letters(out: &mut String, c: char, mut each: impl FnMut()) {
    if c.is_alphanumeric() {
        let before = out.len();
        out.extend(c.to_lowercase());
        (before..out.len()).for_each(|_| each());
    }
}

fn letters_of_segments(segments: &[Segment], first: usize) -> (String, Vec<Spot>) {
    let (mut text, mut spots) = (String::new(), Vec::new());
    for (segment, index) in segments.iter().zip(first..) {
        for (at, c) in segment.shown.chars().enumerate() {
            push_letters(&mut text, c, || spots.push(Spot { segment: index, at }));
        }
    }
    (text, spots)
}

/// The Markdown without page marks, note marks, notes and the targets of links.
fn letters_of_markdown(markdown: &str) -> (String, Vec<usize>) {
    let (mut text, mut offsets) = (String::new(), Vec::new());
    let mut at = 0;
    while let Some(c) = markdown[at..].chars().next() {
        if let Some(length) = mark_length(markdown, at) {
            at += length;
            continue;
        }
        push_letters(&mut text, c, || offsets.push(at));
        at += c.len_utf8();
    }
    (text, offsets)
}

/// How long a mark of Markdown's own at this place is.
fn mark_length(markdown: &str, at: usize) -> Option<usize> {
    let rest = &markdown[at..];
    let until = |end: &str| rest.find(end).map(|length| length + end.len());
    if rest.starts_with("<!--") {
        return until("-->");
    }
    if rest.starts_with("](") {
        return if rest.starts_with("](<") { until(">)") } else { until(")") };
    }
    if !rest.starts_with("[^") || markdown[..at].ends_with('\\') {
        return None;
    }
    let mark = until("]")?;
    let begins_line = at == 0 || markdown[..at].ends_with('\n');
    if begins_line && rest[mark..].starts_with(':') {
        Some(until("\n").unwrap_or(rest.len()))
    } else {
        Some(mark)
    }
}
