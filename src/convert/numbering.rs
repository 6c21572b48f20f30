//! Automatic numbering, counted and written out: what Word and `OpenDocument` compute each time a file is opened.

use crate::roman;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Decimal,
    /// "01", "02"
    Padded,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    Bullet,
    None,
}

impl Format {
    /// As HTML and `OpenDocument` name it.
    pub(super) fn of_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "1" => Self::Decimal,
            "a" => Self::LowerLetter,
            "A" => Self::UpperLetter,
            "i" => Self::LowerRoman,
            "I" => Self::UpperRoman,
            _ => return None,
        })
    }

    pub(super) fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Padded => format!("{number:02}"),
            Self::LowerLetter => letter(number),
            Self::UpperLetter => letter(number).to_uppercase(),
            Self::LowerRoman => roman::written(number),
            Self::UpperRoman => roman::written(number).to_uppercase(),
            Self::Bullet | Self::None => String::new(),
        }
    }
}

/// "a" to "z", then "aa", "bb".
fn letter(number: u32) -> String {
    let Some(index) = number.checked_sub(1) else { return "0".to_owned() };
    let letter = char::from(b'a' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(20) as usize).collect()
}

/// The most levels a list has in either format.
pub(super) const LEVELS: usize = 10;

/// The running numbers of one list.
#[derive(Clone, Debug, Default)]
pub(super) struct Counters {
    levels: [Option<u32>; LEVELS],
}

impl Counters {
    /// Counts one more at `level`; deeper levels begin again. `starts` are the first numbers of each level.
    pub(super) fn next(&mut self, level: usize, starts: impl Fn(usize) -> u32) {
        for above in 0..level.min(LEVELS) {
            self.levels[above].get_or_insert_with(|| starts(above));
        }
        if let Some(counter) = self.levels.get_mut(level) {
            *counter =
                Some(counter.map_or_else(|| starts(level), |number| number.saturating_add(1)));
        }
        for deeper in self.levels.iter_mut().skip(level + 1) {
            *deeper = None;
        }
    }

    /// Begins `level` again: the next number is its first.
    pub(super) fn restart(&mut self, level: usize) {
        for counter in self.levels.iter_mut().skip(level) {
            *counter = None;
        }
    }

    pub(super) fn number(&self, level: usize) -> u32 {
        self.levels.get(level).copied().flatten().unwrap_or(1)
    }
}

/// A number written out, or a bullet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Bullet,
    /// "9.12", "(a)", "Chapter 3:"
    Label(String),
}
