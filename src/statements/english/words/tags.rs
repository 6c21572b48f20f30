//! The classes a word can stand in, as a set of bits: English words often stand in several.

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::statements) struct Tags(u64);

impl Tags {
    pub(in crate::statements) const DET: Self = Self(1);
    pub(in crate::statements) const PREP: Self = Self(1 << 1);
    pub(in crate::statements) const SUBORD: Self = Self(1 << 2);
    pub(in crate::statements) const REL: Self = Self(1 << 3);
    pub(in crate::statements) const WH: Self = Self(1 << 4);
    pub(in crate::statements) const COORD: Self = Self(1 << 5);
    pub(in crate::statements) const BE: Self = Self(1 << 6);
    pub(in crate::statements) const HAVE: Self = Self(1 << 7);
    pub(in crate::statements) const DO: Self = Self(1 << 8);
    pub(in crate::statements) const MODAL: Self = Self(1 << 9);
    pub(in crate::statements) const NOT: Self = Self(1 << 10);
    pub(in crate::statements) const ADV: Self = Self(1 << 11);
    pub(in crate::statements) const PRON: Self = Self(1 << 12);
    pub(in crate::statements) const READER: Self = Self(1 << 13);
    /// "it's", "they'll": subject and verb in one word.
    pub(in crate::statements) const SHORT: Self = Self(1 << 14);
    pub(in crate::statements) const ADJ: Self = Self(1 << 15);
    /// A verb's base form.
    pub(in crate::statements) const BASE: Self = Self(1 << 16);
    pub(in crate::statements) const VERB_S: Self = Self(1 << 17);
    /// A past participle (or, for regular verbs, a past tense).
    pub(in crate::statements) const PART: Self = Self(1 << 18);
    pub(in crate::statements) const ING: Self = Self(1 << 19);
    /// A past tense that is no participle.
    pub(in crate::statements) const PAST: Self = Self(1 << 20);
    /// "satisfied", "prepared": says what a person is.
    pub(in crate::statements) const STATIVE: Self = Self(1 << 21);
    /// A head that can bear a duty.
    pub(in crate::statements) const AGENT: Self = Self(1 << 22);
    pub(in crate::statements) const THING: Self = Self(1 << 23);
    /// A head with two lives: "services must co-operate", "services must be accessible".
    pub(in crate::statements) const EITHER: Self = Self(1 << 24);
    pub(in crate::statements) const NOUN: Self = Self(1 << 25);
    pub(in crate::statements) const PLURAL: Self = Self(1 << 26);
    /// "authority's": stands before the noun it owns.
    pub(in crate::statements) const OWNER: Self = Self(1 << 27);
    pub(in crate::statements) const CAPITAL: Self = Self(1 << 28);
    pub(in crate::statements) const ACRONYM: Self = Self(1 << 29);
    pub(in crate::statements) const POSSESSIVE: Self = Self(1 << 30);
    pub(in crate::statements) const DEMONSTRATIVE: Self = Self(1 << 31);

    /// A word that may open a condition: "where", "unless", "subject to".
    pub(in crate::statements) const CONDITION: Self = Self(1 << 32);
    /// A word that a time limit may begin with: "within", "by", "annually".
    pub(in crate::statements) const TIME: Self = Self(1 << 33);

    /// Words that join others and name nothing.
    pub(in crate::statements) const FUNCTION: Self = Self::DET
        .with(Self::PREP)
        .with(Self::COORD)
        .with(Self::BE)
        .with(Self::HAVE)
        .with(Self::MODAL)
        .with(Self::NOT);

    pub(in crate::statements) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(in crate::statements) const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(in crate::statements) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether these are classes of a word, and no mere hints of what it may begin.
    pub(in crate::statements) const fn says_what_it_is(self) -> bool {
        self.0 & !Self::CONDITION.with(Self::TIME).0 != 0
    }

