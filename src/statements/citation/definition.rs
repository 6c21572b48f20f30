//! Short forms that a draft defines: "Children and Families Act 2014 ('the 2014 Act')", "In this Code 'the Act' means …".

use super::{
    instruments::{Defined, Instruments},
    mention::{Mention, Name},
    parsed::Parsed,
};
use crate::statements::pointing::{Tokens, is_abbreviation};
use crate::{acts::comparable, document::Document};

/// Reads the definitions of one passage.
pub(super) fn read(document: &Document, parsed: &Parsed<'_>, instruments: &mut Instruments) {
    for mention in &parsed.mentions {
        let Name::Title(title) = &mention.name else { continue };
        let tokens = &parsed.tokens;
        let Some(term) = after(tokens, mention).or_else(|| before(tokens, mention)) else {
            continue;
        };
        let Some(instrument) = instruments.of_title(title) else { continue };
        let part = document.path_of(document.passage(parsed.passage).part).first().copied();
        let offset = parsed.extent(mention.first, mention.last).start;
        let said = Defined { document: parsed.document, offset, part, instrument };
        // "CFA 2014" also tells what "CFA" is.
        let short = term.rsplit_once(' ').filter(|(_, year)| year.parse::<u16>().is_ok());
        if let Some((short, _)) = short.filter(|(short, _)| !short.contains(' ')) {
            instruments.define(short.to_owned(), said);
        }
        instruments.define(term, said);
    }
}

/// The term in the brackets after a title, which may hold its number first: "(SI 2014/1530) ('the Regulations')".
fn after(tokens: &Tokens<'_>, mention: &Mention) -> Option<String> {
    let mut open = mention.last + 1;
    let mut term = None;
    while let Some(next) = tokens.after_bracket(open, 24).filter(|_| term.is_none()) {
        term = in_brackets(tokens, open + 1, next - 1);
        open = next;
    }
    // "…, referred to as 'the Act'", "…, hereafter 'the Act'"
    let told = (open..open + 8)
        .find(|&at| tokens.is_any(at, &["hereafter", "hereinafter", "called", "as"]));
    term.or_else(|| quoted(tokens, told?, told? + 6))
}

fn in_brackets(tokens: &Tokens<'_>, first: usize, close: usize) -> Option<String> {
    if let Some(term) = quoted(tokens, first, close) {
        return Some(term);
    }
    // Without quotation marks: "(the 2014 Act)", "(the Act)", "(CFA 2014)", "(hereafter the Act)".
    let first = if tokens.is_any(first, &["hereafter", "hereinafter", "henceforth"]) {
        first + 1
    } else {
        first
    };
    let short = is_abbreviation(tokens.word(first))
        && !tokens.is_any(first, &["SI", "SSI", "S", "EU", "UK"]);
    let dated = close - first == 2 && tokens.year(first + 1).is_some();
    let named = tokens.is(first, "the")
        && close - first <= 3
        && close - first >= 2
        && tokens.is_capitalised(close - 1);
    let whole = named || (short && (close - first == 1 || dated));
    whole.then(|| term_of(&tokens.text[tokens.start(first)..tokens.end(close - 1)]))
}

const QUOTES: [&str; 6] = ["'", "\"", "‘", "’", "“", "”"];

/// The words between the first quotation mark after `first` and the next before `limit`.
fn quoted(tokens: &Tokens<'_>, first: usize, limit: usize) -> Option<String> {
    let is_quote = |at: &usize| tokens.is_any(*at, &QUOTES);
    let open = (first..limit).find(is_quote)?;
    let close = (open + 1..=limit.min(open + 8)).find(is_quote)?;
    let words = &tokens.text[tokens.end(open)..tokens.start(close)];
    let named = words.chars().any(char::is_uppercase);
    named.then(|| term_of(words))
}

/// "'the Act' means the …", before a title.
fn before(tokens: &Tokens<'_>, mention: &Mention) -> Option<String> {
    let mut at = mention.first.checked_sub(1)?;
    if tokens.is(at, "the") {
        at = at.checked_sub(1)?;
    }
    let verb = match () {
        () if tokens.is_any(at, &["means", "is", "denotes"]) => at,
        () if tokens.is(at, "to") && tokens.is_any(at - 1, &["refers", "refer"]) => at - 1,
        () => return None,
    };
    let close = verb.checked_sub(1).filter(|&close| tokens.is_any(close, &QUOTES))?;
    let open = (close.saturating_sub(6)..close).rev().find(|&at| tokens.is_any(at, &QUOTES))?;
    Some(term_of(&tokens.text[tokens.end(open)..tokens.start(close)]))
}

/// "the 2014 Act" as it is looked up.
pub(super) fn term_of(words: &str) -> String {
    let key = comparable(words);
    key.strip_prefix("the ").map_or(key.clone(), str::to_owned)
}
