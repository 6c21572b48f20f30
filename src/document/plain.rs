//! A document's plain text, and the way back from each of its characters to the bytes of the source.

use std::cell::Cell;

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

/// What takes the place of an edited stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// A line end: two passages meet.
    Line,
    /// A space: one passage goes on.
    Space,
}

impl Join {
    fn as_char(self) -> char {
        match self {
            Self::Line => '\n',
            Self::Space => ' ',
        }
    }
}

/// A stretch of plain text that a single byte takes the place of: a label that is cut, a page break that is mended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edit {
    pub(super) extent: Extent,
    pub(super) with: Join,
}

impl Plain {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), pieces: Vec::with_capacity(bytes / 64) }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends `text`, which was read from the bytes `start..end` of `source`.
    pub fn push(&mut self, text: &str, source: &str, start: usize, end: usize) {
        if text.is_empty() {
            return;
        }
        let verbatim = source.as_bytes().get(start..end) == Some(text.as_bytes());
        let goes_on = verbatim
            && self.pieces.last().is_some_and(|last| last.verbatim && last.end as usize == start);
        if goes_on && let Some(last) = self.pieces.last_mut() {
            last.end = end as u32;
        } else {
            let plain = self.text.len() as u32;
            self.pieces.push(Piece { plain, start: start as u32, end: end as u32, verbatim });
        }
        self.text.push_str(text);
    }

    /// Ends a line: what comes next belongs to another passage.
    pub(super) fn end_line(&mut self) {
        self.end_with('\n');
    }

    /// Appends a character that no byte of the source stands for.
    fn end_with(&mut self, character: char) {
        let plain = self.text.len() as u32;
        let end = self.pieces.last().map_or(0, |last| last.source_end(plain));
        self.pieces.push(Piece { plain, start: end, end, verbatim: false });
        self.text.push(character);
    }

    /// The source bytes of an extent: from its first character's first byte to its last character's last.
    pub fn source_range(&self, extent: Extent) -> (u32, u32) {
        let Some(first) = self.piece_at(extent.start) else { return (0, 0) };
        let start = first.source_start(extent.start);
        if extent.is_empty() {
            return (start, start);
        }
        let last = self.piece_at(extent.end - 1).unwrap_or(first);
        (start, last.source_end(extent.end).max(start))
    }

    /// The text that was read from these source bytes; of bytes that none was read from, the empty place where it would stand.
    pub fn extent_of(&self, start: u32, end: u32) -> Extent {
        let (piece, next) = self.piece_from(start);
        let from = if start < piece.end { piece.plain_of(start).min(next) } else { next };
        if end <= start {
            return Extent { start: from, end: from };
        }
        let (piece, next) = self.piece_from(end - 1);
        let to = if piece.verbatim { piece.plain_of(end).min(next) } else { next };
        Extent { start: from, end: to.max(from) }
    }

    /// The last piece that begins at or before a source byte, and where the next begins in the text.
    fn piece_from(&self, byte: u32) -> (Piece, u32) {
        let after = self.pieces.partition_point(|piece| piece.start <= byte);
        let before = after.checked_sub(1).map(|index| self.pieces[index]);
        let piece = before.unwrap_or(Piece { plain: 0, start: 0, end: 0, verbatim: false });
        let after = self.pieces.get(after);
        (piece, after.map_or(self.text.len() as u32, |next| next.plain))
    }

    fn piece_at(&self, offset: u32) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.plain <= offset);
        after.checked_sub(1).map(|index| self.pieces[index])
    }

    /// The same text with every edit made. Edits are in order and do not overlap.
    pub(super) fn edited(&self, edits: &[Edit]) -> Self {
        let mut made = Self::with_capacity(self.text.len());
        made.pieces.reserve(self.pieces.len() + edits.len() * 2);
        let mut at = Cursor::default();
        for edit in edits {
            self.copy(&mut at, edit.extent.start, &mut made);
            made.end_with(edit.with.as_char());
            at.offset = edit.extent.end;
        }
        self.copy(&mut at, self.text.len() as u32, &mut made);
        made
    }

    /// Copies the plain text from the cursor up to `end`, with its pieces.
    fn copy(&self, at: &mut Cursor, end: u32, into: &mut Self) {
        let start = at.offset;
        if start >= end {
            return;
        }
        while self.pieces.get(at.piece + 1).is_some_and(|next| next.plain <= start) {
            at.piece += 1;
        }
        let base = into.text.len() as u32;
        while let Some(&piece) = self.pieces.get(at.piece).filter(|piece| piece.plain < end) {
            let from = piece.plain.max(start);
            into.pieces.push(Piece {
                plain: base + (from - start),
                start: piece.source_start(from),
                ..piece
            });
            at.piece += 1;
        }
        at.piece = at.piece.saturating_sub(1);
        at.offset = end;
        into.text.push_str(&self.text[start as usize..end as usize]);
    }
}

