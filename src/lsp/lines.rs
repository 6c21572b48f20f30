//! Places as the protocol counts them: lines from 0, and in a line the UTF-16 units before it.

use std::cell::Cell;

use ls_types::{Position, Range};

/// Where each line of a text begins.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<u32>,
    /// Where it was counted last: most questions come in the order of the text, and a line may be a megabyte long.
    last: Cell<Counted>,
}

/// How many UTF-16 units lie between the beginning of a line and a byte of it.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    line: usize,
    offset: u32,
    units: u32,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        // A line ends at LF, at CRLF, or at a lone CR.
        let after = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
            .map(|at| at as u32 + 1);
        Self { starts: std::iter::once(0).chain(after).collect(), last: Cell::default() }
    }

    /// The position of a byte offset. An offset past the end is the end.
    pub(super) fn position(&self, text: &str, offset: u32) -> Position {
        let offset = offset.min(text.len() as u32);
        let line = self.line_of(offset);
        let start = self.starts[line];
        let last = self.last.get();
        let goes_on = last.line == line && last.offset >= start && last.offset <= offset;
        let (from, units) = if goes_on { (last.offset, last.units) } else { (start, 0) };
        let units = units + utf16(&text[from as usize..offset as usize]);
        self.last.set(Counted { line, offset, units });
        Position { line: line as u32, character: units }
    }

    pub(super) fn range(&self, text: &str, start: u32, end: u32) -> Range {
        Range { start: self.position(text, start), end: self.position(text, end) }
    }

    /// The byte offset of a position. One past the end of its line is that end; one inside a character is its beginning.
    pub(super) fn offset(&self, text: &str, position: Position) -> u32 {
        let Some(&start) = self.starts.get(position.line as usize) else {
            return text.len() as u32;
        };
        let line = text[start as usize..self.end_of_line(text, start) as usize].char_indices();
        let mut units = 0;
        for (at, c) in line {
            units += c.len_utf16() as u32;
            if units > position.character {
                return start + at as u32;
            }
        }
        self.end_of_line(text, start)
    }

    /// Where the line of an offset begins.
    pub(super) fn start_of_line(&self, offset: u32) -> u32 {
        self.starts[self.line_of(offset)]
    }

    /// Where the line of an offset ends, before the characters that end it.
    pub(super) fn end_of_line(&self, text: &str, offset: u32) -> u32 {
        let next = self.starts.get(self.line_of(offset) + 1).copied();
        let end = next.map_or(text.len(), |next| next as usize);
        let start = self.start_of_line(offset) as usize;
        (start + text[start..end].trim_end_matches(['\n', '\r']).len()) as u32
    }

    fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }
}

fn utf16(text: &str) -> u32 {
    if text.is_ascii() { text.len() as u32 } else { text.encode_utf16().count() as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A face takes two UTF-16 units and four bytes, an é one unit and two bytes.
    const TEXT: &str = "a😀b\r\né must 𝔘\rlast\n";

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn positions_count_utf16_units_and_every_sort_of_line_end() {
        let lines = Lines::of(TEXT);
        let position = |words: &str| lines.position(TEXT, TEXT.find(words).unwrap() as u32);
        assert_eq!(position("😀"), at(0, 1));
        assert_eq!(position("b"), at(0, 3));
        assert_eq!(position("must"), at(1, 2));
        assert_eq!(position("𝔘"), at(1, 7));
        assert_eq!(position("last"), at(2, 0));
        assert_eq!(lines.position(TEXT, 9999), at(3, 0));
    }

    #[test]
    fn each_character_is_found_again_in_any_order() {
        let lines = Lines::of(TEXT);
        let offsets: Vec<u32> = TEXT.char_indices().map(|(at, _)| at as u32).collect();
        for &offset in offsets.iter().chain(offsets.iter().rev()) {
            let is_line_end = TEXT[offset as usize..].starts_with('\n');
            let position = lines.position(TEXT, offset);
            // The LF of a CRLF lies past the end of its line.
            let expected = if is_line_end && TEXT[..offset as usize].ends_with('\r') {
                offset - 1
            } else {
                offset
            };
            assert_eq!(lines.offset(TEXT, position), expected, "{offset}");
        }
    }

    #[test]
    fn positions_that_are_none_are_the_nearest_before() {
        let lines = Lines::of(TEXT);
        assert_eq!(lines.offset(TEXT, at(0, 2)), 1, "in the middle of a face");
        assert_eq!(lines.offset(TEXT, at(0, 99)), 6, "past the end of a line");
        assert_eq!(lines.offset(TEXT, at(99, 0)), TEXT.len() as u32, "past the last line");
    }
}
