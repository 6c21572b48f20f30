//! Where a reference leads: a paragraph, an annex, a footnote of the same Code; where a citation leads: the supplied law.

use std::path::Path;

use ls_types::{Location, Uri};

use super::{Project, lines::Lines, view::View};
use crate::{
    law::Instrument,
    source::{SourceId, Span},
    statements::{Citation, Reference},
};

/// The place that the words at an offset name.
pub(super) fn of(
    view: &View,
    source: SourceId,
    offset: u32,
    project: &dyn Project,
) -> Option<Location> {
    let reference = reference_at(view, source, offset).and_then(|it| place_of(view, it));
    reference
        .or_else(|| note(view, source, offset))
        .or_else(|| provision(view, citation_at(view, source, offset)?, project))
}

/// The reference at an offset.
pub(super) fn reference_at(view: &View, source: SourceId, offset: u32) -> Option<&Reference> {
    let mut own = view.draft.reading.references.iter().filter(|it| it.document == source.0);
    own.find(|it| view.holds(source, it.extent, offset))
}

/// The citation at an offset: where one phrase cites several provisions, the one whose own words are there, else the first.
pub(super) fn citation_at(view: &View, source: SourceId, offset: u32) -> Option<&Citation> {
    let own = view.draft.reading.citations.iter().filter(|it| it.document == source.0);
    let here: Vec<&Citation> = own.filter(|it| view.holds(source, it.extent, offset)).collect();
    let exact = here.iter().find(|it| view.holds(source, it.at, offset));
    exact.or(here.first()).copied()
}

fn place_of(view: &View, reference: &Reference) -> Option<Location> {
    let place = reference.place?;
    view.location(Span { source: SourceId(place.document), start: place.at, end: place.at })
}

/// The note of the mark at an offset (`[^12]`): marks are not part of the plain text.
fn note(view: &View, source: SourceId, offset: u32) -> Option<Location> {
    let text = view.text(source);
    let lines = view.lines(source);
    let line = lines.start_of_line(offset)..lines.end_of_line(text, offset);
    let line_text = &text[line.start as usize..line.end as usize];
    let at = (offset.min(line.end) - line.start) as usize;
    let marks = memchr::memmem::find_iter(line_text.as_bytes(), "[^");
    let label = marks.take_while(|&start| start <= at).find_map(|start| {
        let (label, _) = line_text[start + 2..].split_once(']')?;
        (at <= start + 2 + label.len() + 1).then_some(label)
    })?;
    let document = view.document(source);
    let mark = document.marks.iter().find(|mark| mark.label.eq_ignore_ascii_case(label))?;
    let span = document.span(document.passage(mark.note?).extent);
    view.location(Span { end: span.start, ..span })
}

fn provision(view: &View, citation: &Citation, project: &dyn Project) -> Option<Location> {
    let law = &view.draft.law;
    let (instrument, at) = match law.provision_of(citation) {
        Some((instrument, provision)) => (instrument, Some(provision)),
        None => (law.instrument_of(citation)?, None),
    };
    let path = Path::new(&instrument.file);
    let text = project.law_text(path)?;
    let offset = at.map_or(0, |provision| place_in(instrument, provision, &text));
    let position = Lines::of(&text).position(&text, offset);
    let uri = Uri::from_file_path(path)?;
    Some(Location { uri, range: ls_types::Range { start: position, end: position } })
}

/// Where a provision begins in the text of its file: what was read may be a conversion of it, in which other bytes count.
fn place_in(instrument: &Instrument, provision: u32, text: &str) -> u32 {
    let at = instrument.provisions[provision as usize].at;
    let words = instrument.own_words(provision).unwrap_or_default();
    let begins: String = words.chars().take(40).collect();
    let near = |rest: &str| {
        rest.trim_start().starts_with('<')
            || rest.lines().next().is_some_and(|it| it.contains(&begins))
    };
    if text.get(at as usize..).is_some_and(near) {
        return at;
    }
    text.find(&begins).filter(|_| !begins.is_empty()).unwrap_or(0) as u32
}
