//! Words, numbers and marks of a sentence, as the grammar of citations sees them.

use crate::{
    document::Extent,
    statements::english::{first_char, plain_word_length},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::statements) enum Kind {
    /// Letters, with the apostrophes, hyphens and ampersands in them; an abbreviation with its brackets: "RV(R&L)R".
    Word,
    /// "19", "22A", "9.12".
    Number,
    /// One character.
    Mark,
}

/// Bytes in the sentence's text.
#[derive(Clone, Copy, Debug)]
struct Token {
    start: u32,
    end: u32,
}

/// The tokens of one text. Asking past either end gives an empty word.
#[derive(Debug, Default)]
pub(in crate::statements) struct Tokens<'a> {
    pub(in crate::statements) text: &'a str,
    list: Vec<Token>,
}

impl<'a> Tokens<'a> {
    pub(in crate::statements) fn new(text: &'a str) -> Self {
        let mut list = Vec::with_capacity(text.len() / 5);
        let mut at = 0;
        while let Some(c) = first_char(&text[at..]) {
            if c.is_whitespace() || c == '\u{ad}' {
                at += c.len_utf8();
                continue;
            }
            let end = token_end(text, at, c);
            list.push(Token { start: at as u32, end: end as u32 });
            at = end;
        }
        list.shrink_to_fit();
        Self { text, list }
    }

    pub(in crate::statements) fn len(&self) -> usize {
        self.list.len()
    }

    pub(in crate::statements) fn word(&self, index: usize) -> &'a str {
        self.list
            .get(index)
            .map_or("", |token| &self.text[token.start as usize..token.end as usize])
    }

    /// Whether the token is this word or mark, in any case.
    pub(in crate::statements) fn is(&self, index: usize, word: &str) -> bool {
        self.word(index).eq_ignore_ascii_case(word)
    }

    pub(in crate::statements) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let written = self.word(index);
        words.iter().any(|word| written.eq_ignore_ascii_case(word))
    }

    /// `None` past the end.
    pub(in crate::statements) fn kind(&self, index: usize) -> Option<Kind> {
        let word = self.word(index);
        let first = first_char(word)?;
        let is_ordinal = || ["st", "nd", "rd", "th"].iter().any(|tail| word.ends_with(tail));
        Some(match first {
            c if c.is_ascii_digit() && !is_ordinal() => Kind::Number,
            c if c.is_ascii_digit() || c.is_alphabetic() => Kind::Word,
            _ => Kind::Mark,
        })
    }

    /// Whether nothing stands between this token and the one before it.
    pub(in crate::statements) fn is_glued(&self, index: usize) -> bool {
        index > 0
            && self.list.get(index).is_some_and(|token| self.list[index - 1].end == token.start)
    }

    /// The byte where a token begins; the end of the text past the last.
    pub(in crate::statements) fn start(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.text.len(), |token| token.start as usize)
    }

    pub(in crate::statements) fn end(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.text.len(), |token| token.end as usize)
    }

    /// The stretch from one token to another, in a plain text where this one begins at `base`.
    pub(in crate::statements) fn extent(&self, base: u32, first: usize, last: usize) -> Extent {
        Extent::new(base as usize + self.start(first), base as usize + self.end(last))
    }

    /// A year of four digits.
    pub(in crate::statements) fn year(&self, index: usize) -> Option<u16> {
        let word = self.word(index);
        let year = (word.len() == 4).then(|| word.parse::<u16>().ok())??;
        (1200..2100).contains(&year).then_some(year)
    }

    /// The token after the bracket that closes the one at `open`, where it closes within `reach` tokens.
    pub(in crate::statements) fn after_bracket(&self, open: usize, reach: usize) -> Option<usize> {
        if !self.is(open, "(") {
            return None;
        }
        let mut depth = 0_usize;
        for index in open..self.len().min(open + reach) {
            match self.word(index) {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Some(index + 1);
            }
        }
        None
    }

    pub(in crate::statements) fn is_capitalised(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Word) && self.word(index).chars().any(char::is_uppercase)
    }
}

/// The end of the token that begins at `at` with `c`.
fn token_end(text: &str, at: usize, c: char) -> usize {
    if c.is_ascii_digit() {
        number_end(text, at)
    } else if c.is_alphabetic() {
        word_end(text, at)
    } else {
        at + c.len_utf8()
    }
}

