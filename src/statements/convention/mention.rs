//! Modal words that a sentence names and does not use: "the word MUST", "‘should’ means", "may marks a course".

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::pattern;

/// A modal word that is named, in bytes of the sentence. A pair ("MUST/MUST NOT") is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) range: Range<usize>,
    /// Lower case, without "not".
    pub(super) word: &'static str,
}

const WORDS: [&str; 12] = [
    "must",
    "shall",
    "should",
    "may",
    "can",
    "could",
    "ought",
    "required",
    "requires",
    "mandatory",
    "recommended",
    "optional",
];

static MODAL: LazyLock<Regex> = LazyLock::new(|| {
    let words = WORDS.join("|");
    let one = format!(r"(?:{words})(?:\s+(?:not|never|to)\b)?");
    Regex::new(&format!(r"\b(?P<word>{words})\b(?:\s+(?:not|never)\b)?(?:\s*/\s*{one})*"))
        .expect("the pattern is tested")
});

/// "the word", "the key words", "words such as".
static NAMED_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:words?|terms?|keywords?|verbs?|expressions?|verbal forms?)(?: such as| like|:)? *$",
    )
});

/// What follows a word that is named: "refers to", "is used", "marks".
static NAMED_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ *(?:refers|means|indicates|denotes|signifies|marks|describes|expresses|imposes|conveys|stands for|is (?:only |always )?(?:used|intended|meant|reserved)|has (?:the|this|its) meaning)\b",
    )
});

/// What can follow the last of "the words must, should" and can follow no modal verb.
static NO_VERB_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: *$| *[.,;:)]| +(?:and|or|to|for|as|in|when|where|throughout|refers?|means?|indicates?|denotes?|marks?|(?:is|are|has|have) (?:used|intended|meant|to be|the|their)|are advice)\b)",
    )
});

static USE_BEFORE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:use|uses|used|using) *$"));

/// What may stand between two words that are named together.
static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^[\s,/;"'“”‘’*_()]*(?:and|or|as well as)?[\s,/"'“”‘’*_()]*(?:the (?:words?|terms?))?[\s"'“”‘’*_(]*$"#)
        .expect("the pattern is tested")
});

/// "and SHOULD to refer to guidance", "and SHOULD for what is advised": the verb is left out.
static ELIDED_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ +(?:to (?:refer|mean|indicate|denote|show|describe|signify|guidance|advice|good)|for|when|where|means?|by)\b",
    )
});

/// The words that `sentence` names, in order. The patterns are of lower-case words.
pub(super) fn find(sentence: &str) -> Vec<Mention> {
    let sentence = &sentence.to_ascii_lowercase();
    let mut mentions: Vec<Mention> = Vec::new();
    for found in MODAL.captures_iter(sentence) {
        let (Some(whole), Some(word)) = (found.get(0), found.name("word")) else { continue };
        let range = whole.range();
        let Some(word) = WORDS.iter().find(|known| **known == word.as_str()) else {
            continue;
        };
        if is_named(sentence, &range, word, mentions.last()) {
            mentions.push(Mention { range, word });
        }
    }
    mentions
}

fn is_named(sentence: &str, range: &Range<usize>, word: &str, last: Option<&Mention>) -> bool {
    let (before, after) = (&sentence[..range.start], &sentence[range.end..]);
    if is_quoted(before, after) {
        return true;
    }
    let joined = last.is_some_and(|last| JOINT.is_match(&sentence[last.range.end..range.start]));
    let plain = matches!(word, "must" | "shall" | "should" | "may");
    let named = NAMED_BEFORE.is_match(before) || USE_BEFORE.is_match(before) && !after.is_empty();
    (named && NO_VERB_AFTER.is_match(after))
        || (joined && (NO_VERB_AFTER.is_match(after) || NAMED_AFTER.is_match(after)))
        || (plain && NAMED_AFTER.is_match(after))
        || (plain && last.is_some() && ELIDED_AFTER.is_match(after))
}

