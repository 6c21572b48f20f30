//! A passage cut into pieces that look the same throughout, and those as elements.

use maud::{Markup, html};

use crate::{
    document::{Document, Extent},
    statements::Modality,
};

/// Something that is so of a stretch of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) extent: Extent,
    pub(super) is: Is,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    Statement(Modality),
    Keyword(Modality),
    /// What the report remarks on: the class of the remark.
    Noted(&'static str),
    Strong,
    Emphasis,
    /// Index into the document's links.
    Link(u32),
}

/// All that is so of one piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Look {
    statement: Option<Modality>,
    keyword: Option<Modality>,
    noted: Option<&'static str>,
    strong: bool,
    emphasis: bool,
    link: Option<u32>,
}

/// The mark of a footnote.
#[derive(Debug)]
pub(super) struct NoteMark<'a> {
    pub(super) at: u32,
    pub(super) label: &'a str,
    /// The id of its text, where that is shown.
    pub(super) target: Option<String>,
}

/// A stretch of a passage that looks the same throughout.
#[derive(Clone, Copy, Debug)]
struct Piece {
    extent: Extent,
    look: Look,
}

/// The words of an extent with their marks. `notes` are the footnotes marked in it, in order.
pub(super) fn words(
    document: &Document,
    extent: Extent,
    marks: &[Mark],
    notes: &[NoteMark<'_>],
) -> Markup {
    let pieces = cut(extent, marks, notes.iter().map(|note| note.at));
    html! {
        @for linked in pieces.chunk_by(|a, b| a.look.link == b.look.link) {
            @let target = linked[0].look.link.and_then(|link| outside(&document.links[link as usize].target));
            @match target {
                Some(target) => { a href=(target) rel="noreferrer" { (stated(document, linked, notes)) } },
                None => { (stated(document, linked, notes)) },
            }
        }
        @for note in notes_at(notes, extent.end) { (footnote(note)) }
    }
}

/// The footnotes that are marked at one place.
fn notes_at<'a>(notes: &'a [NoteMark<'a>], at: u32) -> &'a [NoteMark<'a>] {
    let start = notes.partition_point(|note| note.at < at);
    let end = notes.partition_point(|note| note.at <= at);
    &notes[start..end]
}

/// Pieces of one link, or of none, in runs that belong to one statement.
fn stated(document: &Document, pieces: &[Piece], notes: &[NoteMark<'_>]) -> Markup {
    let each = |pieces: &[Piece]| {
        html! {
            @for piece in pieces {
                @for note in notes_at(notes, piece.extent.start) { (footnote(note)) }
                (shown(document, *piece))
            }
        }
    };
    html! {
        @for run in pieces.chunk_by(|a, b| a.look.statement == b.look.statement) {
            @match run[0].look.statement {
                Some(modality) => { span.s.(modality.as_str()) { (each(run)) } },
                None => { (each(run)) },
            }
        }
    }
}

fn shown(document: &Document, piece: Piece) -> Markup {
    let Piece { extent, look } = piece;
    let text = html! { (document.text(extent)) };
    let text = if look.emphasis {
        html! { em { (text) } }
    } else {
        text
    };
    let text = match (look.keyword, look.strong) {
        (Some(modality), _) => html! { b.k.(modality.as_str()) { (text) } },
        (None, true) => html! { strong { (text) } },
        (None, false) => text,
    };
    match look.noted {
        Some(class) => html! { mark.(class) { (text) } },
        None => text,
    }
}

/// The mark of a footnote, which leads to its text.
fn footnote(note: &NoteMark<'_>) -> Markup {
    html! {
        sup {
            @match &note.target {
                Some(id) => { a href={ "#" (id) } { (note.label) } },
                None => { (note.label) },
            }
        }
    }
}

/// A link that leads out of the draft, to a page or an address for mail. Any other is not made one.
fn outside(target: &str) -> Option<&str> {
    ["https://", "http://", "mailto:"].iter().any(|it| target.starts_with(it)).then_some(target)
}

/// Cuts an extent wherever what is so of it changes, and at the marks of footnotes.
fn cut(extent: Extent, marks: &[Mark], notes: impl Iterator<Item = u32>) -> Vec<Piece> {
    let clip = |at: u32| at.clamp(extent.start, extent.end);
    let mut events: Vec<(u32, Option<(Is, bool)>)> = vec![(extent.end, None)];
    events.extend(notes.map(|at| (clip(at), None)));
    for mark in marks.iter().filter(|it| it.extent.overlaps(extent)) {
        events.push((clip(mark.extent.start), Some((mark.is, true))));
        events.push((clip(mark.extent.end), Some((mark.is, false))));
    }
    events.sort_by_key(|&(at, event)| (at, event.is_some_and(|(_, begins)| begins)));
    let mut open = Open::default();
    let mut pieces = Vec::with_capacity(events.len());
    let mut start = extent.start;
    for (at, event) in events {
        if start < at {
            pieces.push(Piece { extent: Extent { start, end: at }, look: open.look() });
            start = at;
        }
        if let Some((is, begins)) = event {
            open.turn(is, begins);
        }
    }
    pieces
}

/// How many marks of each sort are open: two may overlap.
#[derive(Default)]
struct Open {
    statements: [u32; Modality::ALL.len()],
    keywords: [u32; Modality::ALL.len()],
    noted: Vec<&'static str>,
    strong: u32,
    emphasis: u32,
    link: Option<u32>,
}

impl Open {
    fn turn(&mut self, is: Is, begins: bool) {
        let count = match is {
            Is::Statement(modality) => &mut self.statements[modality as usize],
            Is::Keyword(modality) => &mut self.keywords[modality as usize],
            Is::Strong => &mut self.strong,
            Is::Emphasis => &mut self.emphasis,
            Is::Link(link) => return self.link = begins.then_some(link),
            Is::Noted(class) if begins => return self.noted.push(class),
            Is::Noted(class) => {
                if let Some(at) = self.noted.iter().position(|it| *it == class) {
                    self.noted.remove(at);
                }
                return;
            }
        };
        *count = if begins { *count + 1 } else { count.saturating_sub(1) };
    }

    /// Of several statements that share words, the strongest gives them their colour.
    fn look(&self) -> Look {
        let first = |counts: &[u32]| {
            Modality::ALL.into_iter().zip(counts).find(|(_, count)| **count > 0).map(|(it, _)| it)
        };
        Look {
            statement: first(&self.statements),
            keyword: first(&self.keywords),
            noted: self.noted.first().copied(),
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            link: self.link,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extent_is_cut_where_a_mark_begins_or_ends_and_loses_nothing() {
        let mark = |start, end, is| Mark { extent: Extent { start, end }, is };
        let marks = [
            mark(2, 8, Is::Statement(Modality::Duty)),
            mark(4, 6, Is::Keyword(Modality::Duty)),
            mark(5, 12, Is::Strong),
        ];
        let pieces = cut(Extent { start: 0, end: 10 }, &marks, [3].into_iter());
        let ends: Vec<(u32, u32)> =
            pieces.iter().map(|it| (it.extent.start, it.extent.end)).collect();
        assert_eq!(ends, [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 8), (8, 10)]);
        assert_eq!(pieces[3].look.keyword, Some(Modality::Duty));
        assert!(pieces[6].look.strong && pieces[6].look.statement.is_none());
    }

    #[test]
    fn only_links_to_pages_are_links() {
        assert_eq!(outside("javascript:alert(1)"), None);
        assert_eq!(outside("data:text/html,x"), None);
        assert!(outside("https://www.legislation.gov.uk").is_some());
    }
}
