//! Finds where modal wording may stand: one pass over a document for all anchors of the table.

use std::sync::LazyLock;

use super::{modality, wording::PhraseList};
use crate::document::{Document, Extent};

/// The words of the table of modal wordings, made ready for searching.
static ANCHORS: LazyLock<PhraseList> =
    LazyLock::new(|| PhraseList::new(modality::anchors().collect()));

/// Where the anchors stand in a document as whole words.
pub(super) fn find(document: &Document) -> impl Iterator<Item = Extent> + '_ {
    let all = Extent::new(0, document.plain.len());
    ANCHORS.find(document, all)
}
