//! Titles in running text: where "Children and Families Act 2014" begins, whatever stands before it.

use crate::acts::{self, Kind, Known, Near};
use crate::statements::pointing::{Kind as TokenKind, Tokens};

/// A title as it stands in a text.
#[derive(Clone, Debug)]
pub(in crate::statements) struct Title {
    pub(in crate::statements) kind: Kind,
    /// Without its year: as the table has it, where it has it.
    pub(in crate::statements) words: String,
    pub(in crate::statements) year: Option<u16>,
    pub(in crate::statements) known: Option<&'static Known>,
}

impl Title {
    /// "Children and Families Act 2014".
    pub(in crate::statements) fn full(&self) -> String {
        match self.year {
            Some(year) => format!("{} {year}", self.words),
            None => self.words.clone(),
        }
    }

    /// What a title that the table does not hold comes near to: the full title meant, and whether that is proven.
    pub(in crate::statements) fn meant(&self) -> Option<(String, bool)> {
        let written = self.year.filter(|_| self.known.is_none())?;
        Some(match acts::near(&self.words, written)? {
            Near::OtherYear { year, proven } => (format!("{} {year}", self.words), proven),
            Near::Spelling(title) => (format!("{title} {written}"), false),
        })
    }
}

/// A title with its year, whose word of kind is at `at`; with its first and last token.
pub(super) fn dated(tokens: &Tokens<'_>, at: usize, kind: Kind) -> Option<(Title, usize, usize)> {
    let mut end = at;
    while let Some(after) = tokens.after_bracket(end + 1, 10).filter(|_| !tokens.is(end + 2, "c")) {
        end = after - 1;
    }
    let year_at = end + 1;
    let year = tokens.year(year_at)?;
    if let Some((first, known)) = known_before(tokens, end, year) {
        let title =
            Title { kind, words: known.title.clone(), year: Some(year), known: Some(known) };
        return Some((title, first, year_at));
    }
    let capital = tokens.word(at).starts_with(|c: char| c.is_ascii_uppercase());
    let first = start_of(tokens, at, 0).filter(|_| capital)?;
    let words = one_line(&tokens.text[tokens.start(first)..tokens.end(end)]);
    Some((Title { kind, words, year: Some(year), known: None }, first, year_at))
}

/// "the Children and Families Act", "the Children and Families Bill": a title without a year.
pub(super) fn undated(
    tokens: &Tokens<'_>,
    at: usize,
    kind: Kind,
    free: usize,
) -> Option<(Title, usize, usize)> {
    // A bill's title is its Act's: the table can tell where it begins, in any case of letters.
    if kind == Kind::Bill
        && let Some(first) = start_of_bill(tokens, at)
    {
        let words =
            format!("{} Bill", one_line(&tokens.text[tokens.start(first)..tokens.end(at - 1)]));
        return Some((Title { kind, words, year: None, known: None }, first, at));
    }
    let told = matches!(kind, Kind::Act | Kind::Regulations | Kind::Bill | Kind::Measure);
    if !told || !tokens.word(at).starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let first = start_of(tokens, at, free)?;
    let words = one_line(&tokens.text[tokens.start(first)..tokens.end(at)]);
    (at - first >= 1).then_some((Title { kind, words, year: None, known: None }, first, at))
}

/// A title has no more tokens than this before its year: the longest of the table has 11 words, and marks between them.
const LONGEST: usize = 24;

/// The instrument of the table that ends with the token `end`, and the token it begins with.
fn known_before(tokens: &Tokens<'_>, end: usize, year: u16) -> Option<(usize, &'static Known)> {
    let first = end.saturating_sub(LONGEST);
    let from = tokens.start(first);
    let (offset, known) = acts::ending(&tokens.text[from..tokens.end(end)], year)?;
    Some((token_at(tokens, first, from + offset), known))
}

fn start_of_bill(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let first = at.saturating_sub(16);
    let from = tokens.start(first);
    let before = format!("{} Act", &tokens.text[from..tokens.end(at.checked_sub(1)?)]);
    // Bills of a draft's own time: those of the years in which Codes have been drafted as text files.
    (1990..=2026).find_map(|year| {
        let (offset, known) = acts::ending(&before, year)?;
        known.key().contains(' ').then(|| token_at(tokens, first, from + offset))
    })
}

