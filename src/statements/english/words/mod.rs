//! Words and marks of a sentence, each with the classes it can stand in.

mod known;
mod tags;

use crate::document::Extent;

pub(in crate::statements) use known::Known;
pub(in crate::statements) use tags::Tags;

/// A word or mark of a sentence. Offsets are those of the document's plain text.
#[derive(Clone, Copy, Debug)]
pub(in crate::statements) struct Token {
    pub(in crate::statements) start: u32,
    pub(in crate::statements) end: u32,
    pub(in crate::statements) kind: Kind,
    /// Its first byte, in lower case: tells most words apart.
    pub(in crate::statements) initial: u8,
    pub(in crate::statements) tags: Tags,
}

impl Token {
    pub(in crate::statements) fn is(&self, tags: Tags) -> bool {
        self.tags.any(tags)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::statements) enum Kind {
    Word,
    Number,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Slash,
    Open,
    Close,
    QuoteOpen,
    QuoteClose,
    Ellipsis,
    Other,
}

/// Reads the words and marks of `extent` into `tokens`.
pub(in crate::statements) fn tokenise(text: &str, extent: Extent, tokens: &mut Vec<Token>) {
    tokens.clear();
    tokens.extend(tokens_of(text, extent));
}

/// The words and marks of `extent`, each read when it is asked for.
pub(in crate::statements) fn tokens_of(text: &str, extent: Extent) -> impl Iterator<Item = Token> {
    let known = Known::words();
    let mut at = extent.start as usize;
    let end = extent.end as usize;
    std::iter::from_fn(move || {
        let mut first = first_char(&text[at..end])?;
        while first.is_whitespace() {
            at += first.len_utf8();
            first = first_char(&text[at..end])?;
        }
        let rest = &text[at..end];
        let (length, kind) = match first {
            c if c.is_ascii_digit() => (number_length(rest), Kind::Number),
            c if c.is_alphanumeric() => (broken_word_length(rest), Kind::Word),
            '.' if rest.starts_with("...") => (3, Kind::Ellipsis),
            c => (c.len_utf8(), mark(c, matches!(c, '"' | '\'') && opens_quote(text, at, end))),
        };
        let tags =
            if kind == Kind::Word { known.classes(&rest[..length]) } else { Tags::default() };
        let initial = rest.as_bytes()[0].to_ascii_lowercase();
        let start = at as u32;
        at += length;
        Some(Token { start, end: at as u32, kind, initial, tags })
    })
}

/// Nearly all characters are ASCII, and these need no decoding.
pub(in crate::statements) fn first_char(text: &str) -> Option<char> {
    let byte = *text.as_bytes().first()?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text.chars().next() }
}

fn mark(c: char, opens: bool) -> Kind {
    match c {
        ',' => Kind::Comma,
        ';' => Kind::Semicolon,
        ':' => Kind::Colon,
        '–' | '—' | '-' | '−' => Kind::Dash,
        '/' => Kind::Slash,
        '(' | '[' | '{' => Kind::Open,
        ')' | ']' | '}' => Kind::Close,
        '“' | '‘' | '«' => Kind::QuoteOpen,
        '"' | '\'' if opens => Kind::QuoteOpen,
        '”' | '’' | '»' | '"' | '\'' => Kind::QuoteClose,
        '…' => Kind::Ellipsis,
        _ => Kind::Other,
    }
}

/// Whether a straight quote at `at` opens: a letter or digit follows, and none stands before.
fn opens_quote(text: &str, at: usize, end: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..end].chars().nth(1);
    after.is_some_and(char::is_alphanumeric) && !before.is_some_and(char::is_alphanumeric)
}

/// A word that a line's end broke ("policy- making") is one word.
fn broken_word_length(rest: &str) -> usize {
    match plain_word_length(rest) {
        Some(1) if rest.starts_with("i.e.") || rest.starts_with("e.g.") => return 4,
        Some(plain) => return plain,
        None => {}
    }
    let length = word_length(rest);
    let Some(after) = rest[length..].strip_prefix("- ") else { return length };
    let goes_on = after.starts_with(|c: char| c.is_lowercase());
    let joins = ["and ", "or ", "to "].iter().any(|word| after.starts_with(word));
    if goes_on && !joins { length + 2 + word_length(after) } else { length }
}

/// The length of a word that is plain letters and ends at a mark that never joins: most words are.
pub(in crate::statements) fn plain_word_length(rest: &str) -> Option<usize> {
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let ends =
        matches!(rest.as_bytes().get(plain), None | Some(b' ' | b',' | b'.' | b';' | b':' | b')'));
    ends.then_some(plain)
}

/// Letters and digits, with apostrophes, hyphens and ampersands between them.
fn word_length(rest: &str) -> usize {
    if let Some(plain) = plain_word_length(rest) {
        return plain;
    }
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '\'' | '’' | '-' | '‑' | '&');
        let next = chars.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
        let possessive = matches!(c, '\'' | '’') && rest[..at].ends_with(['s', 'S']) && !next;
        if possessive && chars.peek().is_none_or(|&(_, next)| next.is_whitespace()) {
            return at + c.len_utf8();
        }
        if !(c.is_alphanumeric() || (joins && next)) {
            return at;
        }
    }
    rest.len()
}

/// Digits with dots, commas and colons between them, and a letter or two after: "9.12", "25,000", "16-19", "5A".
fn number_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().is_some_and(|&(_, next)| next.is_ascii_alphanumeric());
        let joins = matches!(c, '.' | ',' | ':' | '-') && next;
        if !(c.is_ascii_alphanumeric() || joins) {
            return at;
        }
    }
    rest.len()
}
