//! Whether an abbreviation is made of the first letters of words.

use crate::statements::english::{Kind, Sentence};

/// Where the words that end before `end` and begin with the letters of `short` start: "Clinical Commissioning Groups" of CCG.
pub(super) fn spelt_out(sentence: Sentence<'_>, end: usize, short: &str) -> Option<usize> {
    let letters: Vec<char> = short.chars().filter(|c| c.is_uppercase()).collect();
    let far = end.saturating_sub(letters.len() + 5);
    (far..end).rev().find(|&start| {
        sentence.kind(start) == Some(Kind::Word) && begins_with(sentence, start..end, &letters)
    })
}

/// Whether the words take up the letters one after the other; small words may have none.
fn begins_with(sentence: Sentence<'_>, words: std::ops::Range<usize>, letters: &[char]) -> bool {
    let mut left = letters;
    for index in words.clone() {
        let word = sentence.word(index);
        let mut parts = word.split('-').filter_map(|part| part.chars().next()).peekable();
        let small =
            sentence.is_one_of(index, &["of", "for", "and", "the", "in", "on", "to", "with"]);
        let Some(&first) = parts.peek() else { return false };
        if left.first().is_some_and(|letter| letter.to_lowercase().eq(first.to_lowercase())) {
            for initial in parts {
                if left
                    .first()
                    .is_some_and(|letter| letter.to_lowercase().eq(initial.to_lowercase()))
                {
                    left = &left[1..];
                }
            }
        } else if !small || index == words.start {
            return false;
        }
    }
    left.is_empty()
}
