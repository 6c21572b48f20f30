//! A document's plain text, and the way back from each of its characters to the bytes of the source.

use super::Extent;

/// Plain text made of pieces of a source: markup left out, entities and soft breaks replaced.
#[derive(Debug, Default)]
pub struct Plain {
    text: String,
    pieces: Vec<Piece>,
}

/// A run of plain text that came from one run of source bytes.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where the run begins in the plain text.
    plain: u32,
    /// The source bytes it came from.
    start: u32,
    end: u32,
    /// Whether the run is those bytes: an entity's or a break's is not.
    verbatim: bool,
}

impl Plain {
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends `text`, which came from the source bytes `start..end`.
    pub fn push(&mut self, text: &str, start: usize, end: usize) {
        if text.is_empty() {
            return;
        }
        let verbatim = text.len() == end - start;
        self.pieces.push(Piece {
            plain: self.text.len() as u32,
            start: start as u32,
            end: end as u32,
            verbatim,
        });
        self.text.push_str(text);
    }

    /// The source bytes of an extent: from its first character's first byte to its last character's last.
    pub fn source_range(&self, extent: Extent) -> (u32, u32) {
        let Some(first) = self.piece_at(extent.start) else { return (0, 0) };
        let start =
            if first.verbatim { first.start + (extent.start - first.plain) } else { first.start };
        if extent.is_empty() {
            return (start, start);
        }
        let last = self.piece_at(extent.end - 1).unwrap_or(first);
        let end = if last.verbatim { last.start + (extent.end - last.plain) } else { last.end };
        (start, end)
    }

    fn piece_at(&self, offset: u32) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.plain <= offset);
        after.checked_sub(1).map(|index| self.pieces[index])
    }
}
