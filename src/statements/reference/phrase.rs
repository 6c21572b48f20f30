//! The words of a reference: a unit and its numbers, ranges and lists of them, and what follows.

use crate::{
    document::Unit,
    statements::pointing::{Kind, Tokens},
};

/// What the words call the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Of(Unit),
    Footnote,
    /// No word but "see": "see 1.5 and 9.6".
    Bare,
}

/// "paragraphs 3.4, 3.7 and 3.9 to 3.12".
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) target: Target,
    pub(super) first: usize,
    pub(super) after: usize,
    pub(super) items: Vec<Item>,
}

/// One number of a phrase, or one range.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) first: usize,
    pub(super) last: usize,
    /// "9.12", "A", "xix"; without the letter of an item in it.
    pub(super) number: String,
    /// "(b)" of "9.12(b)", "d" of "11d)".
    pub(super) sub: Option<String>,
    pub(super) to: Option<String>,
}

const WORDS: [(&str, Target); 22] = [
    ("paragraph", Target::Of(Unit::Paragraph)),
    ("paragraphs", Target::Of(Unit::Paragraph)),
    ("para", Target::Of(Unit::Paragraph)),
    ("paras", Target::Of(Unit::Paragraph)),
    ("rule", Target::Of(Unit::Rule)),
    ("rules", Target::Of(Unit::Rule)),
    ("chapter", Target::Of(Unit::Chapter)),
    ("chapters", Target::Of(Unit::Chapter)),
    ("section", Target::Of(Unit::Section)),
    ("sections", Target::Of(Unit::Section)),
    ("annex", Target::Of(Unit::Annex)),
    ("annexe", Target::Of(Unit::Annex)),
    ("annexes", Target::Of(Unit::Annex)),
    ("appendix", Target::Of(Unit::Appendix)),
    ("table", Target::Of(Unit::Table)),
    ("tables", Target::Of(Unit::Table)),
    ("figure", Target::Of(Unit::Figure)),
    ("figures", Target::Of(Unit::Figure)),
    ("box", Target::Of(Unit::Box)),
    ("footnote", Target::Footnote),
    ("footnotes", Target::Footnote),
    ("part", Target::Of(Unit::Part)),
];

fn target_of(tokens: &Tokens<'_>, at: usize) -> Option<Target> {
    let word = tokens.word(at);
    if tokens.is(at, "see") {
        return Some(Target::Bare);
    }
    WORDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|&(_, target)| target)
}

/// What follows a unit, where it is one: "9.12", "B", "xix", "." of "para. 3".
fn may_number(word: &str) -> bool {
    let begins = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '.';
    word.starts_with(begins) || is_small_roman(word)
}

/// The phrase that begins with the unit at `first`.
pub(super) fn phrase(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    if !may_number(tokens.word(first + 1)) {
        return None;
    }
    let target = target_of(tokens, first)?;
    let start = if tokens.is(first + 1, ".") { first + 2 } else { first + 1 };
    let mut items = vec![item(tokens, target, first, start)?];
    let mut after = items[0].last + 1;
    while let Some(next) = separator(tokens, after) {
        // "paragraphs 3.4 and paragraph 3.7" begins anew; "rule 4, 14 days" is no list.
        let Some(more) =
            item(tokens, target, next, next).filter(|more| goes_on(tokens, target, after, more))
        else {
            break;
        };
        after = more.last + 1;
        items.push(more);
    }
    Some(Phrase { target, first, after, items })
}

/// A comma, "and", "or", "&", or a comma and one of these.
fn separator(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    crate::statements::citation::separator(tokens, at)
}

/// Whether what looks like a further number of the list is one: it ends there, and is shaped like the others.
fn goes_on(tokens: &Tokens<'_>, target: Target, separator: usize, more: &Item) -> bool {
    let next = more.last + 1;
    // "129 of chapter 11; and 135 of chapter 12": the next number is of another unit.
    let other_unit = tokens.is(next, "of") && target_of(tokens, next + 1).is_some();
    if tokens.is(separator, ";") || other_unit {
        return false;
    }
    let bare_comma =
        tokens.is(separator, ",") && !tokens.is_any(separator + 1, &["and", "or", "&"]);
    let ends = tokens.kind(next).is_none()
        || tokens.is_any(
            next,
            &[
                ",", ".", ";", ":", ")", "and", "or", "&", "of", "to", "above", "below", "in",
                "for", "as", "onwards",
            ],
        );
    let plain_number = more.number.bytes().all(|byte| byte.is_ascii_digit());
    let may_count = plain_number && matches!(target, Target::Of(_) | Target::Footnote);
    ends || !(bare_comma || may_count)
}

fn item(tokens: &Tokens<'_>, target: Target, first: usize, at: usize) -> Option<Item> {
    let (number, mut sub) = number(tokens, target, at)?;
    let mut last = at;
    if sub.is_none()
        && tokens.is_glued(at + 1)
        && let Some((label, end)) = bracket(tokens, at + 1)
    {
        sub = Some(label);
        last = end;
    }
    // "11d)": the letter has a closing bracket of its own.
    if sub.is_some()
        && last == at
        && tokens.is(at + 1, ")")
        && tokens.is_glued(at + 1)
        && !opened_before(tokens, first)
    {
        last = at + 1;
    }
    let mut made = Item { first, last, number, sub, to: None };
    if tokens.is_any(last + 1, &["to", "-", "–", "—"])
        && let Some((end, _)) = self::number(tokens, target, last + 2)
        && same_shape(&made.number, &end)
    {
        made.to = Some(end);
        made.last = last + 2;
    }
    Some(made)
}

