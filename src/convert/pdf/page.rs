//! A page in reading order: what is left of it when tables are set apart and columns are told from one another.

use super::{
    content::{Drawn, Stroke},
    lines::{self, Line, Piece},
    tables::{self, Table},
};

/// One page, its text sorted out.
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
        let mut level = lines::pieces(shown().filter(|glyph| !glyph.upright));
        level.retain(inside);
        let upright = lines::lines(lines::pieces(shown().filter(|glyph| glyph.upright)));
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

    /// Bands from top to bottom, columns from left to right, each with its lines and tables.
    pub(super) fn into_columns(self) -> Vec<Column> {
        let mut breaks: Vec<(f32, Option<Table>)> =
            self.tables.into_iter().map(|table| (table.top, Some(table))).collect();
        breaks.push((f32::INFINITY, None));
        let mut rest = self.lines.into_iter().peekable();
        let mut columns = Vec::new();
        for (top, table) in breaks {
            let mut band = Vec::new();
            while let Some(line) = rest.next_if(|line| line.baseline < top) {
                band.push(line);
            }
            columns.extend(split(band).into_iter().map(Column::Lines));
            columns.extend(table.map(Column::Table));
        }
        if !self.upright.is_empty() {
            columns.push(Column::Lines(self.upright));
        }
        columns
    }
}

/// What is read in one go.
#[derive(Debug)]
pub(super) enum Column {
    Lines(Vec<Line>),
    Table(Table),
}

/// Lines with this many more like them, both sides of a gutter, are columns.
const FEWEST: usize = 6;

/// Cuts a band of lines at its gutter, if it has one: full-width lines above, then left, then right, then the rest.
fn split(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let Some((gutter, from, to)) = gutter(&lines) else {
        return if lines.is_empty() { Vec::new() } else { vec![lines] };
    };
    let mut above = lines;
    let below = above.split_off(to);
    let within = above.split_off(from);
    let (left, right): (Vec<Piece>, Vec<Piece>) =
        within.into_iter().flat_map(|line| line.pieces).partition(|piece| piece.x < gutter);
    let mut columns = Vec::new();
    columns.extend(Some(above).filter(|lines| !lines.is_empty()));
    columns.push(lines::lines(left));
    columns.push(lines::lines(right));
    columns.extend(split(below));
    columns
}

/// A place between two columns of prose, and the lines it runs through.
fn gutter(lines: &[Line]) -> Option<(f32, usize, usize)> {
    let left = lines.iter().map(|line| line.x).reduce(f32::min)?;
    let right = lines.iter().map(|line| line.right).reduce(f32::max)?;
    let width = right - left;
    (30..=70)
        .step_by(2)
        .filter_map(|percent| {
            let x = left + width * percent as f32 / 100.0;
            longest_run(lines, x).map(|(from, to, both)| (x, from, to, both))
        })
        .max_by_key(|&(.., both)| both)
        .map(|(x, from, to, _)| (x, from, to))
        .filter(|&(x, from, to)| is_prose(&lines[from..to], x, width))
}

/// The longest stretch of lines that leave `x` free, as lines from-to, and how many of them have text on both sides.
fn longest_run(lines: &[Line], x: f32) -> Option<(usize, usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    let mut from = 0;
    for to in 0..=lines.len() {
        let free = lines.get(to).is_some_and(|line| leaves_free(line, x));
        if free {
            continue;
        }
        let both = lines[from..to].iter().filter(|line| line.x < x && line.right > x).count();
        if both >= FEWEST && best.is_none_or(|(.., most)| both > most) {
            best = Some((from, to, both));
        }
        from = to + 1;
    }
    best
}

fn leaves_free(line: &Line, x: f32) -> bool {
    line.pieces.iter().all(|piece| piece.right < x - 4.0 || piece.x > x + 4.0)
}

/// Columns of prose are filled with words; a table without rules has short cells.
fn is_prose(lines: &[Line], x: f32, width: f32) -> bool {
    let covered = |on_left: bool| {
        let rows = lines.iter().map(|line| {
            let pieces = line.pieces.iter().filter(|piece| (piece.x < x) == on_left);
            pieces.map(|piece| piece.right - piece.x).sum::<f32>()
        });
        let rows: Vec<f32> = rows.filter(|&row| row > 0.0).collect();
        rows.len() >= FEWEST && rows.iter().sum::<f32>() / rows.len() as f32 > width * 0.25
    };
    covered(true) && covered(false)
}
