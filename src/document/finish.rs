//! The last step of reading a source: labels are cut from the plain text, and footnotes meet their marks.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Document, Extent, Origin, Paragraph, Part, Passage, PassageId,
    blocks::{BlockKind, FrameKind, Read},
    heading::Title,
    plain::{Edit, Moves},
    words::WordStarts,
};
use crate::source::SourceId;

/// What was made of the lines. Extents are of the plain text before its labels are cut.
pub(super) struct Made {
    pub(super) parts: Vec<Part>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) anchors: Vec<String>,
    pub(super) passages: Vec<Passage>,
    pub(super) edits: Vec<Edit>,
    /// The frame and the first passage of each footnote.
    pub(super) notes: Vec<(u32, PassageId)>,
}

pub(super) fn document(id: SourceId, mut read: Read, mut made: Made) -> Document {
    let title = read.title.take().or_else(|| title(&read));
    cut(&mut read, &mut made);
    let mut document = Document {
        source: id,
        words: WordStarts::of(read.plain.text()),
        plain: read.plain,
        title,
        date: read.date,
        parts: made.parts,
        paragraphs: made.paragraphs,
        passages: made.passages,
        cells: read.cells,
        emphasis: read.emphasis,
        links: read.links,
        inert: read.inert,
        marks: read.marks,
        code: read.unread,
        comments: read.comments,
        pages: read.pages,
        anchors: made.anchors,
    };
    let notes = made.notes.iter().filter_map(|&(frame, passage)| {
        let FrameKind::Note(label) = &read.frames[frame as usize].kind else { return None };
        Some((label.as_str(), passage))
    });
    tie_notes(&mut document, notes);
    document
}

/// The first heading of the highest level, unless it is one numbered part of several.
fn title(read: &Read) -> Option<String> {
    let headings = read.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Heading(level) => Some((level, block.extent)),
        _ => None,
    });
    let (_, extent) = headings.min_by_key(|&(level, _)| level)?;
    let text = read.text(extent);
    let title = Title::read(text);
    (title.number.is_none() || title.unit.is_some()).then(|| text.to_owned())
}

/// Cuts the labels out of the plain text, and moves everything that points into it.
fn cut(read: &mut Read, made: &mut Made) {
    if !made.edits.is_empty() {
        let moves = Moves::of(&made.edits);
        read.plain = read.plain.edited(&made.edits);
        let extents = made.passages.iter_mut().map(|passage| &mut passage.extent);
        let extents = extents
            .chain(made.parts.iter_mut().flat_map(|part| [&mut part.heading, &mut part.name]))
            .chain(read.cells.iter_mut().map(|cell| &mut cell.extent))
            .chain(read.emphasis.iter_mut().map(|emphasis| &mut emphasis.extent))
            .chain(read.links.iter_mut().map(|link| &mut link.extent))
            .chain(read.inert.iter_mut());
        for extent in extents {
            *extent = moves.extent(*extent);
        }
        for mark in &mut read.marks {
            mark.at = moves.offset(mark.at);
        }
        read.emphasis.retain(|emphasis| !emphasis.extent.is_empty());
        read.links.retain(|link| !link.extent.is_empty());
        read.inert.retain(|extent| !extent.is_empty());
    }
    let order = |extent: Extent| (extent.start, std::cmp::Reverse(extent.end));
    read.emphasis.sort_by_key(|emphasis| order(emphasis.extent));
    read.links.sort_by_key(|link| order(link.extent));
}

/// Gives each mark its note, and each note the paragraph that first refers to it.
fn tie_notes<'a>(document: &mut Document, notes: impl Iterator<Item = (&'a str, PassageId)>) {
    let mut first = FxHashMap::default();
    for (label, passage) in notes {
        first.entry(label).or_insert(passage);
    }
    let mut marks = std::mem::take(&mut document.marks);
    for mark in &mut marks {
        mark.note = first.get(mark.label.as_str()).copied();
        let place = document.passage_at(mark.at).and_then(|id| document.passage(id).paragraph);
        if let (Some(note), Some(paragraph)) = (mark.note, place) {
            let passage = &mut document.passages[note.0 as usize];
            passage.paragraph.get_or_insert(paragraph);
        }
    }
    document.marks = marks;
    let firsts: FxHashSet<PassageId> = first.into_values().collect();
    spread(&mut document.passages, &firsts);
}

/// The passages of a note after its first are where the first is.
fn spread(passages: &mut [Passage], firsts: &FxHashSet<PassageId>) {
    for index in 1..passages.len() {
        let (before, here) = (&passages[index - 1], &passages[index]);
        let both = before.origin == Origin::Footnote && here.origin == Origin::Footnote;
        if both && here.paragraph.is_none() && !firsts.contains(&PassageId(index as u32)) {
            passages[index].paragraph = before.paragraph;
        }
    }
}
