//! What a draft says of its own names for those who act: "Clinical Commissioning Groups (CCGs)", "'institution' means …",
//! "the following bodies must have regard to this Code:". Only names of somebody are learned: a draft cannot make a duty-holder
//! of a plan.

mod addressees;
mod brackets;
mod deeds;
mod initials;
mod meanings;
mod rows;

use std::ops::Range;

use super::{
    HolderName, Vocabulary,
    english::{Kind, Phrases, Sentence, Tags, Token, around, tokenise},
    vocabulary::HolderKind,
};
use crate::document::{Document, Extent};

/// Adds the names that the documents of one Code give to those who act.
pub(super) fn learn(documents: &[Document], vocabulary: &mut Vocabulary) {
    let texts: Vec<&str> = documents.iter().map(|document| document.plain.text()).collect();
    vocabulary.drop_doubtful(&texts);
    for document in documents {
        for read in [addressees::read, brackets::read, rows::read, meanings::read, deeds::read] {
            let learned = read(&Words { document, vocabulary });
            for one in learned {
                one.add_to(vocabulary);
            }
        }
    }
}

/// A document and the words that are known so far.
struct Words<'a> {
    document: &'a Document,
    vocabulary: &'a Vocabulary,
}

impl<'a> Words<'a> {
    fn text(&self) -> &'a str {
        self.document.plain.text()
    }

    fn tokens(&self, extent: Extent) -> Vec<Token> {
        let mut tokens = Vec::new();
        tokenise(self.text(), extent, &mut tokens);
        tokens
    }

    /// The words of its sentence that stand before this byte of the plain text.
    fn tokens_before(&self, end: usize) -> Option<Vec<Token>> {
        let passage = self.document.passage_at(end as u32)?;
        let sentence = around(self.text(), self.document.passage(passage).extent, end as u32);
        Some(self.tokens(Extent { start: sentence.start, end: end as u32 }))
    }

    fn phrases<'t>(&'t self, tokens: &'t [Token]) -> Phrases<'t> {
        Phrases {
            sentence: Sentence { text: self.document.plain.text(), tokens },
            vocabulary: self.vocabulary,
        }
    }
}

/// What a draft says that one of its words means.
#[derive(Debug, PartialEq, Eq)]
enum Learned {
    /// Another way to write somebody.
    Short { short: String, name: HolderName },
    /// Somebody's name; it may be new.
    Somebody { name: String, kind: HolderKind },
}

impl Learned {
    fn add_to(self, vocabulary: &mut Vocabulary) {
        match self {
            Self::Somebody { name, kind } => {
                vocabulary.add_name(name, kind);
            }
            Self::Short { short, name } => {
                let index = match name {
                    HolderName::Known(index) => index,
                    HolderName::Written(name) => {
                        vocabulary.add_name(name.into_string(), HolderKind::Body)
                    }
                    HolderName::Reader => return,
                };
                if is_abbreviation(&short) {
                    if vocabulary.abbreviation(&short) != Some(index) {
                        vocabulary.add_abbreviation(&short, index);
                    }
                } else if vocabulary.form(&short.to_lowercase()) != Some(index) {
                    vocabulary.add_form(short, index);
                }
            }
        }
    }
}

/// Letters of which two or more are capitals: "CCG", with small ones between or not.
fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    (2..=10).contains(&word.chars().count())
        && capitals >= 2
        && word.chars().all(|c| c.is_alphanumeric() || c == '&')
        && word.starts_with(char::is_uppercase)
}

/// "CCGs" as it is looked up.
fn without_plural(word: &str) -> &str {
    word.strip_suffix('s').filter(|short| is_abbreviation(short)).unwrap_or(word)
}

/// Who the words are, by their longest known name or by their head: `None` where they are nobody.
fn somebody(phrases: Phrases<'_>, words: Range<usize>) -> Option<HolderName> {
    if words.is_empty() {
        return None;
    }
    if let Some(index) = phrases.vocabulary.form(&phrases.joined(words.clone())) {
        return Some(HolderName::Known(index));
    }
    let of = words.clone().find(|&index| {
        phrases.sentence.is_one_of(index, &["of", "for", "in", "on"]) && index > words.start
    });
    let head = words.start..of.unwrap_or(words.end);
    if !phrases.bearer(head.clone()).is_somebody() {
        return None;
    }
    let rest = head.end..words.end;
    let mut name = phrases.written_name(head);
    for index in rest {
        name.push(' ');
        name.push_str(phrases.sentence.word(index));
    }
    Some(HolderName::Written(name.into()))
}

/// Where the nouns and adjectives that end at `end` begin: "the | local weights and measures authority".
fn noun_phrase_before(phrases: Phrases<'_>, end: usize) -> Range<usize> {
    let inside = Tags::NOUN
        .with(Tags::AGENT)
        .with(Tags::THING)
        .with(Tags::EITHER)
        .with(Tags::ADJ)
        .with(Tags::ACRONYM)
        .with(Tags::CAPITAL);
    let outside = Tags::DET
        .with(Tags::PREP)
        .with(Tags::COORD)
        .with(Tags::MODAL)
        .with(Tags::REL)
        .with(Tags::BE)
        .with(Tags::PRON);
    let proper = |index: usize| phrases.sentence.tag(index, Tags::CAPITAL);
    let joins = |index: usize| {
        index > 0
            && phrases.sentence.is_one_of(index, &["of", "for", "and", "the"])
            && (proper(index - 1) || phrases.sentence.is_one_of(index - 1, &["of", "for"]))
            && (proper(index + 1) || phrases.sentence.is_word(index + 1, "the"))
    };
    let part = |&index: &usize| {
        phrases.sentence.kind(index) == Some(Kind::Word)
            && (phrases.sentence.tag(index, inside) && !phrases.sentence.tag(index, outside)
                || joins(index))
    };
    let start = (end.saturating_sub(9)..end).rev().take_while(part).last().unwrap_or(end);
    let start = (start..end).find(|&index| !phrases.sentence.is_word(index, "the")).unwrap_or(end);
    start..end
}

/// The words of a term between quotation marks, without "the" and "a".
fn bare_term(term: &str) -> &str {
    let term = term.trim();
    ["the ", "The ", "a ", "an "]
        .iter()
        .find_map(|article| term.strip_prefix(article))
        .unwrap_or(term)
}
