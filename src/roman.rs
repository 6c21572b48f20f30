//! Roman numerals: of pages, items, Schedules, Parts.

/// Numbers and the letters that stand for them, largest first.
const STEPS: [(u32, &str); 13] = [
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

/// The number that letters of either case stand for. `None` for other letters, or an order that no numeral has ("iiii"). D and M are
/// not read: what has them is a word ("mix", "dim"), not a number that a draft would give.
pub fn value(letters: &str) -> Option<u32> {
    let possible = |byte: u8| matches!(byte.to_ascii_lowercase(), b'i' | b'v' | b'x' | b'l' | b'c');
    if letters.len() > 16 || !letters.bytes().all(possible) {
        return None;
    }
    let (mut left, mut total) = (letters, 0);
    for (step, numeral) in STEPS {
        while let Some(start) =
            left.get(..numeral.len()).filter(|start| start.eq_ignore_ascii_case(numeral))
        {
            left = &left[start.len()..];
            total += step;
        }
    }
    let whole = left.is_empty() && total > 0;
    whole.then_some(total).filter(|&total| written(total).eq_ignore_ascii_case(letters))
}

/// A number as a numeral in lower case; in figures where a numeral would be longer than anyone writes.
pub fn written(number: u32) -> String {
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut left = number;
    let mut out = String::new();
    for (step, numeral) in STEPS {
        while left >= step {
            out.push_str(numeral);
            left -= step;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{value, written};

    #[test]
    fn numerals_are_read_and_written() {
        for (letters, number) in [("i", 1), ("iv", 4), ("XIX", 19), ("xlii", 42), ("cccxcix", 399)]
        {
            assert_eq!(value(letters), Some(number));
            assert_eq!(written(number), letters.to_lowercase());
        }
        for letters in ["", "iix", "iiii", "vx", "A", "civil", "mix", "dim", "iv.", "é"] {
            assert_eq!(value(letters), None, "{letters}");
        }
        assert_eq!(written(1994), "mcmxciv");
        assert_eq!(written(5000), "5000");
    }
}
