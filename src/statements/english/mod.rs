//! English, as far as a reading needs it: words, sentences, clauses, noun phrases, voice.

mod clause;
mod inflection;
mod noun_phrase;
mod sentence;
mod voice;
mod words;

pub(super) use clause::{Clause, Role, Subject, clause_of, is_finite};
pub(super) use inflection::{plural_of_phrase, singular, verb_forms};
pub(super) use noun_phrase::{Bearer, NounPhrase, Phrases, past_absence};
pub(super) use sentence::around;
pub use sentence::sentences_in;
pub(super) use voice::{
    Voice, agents_after, agents_joined, describes_subject, skip_adverbs, verb_after, voice_after,
};
pub(super) use words::{
    Kind, Known, Tags, Token, first_char, plain_word_length, tokenise, tokens_of,
};

/// The tokens of one sentence with the text they came from.
#[derive(Clone, Copy)]
pub(in crate::statements) struct Sentence<'a> {
    pub(in crate::statements) text: &'a str,
    pub(in crate::statements) tokens: &'a [Token],
}

impl<'a> Sentence<'a> {
    pub(in crate::statements) fn word(&self, index: usize) -> &'a str {
        let token = &self.tokens[index];
        &self.text[token.start as usize..token.end as usize]
    }

    #[inline]
    pub(in crate::statements) fn is_word(&self, index: usize, word: &str) -> bool {
        self.tokens.get(index).is_some_and(|&token| self.is(token, word))
    }

    #[inline]
    pub(in crate::statements) fn is_one_of(&self, index: usize, words: &[&str]) -> bool {
        self.tokens.get(index).is_some_and(|&token| words.iter().any(|word| self.is(token, word)))
    }

    /// Whether these words stand in a row from `index` on.
    pub(in crate::statements) fn starts_with(&self, index: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.is_word(index + offset, word))
    }

    /// Nearly all words that are asked for, in lower case, are not there, and the first letter says so.
    #[inline]
    fn is(&self, token: Token, word: &str) -> bool {
        word.as_bytes().first() == Some(&token.initial) && self.spells(token, word)
    }

    fn spells(&self, token: Token, word: &str) -> bool {
        same_word(&self.text[token.start as usize..token.end as usize], word)
    }

    pub(in crate::statements) fn tag(&self, index: usize, tags: Tags) -> bool {
        self.tokens.get(index).is_some_and(|token| token.is(tags))
    }

    /// A preposition, and no word that is as often a noun, an adjective or a determiner.
    pub(in crate::statements) fn is_preposition(&self, index: usize) -> bool {
        self.tag(index, Tags::PREP) && !self.tag(index, Tags::NOUN.with(Tags::ADJ).with(Tags::DET))
    }

    pub(in crate::statements) fn kind(&self, index: usize) -> Option<Kind> {
        self.tokens.get(index).map(|token| token.kind)
    }
}

/// Whether two words are the same but for case and the shape of apostrophes.
#[inline]
pub(in crate::statements) fn same_word(written: &str, word: &str) -> bool {
    if written.len() == word.len() {
        return written.eq_ignore_ascii_case(word);
    }
    // a curly apostrophe takes two bytes more than a straight one
    written.len() == word.len() + 2
        && word.contains('\'')
        && written.contains('’')
        && written.replace('’', "'").eq_ignore_ascii_case(word)
}
