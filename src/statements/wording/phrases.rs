//! A list of phrases, and one pass over a text for all of them.

use std::{ops::Range, sync::OnceLock};

use rustc_hash::FxHashMap;

/// Phrases that are looked for as whole words, in any (ASCII) case.
#[derive(Clone, Debug, Default)]
pub struct PhraseList {
    phrases: Vec<String>,
    /// Made at the first search: most runs ask for few of the lists.
    beginnings: OnceLock<Beginnings>,
}

impl PhraseList {
    pub fn new(mut phrases: Vec<String>) -> Self {
        phrases.retain(|phrase| !phrase.trim().is_empty());
        Self { phrases, beginnings: OnceLock::new() }
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

    /// The phrases in `text`, in bytes of it, in order; they do not overlap. Of several at one place the longest counts.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.find_each(text).map(|(_, range)| range)
    }

    /// The same, each with its index in the list.
    pub(super) fn find_each<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
        self.search(text, |text, end| !is_joined(text.get(end)))
    }

    /// Whether a phrase stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }

    /// Whether a word of `text` begins like one of the list.
    pub(in crate::statements) fn begins_a_word_of(&self, text: &str) -> bool {
        self.search(text, |_, _| true).next().is_some()
    }

    fn search<'a>(
        &'a self,
        text: &'a str,
        may_end: fn(&[u8], usize) -> bool,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
        let beginnings = self.beginnings.get_or_init(|| Beginnings::of(&self.phrases));
        let bytes = text.as_bytes();
        let longest = move |at: usize| {
            beginnings.alike(first_two(bytes, at)).iter().find_map(|&index| {
                let end = at + self.phrases[index].len();
                let here = bytes.get(at..end)?;
                let stands = here.eq_ignore_ascii_case(self.phrases[index].as_bytes());
                (stands && may_end(bytes, end)).then_some((index, at..end))
            })
        };
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let found = longest(at);
                at = found.as_ref().map_or_else(|| next_word(bytes, at), |(_, it)| it.end);
                if found.is_some() {
                    return found;
                }
            }
            None
        })
    }
}

/// The phrases by their first two bytes in lower case: most words of a text begin like none of them, and are passed by.
#[derive(Clone, Debug)]
struct Beginnings {
    /// A bit for each pair of bytes that a phrase begins with.
    pairs: Box<[u64]>,
    /// Indices of phrases, the longest first.
    by_pair: FxHashMap<u16, Vec<usize>>,
}

impl Beginnings {
    fn of(phrases: &[String]) -> Self {
        let mut pairs = vec![0; 1 << 10].into_boxed_slice();
        let mut by_pair: FxHashMap<u16, Vec<usize>> = FxHashMap::default();
        let mut longest_first: Vec<usize> = (0..phrases.len()).collect();
        longest_first.sort_by_key(|&index| std::cmp::Reverse(phrases[index].len()));
        for index in longest_first {
            for pair in first_pairs(phrases[index].as_bytes()) {
                pairs[usize::from(pair >> 6)] |= 1 << (pair & 63);
                by_pair.entry(pair).or_default().push(index);
            }
        }
        Self { pairs, by_pair }
    }

    /// The phrases that begin with these two bytes.
    #[inline]
    fn alike(&self, pair: u16) -> &[usize] {
        if self.pairs[usize::from(pair >> 6)] >> (pair & 63) & 1 == 0 {
            return &[];
        }
        self.by_pair.get(&pair).map_or(&[], Vec::as_slice)
    }
}

/// The two bytes at `at` in lower case as one number; past the end stands 0.
#[inline]
fn first_two(bytes: &[u8], at: usize) -> u16 {
    let lower = |at: usize| bytes.get(at).map_or(0, u8::to_ascii_lowercase);
    u16::from_be_bytes([lower(at), lower(at + 1)])
}

/// The pairs that a text may have where this phrase stands: any second byte, where the phrase has one only.
fn first_pairs(phrase: &[u8]) -> std::ops::RangeInclusive<u16> {
    let pair = first_two(phrase, 0);
    if phrase.len() == 1 { pair..=pair | 0xff } else { pair..=pair }
}

/// Where the next word or mark begins: past the letters and digits at `at`, and the byte after them.
#[inline]
fn next_word(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|&byte| JOINS[usize::from(byte)]) {
        at += 1;
    }
    at + 1
}

/// The bytes that go on a word.
const JOINS: [bool; 256] = {
    let mut joins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        joins[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    joins
};

#[inline]
fn is_joined(byte: Option<&u8>) -> bool {
    byte.is_some_and(|&byte| JOINS[usize::from(byte)])
}

#[cfg(test)]
mod tests {
    use super::PhraseList;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let list = PhraseList::new(phrases.iter().map(|&it| it.to_owned()).collect());
        list.find(text).map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn whole_words_in_any_case_and_the_longest_first() {
        let list = ["may", "may wish to", "e", "as soon as possible"];
        assert_eq!(found(&list, "MAY dismay mayor (may) may-be"), ["MAY", "may", "may"]);
        assert_eq!(found(&list, "They may wish to, or may wish."), ["may wish to", "may"]);
        assert_eq!(found(&list, "e, be “As soon as possible”"), ["e", "As soon as possible"]);
        assert_eq!(found(&list, "ämay may"), ["may", "may"]);
        assert_eq!(found(&[" ", ""], "a text"), [""; 0]);
    }

    #[test]
    fn beginnings_of_words() {
        let list = PhraseList::new(vec!["use".into(), "mean".into()]);
        assert!(list.begins_a_word_of("what is Meant here"));
        assert!(!list.begins_a_word_of("because of demeanour"));
    }
}
