//! Paths of provisions ("section/27/1", "schedule/2/paragraph/3") and their order, inserted ones included.

use std::cmp::Ordering;

use crate::roman;

/// Compares two numbers of provisions: `ZA1 < A1 < 1 < 1ZA < 1A < 1AZA < 1AA < 1AB < 1B < 2`.
///
/// A letter before a number puts it before that number, a letter after it after; `Z` and a letter means "before that
/// letter". Case does not count. Romans of more than one letter count as numbers.
pub fn compare_numbers(a: &str, b: &str) -> Ordering {
    // Most numbers are nothing but digits.
    if let (Ok(a), Ok(b)) = (a.parse::<u64>(), b.parse::<u64>()) {
        return a.cmp(&b);
    }
    if let (Some(a), Some(b)) = (roman_pair(a, b), roman_pair(b, a)) {
        return a.cmp(&b);
    }
    let (a, b) = (Sorted::new(a), Sorted::new(b));
    a.before.cmp(&b.before).then(a.number.cmp(&b.number)).then(a.after.cmp(&b.after))
}

/// Compares two paths, step by step; a path comes before what lies in it.
pub fn compare(a: &str, b: &str) -> Ordering {
    let mut steps_b = b.split('/');
    for step in a.split('/') {
        let Some(other) = steps_b.next() else { return Ordering::Greater };
        match compare_numbers(step, other) {
            Ordering::Equal => {}
            unequal => return unequal,
        }
    }
    if steps_b.next().is_some() { Ordering::Less } else { Ordering::Equal }
}

/// A path as people say it: "section 3(2)(a)", "paragraph 3 of Schedule 2".
pub fn said(path: &str) -> String {
    let steps: Vec<&str> = path.split('/').collect();
    let brackets = |rest: &[&str]| {
        if rest.is_empty() { String::new() } else { format!("({})", rest.join(")(")) }
    };
    match steps.as_slice() {
        ["schedule", number, "paragraph", paragraph, rest @ ..] => {
            format!("paragraph {paragraph}{} of Schedule {number}", brackets(rest))
        }
        ["schedule", "paragraph", paragraph, rest @ ..] => {
            format!("paragraph {paragraph}{} of the Schedule", brackets(rest))
        }
        ["schedule", number, rest @ ..] => format!("Schedule {number}{}", brackets(rest)),
        ["part", number, rest @ ..] => format!("Part {number}{}", brackets(rest)),
        [unit, number, rest @ ..] => format!("{unit} {number}{}", brackets(rest)),
        _ => path.to_owned(),
    }
}

/// Whether `path` is `outer` or lies in it: "section/27/1" in "section/27".
pub fn is_within(path: &str, outer: &str) -> bool {
    let mut steps = path.split('/');
    outer.split('/').all(|step| steps.next().is_some_and(|own| own.eq_ignore_ascii_case(step)))
}

/// Whether `path` lies in the range from `first` to `last`, the provisions in `last` included.
pub fn is_between(path: &str, first: &str, last: &str) -> bool {
    let from_first = is_within(path, first) || compare(path, first).is_ge();
    let to_last = is_within(path, last) || compare(path, last).is_le();
    let same_place = |other: &str| path.split('/').next() == other.split('/').next();
    same_place(first) && from_first && to_last
}

/// A number cut into what orders it.
struct Sorted {
    /// Letters before the digits; the last entry stands for the bare number, which comes after them.
    before: Vec<u8>,
    number: u64,
    after: Vec<u8>,
}

impl Sorted {
    fn new(written: &str) -> Self {
        let digits = written.find(|c: char| c.is_ascii_digit());
        let Some(start) = digits else {
            return Self { before: vec![u8::MAX], number: 0, after: ranks(written) };
        };
        let end = written[start..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(written.len(), |length| start + length);
        let mut before = ranks(&written[..start]);
        before.push(u8::MAX);
        let number = written[start..end].parse().unwrap_or(u64::MAX);
        Self { before, number, after: ranks(&written[end..]) }
    }
}

/// Letters as ranks: "ZA" is one rank, below that of "A".
fn ranks(letters: &str) -> Vec<u8> {
    let mut ranks = Vec::new();
    let mut letters = letters.bytes().map(|byte| byte.to_ascii_uppercase()).peekable();
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some(&next) if letter == b'Z' && next.is_ascii_uppercase() => {
                letters.next();
                ranks.push(next - b'A');
            }
            _ => ranks.push(letter.wrapping_add(26).wrapping_sub(b'A')),
        }
    }
    ranks
}

/// The value of `a` as a roman number, where it has several letters, or `b` has and `a` is one too.
fn roman_pair(a: &str, b: &str) -> Option<u32> {
    let value = roman::value(a)?;
    (a.len() > 1 || (b.len() > 1 && roman::value(b).is_some())).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{compare, compare_numbers, is_between, is_within, said};

    #[test]
    fn inserted_provisions_have_their_order() {
        let order = [
            "ZA1", "A1", "1", "1ZA", "1A", "1AZA", "1AA", "1AB", "1B", "2", "10", "15", "15ZA",
            "15A", "16",
        ];
        for (at, a) in order.iter().enumerate() {
            for (other, b) in order.iter().enumerate() {
                assert_eq!(compare_numbers(a, b), at.cmp(&other), "{a} {b}");
            }
        }
        assert!(compare_numbers("ii", "iv").is_lt() && compare_numbers("i", "ii").is_lt());
        assert!(compare_numbers("h", "i").is_lt());
        assert!(compare("section/27", "section/27/1").is_lt());
        assert!(compare("section/9/2", "section/10").is_lt());
    }

    #[test]
    fn ranges_hold_what_was_inserted() {
        for inside in ["section/15", "section/15ZA", "section/15A/3", "section/15B", "section/16/2"]
        {
            assert!(is_between(inside, "section/15", "section/16"), "{inside}");
        }
        assert!(!is_between("section/16A", "section/15", "section/16"));
        assert!(!is_between("schedule/15", "section/15", "section/16"));
        assert!(is_between("section/22/3/c", "section/22/3/b", "section/22/3/d"));
        assert!(is_within("section/27/1", "section/27") && !is_within("section/271", "section/27"));
    }

    #[test]
    fn paths_as_people_say_them() {
        assert_eq!(said("section/3/2/a"), "section 3(2)(a)");
        assert_eq!(said("schedule/2/paragraph/3/1"), "paragraph 3(1) of Schedule 2");
        assert_eq!(said("schedule"), "schedule");
    }
}
