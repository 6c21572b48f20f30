//! Numbers of paragraphs, parts and items: "9.12", "5.12A", "A.1", "xix", "a", "(a)(ii)".

use std::{cmp::Ordering, fmt};

use crate::roman;

/// A number as the draft writes it, without closing dot or outer brackets.
///
/// Numbers are ordered as drafters insert them: `9.9 < 9.10`, `5.12 < 5.12A < 5.13`, `1ZA < 1A`, `A1 < 1`. Letters are compared
/// as Roman numerals only where one of the two is longer than a character: a single `i`, `v` or `x` is a letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(Box<str>);

/// What a number is made of, between its dots, brackets, slashes and hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'a> {
    Letters(&'a str),
    Digits(&'a str),
}

impl Token<'_> {
    /// Whether letters can number a thing: one letter, a letter twice, or a Roman numeral.
    fn is_label(self) -> bool {
        match self {
            Self::Digits(_) => true,
            Self::Letters(letters) => match letters.as_bytes() {
                [_] => true,
                [first, second] if first == second => true,
                _ => roman::value(letters).is_some(),
            },
        }
    }
}

impl Number {
    /// Takes a number as written: a closing dot, colon or comma and white space are left out, and so are brackets round the whole.
    pub fn new(written: &str) -> Self {
        let bare = written.trim().trim_end_matches(['.', ':', ',', ';']);
        let inner = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let whole = inner.filter(|inner| !inner.contains(['(', ')']));
        Self(whole.unwrap_or_else(|| unbalanced(bare)).into())
    }

    /// The number, where `written` is one: letters and digits in steps, at least one digit, or a short word of letters.
    pub fn parse(written: &str) -> Option<Self> {
        let number = Self::new(written);
        let text = number.as_str();
        let joined = |c: char| matches!(c, '.' | '/' | '-' | '(' | ')');
        let well_formed = text.chars().all(|c| c.is_ascii_alphanumeric() || joined(c));
        let digits = text.bytes().any(|b| b.is_ascii_digit());
        let short = text.len() <= 32 && (digits || tokens(text).all(Token::is_label));
        (well_formed && short && text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '('))
            .then_some(number)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether both name the same place: case, and the way steps are joined, do not count ("9.12(B)", "9.12.b").
    pub fn same(&self, other: &Self) -> bool {
        self.order(other) == Ordering::Equal
    }

    /// The number of a part of this: "9.12" and "a" make "9.12(a)"; "a" and "ii" make "a(ii)".
    #[must_use]
    pub fn child(&self, label: &Self) -> Self {
        let inner = label.as_str();
        let bracketed = inner.starts_with('(');
        Self(if bracketed { format!("{self}{inner}") } else { format!("{self}({inner})") }.into())
    }

    /// Whether this number lies inside `outer`: "9.12(a)" and "9.12.1" lie inside "9.12"; "9.12A" does not.
    pub fn lies_in(&self, outer: &Self) -> bool {
        let (inner, outer) = (self.as_str(), outer.as_str());
        inner.len() > outer.len()
            && inner.is_char_boundary(outer.len())
            && inner[..outer.len()].eq_ignore_ascii_case(outer)
            && inner[outer.len()..].starts_with(['.', '(', '/'])
    }

    /// Whether both stand in one series, so that one can follow the other: "9.9" and "9.12A", "3" and "7", "a" and "c".
    pub fn is_sibling(&self, other: &Self) -> bool {
        let (a, b) = (self.split_last(), other.split_last());
        a.0.eq_ignore_ascii_case(b.0)
            && std::mem::discriminant(&a.1) == std::mem::discriminant(&b.1)
    }

