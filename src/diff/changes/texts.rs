//! Words of the drafts as they are compared inside one pair.

/// The words of a text in lower case, without marks.
pub(super) fn words(text: &str) -> Vec<String> {
    let is_mark = |c: char| !(c.is_alphanumeric() || matches!(c, '’' | '\'' | '-'));
    text.split(is_mark)
        .map(|word| word.chars().filter(|c| c.is_alphanumeric() || *c == '-'))
        .map(|word| word.flat_map(char::to_lowercase).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Where `phrase` stands in `words`, from `from` on.
pub(super) fn find(words: &[String], phrase: &[String], from: usize) -> Option<usize> {
    if phrase.is_empty() || words.len() < phrase.len() {
        return None;
    }
    (from..=words.len() - phrase.len()).find(|&at| words[at..].starts_with(phrase))
}

/// How often `phrase` stands in `words`.
pub(super) fn count(words: &[String], phrase: &[String]) -> usize {
    let first = find(words, phrase, 0);
    std::iter::successors(first, |&at| find(words, phrase, at + phrase.len())).count()
}