/// How far [`Plain::edited`] has copied: an offset of the plain text, and the piece it lies in.
#[derive(Default)]
struct Cursor {
    offset: u32,
    piece: usize,
}

impl Piece {
    /// The offset of what was read from a byte that it holds.
    fn plain_of(self, byte: u32) -> u32 {
        self.plain + if self.verbatim { byte - self.start } else { 0 }
    }

    fn source_start(self, offset: u32) -> u32 {
        if self.verbatim { (self.start + (offset - self.plain)).min(self.end) } else { self.start }
    }

    fn source_end(self, offset: u32) -> u32 {
        if self.verbatim { (self.start + (offset - self.plain)).min(self.end) } else { self.end }
    }
}

/// Moves offsets of a plain text to where its edits put them.
#[derive(Debug)]
pub(super) struct Moves {
    /// Where each edit ends in the text before it, and how many bytes have gone by then.
    ends: Vec<(Extent, u32)>,
    /// How many edits lay before what was asked for last: most questions come in order.
    hint: Cell<usize>,
}

impl Moves {
    pub(super) fn of(edits: &[Edit]) -> Self {
        let mut gone = 0;
        let end = |edit: &Edit| {
            gone += (edit.extent.end - edit.extent.start) - 1;
            (edit.extent, gone)
        };
        Self { ends: edits.iter().map(end).collect(), hint: Cell::new(0) }
    }

    /// Where an offset is afterwards. One inside an edit is put at the edit's end.
    pub(super) fn offset(&self, offset: u32) -> u32 {
        match self.edit_before(|edit| edit.start < offset) {
            Some((extent, gone)) => offset.max(extent.end) - gone,
            None => offset,
        }
    }

    /// Where an extent is afterwards: without what edits at its ends took away.
    pub(super) fn extent(&self, extent: Extent) -> Extent {
        let start = match self.edit_before(|edit| edit.start <= extent.start) {
            Some((edit, gone)) => extent.start.max(edit.end) - gone,
            None => extent.start,
        };
        let end = match self.edit_before(|edit| edit.start < extent.end) {
            Some((edit, gone)) if extent.end <= edit.end => edit.end - gone - 1,
            Some((_, gone)) => extent.end - gone,
            None => extent.end,
        };
        Extent { start, end: end.max(start) }
    }

    fn edit_before(&self, is_before: impl Fn(Extent) -> bool) -> Option<(Extent, u32)> {
        let mut after = self.hint.get();
        if after.checked_sub(1).is_some_and(|last| !is_before(self.ends[last].0)) {
            after = self.ends[..after].partition_point(|&(extent, _)| is_before(extent));
        }
        let later = self.ends[after..].iter().take_while(|&&(extent, _)| is_before(extent));
        after += later.count();
        self.hint.set(after);
        after.checked_sub(1).map(|index| self.ends[index])
    }
}
