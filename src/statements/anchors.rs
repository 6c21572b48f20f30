//! Finds where modal wording may stand: one pass over a text for all anchors of the table.

use std::sync::LazyLock;

use super::{modality, wording::PhraseList};
use crate::document::Extent;

/// The words of the table of modal wordings, made ready for searching.
static ANCHORS: LazyLock<PhraseList> =
    LazyLock::new(|| PhraseList::new(modality::anchors().collect()));

/// Where the anchors stand in `text` as whole words.
pub(super) fn find(text: &str) -> impl Iterator<Item = Extent> + '_ {
    ANCHORS.find(text).map(|range| Extent::new(range.start, range.end))
}
