//! Text broken into lines that fit, by the width its characters take on a terminal.

use std::{borrow::Cow, ops::Range};

use unicode_width::UnicodeWidthStr;

/// Byte ranges of the lines of a text, none wider than `width` where a word is not. Spaces at the breaks are in no line.
pub(super) fn lines(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut taken = 0;
    for word in words(text).flat_map(|word| pieces(text, word, width.max(1))) {
        match lines.last_mut() {
            Some(line) if line.end < word.start => {
                let longer = taken + text[line.end..word.end].width();
                if longer <= width {
                    line.end = word.end;
                    taken = longer;
                    continue;
                }
            }
            _ => {}
        }
        taken = text[word.clone()].width();
        lines.push(word);
    }
    lines
}

fn fits(text: &str, range: Range<usize>, width: usize) -> bool {
    text[range].width() <= width
}

/// Byte ranges of the words of a text.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

/// A word wider than a line, cut to lines.
fn pieces(text: &str, word: Range<usize>, width: usize) -> Vec<Range<usize>> {
    if fits(text, word.clone(), width) {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let mut start = word.start;
    for (at, _) in text[word.clone()].char_indices().map(|(at, c)| (word.start + at, c)) {
        if at > start && !fits(text, start..at, width.saturating_sub(1).max(1)) {
            pieces.push(start..at);
            start = at;
        }
    }
    pieces.push(start..word.end);
    pieces
}

/// A text in one line: every run of white space is one space.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    let mut before = b' ';
    let single = |byte: u8| {
        let doubled = byte == b' ' && before == b' ';
        before = byte;
        !doubled && byte >= b' ' && byte.is_ascii()
    };
    let is_plain_ascii = text.bytes().all(single) && !text.ends_with(' ');
    let is_plain = is_plain_ascii
        || !text.starts_with(' ')
            && !text.ends_with(' ')
            && !text.contains("  ")
            && !text.contains(|c: char| c.is_whitespace() && c != ' ');
    if is_plain {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<&str> {
        lines(text, width).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_keep_every_word() {
        assert_eq!(
            wrapped("the authority must publish", 10),
            ["the", "authority", "must", "publish"]
        );
        assert_eq!(wrapped("the authority  must", 14), ["the authority", "must"]);
        assert_eq!(wrapped("", 10), Vec::<&str>::new());
    }

    #[test]
    fn a_word_that_fits_no_line_is_cut() {
        assert_eq!(wrapped("legislation.gov.uk", 8).concat(), "legislation.gov.uk");
        assert!(wrapped("legislation.gov.uk", 8).iter().all(|line| line.width() <= 8));
    }

    proptest::proptest! {
        #[test]
        fn no_character_is_lost_and_none_is_made(text in ".{0,200}", width in 1usize..40) {
            let kept: String = wrapped(&text, width).concat();
            let without_space = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(without_space(&kept), without_space(&text));
        }
    }

    #[test]
    fn wide_characters_count_for_what_they_take() {
        assert_eq!(wrapped("会議 会議 会議", 9), ["会議 会議", "会議"]);
    }
}
