//! A page, or one column of it: what is left when tables are set apart.

use super::{
    content::{Drawn, Stroke},
    lines::{self, Line},
    pieces::{Piece, pieces},
    tables::{self, Table},
};

/// One page, its text sorted out; later one column of a page.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) number: u32,
    pub(super) width: f32,
    pub(super) height: f32,
    /// Drawn level lines: what may set notes off from the text.
    pub(super) rules: Vec<Stroke>,
    /// Running text from top to bottom, furniture and notes included until they are taken out.
    pub(super) lines: Vec<Line>,
    pub(super) tables: Vec<Table>,
    /// Text that runs up or down the page, read as if it were level.
    pub(super) upright: Vec<Line>,
}

impl Page {
    pub(super) fn from_drawn(number: u32, drawn: &Drawn) -> Self {
        let visible = drawn.glyphs.iter().any(|glyph| !glyph.hidden);
        let shown = || drawn.glyphs.iter().filter(move |glyph| glyph.hidden != visible);
        let inside = |piece: &Piece| {
            piece.right > -2.0
                && piece.x < drawn.width + 2.0
                && piece.baseline > -2.0
                && piece.baseline < drawn.height + 2.0
        };
        let mut level = pieces(shown().filter(|glyph| !glyph.upright));
        level.retain(inside);
        let upright = lines::lines(pieces(shown().filter(|glyph| glyph.upright)));
        let (tables, rest) = tables::set_apart(&drawn.strokes, level);
        let rules = drawn.strokes.iter().filter(|stroke| stroke.level).copied().collect();
        Self {
            number,
            width: drawn.width,
            height: drawn.height,
            rules,
            lines: lines::lines(rest),
            tables,
            upright,
        }
    }

    /// Lines and tables from top to bottom.
    pub(super) fn into_stretches(self) -> Vec<Stretch> {
        let mut breaks: Vec<(f32, Option<Table>)> =
            self.tables.into_iter().map(|table| (table.top, Some(table))).collect();
        breaks.push((f32::INFINITY, None));
        let mut rest = self.lines.into_iter().peekable();
        let mut stretches = Vec::new();
        for (top, table) in breaks {
            let mut band = Vec::new();
            while let Some(line) = rest.next_if(|line| line.baseline < top) {
                band.push(line);
            }
            stretches.extend(Some(band).filter(|band| !band.is_empty()).map(Stretch::Lines));
            stretches.extend(table.map(Stretch::Table));
        }
        if !self.upright.is_empty() {
            stretches.push(Stretch::Lines(self.upright));
        }
        stretches
    }
}

/// What is read in one go.
#[derive(Debug)]
pub(super) enum Stretch {
    Lines(Vec<Line>),
    Table(Table),
}
