//! Automatic numbering, counted and written out: what Word and `OpenDocument` compute each time a file is opened.

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
    pub(super) fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Padded => format!("{number:02}"),
            Self::LowerLetter => letter(number),
            Self::UpperLetter => letter(number).to_uppercase(),
            Self::LowerRoman => roman(number),
            Self::UpperRoman => roman(number).to_uppercase(),
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

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number > 10_000 {
        return number.to_string();
    }
    let mut left = number;
    let mut out = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            out.push_str(letters);
            left -= value;
        }
    }
    out
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