/// Whether quotation marks stand around a word, or around "you must".
fn is_quoted(before: &str, after: &str) -> bool {
    const QUOTES: [char; 7] = ['"', '\'', '“', '”', '‘', '’', '`'];
    let before = before.strip_suffix("you ").unwrap_or(before);
    before.ends_with(QUOTES) && after.trim_start_matches([',', '.', ';']).starts_with(QUOTES)
}

/// The word that is the whole of a cell, quoted or not.
pub(super) fn whole(cell: &str) -> Option<Mention> {
    let bare = cell.trim_matches([' ', '"', '\'', '“', '”', '‘', '’']);
    first(cell).filter(|mention| cell[mention.range.clone()].len() == bare.len())
}

/// The word that a passage begins with as a label: "Must: a legal requirement".
pub(super) fn label(text: &str) -> Option<Mention> {
    let mention = first(text)?;
    let marks = [' ', '"', '\'', '“', '”', '‘', '’'];
    let begins = text[..mention.range.start].trim_matches(marks).is_empty();
    let after = text[mention.range.end..].trim_start_matches(&marks[1..]);
    let mark = [":", " –", " —", " =", " - "].iter().find_map(|mark| after.strip_prefix(mark));
    (begins && mark.is_some_and(|said| !said.trim().is_empty())).then_some(mention)
}

/// The first word, where the text begins with it but for quotation marks.
fn first(text: &str) -> Option<Mention> {
    let bare = text.trim_start_matches([' ', '"', '\'', '“', '”', '‘', '’']);
    let begins =
        |word: &str| bare.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    if !WORDS.iter().any(|word| begins(word)) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let found = MODAL.captures(&lower)?;
    let (whole, word) = (found.get(0)?, found.name("word")?);
    let word = WORDS.iter().find(|known| **known == word.as_str())?;
    Some(Mention { range: whole.range(), word })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(sentence: &str) -> Vec<&'static str> {
        find(sentence).into_iter().map(|mention| mention.word).collect()
    }

    #[test]
    fn words_that_are_named() {
        assert_eq!(
            words(
                "The text uses the word MUST to refer to a requirement and SHOULD to refer to guidance."
            ),
            ["must", "should"]
        );
        assert_eq!(
            words("In this document must is used where the law requires a thing."),
            ["must"]
        );
        assert_eq!(words("Should marks advice, and may marks a course."), ["should", "may"]);
        assert_eq!(
            words("Such rules are marked by the words MUST or MUST NOT, and the law is given."),
            ["must", "must"]
        );
        assert_eq!(words("Such rules are identified by the words ‘MUST/MUST NOT’."), ["must"]);
        assert_eq!(words("Rules that use should and should not are advice."), ["should", "should"]);
        assert_eq!(
            words("It uses the words MUST, SHOULD, MAY and MUST NOT as defined in RFC 2119."),
            ["must", "should", "may", "must"]
        );
        assert_eq!(words("‘You must’ is used for an overriding duty."), ["must"]);
        assert_eq!(
            words(
                "The words 'must', 'requires' or 'mandatory' indicate that a legal requirement exists"
            ),
            ["must", "requires", "mandatory"]
        );
        assert_eq!(
            words("The word ‘must’ refers to law and the word ‘should’ to guidance."),
            ["must", "should"]
        );
        assert_eq!(
            words(
                "It “uses the word MUST for what the law requires and SHOULD for what is merely advised”."
            ),
            ["must", "should"]
        );
    }

    #[test]
    fn words_that_are_used() {
        for sentence in [
            "The terms must be agreed and should be published.",
            "The authority must consult parents and should publish what they say.",
            "Their use should be recorded.",
            "Its use must be for the purpose of learning.",
            "This must mean that the plan is at an end.",
        ] {
            assert_eq!(words(sentence), Vec::<&str>::new(), "{sentence}");
        }
    }

    #[test]
    fn labels() {
        assert_eq!(label("Must: a legal requirement").map(|it| it.word), Some("must"));
        assert_eq!(label("‘Should’ – good practice").map(|it| it.word), Some("should"));
        assert_eq!(whole("“must”").map(|it| it.word), Some("must"));
        assert_eq!(label("You MUST NOT"), None);
        assert_eq!(label("Must meet three times a year"), None);
    }
}
