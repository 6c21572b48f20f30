//! Characters joined to words: pieces of one style, without a wide gap.

use rustc_hash::FxHashSet;

use super::{super::blocks::Style, content::Glyph};

/// A wider gap than this, in font sizes, is a word space where the file writes none.
pub(super) const WORD_GAP: f32 = 0.16;
/// A wider gap sets a label off from its text, or one cell from the next.
pub(super) const WIDE_GAP: f32 = 0.75;

/// Characters of one style on one line, without a wide gap.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) style: Style,
    /// Raised and smaller: a note's mark, an ordinal, a power.
    pub(super) raised: bool,
    pub(super) furniture: bool,
    /// Where each word but the first begins.
    starts: Vec<Start>,
    /// Blanks that only a gap stands for: their places in the text, and how wide the gap is.
    gaps: Vec<(usize, f32)>,
}

/// The start of a word inside a piece.
#[derive(Clone, Copy, Debug)]
struct Start {
    byte: usize,
    x: f32,
    /// Where the word before it ends.
    before: f32,
}

impl Piece {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether a character follows on this piece directly.
    fn continues(&self, glyph: &Glyph) -> bool {
        let gap = glyph.x - self.right;
        (glyph.baseline - self.baseline).abs() < self.size * 0.08
            && (glyph.size - self.size).abs() < self.size * 0.05
            && glyph.style == self.style
            && glyph.furniture == self.furniture
            && gap < self.size * WIDE_GAP
            && gap > -self.size * 0.6
    }

    fn from_glyph(glyph: &Glyph) -> Self {
        Self {
            text: clean(&glyph.text),
            x: glyph.x,
            right: glyph.right,
            baseline: glyph.baseline,
            size: glyph.size,
            style: glyph.style,
            raised: false,
            furniture: glyph.furniture,
            starts: Vec::new(),
            gaps: Vec::new(),
        }
    }

    fn push(&mut self, glyph: &Glyph) {
        let blank = self.text.ends_with(' ') || glyph.text.starts_with(' ');
        let gap = glyph.x - self.right;
        if gap > self.size * WORD_GAP && !blank {
            self.gaps.push((self.text.len(), gap));
            self.text.push(' ');
        }
        let text = clean(&glyph.text);
        // A blank at the end of a line is not part of its width.
        if !text.trim().is_empty() {
            // Nor is one at its start, which may stand in the column before.
            if self.is_blank() {
                self.x = glyph.x;
            } else if self.text.ends_with(' ') {
                self.starts.push(Start { byte: self.text.len(), x: glyph.x, before: self.right });
            }
            self.right = self.right.max(glyph.right);
        }
        self.text.push_str(&text);
    }
}

impl Piece {
    /// Whether the letters of its words are set apart: nearly every one has a gap after it.
    fn is_spaced(&self) -> bool {
        let letters = self.text.chars().filter(|c| !c.is_whitespace()).count();
        self.gaps.len() >= 4 && self.gaps.len() * 10 >= letters * 6
    }

    /// Takes the blanks out of words whose letters are set apart.
    fn tighten(&mut self) {
        if self.gaps.is_empty() {
            return;
        }
        let mut widths: Vec<f32> = self.gaps.iter().map(|&(_, width)| width).collect();
        widths.sort_by(f32::total_cmp);
        let usual = widths[widths.len() / 2];
        for &(at, _) in self.gaps.iter().rev().filter(|&&(_, width)| width < usual * 1.8) {
            self.text.remove(at);
        }
        self.starts.clear();
    }

    /// Cuts the piece at an edge that a word ends before, and the next one begins at or soon after; returns what follows.
    pub(super) fn split_off(&mut self, edge: f32, reach: f32) -> Option<Self> {
        const NEAR: f32 = 1.5;
        let is_cut = |start: &Start| {
            start.x > edge - NEAR && start.x < edge + reach && start.before < edge + NEAR
        };
        let at = self.starts.iter().position(is_cut)?;
        let Start { byte, x, before } = self.starts[at];
        let mut starts = self.starts.split_off(at);
        starts.remove(0);
        for start in &mut starts {
            start.byte -= byte;
        }
        let text = self.text.split_off(byte);
        let after = Self { text, x, starts, ..self.clone() };
        self.right = before;
        Some(after)
    }
}

/// Ligatures as letters, every blank as a space, nothing that cannot be printed.
fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            // Ticks and crosses of the symbol fonts, which have no place of their own in Unicode's common part.
            '\u{f050}' | '\u{f0fc}' | '\u{f0fe}' => out.push('✓'),
            '\u{f04f}' | '\u{f0fb}' | '\u{f0fd}' => out.push('✗'),
            // Bullets and arrows of the symbol fonts.
            '\u{f02d}' | '\u{f076}' | '\u{f0a7}' | '\u{f0a8}' | '\u{f0b7}' | '\u{f0d8}' => {
                out.push('•');
            }
            _ if c.is_whitespace() => out.push(' '),
            _ if c.is_control() || c == '\u{feff}' || c == '\u{200b}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// Pieces, in the order the file draws them. Text drawn twice to make it bold becomes bold.
pub(super) fn pieces<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut drawn = rustc_hash::FxHashMap::<(i32, i32, &str), usize>::default();
    for glyph in glyphs {
        let place =
            ((glyph.x / 1.5).round() as i32, (glyph.baseline / 1.5).round() as i32, &*glyph.text);
        if !glyph.text.trim().is_empty()
            && let Some(&index) = drawn.get(&place)
        {
            if let Some(piece) = pieces.get_mut(index) {
                piece.style.bold = true;
            }
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if piece.continues(glyph) => piece.push(glyph),
            _ => pieces.push(Piece::from_glyph(glyph)),
        }
        drawn.insert(place, pieces.len() - 1);
    }
    pieces.retain(|piece| !piece.text.is_empty());
    let look =
        |piece: &Piece| ((piece.baseline * 2.0).round() as i32, (piece.size * 2.0).round() as i32);
    let spaced: FxHashSet<(i32, i32)> =
        pieces.iter().filter(|piece| piece.is_spaced()).map(look).collect();
    for piece in &mut pieces {
        if spaced.contains(&look(piece)) {
            piece.tighten();
        }
    }
    pieces
}
