//! Whether the words of a noun phrase name somebody who can bear a duty, and by which name.

use std::ops::Range;

use super::{Bearer, NounPhrase, Phrases};
use crate::statements::{
    HolderName,
    english::{Kind, Tags, singular},
    vocabulary::HolderKind,
};

impl Phrases<'_> {
    /// A name of the vocabulary that goes on past "of" or "and": "Secretary of State", "members of staff".
    pub(in crate::statements) fn long_form(
        &self,
        first: usize,
        stop: usize,
        end: usize,
    ) -> (usize, Option<u32>) {
        let linked = stop < end && self.sentence.is_one_of(stop, &["of", "for", "and"]);
        if !linked {
            return (stop, None);
        }
        for start in first..stop {
            if !self.vocabulary.starts_long_form(&self.sentence.word(start).to_lowercase()) {
                continue;
            }
            for last in (stop + 1..(stop + 6).min(end)).rev() {
                if let Some(index) = self.vocabulary.form(&self.joined(start..last + 1)) {
                    return (last + 1, Some(index));
                }
            }
        }
        (stop, None)
    }

    /// The words in lower case with one space between.
    pub(in crate::statements) fn joined(&self, words: Range<usize>) -> String {
        let mut joined = String::with_capacity(32);
        for index in words {
            if matches!(self.sentence.kind(index), Some(Kind::QuoteOpen | Kind::QuoteClose)) {
                continue;
            }
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.extend(
                self.sentence
                    .word(index)
                    .chars()
                    .flat_map(char::to_lowercase)
                    .map(|c| if c == '’' { '\'' } else { c }),
            );
        }
        joined
    }

    pub(in crate::statements) fn known(&self, index: u32) -> Bearer {
        let name = HolderName::Known(index);
        let person = self.vocabulary.kind(&name) == Some(HolderKind::Person);
        Bearer::Agent { name, person, known: true }
    }

    /// What the words of a base noun phrase are, by the longest name that ends them, or by their last noun.
    pub(in crate::statements) fn bearer(&self, words: Range<usize>) -> Bearer {
        let head = words.end - 1;
        if let Some(index) = self.vocabulary.abbreviation(self.sentence.word(head)) {
            return self.known(index);
        }
        let thing_head = self.tag(head, Tags::THING) && !self.tag(head, Tags::AGENT);
        for start in words.clone() {
            if let Some(index) = self.vocabulary.form(&self.joined(start..words.end)) {
                return self.known_with(index, start, &words);
            }
        }
        let written = || HolderName::Written(self.written_name(words.clone()).into());
        match () {
            () if self.tag(head, Tags::OWNER) => Bearer::Unknown,
            () if self.tag(head, Tags::EITHER) => Bearer::Either { name: written() },
            () if thing_head => Bearer::Thing,
            () if self.tag(head, Tags::AGENT) && !self.tag(head, Tags::THING) => {
                Bearer::Agent { name: written(), person: false, known: false }
            }
            () if self.tag(head, Tags::ING) => Bearer::Thing,
            () => Bearer::Unknown,
        }
    }

    /// A noun phrase of which its verb says that it is somebody, though its head is unknown.
    pub(in crate::statements) fn as_somebody(&self, phrase: &NounPhrase) -> NounPhrase {
        let mut phrase = phrase.clone();
        let head = phrase.words.end - 1;
        let word =
            self.sentence.kind(head) == Some(Kind::Word) && !self.sentence.is_word(head, "there");
        let no_name = Tags::OWNER.with(Tags::ING).with(Tags::NOT);
        if phrase.bearer == Bearer::Unknown && word && !self.tag(head, no_name) {
            let name = HolderName::Written(self.written_name(phrase.words.clone()).into());
            phrase.bearer = Bearer::Agent { name, person: false, known: false };
        }
        phrase
    }

    /// The person or body that the possessive at `owner` names: "the expert" of "the expert's role".
    pub(in crate::statements) fn owner_at(&self, start: usize, owner: usize) -> NounPhrase {
        let first = (start..owner).find(|&index| !self.tag(index, Tags::DET)).unwrap_or(owner);
        let words = first..owner + 1;
        let bare = self.joined(words.clone());
        let bare = bare.trim_end_matches("'s").trim_end_matches('\'');
        let name = self
            .vocabulary
            .form(bare)
            .map_or_else(|| HolderName::Written(singular(bare).into()), HolderName::Known);
        let bearer = Bearer::Agent { name, person: false, known: false };
        NounPhrase { words, bearer, points_back: false, plural: false, negative: false }
    }

    /// A known name, or the fuller words where they say more: "competent severe weather decision makers".
    pub(in crate::statements) fn known_with(
        &self,
        index: u32,
        start: usize,
        words: &Range<usize>,
    ) -> Bearer {
        let Bearer::Agent { name, person, known } = self.known(index) else {
            return Bearer::Unknown;
        };
        let bare = words.end - start == 1;
        let more = start > words.start && bare && !self.all_plain_adjectives(words.start..start);
        let name =
            if more { HolderName::Written(self.written_name(words.clone()).into()) } else { name };
        Bearer::Agent { name, person, known }
    }

    pub(in crate::statements) fn all_plain_adjectives(&self, words: Range<usize>) -> bool {
        words.into_iter().all(|index| {
            self.sentence.is_one_of(
                index,
                &["other", "relevant", "new", "same", "such", "responsible", "appropriate", "all"],
            ) || self.tag(index, Tags::DET)
        })
    }

    /// The words as a name, without whose they are ("the council's officer"): lower case but for names and
    /// abbreviations, the last word singular.
    pub(in crate::statements) fn written_name(&self, words: Range<usize>) -> String {
        let mut name = String::new();
        let owner = words.clone().rev().find(|&index| self.tag(index, Tags::OWNER));
        let words = owner.map_or(words.start, |owner| owner + 1).min(words.end - 1)..words.end;
        let proper = words.len() > 1 && self.tag(words.end - 1, Tags::CAPITAL);
        for index in words.clone() {
            if !name.is_empty() {
                name.push(' ');
            }
            let word = self.sentence.word(index).replace("- ", "-");
            let keeps_case = self.tag(index, Tags::ACRONYM)
                || self.tag(index, Tags::CAPITAL) && (index > 0 || proper);
            let word = if keeps_case { word } else { word.to_lowercase() };
            name.push_str(&if index + 1 == words.end { singular(&word) } else { word });
        }
        name
    }
}
