//! Pieces joined to lines, raised and lowered ones with the line they belong to.

use super::pieces::{Piece, WIDE_GAP, WORD_GAP};

/// One line of text, its pieces from left to right.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) x: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    /// Of most of its characters.
    pub(super) size: f32,
    /// Holds a fraction that takes more height than its text.
    pub(super) tall: bool,
}

/// Lines from top to bottom. Raised and lowered pieces join the line they belong to.
pub(super) fn lines(mut pieces: Vec<Piece>) -> Vec<Line> {
    pieces.retain(|piece| !piece.is_blank());
    pieces.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.x.total_cmp(&b.x)));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if same_row(row, &piece) => row.push(piece),
            _ => rows.push(vec![piece]),
        }
    }
    let mut lines: Vec<Line> = rows.into_iter().filter_map(Line::from_pieces).collect();
    join_raised(&mut lines);
    lines
}

fn same_row(row: &[Piece], piece: &Piece) -> bool {
    row.first().is_some_and(|first| {
        (piece.baseline - first.baseline).abs() < first.size.min(piece.size) * 0.15
    })
}

/// Moves small pieces just above or below a larger line into it.
fn join_raised(lines: &mut Vec<Line>) {
    for index in 0..lines.len() {
        let pieces = std::mem::take(&mut lines[index].pieces);
        let mut kept = Vec::new();
        for mut piece in pieces {
            let near = || {
                (index.saturating_sub(3)..(index + 4).min(lines.len())).filter(|&at| at != index)
            };
            if let Some(other) = near().find(|&other| lines[other].takes(&piece)) {
                piece.raised = piece.baseline < lines[other].baseline;
                lines[other].insert(piece);
            } else if !near().any(|other| lines[other].completes_fraction(&piece)) {
                kept.push(piece);
            }
        }
        // Pieces that joined this line while its own were away stay with it.
        for piece in kept {
            lines[index].insert(piece);
        }
    }
    lines.retain(|line| !line.pieces.is_empty());
    for line in lines {
        line.mark_raised();
    }
}

impl Line {
    pub(super) fn from_pieces(mut pieces: Vec<Piece>) -> Option<Self> {
        pieces.sort_by(|a, b| a.x.total_cmp(&b.x));
        let x = pieces.first()?.x;
        let right = pieces.iter().map(|piece| piece.right).fold(x, f32::max);
        let main = pieces.iter().filter(|piece| !piece.raised).max_by_key(|piece| piece.text.len());
        let (size, baseline) = main.or(pieces.first()).map(|main| (main.size, main.baseline))?;
        Some(Self { pieces, x, right, baseline, size, tall: false })
    }

    /// Whether a smaller piece is raised or lowered text of this line.
    fn takes(&self, piece: &Piece) -> bool {
        let up = self.baseline - piece.baseline;
        piece.size < self.size * 0.85
            && up > self.size * -0.35
            && up < self.size * 0.75
            && up.abs() > self.size * 0.04
            && piece.x > self.x - self.size * 2.0
            && piece.right < self.right + self.size * 2.0
            && !self.pieces.iter().any(|own| own.x < piece.right - 0.5 && piece.x < own.right - 0.5)
    }

    /// Makes "1/4" of a small number that stands right under another one of this line.
    fn completes_fraction(&mut self, below: &Piece) -> bool {
        let is_number = |piece: &Piece| piece.text.trim().bytes().all(|b| b.is_ascii_digit());
        let down = below.baseline - self.baseline;
        if !is_number(below) || below.size > self.size * 0.85 || !(0.0..self.size).contains(&down) {
            return false;
        }
        let middle = f32::midpoint(below.x, below.right);
        let above = self
            .pieces
            .iter_mut()
            .find(|own| own.raised && is_number(own) && own.x < middle && middle < own.right);
        let Some(above) = above else { return false };
        above.text = format!("{}/{}", above.text.trim(), below.text.trim());
        above.raised = false;
        above.baseline = self.baseline;
        self.tall = true;
        true
    }

    fn insert(&mut self, piece: Piece) {
        let at = self.pieces.partition_point(|own| own.x <= piece.x);
        self.x = self.x.min(piece.x);
        self.right = self.right.max(piece.right);
        self.pieces.insert(at, piece);
    }

    /// Small pieces on the line's own baseline are no marks, whatever their size; those above it are.
    fn mark_raised(&mut self) {
        let (size, baseline) = (self.size, self.baseline);
        for piece in &mut self.pieces {
            piece.raised |= piece.size < size * 0.85 && baseline - piece.baseline > size * 0.15;
        }
    }

    /// The line's words; a wide gap is a tab.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        self.each_gap(|piece, gap| {
            out.push_str(gap);
            out.push_str(&piece.text);
        });
        out
    }

    /// Each piece with the blank before it: none, a space, or a tab for a wide gap.
    pub(super) fn each_gap<'s>(&'s self, mut each: impl FnMut(&'s Piece, &'static str)) {
        let mut before: Option<&Piece> = None;
        for piece in &self.pieces {
            let gap = before.map_or(0.0, |last| piece.x - last.right);
            let spaced = before.is_some_and(|last| !last.text.ends_with(' '));
            let gap = if gap > self.size * WIDE_GAP {
                "	"
            } else if gap > self.size * WORD_GAP && spaced {
                " "
            } else {
                ""
            };
            each(piece, gap);
            before = Some(piece);
        }
    }

    pub(super) fn is_bold(&self) -> bool {
        self.pieces
            .iter()
            .filter(|piece| !piece.raised)
            .all(|piece| piece.style.bold || piece.is_blank())
    }

    pub(super) fn width(&self) -> f32 {
        self.right - self.x
    }
}