/// "22A", "9.12", "5.12A": digits, letters at their end, and further digits after a dot.
fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        end += bytes[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let dotted =
            bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !dotted {
            break;
        }
        end += 1;
    }
    let letters = bytes[end..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if letters <= 4 { end + letters } else { end }
}

fn word_end(text: &str, at: usize) -> usize {
    if let Some(plain) = plain_word_length(&text[at..]) {
        return at + plain;
    }
    let mut end = at;
    let mut rest = text[at..].char_indices().peekable();
    while let Some((offset, c)) = rest.next() {
        let joins = matches!(c, '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}' | '&')
            && rest.peek().is_some_and(|&(_, next)| next.is_alphabetic())
            && offset > 0;
        if !c.is_alphanumeric() && !joins {
            break;
        }
        end = at + offset + c.len_utf8();
    }
    while let Some(after) = abbreviation_tail(text, at, end) {
        end = after;
    }
    end
}

/// In "RV(R&L)R", the end of "(R&L)R", where the word so far is all abbreviation.
fn abbreviation_tail(text: &str, at: usize, end: usize) -> Option<usize> {
    if !text[end..].starts_with('(') || end - at > 24 || !is_initials(&text[at..end]) {
        return None;
    }
    let inside = &text[end + 1..];
    let close = inside.as_bytes().iter().take(12).position(|&byte| byte == b')')?;
    let inner = inside.get(..close)?;
    let after = end + close + 2;
    let letters = text[after..].bytes().take_while(u8::is_ascii_alphabetic).count();
    // "RR(20)O": a number only where the abbreviation goes on.
    let numbered = inner.bytes().all(|byte| byte.is_ascii_digit()) && letters > 0 && end - at > 1;
    let lettered = inner.starts_with(|c: char| c.is_ascii_uppercase())
        && is_initials(inner)
        && !inner.contains(' ');
    if !numbered && !lettered {
        return None;
    }
    Some(if is_initials(&text[after..after + letters]) { after + letters } else { after })
}

/// Letters that may be initials: no run of three or more lower-case ones.
fn is_initials(word: &str) -> bool {
    let mut run = 0;
    word.chars().all(|c| {
        run = if c.is_lowercase() { run + 1 } else { 0 };
        run < 3
    }) && (word.is_empty() || word.chars().any(char::is_uppercase))
}

/// Whether a word may be the short name of an instrument: "CFA", "RV(R&L)R".
pub(in crate::statements) fn is_abbreviation(word: &str) -> bool {
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    capitals >= 2
        && capitals * 2 > letters
        && is_initials(word)
        && !word.contains(['\'', '\u{2019}'])
}

#[cfg(test)]
mod tests {
    use super::{Tokens, is_abbreviation};

    fn words(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        (0..tokens.len()).map(|index| tokens.word(index)).collect()
    }

    #[test]
    fn tokens() {
        assert_eq!(
            words("s.19(1)(a) CFA 2014"),
            ["s", ".", "19", "(", "1", ")", "(", "a", ")", "CFA", "2014"]
        );
        assert_eq!(words("RV(R&L)R regs 21, 22A"), ["RV(R&L)R", "regs", "21", ",", "22A"]);
        assert_eq!(words("MT(E&W)(A)(E)R & CUR(A)(No4)R"), ["MT(E&W)(A)(E)R", "&", "CUR(A)(No4)R"]);
        assert_eq!(words("RR(20)O s(1)a"), ["RR(20)O", "s", "(", "1", ")", "a"]);
        assert_eq!(words("Act(s) 19th 9.12."), ["Act", "(", "s", ")", "19th", "9.12", "."]);
        assert_eq!(words("children’s — §4"), ["children’s", "—", "§", "4"]);
        assert_eq!(words("A(1) S-f(PV)R"), ["A", "(", "1", ")", "S-f(PV)R"]);
    }

    #[test]
    fn abbreviations() {
        assert!(
            ["CFA", "EqA", "C&FA", "TSf(EV)R", "PACE"].iter().all(|word| is_abbreviation(word))
        );
        assert!(
            !["Act", "I", "A", "Schools", "McDonald’s"].iter().any(|word| is_abbreviation(word))
        );
    }
}
