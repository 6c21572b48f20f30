//! Short names in brackets: "Clinical Commissioning Groups (CCGs)", "the port health authority (in this Code, 'the authority')".

use memchr::{memchr_iter, memmem};

use super::{
    Learned, Words, bare_term, initials::spelt_out, is_abbreviation, noun_phrase_before, somebody,
    without_plural,
};
use crate::statements::english::{Known, Tags};

/// A bracket that explains a short name is no longer than this.
const LONGEST: usize = 80;

const QUOTES: [char; 6] = ['‘', '’', '“', '”', '"', '\''];

pub(super) fn read(words: &Words<'_>) -> Vec<Learned> {
    let text = words.text();
    let brackets = memchr_iter(b'(', text.as_bytes()).filter_map(|open| in_bracket(words, open));
    let asides = memmem::find_iter(text.as_bytes(), ", or ").filter_map(|at| after_or(words, at));
    brackets.chain(asides).collect()
}

/// "A Designated Sea Officer, or DSO, must".
fn after_or(words: &Words<'_>, comma: usize) -> Option<Learned> {
    let after = &words.text()[comma + ", or ".len()..];
    let length = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let short = without_plural(&after[..length]);
    (is_abbreviation(short) && after[length..].starts_with(',')).then_some(())?;
    let tokens = words.tokens_before(comma)?;
    let phrases = words.phrases(&tokens);
    let start = spelt_out(phrases.sentence, tokens.len(), short)?;
    let name = somebody(phrases, start..tokens.len())?;
    Some(Learned::Short { short: short.to_owned(), name })
}

fn in_bracket(words: &Words<'_>, open: usize) -> Option<Learned> {
    let text = words.text();
    let after = &text[open + 1..];
    let inner = &after[..after.bytes().take(LONGEST).position(|byte| byte == b')')?];
    let term = term_of(inner)?;
    let tokens = words.tokens_before(open)?;
    let phrases = words.phrases(&tokens);
    let end = tokens.len();
    let short = without_plural(term);
    if is_abbreviation(short) {
        let named = spelt_out(phrases.sentence, end, short)
            .map_or_else(|| noun_phrase_before(phrases, end), |start| start..end);
        let name = somebody(phrases, named)?;
        return Some(Learned::Short { short: short.to_owned(), name });
    }
    let name = somebody(phrases, noun_phrase_before(phrases, end))?;
    names_somebody(term).then(|| Learned::Short { short: term.to_owned(), name })
}

/// The short name that the words in a bracket give: an abbreviation alone, or what stands in quotation marks.
fn term_of(inner: &str) -> Option<&str> {
    let alone = bare_term(inner.trim());
    if is_abbreviation(without_plural(alone)) {
        return Some(alone);
    }
    let open = inner.find(QUOTES)?;
    let quote = inner[open..].chars().next()?;
    let rest = &inner[open + quote.len_utf8()..];
    let close = rest.rfind(QUOTES)?;
    let told = inner[..open].split_whitespace().count() <= 6;
    let term = bare_term(&rest[..close]);
    (told && !term.is_empty() && term.split(' ').count() <= 4).then_some(term)
}

/// Whether the last word of a term can be somebody: "authority", "Board", "LA".
fn names_somebody(term: &str) -> bool {
    let head = term.rsplit(' ').next().unwrap_or(term);
    let class = Known::words().classes(head);
    class.any(Tags::AGENT.with(Tags::EITHER)) || is_abbreviation(without_plural(head))
}
