//! Noun phrases: which words name somebody, where one name ends and the next begins, and whether it can bear a duty.

mod bearer;
mod coordination;

use std::ops::Range;

use super::{Kind, Sentence, Tags, is_finite};
use crate::statements::{HolderName, vocabulary::Vocabulary};

/// A noun phrase, without its determiner and without what follows its head ("of …", "who …").
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::statements) struct NounPhrase {
    pub(in crate::statements) words: Range<usize>,
    pub(in crate::statements) bearer: Bearer,
    /// "this person", "these bodies": names somebody by pointing back.
    pub(in crate::statements) points_back: bool,
    pub(in crate::statements) plural: bool,
    /// "no person", "neither party".
    pub(in crate::statements) negative: bool,
}

/// Whether a noun phrase can bear a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::statements) enum Bearer {
    Reader,
    /// A person or body: its canonical name, and whether it is a person as such.
    Agent {
        name: HolderName,
        person: bool,
        known: bool,
    },
    Thing,
    /// "services": a thing or a body, as the verb says.
    Either {
        name: HolderName,
    },
    /// they, it, this.
    Pronoun,
    /// A head that the vocabulary does not know.
    Unknown,
}

/// What follows "those" where it means people: "those who", "those living", "those affected", "those responsible".
const THOSE_WHO: Tags = Tags::REL.with(Tags::ING).with(Tags::PREP).with(Tags::PART).with(Tags::ADJ);

impl Bearer {
    pub(in crate::statements) fn is_somebody(&self) -> bool {
        matches!(self, Self::Agent { .. })
    }
}

impl NounPhrase {
    pub(in crate::statements) fn name(&self) -> Option<&HolderName> {
        match &self.bearer {
            Bearer::Agent { name, .. } | Bearer::Either { name } => Some(name),
            Bearer::Reader => Some(&HolderName::Reader),
            Bearer::Thing | Bearer::Pronoun | Bearer::Unknown => None,
        }
    }

    pub(in crate::statements) fn is_agent(&self) -> bool {
        matches!(self.bearer, Bearer::Agent { .. } | Bearer::Reader)
    }
}

/// Reads the noun phrases of a stretch of words.
#[derive(Clone, Copy)]
pub(in crate::statements) struct Phrases<'a> {
    pub(in crate::statements) sentence: Sentence<'a>,
    pub(in crate::statements) vocabulary: &'a Vocabulary,
}