fn token_at(tokens: &Tokens<'_>, first: usize, byte: usize) -> usize {
    (first..tokens.len()).find(|&at| tokens.end(at) > byte).unwrap_or(first)
}

/// Words that a title does not begin with, though a sentence may.
const NO_BEGINNING: [&str; 31] = [
    "under",
    "the",
    "in",
    "by",
    "see",
    "and",
    "or",
    "for",
    "if",
    "of",
    "section",
    "sections",
    "schedule",
    "regulation",
    "to",
    "as",
    "with",
    "where",
    "when",
    "both",
    "this",
    "each",
    "law",
    "laws",
    "part",
    "from",
    "on",
    "at",
    "a",
    "an",
    "how",
];

/// The token a title begins with, whose word of kind is at `at`: back over capitals and the small words between them.
fn start_of(tokens: &Tokens<'_>, at: usize, free: usize) -> Option<usize> {
    let mut first = at;
    let mut look = at;
    while let Some(before) =
        look.checked_sub(1).filter(|&before| before >= free && at - before <= 24)
    {
        match step_of(tokens, before) {
            Step::Word => {
                first = before;
                look = before;
            }
            Step::Between => look = before,
            Step::Bracket(open) if open >= free => {
                first = open;
                look = open;
            }
            Step::Bracket(_) | Step::Stop => break,
        }
    }
    while first < at
        && (tokens.is_any(first, &NO_BEGINNING) || tokens.kind(first) != Some(TokenKind::Word))
    {
        first += 1;
    }
    (first < at).then_some(first)
}

enum Step {
    /// A word a title has: with a capital, or the year of an Act named in it.
    Word,
    /// "and", "of", a comma: in a title only where a word of it stands before.
    Between,
    /// A closed bracket, and the token that opens it.
    Bracket(usize),
    Stop,
}

fn step_of(tokens: &Tokens<'_>, at: usize) -> Step {
    const SMALL: [&str; 13] =
        ["and", "of", "for", "in", "to", "on", "with", "by", "from", "etc", "or", "at", "the"];
    let word = tokens.word(at);
    let before = at.wrapping_sub(1);
    match tokens.kind(at) {
        Some(TokenKind::Word) if tokens.is_capitalised(at) => {
            // "Section Equality Act 2010", "Under the …": no word of the title.
            if at > 0 || !NO_BEGINNING.contains(&word.to_ascii_lowercase().as_str()) {
                Step::Word
            } else {
                Step::Stop
            }
        }
        // "X and the Y Act" names two things; "Rights of the Child" one.
        Some(TokenKind::Word)
            if word == "the" && !tokens.is_any(before, &["of", "to", "in", "for"]) =>
        {
            Step::Stop
        }
        Some(TokenKind::Word) if SMALL.contains(&word) => Step::Between,
        Some(TokenKind::Number)
            if tokens.year(at).is_some() && tokens.is_any(before, &["Act", "Acts"]) =>
        {
            Step::Word
        }
        Some(TokenKind::Mark)
            if matches!(word, "&" | "," | "." | "-") && is_inner_mark(tokens, at) =>
        {
            Step::Between
        }
        Some(TokenKind::Mark) if word == ")" => {
            open_of(tokens, at).map_or(Step::Stop, Step::Bracket)
        }
        _ => Step::Stop,
    }
}

/// A mark in a title has words of the title on both sides: "Skills, Children and Learning", "etc. Act", "No. 2".
fn is_inner_mark(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    match tokens.word(at) {
        "." => tokens.is_any(before, &["etc", "No"]),
        "," => {
            tokens.is_capitalised(before)
                && !crate::statements::pointing::is_abbreviation(tokens.word(before))
        }
        _ => true,
    }
}

fn open_of(tokens: &Tokens<'_>, close: usize) -> Option<usize> {
    let from = close.saturating_sub(10);
    let open = (from..close).rev().find(|&at| tokens.is(at, "("))?;
    // "(Scotland)", "(No. 2)", "(20mph Speed Limit)"
    let titled =
        tokens.is_capitalised(open + 1) || (close - open > 2 && tokens.is_capitalised(open + 2));
    titled.then_some(open)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
