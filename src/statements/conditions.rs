//! On which conditions: "where …", "if …", "unless …", "subject to …", before the modal wording or after it.

use super::english::{Kind, Sentence, Tags, is_finite};
use std::ops::Range;

/// The conditions that stand before a modal wording at `keyword` and govern it.
pub(super) fn before(sentence: Sentence<'_>, keyword: usize) -> Vec<Range<usize>> {
    let floor = (0..keyword)
        .rev()
        .find(|&index| matches!(sentence.kind(index), Some(Kind::Semicolon | Kind::Colon)))
        .map_or(0, |mark| mark + 1);
    let first = (floor..keyword).find(|&index| is_opening_word(sentence, index)).unwrap_or(keyword);
    let mut found = Vec::new();
    let mut at = first;
    while at < keyword {
        let opens = if at == first {
            opens_condition(sentence, at) || opens_time(sentence, at, keyword)
        } else {
            follows_mark(sentence, at) && opens_condition(sentence, at)
        };
        match opens.then(|| close_before(sentence, at, keyword)).flatten() {
            Some(close) => {
                found.push(trimmed(sentence, at..close));
                at = close;
            }
            None => at += 1,
        }
        if sentence.tag(at, Tags::MODAL) && at < keyword {
            found.truncate(usize::from(found.first().is_some_and(|one| one.start == first)));
        }
    }
    found
}

/// The first condition at or after `from`, among the words up to `end`.
pub(super) fn after(sentence: Sentence<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let at = (from..end).find(|&at| opens_condition(sentence, at))?;
    let measure = Tags::ADJ.with(Tags::ADV);
    if sentence.starts_with(at, &["so", "far", "as"]) && sentence.tag(at + 3, measure) {
        // "so far as reasonably practicable"
        let close = (at + 3..end).find(|&index| !sentence.tag(index, measure)).unwrap_or(end);
        return Some(at..close);
    }
    let close = (at + 1..end)
        .find(|&index| {
            sentence.kind(index) == Some(Kind::Comma) && !sentence.tag(index + 1, Tags::COORD)
        })
        .unwrap_or(end);
    Some(trimmed(sentence, at..close))
}

/// A word that can open a clause: no label, mark or "and".
fn is_opening_word(sentence: Sentence<'_>, index: usize) -> bool {
    sentence.kind(index) == Some(Kind::Word) && !sentence.tag(index, Tags::COORD)
}

fn follows_mark(sentence: Sentence<'_>, at: usize) -> bool {
    at > 0
        && (matches!(sentence.kind(at - 1), Some(Kind::Comma | Kind::Dash))
            || sentence.tag(at - 1, Tags::COORD))
}

/// "where …, if …, unless …, subject to …".
fn opens_condition(sentence: Sentence<'_>, at: usize) -> bool {
    const OPENERS: [&str; 11] = [
        "where",
        "if",
        "when",
        "unless",
        "whenever",
        "wherever",
        "provided",
        "once",
        "except",
        "providing",
        "insofar",
    ];
    const PHRASES: [&[&str]; 6] = [
        &["subject", "to"],
        &["so", "far", "as"],
        &["so", "long", "as"],
        &["as", "long", "as"],
        &["to", "the", "extent", "that"],
        &["on", "condition", "that"],
    ];
    if !sentence.tag(at, Tags::CONDITION) {
        return false;
    }
    let preposition =
        at > 0 && sentence.tag(at - 1, Tags::PREP) && !sentence.tag(at - 1, Tags::ADV);
    let opener = sentence.is_one_of(at, &OPENERS)
        && !preposition
        && sentence.kind(at + 1) == Some(Kind::Word)
        && !tells_how_often(sentence, at)
        && !describes_place(sentence, at);
    opener || PHRASES.iter().any(|words| sentence.starts_with(at, words))
}

/// "once a year", "once every five years": how often, and no condition.
fn tells_how_often(sentence: Sentence<'_>, at: usize) -> bool {
    const UNITS: [&str; 9] =
        ["a", "hour", "day", "week", "month", "term", "quarter", "year", "shift"];
    sentence.is_word(at, "once")
        && (sentence.is_one_of(at + 1, &["every", "each", "per", "in", "more", "again", "only"])
            || sentence.is_one_of(at + 2, &UNITS))
}

/// "a position where duty and interest conflict", "provided by the council": what a noun is like.
fn describes_place(sentence: Sentence<'_>, at: usize) -> bool {
    const PLACES: [&str; 9] =
        ["position", "place", "places", "area", "areas", "stage", "site", "location", "room"];
    let place = at > 0 && sentence.is_word(at, "where") && sentence.is_one_of(at - 1, &PLACES);
    let given = sentence.is_one_of(at, &["provided", "providing"])
        && !sentence.is_word(at + 1, "that")
        && !(at > 0 && sentence.kind(at - 1) == Some(Kind::Comma));
    place || given
}

/// "Before it makes an order, the council must": an opening clause of time, with a verb of its own.
fn opens_time(sentence: Sentence<'_>, at: usize, end: usize) -> bool {
    let comma = (at..end).find(|&index| sentence.kind(index) == Some(Kind::Comma));
    sentence.is_one_of(at, &["before", "after", "until", "while", "whilst"])
        && comma.is_some_and(|comma| (at + 1..comma).any(|index| acts(sentence, index)))
}

fn acts(sentence: Sentence<'_>, index: usize) -> bool {
    is_finite(sentence, index) || sentence.tag(index, Tags::ING) && !sentence.tag(index, Tags::NOUN)
}

/// Where a condition that opens at `at` ends before a modal wording: at the first comma after a verb of its own, or after
/// a few words without one ("Where practicable,").
fn close_before(sentence: Sentence<'_>, at: usize, keyword: usize) -> Option<usize> {
    let mut commas = (at + 1..keyword).filter(|&index| sentence.kind(index) == Some(Kind::Comma));
    let goes_on = |comma: usize| {
        let next = comma + 1;
        sentence.tag(next, Tags::COORD.with(Tags::REL))
            || sentence.tag(next, Tags::VERB_S) && !sentence.tag(next + 1, Tags::MODAL)
            || sentence.tag(next, Tags::ING.with(Tags::PART)) && !sentence.tag(next, Tags::NOUN)
    };
    let elliptical = sentence.tag(at + 1, Tags::ING.with(Tags::PART)); // "when assessing", "if asked"
    let complete = |comma: usize| {
        elliptical || comma - at <= 4 || (at + 2..comma).any(|index| is_finite(sentence, index))
    };
    let mut candidates = commas.clone().filter(|&comma| !goes_on(comma) && complete(comma));
    candidates.next().or_else(|| commas.next_back())
}

/// The bracket that the one at `close` closes.
fn opening_of(sentence: Sentence<'_>, close: usize) -> Option<usize> {
    let mut depth = 0;
    (0..=close).rev().find(|&index| {
        match sentence.kind(index) {
            Some(Kind::Close) => depth += 1,
            Some(Kind::Open) => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}

/// Without marks at the end, and without a bracket that closes it.
fn trimmed(sentence: Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let mut end = words.end;
    while end > words.start + 1 {
        end = match sentence.kind(end - 1) {
            Some(Kind::Word | Kind::Number | Kind::QuoteClose) => break,
            Some(Kind::Close) => {
                opening_of(sentence, end - 1).filter(|&open| open > words.start).unwrap_or(end - 1)
            }
            _ => end - 1,
        };
    }
    words.start..end
}
