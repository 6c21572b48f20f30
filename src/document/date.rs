//! Days of the calendar: when a draft was published, and the day it is read for.

use std::fmt;

/// A day. Compares by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The months in lower case, January first.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Date {
    pub fn year(self) -> u16 {
        self.year
    }

    /// Reads "2027-01-31"; `None` where that is no day.
    pub fn from_iso(written: &str) -> Option<Self> {
        let mut parts = written.trim().splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let is_iso = year.len() == 4 && month.len() == 2 && day.len() == 2;
        let digits = [year, month, day].iter().all(|it| it.bytes().all(|b| b.is_ascii_digit()));
        (is_iso && digits)
            .then(|| Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
            .flatten()
    }

    /// Reads a date as a draft states its own: "2024-12-12", "2024-12-12T09:30:00Z", "12 December 2024", "December 2024".
    pub fn from_written(written: &str) -> Option<Self> {
        if let Some(date) = written.get(..10).and_then(Self::from_iso) {
            return Some(date);
        }
        let words: Vec<String> = written.split_whitespace().map(str::to_lowercase).collect();
        let at = words.iter().position(|word| MONTHS.contains(&word.as_str()))?;
        let month = MONTHS.iter().position(|name| *name == words[at])? as u8 + 1;
        let year =
            words.get(at + 1)?.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
        let day = at.checked_sub(1).and_then(|before| words[before].parse().ok());
        Self::new(year, month, day.unwrap_or(1))
    }

    fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        assert_eq!(Date::from_iso("2024-02-29").unwrap().to_string(), "2024-02-29");
        for wrong in ["2023-02-29", "2024-13-01", "2024-1-1", "2024-00-10", "soon", "+024-01-01"] {
            assert_eq!(Date::from_iso(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn drafts_state_their_dates_in_words_too() {
        let date = Date::from_iso("2024-12-12");
        assert_eq!(Date::from_written("12 December 2024"), date);
        assert_eq!(Date::from_written("2024-12-12T09:30:00Z"), date);
        assert_eq!(Date::from_written("Published December 2024"), Date::from_iso("2024-12-01"));
        assert_eq!(Date::from_written("last spring"), None);
    }

    #[test]
    fn dates_compare_by_time() {
        assert!(Date::from_iso("2024-12-31") < Date::from_iso("2025-01-01"));
    }
}
