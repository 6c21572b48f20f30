//! A list of phrases, and one pass over the words of a text for all of them.

use std::sync::OnceLock;

use crate::document::{Document, Extent};

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

    /// The phrases in a stretch of a document, in order; they do not overlap. Of several at one place the longest counts.
    pub fn find<'a>(
        &'a self,
        document: &'a Document,
        extent: Extent,
    ) -> impl Iterator<Item = Extent> + 'a {
        self.find_each(document, extent).map(|(_, found)| found)
    }

    /// The same, each with its index in the list.
    pub(super) fn find_each<'a>(
        &'a self,
        document: &'a Document,
        extent: Extent,
    ) -> impl Iterator<Item = (usize, Extent)> + 'a {
        self.search(document, extent, |text, end| !is_joined(text.get(end)))
    }

    /// Whether a word of a stretch begins like one of the list.
    pub(in crate::statements) fn begins_a_word_of(
        &self,
        document: &Document,
        extent: Extent,
    ) -> bool {
        self.search(document, extent, |_, _| true).next().is_some()
    }

    fn search<'a>(
        &'a self,
        document: &'a Document,
        extent: Extent,
        may_end: fn(&[u8], usize) -> bool,
    ) -> impl Iterator<Item = (usize, Extent)> + 'a {
        let beginnings = self.beginnings.get_or_init(|| Beginnings::of(&self.phrases));
        let bytes = &document.plain.text().as_bytes()[..extent.end as usize];
        let mut from = 0;
        document.words.within(extent).filter_map(move |at| {
            let alike = beginnings.at(bytes, at);
            if alike.is_empty() || at < from {
                return None;
            }
            let third = class_at(bytes, at + 2);
            let (index, end) =
                alike.iter().filter(|it| it.third.is_none_or(|it| it == third)).find_map(|it| {
                    let end = at + self.phrases[it.index].len();
                    let stands =
                        bytes.get(at..end)?.eq_ignore_ascii_case(self.phrases[it.index].as_bytes());
                    (stands && may_end(bytes, end)).then_some((it.index, end))
                })?;
            from = end;
            Some((index, Extent::new(at, end)))
        })
    }
}

/// The phrases by the classes of their first two bytes: most words of a text begin like none of them, and are passed by.
#[derive(Clone, Debug)]
struct Beginnings {
    /// For each pair of classes, how many phrases begin like the pairs before it.
    before: Vec<u16>,
    /// In the order of their pairs; of one pair, the longest first.
    phrases: Vec<Beginning>,
}

#[derive(Clone, Copy, Debug)]
struct Beginning {
    index: usize,
    /// The class of its third byte, where it has one.
    third: Option<u8>,
}

impl Beginnings {
    fn of(phrases: &[String]) -> Self {
        let mut pairs: Vec<(usize, usize)> = Vec::with_capacity(phrases.len());
        for (index, phrase) in phrases.iter().enumerate() {
            // after a phrase of one byte anything may stand
            let first = pair_at(phrase.as_bytes(), 0);
            let pairs_of = if phrase.len() == 1 {
                first - first % CLASSES..first - first % CLASSES + CLASSES
            } else {
                first..first + 1
            };
            pairs.extend(pairs_of.map(|pair| (pair, index)));
        }
        pairs.sort_by_key(|&(pair, index)| (pair, std::cmp::Reverse(phrases[index].len())));
        let before =
            (0..=CLASSES * CLASSES).map(|pair| pairs.partition_point(|it| it.0 < pair) as u16);
        let beginning = |&(_, index): &(usize, usize)| {
            let phrase = phrases[index].as_bytes();
            Beginning { index, third: (phrase.len() > 2).then(|| class_at(phrase, 2)) }
        };
        Self { before: before.collect(), phrases: pairs.iter().map(beginning).collect() }
    }

    /// The phrases that begin like the word or mark at `at`.
    #[inline]
    fn at(&self, bytes: &[u8], at: usize) -> &[Beginning] {
        let pair = pair_at(bytes, at);
        &self.phrases[usize::from(self.before[pair])..usize::from(self.before[pair + 1])]
    }
}

#[inline]
fn pair_at(bytes: &[u8], at: usize) -> usize {
    usize::from(class_at(bytes, at)) * CLASSES + usize::from(class_at(bytes, at + 1))
}

/// How many classes of bytes there are: a letter of either case, a digit, any other byte.
const CLASSES: usize = 28;
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

/// The class of the byte at `at`; past the end stands no letter.
#[inline]
fn class_at(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).map_or(OTHER, |&byte| CLASS[usize::from(byte)])
}

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
        list.find(&document, all).map(|found| document.text(found).to_owned()).collect()
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
