//! Where a clause may begin at the earliest: after a mark that ends what came before, and after the label of a paragraph or item.

use super::REACH;
use crate::statements::english::{Kind, Sentence, Tags};

/// Where the walk must stop: after a semicolon or colon, or inside the bracket that the verb stands in.
pub(super) fn floor_of(sentence: Sentence<'_>, verb: usize) -> usize {
    let mut depth = 0;
    let farthest = verb.saturating_sub(REACH);
    for index in (farthest..verb).rev() {
        match sentence.kind(index) {
            Some(Kind::Close) => depth += 1,
            Some(Kind::Open) if depth == 0 => return index + 1,
            Some(Kind::Semicolon | Kind::Colon) if depth == 0 => {
                return after_label(sentence, index + 1);
            }
            Some(Kind::Open) => depth -= 1,
            Some(Kind::Ellipsis) if depth == 0 && index + 1 < verb => return index + 1,
            _ => {}
        }
    }
    if farthest == 0 { after_label(sentence, 0) } else { farthest }
}

/// What drafts call a numbered thing that they ask for.
const LABELS: [&str; 10] = [
    "recommendation",
    "principle",
    "standard",
    "action",
    "requirement",
    "criterion",
    "outcome",
    "objective",
    "expectation",
    "commitment",
];

/// Past the label of a paragraph or item that begins at `start`: "12 Planners should", "E/4.43 Assets shall", "NOTE 2 Providers may",
/// "Recommendation 9 Forces should", "iv. shall". It is no part of the subject.
fn after_label(sentence: Sentence<'_>, start: usize) -> usize {
    let numbered = |index: usize| {
        sentence.kind(index) == Some(Kind::Number)
            || sentence.kind(index) == Some(Kind::Word)
                && sentence.word(index).bytes().any(|byte| byte.is_ascii_digit())
    };
    let letter = |index: usize| {
        sentence.kind(index) == Some(Kind::Word)
            && (sentence.word(index).len() == 1 && !sentence.is_one_of(index, &["a", "i"])
                || sentence.tag(index, Tags::ACRONYM) && numbered(index + 1)
                || index == start && sentence.is_one_of(index, &LABELS) && numbered(index + 1))
    };
    let mark = |index: usize| {
        matches!(
            sentence.kind(index),
            Some(Kind::Slash | Kind::Other | Kind::Dash | Kind::Open | Kind::Close)
        )
    };
    let roman = sentence.kind(start) == Some(Kind::Word)
        && sentence.word(start).len() < 6
        && mark(start + 1)
        && crate::roman::value(sentence.word(start)).is_some();
    if roman {
        return start + 2;
    }
    let end = (start..start + 8)
        .find(|&index| !(numbered(index) || letter(index) || mark(index)))
        .unwrap_or(start);
    let labels = (start..end).any(|index| numbered(index) || letter(index) && end == start + 1);
    if labels && sentence.tag(end, Tags::CAPITAL) { end } else { start }
}
