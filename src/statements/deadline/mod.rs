//! By when: "within 6 weeks", "by 15 February", "at least annually", "as soon as practicable".

mod openings;

use super::{
    Counting, Deadline, TimeUnit,
    english::{Kind, Sentence, Tags},
};
use crate::document::{Extent, date::MONTHS};
use openings::{Follows, OPENINGS};

/// The first deadline among the words `from..end`.
pub(super) fn deadline_in(sentence: Sentence<'_>, from: usize, end: usize) -> Option<Deadline> {
    (from..end).find_map(|at| deadline_at(sentence, at, end))
}

/// The deadline that begins at `at`.
pub(super) fn deadline_at(sentence: Sentence<'_>, at: usize, end: usize) -> Option<Deadline> {
    if !sentence.tag(at, Tags::TIME) {
        return None;
    }
    let (_, openings) = OPENINGS.iter().find(|(first, _)| sentence.is_word(at, first))?;
    openings.iter().find_map(|(rest, follows)| {
        let next = at + 1 + rest.len();
        if next > end || !sentence.starts_with(at + 1, rest) {
            return None;
        }
        match *follows {
            Follows::Period => period(sentence, at, next, end),
            Follows::Frequency => frequency(sentence, at, next - usize::from(rest.is_empty()), end),
            Follows::Date => date(sentence, at, next, end),
            Follows::Nothing(unit) => {
                let extent = extent(sentence, at, next);
                Some(Deadline { extent, value: unit.map(|_| 1), unit, counting: None })
            }
        }
    })
}

fn unit_of(word: &str) -> Option<TimeUnit> {
    const UNITS: [(&str, TimeUnit); 6] = [
        ("hour", TimeUnit::Hour),
        ("day", TimeUnit::Day),
        ("week", TimeUnit::Week),
        ("month", TimeUnit::Month),
        ("term", TimeUnit::Term),
        ("year", TimeUnit::Year),
    ];
    let singular = word.strip_suffix(['s', 'S']).unwrap_or(word);
    UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(singular)).map(|&(_, unit)| unit)
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

/// "within 15 working days", "no later than six weeks after", "every 12 months": the number stands at `number_at`.
fn period(sentence: Sentence<'_>, at: usize, number_at: usize, end: usize) -> Option<Deadline> {
    if number_at >= end {
        return None;
    }
    if let Some((value, unit)) = compound(sentence, number_at) {
        let extent = extent(sentence, at, (number_at + 2).min(end)); // "the 28-day period"
        return Some(Deadline { extent, value: Some(value), unit: Some(unit), counting: None });
    }
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

/// "28-day".
fn compound(sentence: Sentence<'_>, at: usize) -> Option<(u32, TimeUnit)> {
    let (number, unit) = sentence.word(at).split_once('-')?;
    Some((number_of(number)?, unit_of(unit)?))
}

/// "once a day", "at least once in every 12 months", "three times a year", "weekly": without its "at least", it begins at `least`.
fn frequency(sentence: Sentence<'_>, at: usize, least: usize, end: usize) -> Option<Deadline> {
    const REGULARLY: [(&str, u32, TimeUnit); 8] = [
        ("daily", 1, TimeUnit::Day),
        ("weekly", 1, TimeUnit::Week),
        ("fortnightly", 2, TimeUnit::Week),
        ("monthly", 1, TimeUnit::Month),
        ("quarterly", 3, TimeUnit::Month),
        ("termly", 1, TimeUnit::Term),
        ("yearly", 1, TimeUnit::Year),
        ("annually", 1, TimeUnit::Year),
    ];
    let regular = REGULARLY.iter().find(|(word, ..)| sentence.is_word(least, word));
    if let Some(&(_, value, unit)) = regular.filter(|_| least < end) {
        let extent = extent(sentence, at, least + 1);
        return Some(Deadline { extent, value: Some(value), unit: Some(unit), counting: None });
    }
    let times = match () {
        () if sentence.is_one_of(least, &["once", "twice"]) => least + 1,
        () if sentence.is_word(least + 1, "times") && number_of(sentence.word(least)).is_some() => {
            least + 2
        }
        () => return None,
    };
    let each = ["a", "an", "each", "every", "per", "in", "any", "period", "of"];
    let number = (times..(times + 5).min(end)).find(|&index| !sentence.is_one_of(index, &each))?;
    let counted =
        sentence.kind(number) == Some(Kind::Number) || unit_of(sentence.word(number)).is_none();
    let unit_at = if counted { number + 1 } else { number };
    let unit = unit_of(sentence.tokens.get(unit_at).map(|_| sentence.word(unit_at))?)?;
    let value = if counted { number_of(sentence.word(number))? } else { 1 };
    let once = sentence.is_word(least, "once");
    let (value, unit) = if once { (Some(value), Some(unit)) } else { (None, None) };
    (number > times && unit_at < end).then(|| Deadline {
        extent: extent(sentence, at, unit_at + 1),
        value,
        unit,
        counting: None,
    })
}

/// "by 15 February", "before 1 September 2014", "by the end of the term": the day begins at `day`.
fn date(sentence: Sentence<'_>, at: usize, day: usize, end: usize) -> Option<Deadline> {
    if let Some(last) = time_of_day(sentence, day).or_else(|| ordinal_day(sentence, day)) {
        let extent = extent(sentence, at, last.min(end));
        return Some(Deadline { extent, value: None, unit: None, counting: None });
    }
    let month = (day..(day + 4).min(end)).find(|&index| sentence.is_one_of(index, &MONTHS));
    let last = match month {
        Some(month) if sentence.kind(month + 1) == Some(Kind::Number) && month + 1 < end => {
            month + 2
        }
        Some(month) => month + 1,
        None if sentence.starts_with(day, &["the", "end", "of"]) => {
            (day + 3..(day + 9).min(end)).find(|&index| unit_of(sentence.word(index)).is_some())?
                + 1
        }
        None => return None,
    };
    Some(Deadline { extent: extent(sentence, at, last), value: None, unit: None, counting: None })
}

/// "noon", "midnight", "5pm", "5 pm": where it ends.
fn time_of_day(sentence: Sentence<'_>, at: usize) -> Option<usize> {
    let word = sentence.tokens.get(at).map(|_| sentence.word(at))?;
    let clock = word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('m');
    match () {
        () if sentence.is_one_of(at, &["noon", "midnight"]) || clock => Some(at + 1),
        () if sentence.kind(at) == Some(Kind::Number)
            && sentence.is_one_of(at + 1, &["am", "pm"]) =>
        {
            Some(at + 2)
        }
        () => None,
    }
}

/// "the twentieth working day", "the first of the month": where it ends.
fn ordinal_day(sentence: Sentence<'_>, at: usize) -> Option<usize> {
    if !sentence.is_word(at, "the") || at + 2 >= sentence.tokens.len() {
        return None;
    }
    let ordinal = sentence.word(at + 1);
    let counts =
        ["first", "second", "third", "last"].iter().any(|word| ordinal.eq_ignore_ascii_case(word))
            || ordinal.ends_with("th")
            || ordinal.ends_with("st") && ordinal.starts_with(|c: char| c.is_ascii_digit());
    if !counts {
        return None;
    }
    let far = (at + 6).min(sentence.tokens.len());
    let unit = (at + 2..far).find(|&index| unit_of(sentence.word(index)).is_some())?;
    Some(unit + 1)
}

fn extent(sentence: Sentence<'_>, from: usize, end: usize) -> Extent {
    Extent { start: sentence.tokens[from].start, end: sentence.tokens[end - 1].end }
}
