//! A list of phrases, and one pass over the words of a text for all of them.

use super::beginnings::{Beginnings, end_of, is_joined};
use crate::document::{Document, Extent, Starts};

/// Phrases that are looked for as whole words, in any (ASCII) case.
#[derive(Clone, Debug)]
pub(in crate::statements) struct PhraseList {
    phrases: Vec<String>,
    beginnings: Beginnings,
}

impl PhraseList {
    pub(in crate::statements) fn new(phrases: Vec<String>) -> Self {
        let beginnings = Beginnings::of(&phrases);
        Self { phrases, beginnings }
    }

    /// The phrases in a stretch of a document, in order; they do not overlap. Of several at one place the longest counts.
    pub(in crate::statements) fn find<'a>(
        &'a self,
        document: &'a Document,
        extent: Extent,
    ) -> impl Iterator<Item = Extent> + 'a {
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
    ) -> Search<'a> {
        Search {
            list: self,
            bytes: &document.plain.text().as_bytes()[..extent.end as usize],
            starts: document.words.from(extent.start),
            from: 0,
            may_end,
        }
    }
}

/// Goes from word to word of a stretch.
struct Search<'a> {
    list: &'a PhraseList,
    /// Those of the document up to the end of the stretch.
    bytes: &'a [u8],
    starts: Starts<'a>,
    /// The end of the last phrase found.
    from: usize,
    may_end: fn(&[u8], usize) -> bool,
}

impl Iterator for Search<'_> {
    type Item = Extent;

    fn next(&mut self) -> Option<Extent> {
        loop {
            let at = self.starts.next().filter(|&at| at < self.bytes.len())?;
            let alike = self.list.beginnings.at(self.bytes, at).filter(|_| at >= self.from);
            if let Some(end) = alike.and_then(|alike| self.longest(alike, at)) {
                self.from = end;
                return Some(Extent::new(at, end));
            }
        }
    }
}

impl Search<'_> {
    /// The end of the first of these phrases that stands at `at`.
    fn longest(&self, alike: &[usize], at: usize) -> Option<usize> {
        let phrases = alike.iter().map(|&index| &self.list.phrases[index]);
        phrases
            .filter_map(|phrase| end_of(phrase, self.bytes, at))
            .find(|&end| (self.may_end)(self.bytes, end))
    }
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
        let found = list.find(&document, all);
        found.map(|found| document.text(found).to_owned()).collect()
    }

    #[test]
    fn whole_words_in_any_case_and_the_longest_first() {
        let list = ["may", "may wish to", "e", "as soon as possible"];
        assert_eq!(found(&list, "MAY dismay mayor (may) may-be"), ["MAY", "may", "may"]);
        assert_eq!(found(&list, "They may wish to, or may wish."), ["may wish to", "may"]);
        assert_eq!(found(&list, "e, be “As soon as possible”"), ["e", "As soon as possible"]);
        assert_eq!(found(&list, "ämay may"), ["may", "may"]);
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
