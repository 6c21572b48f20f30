//! Where a sentence ends: "s. 12", "e.g." and "9.12" do not end one.

use std::ops::Range;

use crate::document::Extent;

/// Words that a full stop follows without ending the sentence.
const ABBREVIATIONS: [&str; 46] = [
    "e.g", "i.e", "eg", "ie", "etc", "cf", "viz", "no", "nos", "s", "ss", "para", "paras", "reg",
    "regs", "art", "arts", "sch", "sched", "sect", "sects", "ch", "cl", "pt", "fig", "figs", "vol",
    "ed", "eds", "p", "pp", "st", "mr", "mrs", "ms", "dr", "prof", "sir", "rev", "v", "ltd", "plc",
    "inc", "co", "dept", "approx",
];

/// In bytes.
const LONGEST_ABBREVIATION: usize = 6;

/// How far a sentence reaches to each side of a word in it, in bytes. What people write is shorter; text without a full stop would
/// otherwise be read whole for each word in it, and cost the square of its length.
const REACH: usize = 4096;

/// The sentence of a passage that holds the byte `at`, which may lie inside a character: as much of it as lies within [`REACH`].
pub(in crate::statements) fn around(text: &str, passage: Extent, at: u32) -> Extent {
    let (Range { start, end }, at) = (passage.range(), text.floor_char_boundary(at as usize));
    let far = |bytes: usize| (at.saturating_sub(bytes), at.saturating_add(bytes));
    let ((outermost, last), (nearest, first)) = (far(2 * REACH), far(REACH));
    let floor = if start < nearest { gap_in(text, outermost.max(start), nearest).1 } else { start };
    let limit = if first < end { gap_in(text, first, last.min(end)).0 } else { end };
    Extent::new(start_before(text, floor, at), end_after(text, at, limit))
}

/// Where a stretch of text can be cut, counted from its start and from its end: between words, else between characters.
fn gap_in(text: &str, from: usize, to: usize) -> (usize, usize) {
    let (from, to) = (text.ceil_char_boundary(from), text.floor_char_boundary(to));
    let stretch = text.get(from..to).unwrap_or_default();
    let first = stretch.find(char::is_whitespace).map_or(to, |at| from + at);
    let last = stretch.rfind(char::is_whitespace).map_or(from, |at| from + at);
    (first, last)
}

/// The sentences of a passage, in order.
pub fn sentences_in(text: &str, passage: Extent) -> impl Iterator<Item = Extent> + '_ {
    let Range { start, end } = passage.range();
    let mut from = skip_spaces(text, start, end);
    std::iter::from_fn(move || {
        let sentence = from..end_after(text, from, end);
        from = skip_spaces(text, sentence.end, end);
        (!sentence.is_empty()).then(|| Extent::new(sentence.start, sentence.end))
    })
}

/// Where the sentence that ends after `from` ends, its closing mark included.
fn end_after(text: &str, from: usize, limit: usize) -> usize {
    let marks = memchr::memchr3_iter(b'.', b'!', b'?', &text.as_bytes()[from..limit]);
    marks
        .map(|offset| from + offset)
        .find(|&at| ends_here(text, at, limit))
        .map_or(limit, |at| after_closing_marks(text, at + 1, limit))
}

fn start_before(text: &str, floor: usize, at: usize) -> usize {
    let marks = memchr::memchr3_iter(b'.', b'!', b'?', &text.as_bytes()[floor..at]);
    let ended = marks.rev().map(|offset| floor + offset).find_map(|back| {
        let after = after_closing_marks(text, back + 1, at);
        (after < at && ends_here(text, back, at)).then_some(after)
    });
    skip_spaces(text, ended.unwrap_or(floor), at)
}

fn skip_spaces(text: &str, from: usize, limit: usize) -> usize {
    from + text[from..limit].len() - text[from..limit].trim_start().len()
}

