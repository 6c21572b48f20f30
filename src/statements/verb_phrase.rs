//! What has to be done, on which conditions and by when: the words that follow a modal wording.

use super::{
    Deadline, conditions,
    deadline::{deadline_at, deadline_in},
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
    let before = conditions::before(sentence, keyword.first);
    let mut parts = parts(sentence, keyword.end);
    let before = before.into_iter().map(|words| extent(sentence, words.start, words.end));
    parts.conditions.splice(0..0, before);
    parts.deadline = parts.deadline.or_else(|| deadline_before(sentence, keyword.first));
    parts
}

/// The parts of a list item that its lead-in's modal wording governs.
pub(super) fn read_item(sentence: Sentence<'_>) -> Parts {
    parts(sentence, 0)
}

fn parts(sentence: Sentence<'_>, from: usize) -> Parts {
    let end = end_of_predicate(sentence, from);
    let mut conditions = Vec::new();
    let mut action_from = first_word(sentence, from, end);
    let mut action_end = end;
    let mut at = from;
    while let Some(condition) = conditions::after(sentence, at, end) {
        conditions.push(extent(sentence, condition.start, condition.end));
        at = condition.end;
        if condition.start == action_from {
            action_from = first_word(sentence, at, end); // "must, where it thinks fit, publish"
        } else if condition.start > action_from {
            action_end = action_end.min(condition.start);
        }
    }
    let deadline = deadline_in(sentence, from, end);
    Parts {
        action: extent(sentence, action_from, trimmed(sentence, action_from, action_end)),
        conditions,
        deadline,
    }
}

/// "By 15 April the accounts must be laid": a time limit that opens the clause, or stands between commas before its verb.
fn deadline_before(sentence: Sentence<'_>, keyword: usize) -> Option<Deadline> {
    let ends = |&index: &usize| {
        sentence.kind(index) == Some(Kind::Semicolon) || sentence.tag(index, Tags::MODAL)
    };
    let floor = (0..keyword).rev().find(ends).map_or(0, |index| index + 1);
    let opens = |&at: &usize| {
        at == 0 || sentence.kind(at - 1) != Some(Kind::Word) || sentence.tag(at - 1, Tags::COORD)
    };
    (floor..keyword).filter(opens).find_map(|at| deadline_at(sentence, at, keyword))
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
