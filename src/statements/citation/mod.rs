//! Citations of the law outside a draft: which instrument, which provision, and what is wrong with the words.
//!
//! The grammar is written by hand over tokens: its rules look back as often as forward (a title is read from its year
//! to its beginning, "CFA 2014, s 19" has its instrument first), which a parser combinator does not do well.

mod abroad;
mod definition;
mod gazetteer;
mod instruments;
mod meaning;
mod mention;
mod number;
mod parsed;
mod provision;
mod resolve;
mod title;
pub(super) mod token;
pub(super) mod unit;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::Citation;
use crate::document::{Document, PassageId};
pub(super) use provision::separator;
use {instruments::Instruments, parsed::Parsed};

/// Every citation in the documents of one Code, in the order of the text.
pub(super) fn read(documents: &[Document]) -> Vec<Citation> {
    let passages: Vec<Parsed<'_>> = documents
        .iter()
        .enumerate()
        .flat_map(|(index, document)| parse(document, index as u32))
        .collect();
    let instruments = Instruments::collect(documents, &passages);
    let mut citations: Vec<Citation> = Vec::new();
    resolve::citations(documents, &passages, &instruments, &mut citations);
    citations.sort_by_key(|citation| (citation.document, citation.at.start, citation.at.end));
    citations
}

fn parse(document: &Document, index: u32) -> Vec<Parsed<'_>> {
    let passages = document.passages.iter().enumerate();
    let may_cite = passages.filter(|(_, passage)| may_cite(document.text(passage.extent)));
    may_cite.filter_map(|(id, _)| Parsed::new(document, index, PassageId(id as u32))).collect()
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