    /// Whether this comes straight after `earlier` in its series: 9.12 or 9.11A after 9.11, 9.12 after 9.11A, c after b, iv after iii.
    pub fn follows(&self, earlier: &Self) -> bool {
        if !self.is_sibling(earlier) {
            return false;
        }
        let ((_, last, suffix), (_, before, before_suffix)) =
            (self.split_last(), earlier.split_last());
        match (last, before) {
            (Token::Digits(last), Token::Digits(before)) => {
                let inserted = value(last) == value(before) && letter_after(suffix, before_suffix);
                inserted || (suffix.is_empty() && value(last) == value(before).map(|n| n + 1))
            }
            (Token::Letters(last), Token::Letters(before)) => letters_follow(last, before),
            _ => false,
        }
    }

    /// The number as an integer, where it is nothing else.
    pub fn integer(&self) -> Option<u32> {
        value(&self.0)
    }

    /// How many steps it has: 1 for "9", 2 for "9.12" and "A.1".
    pub fn depth(&self) -> usize {
        self.0.split(['.', '/', '(']).filter(|step| !step.is_empty()).count()
    }

    fn order(&self, other: &Self) -> Ordering {
        let (mut mine, mut theirs) = (tokens(&self.0), tokens(&other.0));
        loop {
            let order = match (mine.next(), theirs.next()) {
                (None, None) => return Ordering::Equal,
                (None, Some(_)) => Ordering::Less,
                (Some(_), None) => Ordering::Greater,
                (Some(a), Some(b)) => compare(a, b),
            };
            if order != Ordering::Equal {
                return order;
            }
        }
    }

    /// What stands before the last step, the last step's letters or digits, and the letters inserted after its digits.
    fn split_last(&self) -> (&str, Token<'_>, &str) {
        let text = self.0.trim_end_matches(')');
        let digits_end = text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        let (numbered, suffix) = text.split_at(digits_end);
        let start = numbered.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if start == numbered.len() {
            return (numbered, Token::Letters(suffix), "");
        }
        (&numbered[..start], Token::Digits(&numbered[start..]), suffix)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order(other).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn value(digits: &str) -> Option<u32> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// Brackets that only the end has: "a)" is "a".
fn unbalanced(text: &str) -> &str {
    if text.contains('(') { text } else { text.trim_end_matches(')') }
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let (token, after) =
            rest.split_at_checked(digits.max(letters)).filter(|(t, _)| !t.is_empty())?;
        rest = after;
        Some(if digits > 0 { Token::Digits(token) } else { Token::Letters(token) })
    })
}

fn compare(a: Token<'_>, b: Token<'_>) -> Ordering {
    match (a, b) {
        (Token::Letters(_), Token::Digits(_)) => Ordering::Less,
        (Token::Digits(_), Token::Letters(_)) => Ordering::Greater,
        (Token::Digits(a), Token::Digits(b)) => {
            let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
            a.len().cmp(&b.len()).then_with(|| a.cmp(b))
        }
        (Token::Letters(a), Token::Letters(b)) => match (roman::value(a), roman::value(b)) {
            (Some(x), Some(y)) if a.len() > 1 || b.len() > 1 => x.cmp(&y),
            _ => letter_ranks(a).cmp(letter_ranks(b)),
        },
    }
}

/// `Z` before another letter means "before": ZA comes before A.
fn letter_ranks(letters: &str) -> impl Iterator<Item = u8> + '_ {
    let bytes = letters.as_bytes();
    bytes.iter().enumerate().map(|(at, letter)| match letter.to_ascii_lowercase() {
        b'z' if at + 1 < bytes.len() => 0,
        letter => letter,
    })
}

/// Whether the inserted letters `after` follow those of `before`: A after none, C after B.
fn letter_after(after: &str, before: &str) -> bool {
    match (after.as_bytes(), before.as_bytes()) {
        ([first], []) => first.eq_ignore_ascii_case(&b'a'),
        ([next], [last]) => next.to_ascii_lowercase() == last.to_ascii_lowercase() + 1,
        _ => false,
    }
}

fn letters_follow(last: &str, before: &str) -> bool {
    let as_roman = roman::value(last)
        .zip(roman::value(before))
        .is_some_and(|(last, before)| last == before + 1);
    as_roman || (last.len() == 1 && before.len() == 1 && letter_after(last, before))
}
