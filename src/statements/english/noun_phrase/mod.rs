//! Noun phrases: which words name somebody, where one name ends and the next begins, and whether it can bear a duty.

mod base;
mod bearer;
mod coordination;
mod determiner;

use std::ops::Range;

use super::{Kind, Sentence, Tags};
use crate::statements::{HolderName, vocabulary::Vocabulary};
pub(in crate::statements) use coordination::past_absence;

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

    /// The person or body that the words from `start` to `end` name, and nothing more.
    pub(in crate::statements) fn somebody_up_to(
        &self,
        start: usize,
        end: usize,
    ) -> Option<NounPhrase> {
        self.phrase_at(start, end).filter(|it| it.words.end == end && it.is_agent())
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

    fn without_quotes(&self, first: usize, stop: usize) -> usize {
        let quote = |index: usize| {
            matches!(self.sentence.kind(index), Some(Kind::QuoteOpen | Kind::QuoteClose))
        };
        (first + 1..=stop).rev().find(|&end| !quote(end - 1)).unwrap_or(stop)
    }
}
