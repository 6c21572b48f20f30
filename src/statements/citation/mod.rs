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
pub(super) mod unit;

#[cfg(test)]
mod tests;

use super::{Citation, pointing::Pointing};
use crate::document::Document;
pub(super) use provision::separator;
use {instruments::Instruments, parsed::Parsed};

/// Every citation in the documents of one Code, in the order of the text.
pub(super) fn read(documents: &[Document], pointing: &[Pointing]) -> Vec<Citation> {
    let may_cite = pointing.iter().filter(|it| it.may_cite);
    let mut sentences = Vec::with_capacity(may_cite.clone().count());
    sentences.extend(may_cite.filter_map(|it| Parsed::new(documents, it)));
    let instruments = Instruments::collect(documents, &sentences);
    let mut citations = resolve::citations(documents, sentences, &instruments);
    citations
        .sort_unstable_by_key(|citation| (citation.document, citation.at.start, citation.at.end));
    citations
}