/// A range from "5.36" ends in "5.38", not in "5": "Table 1 to 5.4" is none.
fn same_shape(a: &str, b: &str) -> bool {
    let shape =
        |number: &str| (number.contains('.'), number.starts_with(|c: char| c.is_ascii_digit()));
    shape(a) == shape(b)
}

fn opened_before(tokens: &Tokens<'_>, first: usize) -> bool {
    let from = first.saturating_sub(12);
    (from..first).rev().find_map(|at| match tokens.word(at) {
        "(" => Some(true),
        ")" => Some(false),
        _ => None,
    }) == Some(true)
}

/// "(b)", "(ii)": the label and the closing token.
fn bracket(tokens: &Tokens<'_>, open: usize) -> Option<(String, usize)> {
    let label = tokens.word(open + 1);
    let fits = tokens.is(open, "(") && tokens.is(open + 2, ")") && label.len() <= 4;
    (fits && label.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .then(|| (label.to_owned(), open + 2))
}

/// The number at `at`, with the letter of an item glued to it.
fn number(tokens: &Tokens<'_>, target: Target, at: usize) -> Option<(String, Option<String>)> {
    let word = tokens.word(at);
    match tokens.kind(at)? {
        Kind::Number => {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
            let letter = &word[digits.len()..];
            let dotted = digits.contains('.');
            let fits = match target {
                Target::Bare => dotted && letter.is_empty() && digits.matches('.').count() <= 2,
                _ => letter.len() <= 1 && tokens.year(at).is_none(),
            };
            let letter = (!letter.is_empty()).then(|| letter.to_owned());
            (fits && digits.len() <= 9).then(|| (digits.to_owned(), letter))
        }
        Kind::Word if takes_letters(target) && is_letter_number(word) => {
            Some((word.to_owned(), None))
        }
        Kind::Word if target == Target::Of(Unit::Paragraph) && is_small_roman(word) => {
            Some((word.to_owned(), None))
        }
        _ => None,
    }
}

fn takes_letters(target: Target) -> bool {
    matches!(
        target,
        Target::Of(
            Unit::Annex
                | Unit::Appendix
                | Unit::Section
                | Unit::Part
                | Unit::Table
                | Unit::Figure
                | Unit::Box
                | Unit::Chapter
        )
    )
}

/// "A", "B2", "IV": an upper-case letter, with digits at most, or a roman.
fn is_letter_number(word: &str) -> bool {
    let mut bytes = word.bytes();
    let lettered = bytes.next().is_some_and(|byte| byte.is_ascii_uppercase())
        && bytes.all(|byte| byte.is_ascii_digit());
    lettered
        || (word.bytes().all(|byte| byte.is_ascii_uppercase())
            && crate::roman::value(word).is_some())
}

/// "xix": in small letters, and more than one, so that "a" and "i" stay words.
fn is_small_roman(word: &str) -> bool {
    word.len() > 1
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && crate::roman::value(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::phrase;
    use crate::statements::pointing::Tokens;

    fn said(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text);
        let Some(phrase) = phrase(&tokens, 0) else { return Vec::new() };
        let shown = |item: super::Item| {
            let sub = item.sub.map_or(String::new(), |sub| format!("({sub})"));
            let to = item.to.map_or(String::new(), |to| format!("..{to}"));
            format!("{}{sub}{to}", item.number)
        };
        phrase.items.into_iter().map(shown).collect()
    }

    #[test]
    fn shapes() {
        assert_eq!(said("paragraph 9.12"), ["9.12"]);
        assert_eq!(said("paras 5.36–5.38"), ["5.36..5.38"]);
        assert_eq!(said("paragraphs 3.4, 3.7 and 3.9 to 3.12"), ["3.4", "3.7", "3.9..3.12"]);
        assert_eq!(said("paragraph 9.12(b)"), ["9.12(b)"]);
        assert_eq!(said("paragraph 11d) applies"), ["11(d)"]);
        assert_eq!(said("paragraph xix"), ["xix"]);
        assert_eq!(said("Annexes A to C"), ["A..C"]);
        assert_eq!(said("Chapters 3 and 4."), ["3", "4"]);
        assert_eq!(said("see 1.5 and 9.6"), ["1.5", "9.6"]);
        assert_eq!(said("footnotes 7 and 8, and"), ["7", "8"]);
        assert_eq!(said("paragraphs 156- 157 of this"), ["156..157"]);
        assert_eq!(said("rule 4, 14 days"), ["4"]);
        assert_eq!(said("rule 4 and 14 days"), ["4"]);
        assert_eq!(said("see 1 and 2"), [""; 0]);
        assert_eq!(said("part of it"), [""; 0]);
        assert_eq!(said("paragraph 2014"), [""; 0]);
    }
}
