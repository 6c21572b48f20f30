//! Finds where modal wording may stand: one pass over a text for all anchors of the table.

use aho_corasick::{AhoCorasick, MatchKind};

use super::modality;

/// The words of the table of modal wordings, made ready for searching.
#[derive(Clone, Debug)]
pub(super) struct Anchors(AhoCorasick);

impl Default for Anchors {
    fn default() -> Self {
        let searcher = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(modality::anchors())
            .expect("the table is small");
        Self(searcher)
    }
}

impl Anchors {
    /// Byte ranges of the anchors in `text` that begin a word.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (u32, u32)> + 'a {
        let bytes = text.as_bytes();
        self.0
            .find_iter(text)
            .map(|found| (found.start(), found.end()))
            .filter(move |&(start, end)| {
                let joined = |byte: u8| byte.is_ascii_alphanumeric();
                !(start > 0 && joined(bytes[start - 1])
                    || bytes.get(end).copied().is_some_and(joined))
            })
            .map(|(start, end)| (start as u32, end as u32))
    }
}