    /// The class that a line of `closed.txt` or `nouns.txt` names.
    pub(in crate::statements) fn of_class(class: &str) -> Self {
        match class {
            "det" => Self::DET,
            "possessive" => Self::POSSESSIVE,
            "demonstrative" => Self::DEMONSTRATIVE,
            "prep" => Self::PREP,
            "subord" => Self::SUBORD,
            "rel" => Self::REL,
            "wh" => Self::WH,
            "coord" => Self::COORD,
            "be" => Self::BE,
            "have" => Self::HAVE,
            "do" => Self::DO,
            "modal" => Self::MODAL,
            "not" => Self::NOT,
            "adv" => Self::ADV,
            "pron" => Self::PRON,
            "reader" => Self::READER.with(Self::PRON),
            "contraction" => Self::SHORT.with(Self::PRON),
            "adj" => Self::ADJ,
            "condition" => Self::CONDITION,
            "time" => Self::TIME,
            "verb" => Self::BASE,
            "agent" => Self::AGENT.with(Self::NOUN),
            "thing" => Self::THING.with(Self::NOUN),
            "either" => Self::EITHER.with(Self::NOUN),
            "part" => Self::PART,
            "past" => Self::PAST,
            "stative" => Self::STATIVE.with(Self::PART),
            _ => Self::default(),
        }
    }

    /// What the letters' case says.
    pub(in crate::statements) fn of_case(written: &str) -> Self {
        if written.starts_with(|c: char| c.is_ascii_lowercase()) {
            return Self::default();
        }
        let mut chars = written.chars();
        if !chars.next().is_some_and(char::is_uppercase) {
            return Self::default();
        }
        let shouted = written.strip_suffix('s').unwrap_or(written);
        if shouted.len() > 1
            && shouted.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&')
        {
            return Self::CAPITAL.with(Self::ACRONYM);
        }
        Self::CAPITAL
    }

    /// What the ending of an unknown lower-case word says.
    pub(in crate::statements) fn of_ending(lower: &str) -> Self {
        if lower.ends_with("ly") && lower.len() > 4 {
            return Self::ADV;
        }
        if lower.ends_with("ing") && lower.len() > 5 {
            return Self::ING;
        }
        if lower.ends_with("ed") && lower.len() > 4 {
            return Self::PART;
        }
        if lower.len() > 5 && ["ise", "ize", "ify"].iter().any(|ending| lower.ends_with(ending)) {
            return Self::BASE;
        }
        if lower.len() > 6 && ["ises", "izes", "ifies"].iter().any(|ending| lower.ends_with(ending))
        {
            return Self::VERB_S;
        }
        let noun = if lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") {
            Self::NOUN.with(Self::PLURAL)
        } else {
            Self::NOUN
        };
        let singular = lower.strip_suffix('s').unwrap_or(lower);
        match () {
            () if bears_duties(singular) => noun.with(Self::AGENT),
            () if names_a_thing(lower, singular) => noun.with(Self::THING),
            () => noun,
        }
    }
}

/// Endings of what is done or is so: "ventilation", "fitness", "entitlement". Bodies that end so ("association",
/// "government") stand in the vocabulary.
fn names_a_thing(lower: &str, singular: &str) -> bool {
    let endings =
        ["tion", "sion", "ment", "ance", "ence", "ism", "ure", "age", "ship", "hood", "dom"];
    lower.len() > 6
        && (endings.iter().any(|ending| singular.ends_with(ending))
            || ["ness", "ity", "ities", "nesses"].iter().any(|ending| lower.ends_with(ending)))
}

/// Endings of people who do something: "adjudicator", "therapist", "trainee". The nouns of things that end so stand in the
/// vocabulary as things.
fn bears_duties(singular: &str) -> bool {
    singular.len() > 5
        && ["er", "or", "ist", "ee", "eur", "cian", "person", "holder", "man", "woman"]
            .iter()
            .any(|ending| singular.ends_with(ending))
}
