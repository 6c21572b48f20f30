//! What words of a heading tell: enough to know it by when a reference says only what it is about.

/// The words of a heading that carry meaning.
pub(super) fn content(words: &str) -> impl Iterator<Item = &str> {
    const SMALL: [&str; 14] = [
        "the", "and", "for", "with", "from", "this", "that", "chapter", "section", "annex", "part",
        "about", "appendix", "into",
    ];
    words.split(' ').filter(|word| word.len() > 2 && !SMALL.contains(word))
}

/// "transition" and "transitions", "plan" and "planning".
pub(super) fn alike(a: &str, b: &str) -> bool {
    stem(a) == stem(b) || (a.len() > 3 && b.len() > 3 && stem(a).starts_with(stem(b)))
}

/// The first five letters.
pub(super) fn stem(word: &str) -> &str {
    let end = word.char_indices().nth(5).map_or(word.len(), |(at, _)| at);
    &word[..end]
}
