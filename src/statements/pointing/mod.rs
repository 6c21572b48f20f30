//! The sentences that point at something, the law or another place of the draft: citations and references are read from
//! these, and from no other.

mod cues;
mod token;

use super::sentences_in;
use crate::document::{Document, Extent, PassageId};
use cues::Cues;
pub(super) use token::{Kind, Tokens, is_abbreviation};

/// A sentence with a cue in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointing {
    pub(super) document: u32,
    pub(super) passage: PassageId,
    pub(super) extent: Extent,
    pub(super) may_cite: bool,
    pub(super) may_refer: bool,
}

/// Those of all documents, in the order of the text.
pub(super) fn sentences(documents: &[Document]) -> Vec<Pointing> {
    let all = documents.iter().enumerate().flat_map(|(index, document)| {
        let passages = document.passages.iter().enumerate();
        passages.flat_map(move |(id, passage)| {
            let sentences = sentences_in(document.plain.text(), passage.extent);
            sentences.map(move |extent| (index, id, extent, document.text(extent)))
        })
    });
    all.filter_map(|(index, id, extent, text)| {
        let Cues { cites, refers } = Cues::of(text);
        (cites || refers).then_some(Pointing {
            document: index as u32,
            passage: PassageId(id as u32),
            extent,
            may_cite: cites,
            may_refer: refers,
        })
    })
    .collect()
}
