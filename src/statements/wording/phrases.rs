//! A list of phrases, and one pass over a text for all of them.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

/// Phrases that are looked for as whole words, in any (ASCII) case.
#[derive(Clone, Debug)]
pub struct PhraseList {
    phrases: Vec<String>,
    searcher: AhoCorasick,
}

impl PhraseList {
    /// # Panics
    ///
    /// When the phrases fill more memory than a searcher may have, which no list that people write does.
    pub fn new(mut phrases: Vec<String>) -> Self {
        phrases.retain(|phrase| !phrase.trim().is_empty());
        let searcher = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(&phrases)
            .expect("lists of phrases are small");
        Self { phrases, searcher }
    }

    /// Looks for these phrases too.
    pub fn extend(&mut self, more: &[String]) {
        if !more.is_empty() {
            *self = Self::new([self.phrases.as_slice(), more].concat());
        }
    }

    /// Looks for this phrase no longer.
    pub fn drop(&mut self, phrase: &str) {
        let kept = self.phrases.iter().filter(|it| !it.eq_ignore_ascii_case(phrase));
        *self = Self::new(kept.cloned().collect());
    }

    /// The phrases in `text`, in bytes of it, in order; they do not overlap.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let bytes = text.as_bytes();
        let joined = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        self.searcher.find_iter(text).map(|found| found.range()).filter(move |range| {
            let before = range.start.checked_sub(1).and_then(|at| bytes.get(at));
            !joined(before) && !joined(bytes.get(range.end))
        })
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }
}