impl Phrases<'_> {
    fn tag(&self, index: usize, tags: Tags) -> bool {
        self.sentence.tag(index, tags)
    }

    /// The noun phrase that begins at or after `start`, determiner skipped.
    pub(in crate::statements) fn phrase_at(&self, start: usize, end: usize) -> Option<NounPhrase> {
        let (first, determiner) = self.after_determiners(start, end);
        let those_who = determiner
            .filter(|&at| self.sentence.is_word(at, "those") && self.tag(at + 1, THOSE_WHO));
        if let Some(those) = those_who {
            return self.pronoun(those);
        }
        if first >= end {
            return determiner.and_then(|at| self.pronoun(at));
        }
        if self.is_pronoun(first, end) {
            return self.pronoun(first);
        }
        if self.is_plain_verb(first) {
            return self.phrase_at(first + 1, end); // "Remember riders", "ensure that"
        }
        let stop = self.end_of_base(first, end);
        if stop == first {
            return determiner.and_then(|at| self.pronoun(at));
        }
        let (stop, long) = self.long_form(first, self.without_quotes(first, stop), end);
        let plural = self.tag(stop - 1, Tags::PLURAL)
            || self
                .sentence
                .is_one_of(stop - 1, &["people", "staff", "police", "children", "persons"]);
        let bearer = long.map_or_else(|| self.bearer(first..stop), |index| self.known(index));
        let points_back = determiner.is_some_and(|at| {
            self.tag(at, Tags::DEMONSTRATIVE) || self.sentence.is_word(at, "such")
        }) || self.sentence.is_one_of(first, &["latter", "former"]);
        let negative = (start..first).any(|at| self.sentence.is_one_of(at, &["no", "neither"]));
        Some(NounPhrase { words: first..stop, bearer, points_back, plural, negative })
    }

    fn after_determiners(&self, start: usize, end: usize) -> (usize, Option<usize>) {
        let mut at = start;
        let mut determiner = None;
        while at < end {
            let mark = matches!(
                self.sentence.kind(at),
                Some(Kind::QuoteOpen | Kind::QuoteClose | Kind::Other)
            );
            let opener = self.tag(at, Tags::DET.with(Tags::POSSESSIVE))
                || self.sentence.is_one_of(
                    at,
                    &["both", "either", "neither", "any", "of", "such", "whichever"],
                ) && at + 1 < end;
            if !(opener || mark || self.is_amount(at))
                || self.is_pronoun(at, end) && !self.tag(at, Tags::DET)
            {
                break;
            }
            if self.is_amount(at) {
                at += 2; // "more than one", "at least two"
                continue;
            }
            if opener && self.is_share(at + 1, end) {
                determiner = Some(at);
                at += 3; // "a majority of"
                continue;
            }
            if opener && !self.sentence.is_word(at, "of") {
                determiner = Some(at);
            }
            at += 1;
        }
        (at, determiner)
    }

    /// "majority of": how many of those that follow.
    fn is_share(&self, at: usize, end: usize) -> bool {
        const SHARES: [&str; 8] =
            ["majority", "minority", "number", "proportion", "quorum", "half", "third", "pair"];
        at + 2 < end && self.sentence.is_one_of(at, &SHARES) && self.sentence.is_word(at + 1, "of")
    }

    fn is_amount(&self, at: usize) -> bool {
        self.sentence.is_word(at + 1, "than")
            && self.sentence.is_one_of(at, &["more", "less", "fewer", "other"])
            || self.sentence.is_word(at, "at") && self.sentence.is_word(at + 1, "least")
            || self.sentence.is_word(at, "up") && self.sentence.is_word(at + 1, "to")
    }

    fn is_pronoun(&self, index: usize, end: usize) -> bool {
        self.tag(index, Tags::PRON)
            && !self.tag(index, Tags::POSSESSIVE)
            && (!self.tag(index, Tags::DET.with(Tags::ADJ)) || index + 1 >= end)
    }

    fn pronoun(&self, index: usize) -> Option<NounPhrase> {
        if !self.tag(index, Tags::PRON.with(Tags::DET)) {
            return None;
        }
        let lower = self.sentence.word(index).to_lowercase();
        let person = |name: &str| Bearer::Agent {
            name: HolderName::Written(name.into()),
            person: true,
            known: true,
        };
        let bearer = match lower.as_str() {
            _ if self.tag(index, Tags::READER) => Bearer::Reader,
            "we" | "i" | "we'll" | "we’ll" | "we're" | "we’re" => person("we"),
            "everyone" | "everybody" => person("everyone"),
            "anyone" | "anybody" | "whoever" | "someone" | "somebody" => person("anyone"),
            "nobody" | "none" => person("no one"),
            "one" if self.sentence.is_word(index.wrapping_sub(1), "no") => person("no one"),
            "those"
                if self.tag(index + 1, THOSE_WHO) && !self.sentence.is_word(index + 1, "that") =>
            {
                person("those")
            }
            "others" => person("others"),
            "anything" | "something" | "everything" | "nothing" => Bearer::Thing,
            _ => Bearer::Pronoun,
        };
        let negative = matches!(lower.as_str(), "nobody" | "none")
            || self.sentence.is_word(index.wrapping_sub(1), "no");
        let plural = matches!(
            lower.as_str(),
            "they" | "these" | "those" | "them" | "both" | "they'll" | "they’ll" | "they're"
        );
        Some(NounPhrase { words: index..index + 1, bearer, points_back: false, plural, negative })
    }

    /// Where the adjectives and nouns from `first` on end: at a preposition, a relative, a verb, a reduced relative.
    fn end_of_base(&self, first: usize, end: usize) -> usize {
        let mut at = first;
        let mut noun_seen = false;
        while at < end && self.continues_base(at, first, end, noun_seen) {
            noun_seen |= self.is_noun(at);
            at += 1;
        }
        while at > first && matches!(self.sentence.kind(at - 1), Some(Kind::QuoteOpen)) {
            at -= 1;
        }
        at
    }

    /// "officers carrying firearms", "the person planning the lift": what somebody does, not "officer training".
    fn begins_reduced_relative(&self, at: usize) -> bool {
        let somebody = self.tag(at - 1, Tags::AGENT)
            && !self.tag(at, Tags::CAPITAL)
            && !self.tag(at - 1, Tags::OWNER);
        let several = self.tag(at - 1, Tags::PLURAL);
        let doing = self.tag(at, Tags::ING)
            && (several
                || !self.tag(at, Tags::NOUN.with(Tags::AGENT).with(Tags::THING))
                    && !self.tag(at + 1, Tags::AGENT) // "youth offending teams"
                || self.tag(at + 1, Tags::DET.with(Tags::POSSESSIVE)));
        let done_to = self.tag(at, Tags::PART) && several && !self.tag(at, Tags::NOUN);
        somebody && (doing || done_to)
    }

    fn is_plain_verb(&self, index: usize) -> bool {
        let noun = Tags::NOUN
            .with(Tags::AGENT)
            .with(Tags::THING)
            .with(Tags::ADJ)
            .with(Tags::PART)
            .with(Tags::CAPITAL);
        self.tag(index, Tags::BASE) && !self.tag(index, noun)
    }

    fn without_quotes(&self, first: usize, stop: usize) -> usize {
        let quote = |index: usize| {
            matches!(self.sentence.kind(index), Some(Kind::QuoteOpen | Kind::QuoteClose))
        };
        (first + 1..=stop).rev().find(|&end| !quote(end - 1)).unwrap_or(stop)
    }

    fn is_noun(&self, index: usize) -> bool {
        let noun =
            Tags::NOUN.with(Tags::AGENT).with(Tags::THING).with(Tags::EITHER).with(Tags::ACRONYM);
        self.tag(index, noun) && !self.tag(index, Tags::OWNER)
    }

    fn continues_base(&self, at: usize, first: usize, end: usize, noun_seen: bool) -> bool {
        match self.sentence.kind(at) {
            Some(Kind::Word) => {}
            Some(Kind::Number) => return true,
            Some(Kind::QuoteOpen | Kind::QuoteClose) => return at + 1 < end,
            _ => return false,
        }
        let stop = Tags::COORD.with(Tags::REL).with(Tags::SUBORD).with(Tags::MODAL).with(Tags::BE);
        let following = noun_seen && self.sentence.is_word(at, "following");
        let preposition = following
            || self.tag(at, Tags::PREP)
                && at > first
                && !self.tag(at, Tags::NOUN.with(Tags::THING));
        if preposition
            || self.tag(at, stop) && !self.tag(at, Tags::CAPITAL)
            || self.tag(at, Tags::PRON)
        {
            return false;
        }
        if noun_seen && self.begins_reduced_relative(at) {
            return false;
        }
        if noun_seen
            && self.tag(at, Tags::PART.with(Tags::ING))
            && !self.tag(at, Tags::NOUN.with(Tags::CAPITAL))
        {
            // "services accessed through …" ends here, "authority maintained schools" goes on
            return at + 1 < end
                && self.is_noun(at + 1)
                && !self.tag(at + 1, Tags::DET.with(Tags::PREP));
        }
        if noun_seen
            && (self.tag(at, Tags::DET.with(Tags::POSSESSIVE))
                || self.tag(at, Tags::ADJ) && !self.is_noun(at + 1))
        {
            return false;
        }
        !(at > first && is_finite(self.sentence, at) && !self.is_noun(at + 1))
    }
}
