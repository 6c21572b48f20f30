//! Which words of two sentences are not in the other, in their order.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A word or a closing mark, and whether only this sentence has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct Word<'a> {
    pub(in crate::report) text: &'a str,
    pub(in crate::report) changed: bool,
    /// Whether it follows the word before it without a space.
    pub(in crate::report) glued: bool,
}

/// Sentences with more words than this are shown without marks.
const LONGEST: usize = 1500;

/// The words of a sentence, none marked.
pub(in crate::report) fn unmarked(text: &str) -> Vec<Word<'_>> {
    text.split_whitespace().flat_map(word_and_mark).collect()
}

/// "report." is two: a sentence that goes on after "report" still has the word.
fn word_and_mark(text: &str) -> impl Iterator<Item = Word<'_>> {
    let bare = text.trim_end_matches(['.', ',', ';', ':']);
    let (word, mark) = if bare.is_empty() { (text, "") } else { text.split_at(bare.len()) };
    let parts = [(word, false), (mark, true)].into_iter().filter(|(text, _)| !text.is_empty());
    parts.map(|(text, glued)| Word { text, changed: false, glued })
}

/// The words of an old sentence and of a new one, those marked that were taken out and put in.
pub(in crate::report) fn marked<'a>(old: &'a str, new: &'a str) -> (Vec<Word<'a>>, Vec<Word<'a>>) {
    let (mut old, mut new) = (unmarked(old), unmarked(new));
    if old.len().max(new.len()) > LONGEST {
        return (old, new);
    }
    let texts = |words: &[Word<'a>]| words.iter().map(|word| word.text).collect::<Vec<_>>();
    for op in capture_diff_slices(Algorithm::Myers, &texts(&old), &texts(&new)) {
        let (tag, olds, news) = op.as_tag_tuple();
        if tag != DiffTag::Equal {
            old[olds].iter_mut().for_each(|word| word.changed = true);
            new[news].iter_mut().for_each(|word| word.changed = true);
        }
    }
    (old, new)
}

/// Runs of words that are all marked, or all not.
pub(in crate::report) fn runs<'a, 'w>(
    words: &'w [Word<'a>],
) -> impl Iterator<Item = &'w [Word<'a>]> {
    words.chunk_by(|a, b| a.changed == b.changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_marked() {
        let (old, new) = marked("they must  publish it", "they should publish it now");
        let changed = |words: &[Word<'_>]| -> Vec<String> {
            words.iter().filter(|it| it.changed).map(|it| it.text.to_owned()).collect()
        };
        assert_eq!(changed(&old), ["must"]);
        assert_eq!(changed(&new), ["should", "now"]);
        assert_eq!(runs(&new).count(), 4);
    }
}
