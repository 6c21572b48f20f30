//! A list of phrases, and one pass over a text for all of them.

use std::{ops::Range, sync::OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// Phrases that are looked for as whole words, in any (ASCII) case.
#[derive(Clone, Debug, Default)]
pub struct PhraseList {
    phrases: Vec<String>,
    /// Made at the first search: most runs ask for few of the lists.
    searcher: OnceLock<AhoCorasick>,
}

impl PhraseList {
    pub fn new(mut phrases: Vec<String>) -> Self {
        phrases.retain(|phrase| !phrase.trim().is_empty());
        Self { phrases, searcher: OnceLock::new() }
    }

    /// Looks for these phrases too.
    pub fn extend(&mut self, more: &[String]) {
        *self = Self::new([self.phrases.as_slice(), more].concat());
    }

    /// Looks for this phrase no longer.
    pub fn drop(&mut self, phrase: &str) {
        let kept = self.phrases.iter().filter(|it| !it.eq_ignore_ascii_case(phrase));
        *self = Self::new(kept.cloned().collect());
    }

    /// The phrases in `text`, in bytes of it, in order; they do not overlap.
    ///
    /// # Panics
    ///
    /// When the phrases fill more memory than a searcher may have, which no list that people write does.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.find_each(text).map(|(_, range)| range)
    }

    /// The same, each with its index in the list.
    pub(super) fn find_each<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
        let bytes = text.as_bytes();
        let joined = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let found = self.searcher().find_iter(text);
        found.map(|found| (found.pattern().as_usize(), found.range())).filter(move |(_, range)| {
            let before = range.start.checked_sub(1).and_then(|at| bytes.get(at));
            !joined(before) && !joined(bytes.get(range.end))
        })
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }

    fn searcher(&self) -> &AhoCorasick {
        self.searcher.get_or_init(|| {
            AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::LeftmostLongest)
                // Text is full of the letters that phrases begin with: looking for those first only costs, and a full
                // table reads a byte in a step.
                .prefilter(false)
                .kind(Some(AhoCorasickKind::DFA))
                .build(&self.phrases)
                .expect("lists of phrases are small")
        })
    }
}
