//! Markdown links within the draft, and footnote marks.

use super::numbering::{Numbering, Place};
use crate::{
    document::{Document, Extent},
    statements::{Reference, ReferenceFault},
};

/// Links to anchors of the same document, and marks whose footnote is not there.
pub(super) fn read(
    document: &Document,
    index: u32,
    numbering: &Numbering,
    out: &mut Vec<Reference>,
) {
    for link in &document.links {
        let Some(anchor) = link.target.strip_prefix('#') else { continue };
        let Some(passage) = document.passage_at(link.extent.start) else { continue };
        let (found, place) = numbering.anchor(anchor);
        let fault = (!found).then_some(ReferenceFault::Missing { existing: None });
        let target = link.target.clone();
        out.push(Reference {
            document: index,
            passage,
            extent: link.extent,
            target,
            resolves: Some(found),
            fault,
            place: place.map(Place::pointed_at),
        });
    }
    for mark in document.marks.iter().filter(|mark| mark.note.is_none()) {
        let Some(passage) = document.passage_at(mark.at) else { continue };
        // The mark is not part of the plain text: the word that carries it is shown.
        let before = &document.plain.text()[..mark.at as usize];
        let word = before.split(char::is_whitespace).next_back().unwrap_or_default();
        let start = before.len() - word.len();
        let extent = Extent::new(start, mark.at as usize);
        let fault = Some(ReferenceFault::Missing { existing: None });
        let target = format!("footnote {}", mark.label);
        out.push(Reference {
            document: index,
            passage,
            extent,
            target,
            resolves: Some(false),
            fault,
            place: None,
        });
    }
}
