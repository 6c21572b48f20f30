//! Instruments where they are named: by title, short form, abbreviation, number.

use super::{
    abroad,
    title::{self, Title},
};
use crate::acts::{Kind, abbreviation::Abroad};
use crate::statements::pointing::{Kind as TokenKind, Tokens, is_abbreviation};

/// An instrument named at one place.
#[derive(Clone, Debug)]
pub(in crate::statements) struct Mention {
    pub(in crate::statements) first: usize,
    pub(in crate::statements) last: usize,
    pub(in crate::statements) name: Name,
}

#[derive(Clone, Debug)]
pub(in crate::statements) enum Name {
    Title(Title),
    /// "the Act", "the 2014 Act", "the Regulations".
    Short {
        kind: Kind,
        year: Option<u16>,
    },
    /// "that Act".
    That(Kind),
    /// "this Act": words of the Act itself, quoted.
    This,
    /// "CFA 2014", "RV(R&L)R".
    Abbreviation {
        short: String,
        year: Option<u16>,
    },
    /// "SI 2014/1530": the id.
    Number {
        id: String,
        written: String,
    },
    Abroad(&'static Abroad),
    /// "Regulation (EU) 2016/679": title and id.
    European {
        title: String,
        id: String,
    },
    /// "[2021] UKSC 37".
    Case(String),
}

/// Every instrument named in a text, in order; where two overlap, the longer one.
pub(in crate::statements) fn all(tokens: &Tokens<'_>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(mention) = at_token(tokens, at, found.last()) else {
            at += 1;
            continue;
        };
        // A title may hold another one: "Road Traffic Act 1988 (Prescribed Limit) (Scotland) Regulations 2014".
        while found.last().is_some_and(|last| mention.first <= last.last) {
            found.pop();
        }
        at = mention.last + 1;
        found.push(mention);
    }
    found.shrink_to_fit();
    found
}

/// The instrument whose name has its telling word at `at`, given the one named before it.
fn at_token(tokens: &Tokens<'_>, at: usize, before: Option<&Mention>) -> Option<Mention> {
    let free = before.map_or(0, |before| before.last + 1);
    match tokens.kind(at)? {
        TokenKind::Mark => abroad::case(tokens, at),
        TokenKind::Number => further_year(tokens, at, before?),
        TokenKind::Word if !may_name(tokens.word(at)) => None,
        TokenKind::Word => abroad::european(tokens, at)
            .or_else(|| abroad::convention(tokens, at))
            .or_else(|| abroad::numbered(tokens, at))
            .or_else(|| of_kind(tokens, at, free))
            .or_else(|| abbreviation(tokens, at)),
    }
}

/// The telling word of a name has a capital, but that some write "act" and "bill".
fn may_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || matches!(word, "act" | "bill")
}

/// At "Act", "Regulations", "Bill": a title that ends here, or a short form.
fn of_kind(tokens: &Tokens<'_>, at: usize, free: usize) -> Option<Mention> {
    let word = tokens.word(at);
    let kind = Kind::of_word(word).or(match word {
        "act" | "ACT" => Some(Kind::Act),
        "bill" | "BILL" => Some(Kind::Bill),
        _ => None,
    })?;
    if let Some((title, first, last)) = title::dated(tokens, at, kind) {
        return Some(Mention { first, last, name: Name::Title(title) });
    }
    if !word.starts_with(|c: char| c.is_uppercase()) && kind != Kind::Bill {
        return None;
    }
    if let Some(mention) = short(tokens, at, kind) {
        return Some(mention);
    }
    let (title, first, last) = title::undated(tokens, at, kind, free)?;
    Some(Mention { first, last, name: Name::Title(title) })
}

/// "the Act", "the 2014 Act", "that Act", "this Bill".
fn short(tokens: &Tokens<'_>, at: usize, kind: Kind) -> Option<Mention> {
    let before = at.checked_sub(1)?;
    let year = tokens.year(before);
    let pointer = if year.is_some() { before.checked_sub(1)? } else { before };
    let mention = |name| Some(Mention { first: pointer, last: at, name });
    if tokens.word(at).starts_with(|c: char| c.is_lowercase())
        || tokens.is_capitalised(at + 1) && kind == Kind::Order
    {
        return None;
    }
    match tokens.word(pointer).to_ascii_lowercase().as_str() {
        "the" if year.is_some() => mention(Name::Short { kind, year }),
        // "the Order", "the Scheme", "the Code" are as often other things: they count where the draft defined them.
        "the" => mention(Name::Short { kind, year: None }),
        "that" | "those" | "said" => mention(Name::That(kind)),
        "this" | "these" => mention(Name::This),
        _ => None,
    }
}

/// "RTA 1988 & 1991": a further year of the short name before it.
fn further_year(tokens: &Tokens<'_>, at: usize, before: &Mention) -> Option<Mention> {
    let Name::Abbreviation { short, year: Some(_) } = &before.name else { return None };
    let joined =
        tokens.is_any(at.checked_sub(1)?, &["&", "and", "or", ","]) && before.last + 2 == at;
    let name = Name::Abbreviation { short: short.clone(), year: Some(tokens.year(at)?) };
    joined.then_some(Mention { first: at, last: at, name })
}

/// "CFA 2014", "RV(R&L)R", "MC(PH)R as amended". Whether it is the name of a law, its neighbours and the draft must say.
fn abbreviation(tokens: &Tokens<'_>, at: usize) -> Option<Mention> {
    let word = tokens.word(at);
    if !is_abbreviation(word) {
        return None;
    }
    let year = tokens.year(at + 1);
    let last = if year.is_some() { at + 1 } else { at };
    Some(Mention { first: at, last, name: Name::Abbreviation { short: word.to_owned(), year } })
}
