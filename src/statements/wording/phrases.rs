//! A list of phrases, and one pass over the words of a text for all of them.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::document::{Document, Extent, Starts, WordStarts};

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

    /// The phrases in a stretch of a text, in order; they do not overlap. Of several at one place the longest counts.
    /// `words` is where words of the text begin, those at least that phrases begin like.
    pub fn find<'a>(
        &'a self,
        text: &'a str,
        words: &'a WordStarts,
        extent: Extent,
    ) -> impl Iterator<Item = Extent> + 'a {
        self.find_each(text, words, extent).map(|(_, found)| found)
    }

    /// The same, each with its index in the list.
    pub(super) fn find_each<'a>(
        &'a self,
        text: &'a str,
        words: &'a WordStarts,
        extent: Extent,
    ) -> impl Iterator<Item = (usize, Extent)> + 'a {
        self.search(text, words, extent, |text, end| !is_joined(text.get(end)))
    }

    /// Whether a word of a stretch begins like one of the list.
    pub(in crate::statements) fn begins_a_word_of(
        &self,
        document: &Document,
        extent: Extent,
    ) -> bool {
        let text = document.plain.text();
        self.search(text, &document.words, extent, |_, _| true).next().is_some()
    }

    fn beginnings(&self) -> &Beginnings {
        self.beginnings.get_or_init(|| Beginnings::of(&self.phrases))
    }

    fn search<'a>(
        &'a self,
        text: &'a str,
        words: &'a WordStarts,
        extent: Extent,
        may_end: fn(&[u8], usize) -> bool,
    ) -> Search<'a> {
        Search {
            phrases: &self.phrases,
            beginnings: self.beginnings(),
            bytes: &text.as_bytes()[..extent.end as usize],
            starts: words.from(extent.start),
            from: 0,
            may_end,
        }
    }
}

/// The words of a document that begin like phrases of these lists do.
pub(super) fn beginning_like(lists: &[&PhraseList], document: &Document) -> WordStarts {
    let mut some = vec![0; SETS];
    for list in lists {
        some.iter_mut().zip(&list.beginnings().some).for_each(|(all, own)| *all |= own);
    }
    let bytes = document.plain.text().as_bytes();
    document.words.kept(|at| has(&some, three_at(bytes, at)))
}

/// Goes from word to word of a stretch.
struct Search<'a> {
    phrases: &'a [String],
    beginnings: &'a Beginnings,
    /// Those of the document up to the end of the stretch.
    bytes: &'a [u8],
    starts: Starts<'a>,
    /// The end of the last phrase found.
    from: usize,
    may_end: fn(&[u8], usize) -> bool,
}

impl Iterator for Search<'_> {
    type Item = (usize, Extent);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = self.starts.next().filter(|&at| at < self.bytes.len())?;
            let alike = self.beginnings.at(self.bytes, at).filter(|_| at >= self.from);
            let Some(alike) = alike else { continue };
            if let Some((index, end)) = self.longest(alike, at) {
                self.from = end;
                return Some((index, Extent::new(at, end)));
            }
        }
    }
}

impl Search<'_> {
    /// The first of these phrases that stands at `at`, and where it ends.
    fn longest(&self, alike: &[usize], at: usize) -> Option<(usize, usize)> {
        alike.iter().find_map(|&index| {
            let phrase = self.phrases[index].as_bytes();
            let end = at + phrase.len();
            let stands = self.bytes.get(at..end)?.eq_ignore_ascii_case(phrase);
            (stands && (self.may_end)(self.bytes, end)).then_some((index, end))
        })
    }
}

/// The phrases by the classes of their first three bytes: most words of a text begin like none of them, and are passed by.
#[derive(Clone, Debug)]
struct Beginnings {
    /// A bit for each three classes that a phrase begins with.
    some: Vec<u64>,
    /// Indices of phrases by these three, the longest first.
    alike: FxHashMap<u16, Vec<usize>>,
}

impl Beginnings {
    fn of(phrases: &[String]) -> Self {
        let mut some = vec![0; SETS];
        let mut alike: FxHashMap<u16, Vec<usize>> = FxHashMap::default();
        let mut longest_first: Vec<usize> = (0..phrases.len()).collect();
        longest_first.sort_by_key(|&index| std::cmp::Reverse(phrases[index].len()));
        for index in longest_first {
            let phrase = phrases[index].as_bytes();
            // after a phrase of one or two bytes anything may stand
            let free = CLASS_BITS * 3usize.saturating_sub(phrase.len());
            let first = three_at(phrase, 0) >> free << free;
            for three in first..first + (1 << free) {
                some[usize::from(three) / 64] |= 1 << (three % 64);
                alike.entry(three).or_default().push(index);
            }
        }
        Self { some, alike }
    }

    /// The phrases that begin like the word or mark at `at`.
    #[inline]
    fn at(&self, bytes: &[u8], at: usize) -> Option<&[usize]> {
        let three = three_at(bytes, at);
        has(&self.some, three).then(|| self.alike.get(&three)).flatten().map(Vec::as_slice)
    }
}

/// How many words of bits tell which of the numbers of three classes are there.
const SETS: usize = (1 << (3 * CLASS_BITS)) / 64;

#[inline]
fn has(some: &[u64], three: u16) -> bool {
    some[usize::from(three) / 64] >> (three % 64) & 1 == 1
}

/// The classes of three bytes, as one number. Past the end stands no letter.
#[inline]
fn three_at(bytes: &[u8], at: usize) -> u16 {
    let class = |at: usize| bytes.get(at).map_or(OTHER, |&byte| CLASS[usize::from(byte)]);
    let three = match bytes.get(at..at + 3) {
        Some(three) => [three[0], three[1], three[2]].map(|byte| CLASS[usize::from(byte)]),
        None => [class(at), class(at + 1), class(at + 2)],
    };
    three.into_iter().fold(0, |number, class| number << CLASS_BITS | u16::from(class))
}

/// The classes of bytes, a letter of either case, a digit, any other byte, are told apart by this many bits.
const CLASS_BITS: usize = 5;
const OTHER: u8 = 27;

const CLASS: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut letter = 0;
    while letter < 26 {
        classes[(b'a' + letter) as usize] = letter;
        classes[(b'A' + letter) as usize] = letter;
        letter += 1;
    }
    let mut digit = b'0';
    while digit <= b'9' {
        classes[digit as usize] = 26;
        digit += 1;
    }
    classes
};

#[inline]
fn is_joined(byte: Option<&u8>) -> bool {
    byte.is_some_and(|&byte| CLASS[usize::from(byte)] != OTHER)
}

#[cfg(test)]
mod tests {
    use super::PhraseList;
    use crate::{
        document::{Document, Extent},
        source::{Source, SourceId},
    };

    fn read(text: &str) -> (Document, Extent) {
        let source = Source::from_bytes("draft.md", text.into()).unwrap();
        let document = Document::from_source(SourceId(0), &source);
        let all = Extent::new(0, document.plain.len());
        (document, all)
    }

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let list = PhraseList::new(phrases.iter().map(|&it| it.to_owned()).collect());
        let (document, all) = read(text);
        let found = list.find(document.plain.text(), &document.words, all);
        found.map(|found| document.text(found).to_owned()).collect()
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
        let begins = |text: &str| {
            let (document, all) = read(text);
            list.begins_a_word_of(&document, all)
        };
        assert!(begins("what is Meant here"));
        assert!(!begins("because of demeanour"));
    }
}
