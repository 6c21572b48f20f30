//! What the provisions of a law are called, in full and in short.

/// A sort of provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::statements) enum Unit {
    Section,
    Subsection,
    Regulation,
    Article,
    Rule,
    Clause,
    Schedule,
    Part,
    Chapter,
    Paragraph,
}

const WORDS: [(&str, Unit); 32] = [
    ("section", Unit::Section),
    ("sections", Unit::Section),
    ("sect", Unit::Section),
    ("sects", Unit::Section),
    ("sec", Unit::Section),
    ("s", Unit::Section),
    ("ss", Unit::Section),
    ("§", Unit::Section),
    ("subsection", Unit::Subsection),
    ("subsections", Unit::Subsection),
    ("sub-section", Unit::Subsection),
    ("regulation", Unit::Regulation),
    ("regulations", Unit::Regulation),
    ("reg", Unit::Regulation),
    ("regs", Unit::Regulation),
    ("article", Unit::Article),
    ("articles", Unit::Article),
    ("art", Unit::Article),
    ("rule", Unit::Rule),
    ("rules", Unit::Rule),
    ("clause", Unit::Clause),
    ("clauses", Unit::Clause),
    ("schedule", Unit::Schedule),
    ("schedules", Unit::Schedule),
    ("sched", Unit::Schedule),
    ("sch", Unit::Schedule),
    ("part", Unit::Part),
    ("parts", Unit::Part),
    ("chapter", Unit::Chapter),
    ("paragraph", Unit::Paragraph),
    ("paragraphs", Unit::Paragraph),
    ("para", Unit::Paragraph),
];

impl Unit {
    pub(in crate::statements) fn of_word(word: &str) -> Option<Self> {
        // what most words begin with, no unit does
        let first = word.bytes().next()?.to_ascii_lowercase();
        if word.len() > 12 || !matches!(first, b's' | b'r' | b'a' | b'c' | b'p' | 0xc2) {
            return None;
        }
        let plural_short = |name: &str| {
            (3..6).contains(&name.len()) && word.len() == name.len() + 1 && word.ends_with('s')
        };
        WORDS
            .iter()
            .find(|(name, _)| {
                name.eq_ignore_ascii_case(word)
                    || (plural_short(name) && word[..name.len()].eq_ignore_ascii_case(name))
            })
            .map(|&(_, unit)| unit)
    }

    /// Its step in a provision path. A subsection has none of its own: its number says all.
    pub(in crate::statements) fn step(self) -> Option<&'static str> {
        match self {
            Self::Section => Some("section"),
            Self::Subsection => None,
            Self::Regulation => Some("regulation"),
            Self::Article => Some("article"),
            Self::Rule => Some("rule"),
            Self::Clause => Some("clause"),
            Self::Schedule => Some("schedule"),
            Self::Part => Some("part"),
            Self::Chapter => Some("chapter"),
            Self::Paragraph => Some("paragraph"),
        }
    }

    /// Whether a draft has divisions of its own with this name, so that it is a provision only where a law is named.
    pub(in crate::statements) fn is_also_of_drafts(self) -> bool {
        matches!(self, Self::Part | Self::Chapter | Self::Paragraph | Self::Rule | Self::Subsection)
    }

    /// Whether such a thing may stand in an `outer` one: a paragraph in a Schedule.
    pub(in crate::statements) fn lies_in(self, outer: Self) -> bool {
        match self {
            Self::Subsection => matches!(outer, Self::Section),
            Self::Paragraph => matches!(
                outer,
                Self::Schedule
                    | Self::Part
                    | Self::Section
                    | Self::Regulation
                    | Self::Article
                    | Self::Rule
            ),
            Self::Part => matches!(outer, Self::Schedule),
            Self::Chapter => matches!(outer, Self::Part),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn units() {
        for word in ["section", "Sects", "s", "ss", "Secs"] {
            assert_eq!(Unit::of_word(word), Some(Unit::Section), "{word}");
        }
        assert_eq!(Unit::of_word("paras"), Some(Unit::Paragraph));
        assert_eq!(Unit::of_word("arts"), Some(Unit::Article));
        assert_eq!(Unit::of_word("party"), None);
        assert_eq!(Unit::of_word("sss"), None);
    }
}
