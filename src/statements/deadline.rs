//! By when: "within 6 weeks", "by 15 February", "at least annually", "as soon as practicable".

use super::{
    Counting, Deadline, TimeUnit,
    english::{Kind, Sentence, Tags},
};
use crate::document::{Extent, date::MONTHS};

/// The first deadline among the words `from..end`.
pub(super) fn deadline_in(sentence: Sentence<'_>, from: usize, end: usize) -> Option<Deadline> {
    let opens = |&at: &usize| sentence.tag(at, Tags::TIME);
    (from..end).filter(opens).find_map(|at| {
        period(sentence, at, end)
            .or_else(|| date(sentence, at, end))
            .or_else(|| phrase(sentence, at, end))
    })
}

fn unit_of(word: &str) -> Option<TimeUnit> {
    let lower = word.to_ascii_lowercase();
    Some(match lower.strip_suffix('s').unwrap_or(&lower) {
        "hour" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "week" => TimeUnit::Week,
        "month" => TimeUnit::Month,
        "term" => TimeUnit::Term,
        "year" => TimeUnit::Year,
        _ => return None,
    })
}

fn number_of(word: &str) -> Option<u32> {
    const NAMES: [(&str, u32); 21] = [
        ("a", 1),
        ("an", 1),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("fourteen", 14),
        ("fifteen", 15),
        ("twenty", 20),
        ("twenty-eight", 28),
        ("thirty", 30),
        ("sixty", 60),
        ("ninety", 90),
    ];
    word.parse().ok().or_else(|| {
        NAMES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|&(_, value)| value)
    })
}

/// "within 15 working days", "no later than six weeks after", "every 12 months".
fn period(sentence: Sentence<'_>, at: usize, end: usize) -> Option<Deadline> {
    let number_at = after_cue(sentence, at, end)?;
    let value = number_of(sentence.word(number_at))?;
    let counting = match () {
        () if sentence.is_one_of(number_at + 1, &["working", "business"]) => {
            Some(Counting::Working)
        }
        () if sentence.is_word(number_at + 1, "school") => Some(Counting::School),
        () if sentence.is_one_of(number_at + 1, &["calendar", "consecutive"]) => {
            Some(Counting::Calendar)
        }
        () => None,
    };
    let unit_at = number_at + 1 + usize::from(counting.is_some());
    if unit_at >= end {
        return None;
    }
    let unit = unit_of(sentence.word(unit_at))?;
    Some(Deadline {
        extent: extent(sentence, at, unit_at + 1),
        value: Some(value),
        unit: Some(unit),
        counting,
    })
}

/// Past "within", "not later than", "at least every", "a period of", to the number.
fn after_cue(sentence: Sentence<'_>, at: usize, end: usize) -> Option<usize> {
    const CUES: [&[&str]; 10] = [
        &["within", "a", "period", "of"],
        &["within", "a", "maximum", "of"],
        &["within"],
        &["no", "later", "than"],
        &["not", "later", "than"],
        &["no", "more", "than"],
        &["at", "least", "every"],
        &["every"],
        &["in", "no", "more", "than"],
        &["at", "least"],
    ];
    let cue = CUES.iter().find(|cue| sentence.starts_with(at, cue))?;
    let number = at + cue.len();
    (number < end).then_some(number)
}

/// "by 15 February", "before 1 September 2014", "by the end of the term".
fn date(sentence: Sentence<'_>, at: usize, end: usize) -> Option<Deadline> {
    if !sentence.is_one_of(at, &["by", "before", "until"]) {
        return None;
    }
    let month = (at + 1..(at + 5).min(end)).find(|&index| sentence.is_one_of(index, &MONTHS));
    let last = match month {
        Some(month) if sentence.kind(month + 1) == Some(Kind::Number) && month + 1 < end => {
            month + 2
        }
        Some(month) => month + 1,
        None if sentence.starts_with(at + 1, &["the", "end", "of"]) => {
            (at + 4..(at + 10).min(end)).find(|&index| unit_of(sentence.word(index)).is_some())? + 1
        }
        None => return None,
    };
    Some(Deadline { extent: extent(sentence, at, last), value: None, unit: None, counting: None })
}

/// Deadlines without a number.
fn phrase(sentence: Sentence<'_>, at: usize, end: usize) -> Option<Deadline> {
    const PHRASES: [(&[&str], Option<TimeUnit>); 22] = [
        (&["as", "soon", "as", "reasonably", "practicable"], None),
        (&["as", "soon", "as", "practicable"], None),
        (&["as", "soon", "as", "possible"], None),
        (&["as", "soon", "as", "is", "practicable"], None),
        (&["at", "the", "earliest", "opportunity"], None),
        (&["in", "a", "timely", "manner"], None),
        (&["without", "delay"], None),
        (&["without", "undue", "delay"], None),
        (&["in", "good", "time"], None),
        (&["immediately"], None),
        (&["forthwith"], None),
        (&["promptly"], None),
        (&["at", "least", "annually"], Some(TimeUnit::Year)),
        (&["at", "least", "once", "a", "year"], Some(TimeUnit::Year)),
        (&["at", "least", "yearly"], Some(TimeUnit::Year)),
        (&["at", "least", "termly"], Some(TimeUnit::Term)),
        (&["annually"], Some(TimeUnit::Year)),
        (&["each", "year"], Some(TimeUnit::Year)),
        (&["every", "year"], Some(TimeUnit::Year)),
        (&["each", "term"], Some(TimeUnit::Term)),
        (&["every", "term"], Some(TimeUnit::Term)),
        (&["once", "a", "year"], Some(TimeUnit::Year)),
    ];
    let (words, unit) = PHRASES
        .iter()
        .find(|(words, _)| at + words.len() <= end && sentence.starts_with(at, words))?;
    let extent = extent(sentence, at, at + words.len());
    Some(Deadline { extent, value: unit.map(|_| 1), unit: *unit, counting: None })
}

fn extent(sentence: Sentence<'_>, from: usize, end: usize) -> Extent {
    Extent { start: sentence.tokens[from].start, end: sentence.tokens[end - 1].end }
}