/// Past the quotes and brackets that belong to the sentence that closed before `from`.
fn after_closing_marks(text: &str, from: usize, limit: usize) -> usize {
    let rest = &text[from..limit];
    let marks =
        rest.len() - rest.trim_start_matches(['”', '’', '"', '\'', ')', ']', '.', '?', '!']).len();
    from + marks
}

/// Whether the mark at `at` ends a sentence: what stands before is no abbreviation, and what follows begins one.
fn ends_here(text: &str, at: usize, limit: usize) -> bool {
    let after = after_closing_marks(text, at + 1, limit);
    let rest = &text[after..limit];
    let Some(next) = rest.chars().next() else { return true };
    if !next.is_whitespace() {
        return false;
    }
    let Some(begins) = rest.trim_start().chars().next() else { return true };
    if begins.is_lowercase() {
        return false;
    }
    if text.as_bytes()[at] != b'.' {
        return true;
    }
    let ellipsis = text[..at].ends_with("..");
    !ellipsis && !is_abbreviation(&text[..at], begins)
}

fn is_abbreviation(before: &str, begins: char) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '‘'))
        .next()
        .unwrap_or_default();
    let mut chars = word.chars();
    let initial = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
    if initial {
        return !names_a_division(before);
    }
    if begins.is_ascii_digit() && is_dotted(word) {
        return true;
    }
    if word.len() > LONGEST_ABBREVIATION {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let numbered = matches!(
        lower.as_str(),
        "no" | "nos" | "s" | "ss" | "p" | "pp" | "ch" | "art" | "pt" | "v" | "st"
    );
    if numbered && word.len() <= 3 {
        return begins.is_ascii_digit() || (lower == "st" || lower == "v");
    }
    ABBREVIATIONS.contains(&lower.as_str())
}

/// "S.I" of "S.I. 2014/1530".
fn is_dotted(word: &str) -> bool {
    word.len() > 2
        && word
            .split('.')
            .all(|part| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// "Annex B": a letter after the name of a division is no initial.
fn names_a_division(before: &str) -> bool {
    let word = before.split_whitespace().rev().nth(1).unwrap_or_default();
    [
        "annex", "annexe", "appendix", "part", "schedule", "section", "table", "figure", "group",
        "class", "category",
    ]
    .iter()
    .any(|division| word.eq_ignore_ascii_case(division))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence_with<'a>(text: &'a str, word: &str) -> &'a str {
        let at = text.find(word).unwrap() as u32;
        &text[around(text, Extent::new(0, text.len()), at).range()]
    }

    #[test]
    fn abbreviations_and_numbers_end_no_sentence() {
        let text = "See s. 12 and para. 9.12, e.g. for schools. The board must act. It is done.";
        assert_eq!(sentence_with(text, "schools"), "See s. 12 and para. 9.12, e.g. for schools.");
        assert_eq!(sentence_with(text, "must"), "The board must act.");
        let text = "Regulation 5 of S.I. 2011/2260 says who. It must act.";
        assert_eq!(sentence_with(text, "who"), "Regulation 5 of S.I. 2011/2260 says who.");
    }

    #[test]
    fn a_sentence_without_an_end_is_read_in_stretches() {
        for text in ["pay ".repeat(9000), "é".repeat(18_000), "a\u{a0}".repeat(12_000)] {
            let whole = Extent::new(0, text.len());
            for at in [0, 3 * REACH, 5 * REACH, text.len() - 4] {
                let at = text.floor_char_boundary(at);
                let stretch = around(&text, whole, at as u32).range();
                assert!(stretch.contains(&at) && stretch.len() <= 4 * REACH, "{at}: {stretch:?}");
                assert!(text.get(stretch).is_some());
            }
        }
    }

    #[test]
    fn the_letter_of_an_annex_ends_one_and_an_initial_does_not() {
        let text = "The form is at Annex B. The board must use it. Mr J. Smith must sign.";
        assert_eq!(sentence_with(text, "use"), "The board must use it.");
        assert_eq!(sentence_with(text, "sign"), "Mr J. Smith must sign.");
    }
}
