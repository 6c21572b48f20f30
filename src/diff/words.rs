//! The words of two drafts as numbers: what is compared is never their spelling, capitals or marks.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

/// A word of either draft: the same number for the same word.
pub(super) type Word = u32;

/// Stands for every number of a paragraph, part or annex of the draft itself: renumbering changes no sentence.
pub(super) const NUMBER: Word = 0;

/// From here on a word is one that the lexicon does not hold.
const UNKNOWN: Word = 1 << 31;

/// Every word that was met, with its stem and how often sentences hold it.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: FxHashMap<Box<str>, Word>,
    /// The stem of each word, as the number of the first word that has it.
    stems: Vec<Word>,
    by_stem: FxHashMap<Box<str>, Word>,
    /// In how many sentences a stem stands.
    frequencies: Vec<u32>,
    /// How much a stem says, from the frequencies: a rare one more than a common one.
    weights: Vec<f32>,
    rarest: f32,
    lower: String,
}

impl Default for Lexicon {
    fn default() -> Self {
        let mut lexicon = Self {
            words: FxHashMap::default(),
            stems: Vec::new(),
            by_stem: FxHashMap::default(),
            frequencies: Vec::new(),
            weights: Vec::new(),
            rarest: 1.0,
            lower: String::new(),
        };
        lexicon.lower.push('#');
        lexicon.number_lower();
        lexicon
    }
}

impl Lexicon {
    /// Appends the words of `text`. `is_number` says of a byte of it whether a reference to the draft itself stands there.
    pub(super) fn read(
        &mut self,
        text: &str,
        is_number: impl Fn(usize) -> bool,
        words: &mut Vec<Word>,
    ) {
        let mut start = None;
        for (at, c) in text.char_indices() {
            match c {
                _ if c.is_alphanumeric() => {
                    start.get_or_insert(at);
                    self.push_lower(c);
                }
                // "child’s" is one word, and so is one with a soft hyphen in it.
                '’' | '\'' | '\u{ad}' | '\u{200b}' if start.is_some() => {}
                _ => self.end_word(text, start.take(), &is_number, words),
            }
        }
        self.end_word(text, start, &is_number, words);
    }

    /// As [`Lexicon::read`], and learns nothing: a word that no keyword's sentence has is one of its own by its spelling.
    pub(super) fn look_up(
        &self,
        text: &str,
        is_number: impl Fn(usize) -> bool,
        words: &mut Vec<Word>,
    ) {
        let is_mark = |c: char| !(c.is_alphanumeric() || matches!(c, '’' | '\'' | '\u{ad}'));
        for written in text.split(is_mark) {
            let lower: String = written
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect();
            let at = written.as_ptr() as usize - text.as_ptr() as usize;
            match self.words.get(lower.as_str()) {
                _ if lower.is_empty() => {}
                _ if lower.starts_with(|c: char| c.is_ascii_digit()) && is_number(at) => {
                    words.push(NUMBER);
                }
                Some(&word) => words.push(word),
                None => words.push(hash(lower.bytes().map(u32::from)) as Word | UNKNOWN),
            }
        }
    }

    fn push_lower(&mut self, c: char) {
        match c {
            'ﬁ' => self.lower.push_str("fi"),
            'ﬂ' => self.lower.push_str("fl"),
            'ﬀ' => self.lower.push_str("ff"),
            'ﬃ' => self.lower.push_str("ffi"),
            'ﬄ' => self.lower.push_str("ffl"),
            _ if c.is_ascii() => self.lower.push(c.to_ascii_lowercase()),
            _ => self.lower.extend(c.to_lowercase()),
        }
    }

    fn end_word(
        &mut self,
        text: &str,
        start: Option<usize>,
        is_number: impl Fn(usize) -> bool,
        words: &mut Vec<Word>,
    ) {
        let Some(start) = start else { return self.lower.clear() };
        if text.as_bytes()[start].is_ascii_digit() && is_number(start) {
            self.lower.clear();
            words.push(NUMBER);
        } else {
            words.push(self.number_lower());
        }
    }

    /// The number of the word in `lower`, which is emptied.
    fn number_lower(&mut self) -> Word {
        let known = self.words.get(self.lower.as_str()).copied();
        let word = known.unwrap_or_else(|| {
            let word = self.stems.len() as Word;
            self.words.insert(self.lower.as_str().into(), word);
            let stem = *self.by_stem.entry(stem_of(&self.lower).into()).or_insert(word);
            self.stems.push(stem);
            word
        });
        self.lower.clear();
        word
    }

    /// Counts a sentence: each of its stems once.
    pub(super) fn count(&mut self, words: &[Word], stems: &mut Vec<Word>) {
        self.stems_of(words, stems);
        self.frequencies.resize(self.stems.len(), 0);
        let mut last = None;
        for &stem in stems.iter() {
            if last != Some(stem) {
                self.frequencies[stem as usize] += 1;
            }
            last = Some(stem);
        }
    }

    /// Weighs the stems by what was counted in `sentences` sentences.
    pub(super) fn weigh(&mut self, sentences: usize) {
        self.frequencies.resize(self.stems.len(), 0);
        let all = sentences.max(1) as f32;
        let weight = |&frequency: &u32| (1.0 + all / (1.0 + frequency as f32)).ln();
        self.weights = self.frequencies.iter().map(weight).collect();
        self.rarest = weight(&0);
    }

    /// The stems of words, in order of their numbers.
    pub(super) fn stems_of(&self, words: &[Word], stems: &mut Vec<Word>) {
        stems.clear();
        let stem = |&word: &Word| self.stems.get(word as usize).copied().unwrap_or(word);
        stems.extend(words.iter().map(stem));
        stems.sort_unstable();
    }

    /// How much a stem says. A word that no sentence was counted with says as much as the rarest.
    pub(super) fn weight(&self, stem: Word) -> f32 {
        self.weights.get(stem as usize).copied().unwrap_or(self.rarest)
    }
}

/// A word without its commonest endings: enough for "reviews", "reviewed" and "reviewing" to be one.
fn stem_of(word: &str) -> &str {
    if !word.is_ascii() || word.len() < 4 {
        return word;
    }
    for ending in ["ing", "ed", "es", "s", "e"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
            return stem;
        }
    }
    word
}

/// One number for a run of words.
pub(super) fn hash(words: impl IntoIterator<Item = u32>) -> u64 {
    let mut hasher = FxHasher::default();
    for word in words {
        hasher.write_u32(word);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lexicon: &mut Lexicon, text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        lexicon.read(text, |_| false, &mut words);
        words
    }

    #[test]
    fn capitals_marks_and_kinds_of_quotes_do_not_count() {
        let mut lexicon = Lexicon::default();
        let plain = read(&mut lexicon, "The child's plan, (once) reviewed");
        assert_eq!(plain, read(&mut lexicon, "the CHILD’s plan – “once” re\u{ad}viewed."));
        assert_eq!(plain.len(), 5);
    }

    #[test]
    fn numbers_of_references_are_all_one() {
        let mut lexicon = Lexicon::default();
        let mut words = Vec::new();
        lexicon.read("see 3 of 3", |at| at == 4, &mut words);
        assert_eq!(words[1], NUMBER);
        assert_ne!(words[3], NUMBER);
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let mut lexicon = Lexicon::default();
        let words = read(&mut lexicon, "review reviews reviewed reviewing");
        let mut stems = Vec::new();
        lexicon.stems_of(&words, &mut stems);
        assert!(stems.iter().all(|&stem| stem == stems[0]));
    }
}
