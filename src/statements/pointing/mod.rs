//! The passages that point at something, the law or another place of the draft, with their words: citations and references
//! are read from these, and from no other.

mod token;

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use crate::document::{Document, PassageId};
pub(super) use token::{Kind, Tokens, is_abbreviation};

/// A passage with a cue in it, and its words.
#[derive(Debug)]
pub(super) struct Pointing<'a> {
    pub(super) document: u32,
    pub(super) passage: PassageId,
    pub(super) tokens: Tokens<'a>,
    pub(super) may_cite: bool,
    pub(super) may_refer: bool,
}

/// Those of all documents, in the order of the text.
pub(super) fn passages(documents: &[Document]) -> Vec<Pointing<'_>> {
    let all = documents.iter().enumerate().flat_map(|(index, document)| {
        let passages = document.passages.iter().enumerate();
        passages.map(move |(id, passage)| (index, id, document.text(passage.extent)))
    });
    all.filter_map(|(index, id, text)| {
        let (may_cite, may_refer) = (may_cite(text), may_refer(text));
        (may_cite || may_refer).then(|| Pointing {
            document: index as u32,
            passage: PassageId(id as u32),
            tokens: Tokens::new(text),
            may_cite,
            may_refer,
        })
    })
    .collect()
}

/// Whether a text has any of the words without which it cites nothing: most texts have none, and are read no further.
fn may_cite(text: &str) -> bool {
    const CUES: [&str; 28] = [
        "Act",
        "act ",
        "Bill",
        "bill",
        "Regulation",
        "Order",
        "Rules",
        "Measure",
        "Convention",
        "Directive",
        "GDPR",
        "ECHR",
        "CRC",
        "CRPD",
        "Law",
        "ection",
        "egulation",
        "rticle",
        "chedule",
        "lause",
        "sect",
        "sched",
        "reg",
        "art",
        "UK",
        "SI",
        "S.I",
        "SR",
    ];
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let finder = FINDER.get_or_init(|| AhoCorasick::new(CUES).ok());
    let cue = finder.as_ref().is_none_or(|finder| finder.is_match(text));
    cue || has_short_section(text) || text.contains("] ")
}

/// "s 19", "s.19", "ss 19-21", "§4".
fn has_short_section(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b's', 0xa7, bytes).any(|at| {
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        let spaced = matches!(after, b'.' | b' ') || !after.is_ascii();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        bytes[at] == 0xa7 || digit(at + 1) || (spaced && (digit(at + 2) || digit(at + 3)))
    })
}

/// Whether a text has a word that points, with something to point at behind it: most texts have none.
fn may_refer(text: &str) -> bool {
    const CUES: [&str; 18] = [
        "aragraph", "para ", "paras ", "hapter", "ection", "nnex", "ppendix", "able", "igure",
        "Box", "ootnote", "ule", "see", "See", "art", "above", "below", "earlier",
    ];
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let finder = FINDER.get_or_init(|| AhoCorasick::new(CUES).ok());
    let Some(finder) = finder else { return true };
    finder.find_iter(text).any(|cue| {
        let word = &text[cue.start()..cue.end()];
        let rest = text[cue.end()..].trim_start_matches(|c: char| c.is_ascii_lowercase());
        let rest = rest.trim_start_matches([' ', '.', '\u{a0}', '\n']);
        let pointer = matches!(word, "above" | "below" | "earlier")
            || (matches!(word, "hapter" | "ection") && rest.starts_with("on "));
        pointer
            || rest.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
            || rest.starts_with(['x', 'v', 'i'])
    })
}
