//! Numbers of provisions and the brackets after them: "19", "15ZA", "III", "(1)(a)".

use super::unit::Unit;
use crate::roman;
use crate::statements::pointing::{Kind, Tokens};

/// "19", "15ZA", "A1", and romans of the units that have them. A year is no number of a provision.
pub(super) fn number(tokens: &Tokens<'_>, unit: Unit, at: usize) -> Option<String> {
    let word = tokens.word(at);
    match tokens.kind(at)? {
        Kind::Number if !word.contains('.') && is_in_reach(word) && tokens.year(at).is_none() => {
            Some(word.to_ascii_uppercase())
        }
        Kind::Word if is_inserted(word) => Some(word.to_owned()),
        Kind::Word if has_romans(unit) && word.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            roman::value(word).map(|_| word.to_owned())
        }
        _ => None,
    }
}

/// No Act has two thousand sections: a longer number has a footnote's mark stuck to it.
fn is_in_reach(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse::<u32>().is_ok_and(|number| number < 2000)
}

fn has_romans(unit: Unit) -> bool {
    matches!(unit, Unit::Part | Unit::Chapter | Unit::Schedule | Unit::Article)
}

/// "A1", "ZA1": a provision inserted before the first.
fn is_inserted(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &word.as_bytes()[letters..];
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..=2).contains(&letters)
        && (1..=3).contains(&digits)
        && rest[digits..].len() <= 2
        && rest[digits..].iter().all(u8::is_ascii_uppercase)
}

/// The brackets after a number.
pub(super) struct Brackets {
    /// "/1/a".
    pub(super) first: String,
    /// The end of a range inside them: "(1B-1E)".
    pub(super) to: Option<String>,
    pub(super) after: usize,
}

/// "(1)(a)", "(3)(b)", "(1B-1E)".
pub(super) fn brackets(tokens: &Tokens<'_>, at: usize) -> Option<Brackets> {
    let mut made = Brackets { first: String::new(), to: None, after: at };
    while tokens.is(made.after, "(") && made.to.is_none() {
        let (open, inner) = (made.after, made.after + 1);
        if !is_sub(tokens, inner) || !(tokens.is_glued(open) || is_close(tokens, open)) {
            break;
        }
        if tokens.is(inner + 1, ")") {
            made.first = format!("{}/{}", made.first, tokens.word(inner));
            made.after = inner + 2;
        } else if tokens.is_any(inner + 1, &["-", "–"])
            && is_sub(tokens, inner + 2)
            && tokens.is(inner + 3, ")")
        {
            made.to = Some(format!("{}/{}", made.first, tokens.word(inner + 2)));
            made.first = format!("{}/{}", made.first, tokens.word(inner));
            made.after = inner + 4;
        } else {
            break;
        }
    }
    (made.after > at).then_some(made)
}

/// "sect 97 (3)": a bracket one space off, with nothing but a number in it.
fn is_close(tokens: &Tokens<'_>, open: usize) -> bool {
    tokens.start(open) <= tokens.end(open.wrapping_sub(1)) + 1
        && (tokens.kind(open + 1) == Some(Kind::Number)
            || Unit::of_word(tokens.word(open.wrapping_sub(1))).is_some())
}

fn is_sub(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    match tokens.kind(at) {
        Some(Kind::Number) => !word.contains('.') && word.len() <= 4 && tokens.year(at).is_none(),
        Some(Kind::Word) => word.len() <= 4 && is_label(word),
        _ => false,
    }
}

/// "a", "iv", "za", "aa": not "see" or "and".
fn is_label(word: &str) -> bool {
    let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    word.len() == 1 && word.is_ascii()
        || roman::value(word).is_some()
        || (small
            && word.len() == 2
            && !matches!(word, "of" | "or" | "if" | "in" | "to" | "as" | "at" | "no" | "eg" | "ie"))
}
