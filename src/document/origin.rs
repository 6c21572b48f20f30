//! Whether a passage speaks for the Code: quotations, examples, notes and histories do not.

use super::{
    Origin, PassageKind,
    blocks::{Block, FrameKind, Read},
};

/// The origins of the frames met so far.
#[derive(Default)]
pub(super) struct Origins {
    frames: Vec<Origin>,
    /// Whether the text stands in a call-out that gives an example.
    pub(super) in_example: bool,
}

impl Origins {
    /// Finds the origin of every frame up to a block's, outer frames first.
    pub(super) fn know(&mut self, read: &Read, block: &Block) {
        for index in self.frames.len()..=block.frame as usize {
            let frame = &read.frames[index];
            let outer = self.frames.get(frame.parent as usize).copied().unwrap_or(Origin::Draft);
            self.frames.push(match frame.kind {
                FrameKind::Document => Origin::Draft,
                FrameKind::Item { .. } => outer,
                FrameKind::Note(_) => Origin::Footnote,
                FrameKind::Quote { note: true } => Origin::Note,
                FrameKind::Quote { note: false } => {
                    announced(read.text(block.extent)).unwrap_or(Origin::Quotation)
                }
            });
        }
    }

    /// The origin of a passage: what its frame makes of it, then its section, then its own first words.
    pub(super) fn of(
        &self,
        block: &Block,
        kind: &PassageKind,
        words: &str,
        section: Option<Origin>,
        lead_in: Option<Origin>,
    ) -> Origin {
        let framed = self.frames[block.frame as usize];
        if framed != Origin::Draft {
            return framed;
        }
        if let Some(origin) = section.or(self.in_example.then_some(Origin::Example)) {
            return origin;
        }
        match kind {
            PassageKind::HeaderRow { .. } | PassageKind::Row { .. } => Origin::Table,
            PassageKind::Text => announced(words).unwrap_or(Origin::Draft),
            // An item of an example's list is of the example.
            PassageKind::Item { .. } => lead_in.unwrap_or(Origin::Draft),
            PassageKind::Heading => Origin::Draft,
        }
    }
}

/// What the first words of a quotation or a paragraph make of it.
fn announced(text: &str) -> Option<Origin> {
    let word_end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(word_end);
    let after_number =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '\u{a0}');
    let closed = after_number.is_empty() || after_number.starts_with([':', '.', '–', '—', '-']);
    if word.eq_ignore_ascii_case("example") || word.eq_ignore_ascii_case("examples") {
        return closed.then_some(Origin::Example);
    }
    if word.eq_ignore_ascii_case("case") {
        return rest
            .trim_start()
            .get(..5)?
            .eq_ignore_ascii_case("study")
            .then_some(Origin::Example);
    }
    let note = word == "NOTE" || (matches!(word, "Note" | "Notes" | "NOTES") && closed);
    note.then_some(Origin::Note)
}

/// What a heading makes of everything under it.
pub(super) fn of_section(heading: &str) -> Option<Origin> {
    const HISTORIES: [&str; 8] = [
        "change log",
        "changelog",
        "updates",
        "version history",
        "amendment history",
        "document history",
        "revision history",
        "history of changes",
    ];
    let starts = |name: &str| {
        let head = heading.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        head && !heading[name.len()..].starts_with(|c: char| c == ' ' || c.is_alphanumeric())
    };
    if HISTORIES.iter().any(|name| starts(name)) {
        return Some(Origin::History);
    }
    if ["notes", "endnotes", "footnotes"].iter().any(|name| heading.eq_ignore_ascii_case(name)) {
        return Some(Origin::Footnote);
    }
    let example = heading.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("example"));
    let case = heading.get(..10).is_some_and(|head| head.eq_ignore_ascii_case("case study"));
    (example || case).then_some(Origin::Example)
}
