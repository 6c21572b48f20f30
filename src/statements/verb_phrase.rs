//! What has to be done, on which conditions and by when: the words that follow a modal wording.

use super::{
    Deadline,
    deadline::deadline_in,
    english::{Kind, Sentence, Tags},
    keyword::Keyword,
};
use crate::document::Extent;

/// The parts of a statement that its verb phrase holds.
pub(super) struct Parts {
    pub(super) action: Extent,
    pub(super) conditions: Vec<Extent>,
    pub(super) deadline: Option<Deadline>,
}

/// The parts around a modal wording.
pub(super) fn read(sentence: Sentence<'_>, keyword: Keyword) -> Parts {
    let mut conditions = Vec::new();
    if let Some(opening) = opening_condition(sentence, keyword.first) {
        conditions.push(opening);
    }
    parts(sentence, keyword.end, conditions)
}

/// The parts of a list item that its lead-in's modal wording governs.
pub(super) fn read_item(sentence: Sentence<'_>) -> Parts {
    parts(sentence, 0, Vec::new())
}

fn parts(sentence: Sentence<'_>, from: usize, mut conditions: Vec<Extent>) -> Parts {
    let end = end_of_predicate(sentence, from);
    let from = first_word(sentence, from, end);
    let mut action_end = end;
    let mut at = from;
    while at < end {
        if at > from && opens_condition(sentence, at) {
            let close = end_of_condition(sentence, at, end);
            conditions.push(extent(sentence, at, close));
            action_end = action_end.min(at);
            at = close;
        } else {
            at += 1;
        }
    }
    let deadline = deadline_in(sentence, from, end);
    Parts {
        action: extent(sentence, from, trimmed(sentence, from, action_end)),
        conditions,
        deadline,
    }
}

/// "where …, if …, unless …, subject to …".
fn opens_condition(sentence: Sentence<'_>, at: usize) -> bool {
    if !sentence.tag(at, Tags::CONDITION) {
        return false;
    }
    let opener = sentence.is_one_of(
        at,
        &["where", "if", "when", "unless", "whenever", "wherever", "provided", "once", "except"],
    );
    let subject_to = sentence.is_word(at, "subject") && sentence.is_word(at + 1, "to");
    let as_far = sentence.is_word(at, "so")
        && sentence.is_word(at + 1, "far")
        && sentence.is_word(at + 2, "as");
    let preposition =
        at > 0 && sentence.tag(at - 1, Tags::PREP) && !sentence.tag(at - 1, Tags::ADV);
    (opener && !preposition) || subject_to || as_far
}

fn opening_condition(sentence: Sentence<'_>, keyword: usize) -> Option<Extent> {
    let first = first_word(sentence, 0, keyword);
    if !opens_condition(sentence, first) {
        return None;
    }
    let comma = (first..keyword).rev().find(|&index| sentence.kind(index) == Some(Kind::Comma))?;
    Some(extent(sentence, first, comma))
}

fn end_of_condition(sentence: Sentence<'_>, from: usize, end: usize) -> usize {
    (from + 1..end)
        .find(|&index| {
            sentence.kind(index) == Some(Kind::Comma) && !sentence.tag(index + 1, Tags::COORD)
        })
        .unwrap_or(end)
}

/// Where the verb phrase ends: at a semicolon, or where the next modal verb's clause begins.
fn end_of_predicate(sentence: Sentence<'_>, from: usize) -> usize {
    let tokens = sentence.tokens.len();
    let Some(modal) = (from..tokens)
        .find(|&index| sentence.tag(index, Tags::MODAL) && is_joined(sentence, from, index))
    else {
        return (from..tokens)
            .find(|&index| sentence.kind(index) == Some(Kind::Semicolon))
            .unwrap_or(tokens);
    };
    let joint = (from..modal).rev().find(|&index| {
        sentence.tag(index, Tags::COORD) || matches!(sentence.kind(index), Some(Kind::Semicolon))
    });
    joint.unwrap_or(tokens)
}

/// Whether the modal at `index` begins a clause of its own beside this one: "and must", "but the school should".
fn is_joined(sentence: Sentence<'_>, from: usize, index: usize) -> bool {
    (from..index)
        .rev()
        .take(8)
        .take_while(|&before| !sentence.tag(before, Tags::REL.with(Tags::SUBORD).with(Tags::WH)))
        .any(|before| {
            sentence.tag(before, Tags::COORD)
                && (before + 1 == index
                    || sentence.kind(before.wrapping_sub(1)) == Some(Kind::Comma)
                    || sentence.is_word(before, "but"))
        })
}

fn first_word(sentence: Sentence<'_>, from: usize, end: usize) -> usize {
    (from..end)
        .find(|&index| matches!(sentence.kind(index), Some(Kind::Word | Kind::Number)))
        .unwrap_or(end)
}

/// Leaves out marks, "and" and the like at the end.
fn trimmed(sentence: Sentence<'_>, from: usize, end: usize) -> usize {
    (from..end)
        .rev()
        .find(|&index| {
            matches!(
                sentence.kind(index),
                Some(Kind::Word | Kind::Number | Kind::Close | Kind::QuoteClose)
            ) && !sentence.tag(index, Tags::COORD)
        })
        .map_or(from, |index| index + 1)
}

fn extent(sentence: Sentence<'_>, from: usize, end: usize) -> Extent {
    let Some(last) =
        end.checked_sub(1).and_then(|last| sentence.tokens.get(last)).filter(|_| from < end)
    else {
        let at = sentence.tokens.get(from).map_or_else(
            || sentence.tokens.last().map_or(0, |token| token.end),
            |token| token.start,
        );
        return Extent { start: at, end: at };
    };
    Extent { start: sentence.tokens[from].start, end: last.end }
}
