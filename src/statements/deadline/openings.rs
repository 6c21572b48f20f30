//! The words that a time limit begins with, and what has to follow them.

use super::TimeUnit;

/// What makes a time limit of the words that open one.
#[derive(Clone, Copy)]
pub(super) enum Follows {
    /// A number and a unit: "within 15 working days".
    Period,
    /// How often, and in what time: "once a year".
    Frequency,
    /// A day or an hour: "by 15 February", "before noon".
    Date,
    /// Nothing: the words say it all; with the unit, where they say that it is done once in each.
    Nothing(Option<TimeUnit>),
}

use Follows::{Date, Frequency, Nothing, Period};

/// The words after the first, and what follows them. Of one first word, what stands first is tried first.
type Opening = (&'static [&'static str], Follows);

/// Every opening, by its first word. The class "time" of `closed.txt` has these words, and no others.
pub(super) const OPENINGS: [(&str, &[Opening]); 31] = [
    (
        "within",
        &[
            (&["the", "period", "of"], Period),
            (&["the"], Period),
            (&["a", "period", "of"], Period),
            (&["a", "maximum", "of"], Period),
            (&[], Period),
            (&["a", "reasonable", "period"], Nothing(None)),
            (&["a", "reasonable", "time"], Nothing(None)),
        ],
    ),
    ("by", &[(&[], Date)]),
    ("on", &[(&["or", "before"], Date), (&["the", "same", "day"], Nothing(None))]),
    ("the", &[(&["same", "day"], Nothing(None))]),
    ("before", &[(&["the", "end", "of", "the", "period", "of"], Period), (&[], Date)]),
    ("until", &[(&[], Date)]),
    (
        "no",
        &[(&["later", "than"], Period), (&["more", "than"], Period), (&["later", "than"], Date)],
    ),
    ("not", &[(&["later", "than"], Period), (&["later", "than"], Date)]),
    (
        "in",
        &[
            (&["any"], Period),
            (&["no", "more", "than"], Period),
            (&["a", "timely", "manner"], Nothing(None)),
            (&["good", "time"], Nothing(None)),
        ],
    ),
    (
        "at",
        &[
            (&["least", "every"], Period),
            (&["least"], Period),
            (&["least"], Frequency),
            (&["once"], Nothing(None)),
            (&["the", "earliest", "opportunity"], Nothing(None)),
        ],
    ),
    (
        "every",
        &[
            (&[], Period),
            (&["day"], Nothing(Some(TimeUnit::Day))),
            (&["week"], Nothing(Some(TimeUnit::Week))),
            (&["month"], Nothing(Some(TimeUnit::Month))),
            (&["term"], Nothing(Some(TimeUnit::Term))),
            (&["year"], Nothing(Some(TimeUnit::Year))),
        ],
    ),
    (
        "each",
        &[
            (&["day"], Nothing(Some(TimeUnit::Day))),
            (&["week"], Nothing(Some(TimeUnit::Week))),
            (&["month"], Nothing(Some(TimeUnit::Month))),
            (&["term"], Nothing(Some(TimeUnit::Term))),
            (&["year"], Nothing(Some(TimeUnit::Year))),
        ],
    ),
    (
        "as",
        &[
            (&["soon", "as", "is", "reasonably", "practicable"], Nothing(None)),
            (&["soon", "as", "reasonably", "practicable"], Nothing(None)),
            (&["soon", "as", "reasonably", "possible"], Nothing(None)),
            (&["soon", "as", "is", "practicable"], Nothing(None)),
            (&["soon", "as", "practicable"], Nothing(None)),
            (&["soon", "as", "possible"], Nothing(None)),
            (&["quickly", "as", "possible"], Nothing(None)),
        ],
    ),
    (
        "without",
        &[
            (&["delay"], Nothing(None)),
            (&["undue", "delay"], Nothing(None)),
            (&["unreasonable", "delay"], Nothing(None)),
        ],
    ),
    ("once", &[(&[], Frequency)]),
    ("twice", &[(&[], Frequency)]),
    ("three", &[(&[], Frequency)]),
    ("four", &[(&[], Frequency)]),
    ("daily", &[(&[], Frequency)]),
    ("weekly", &[(&[], Frequency)]),
    ("fortnightly", &[(&[], Frequency)]),
    ("monthly", &[(&[], Frequency)]),
    ("quarterly", &[(&[], Frequency)]),
    ("termly", &[(&[], Frequency)]),
    ("yearly", &[(&[], Frequency)]),
    ("annually", &[(&[], Frequency)]),
    ("straight", &[(&["away"], Nothing(None))]),
    ("straightaway", &[(&[], Nothing(None))]),
    ("immediately", &[(&[], Nothing(None))]),
    ("forthwith", &[(&[], Nothing(None))]),
    ("promptly", &[(&[], Nothing(None))]),
];

#[cfg(test)]
mod tests {
    use super::OPENINGS;
    use crate::statements::english::{Known, Tags};

    #[test]
    fn the_first_words_are_the_class_of_time() {
        let words = Known::words();
        for (first, _) in OPENINGS {
            assert!(words.classes(first).any(Tags::TIME), "{first}");
        }
    }
}
