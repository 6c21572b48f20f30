//! Columns of prose: a page is cut at its gutters into parts that are read one after the other.

use super::{content::Stroke, lines, page::Page, pieces::Piece, tables::Table};

/// Fewer lines than this, on either side of a gutter, are no column.
const FEWEST: usize = 6;

/// A page of more pieces than this is no page of prose, and the search for its gutters would take long.
const MOST_PIECES: usize = 4_000;

/// How far text keeps from the middle of a gutter at least, in points.
const CLEAR: f32 = 4.0;

/// Where something stands on a page.
#[derive(Clone, Copy)]
struct Extent {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    is_text: bool,
}

/// What stands there.
enum What {
    Piece(Piece),
    Table(Table),
}

type Item = (Extent, What);

/// A place without text from `top` to `bottom`, with columns on both sides.
#[derive(Clone, Copy)]
struct Gutter {
    x: f32,
    top: f32,
    bottom: f32,
    /// Lines of its shorter column.
    lines: usize,
}

/// The parts of a page in reading order, each with the page's number; the page as it is where it has one column.
pub(super) fn split(mut page: Page) -> Vec<Page> {
    let pieces = page.lines.iter().flat_map(|line| &line.pieces).map(Extent::of_piece);
    let extents: Vec<Extent> = pieces.chain(page.tables.iter().map(Extent::of_table)).collect();
    if extents.len() > MOST_PIECES || gutter(&extents).is_none() {
        return vec![page];
    }
    let pieces = std::mem::take(&mut page.lines).into_iter().flat_map(|line| line.pieces);
    let tables = std::mem::take(&mut page.tables).into_iter().map(What::Table);
    let items = extents.into_iter().zip(pieces.map(What::Piece).chain(tables)).collect();
    let mut parts: Vec<Page> = cut(items).into_iter().map(|part| part_of(&page, part)).collect();
    if let Some(last) = parts.last_mut() {
        last.upright = page.upright;
    }
    parts
}

/// Above the gutter, left of it, right of it, below it.
fn cut(items: Vec<Item>) -> Vec<Vec<Item>> {
    let extents: Vec<Extent> = items.iter().map(|&(extent, _)| extent).collect();
    let Some(gutter) = gutter(&extents) else {
        return if items.is_empty() { Vec::new() } else { vec![items] };
    };
    let mut parts = [Vec::new(), Vec::new(), Vec::new(), Vec::new()];
    for item in items {
        let part = match item.0.middle() {
            y if y <= gutter.top => 0,
            y if y >= gutter.bottom => 3,
            _ => 1 + usize::from(item.0.left > gutter.x - CLEAR),
        };
        parts[part].push(item);
    }
    parts.into_iter().flat_map(cut).collect()
}

fn part_of(page: &Page, items: Vec<Item>) -> Page {
    let left = items.iter().map(|(extent, _)| extent.left).fold(f32::MAX, f32::min);
    let right = items.iter().map(|(extent, _)| extent.right).fold(f32::MIN, f32::max);
    let inside = |rule: &&Stroke| rule.to > left - CLEAR && rule.from < right + CLEAR;
    let (mut pieces, mut tables) = (Vec::new(), Vec::new());
    for (_, what) in items {
        match what {
            What::Piece(piece) => pieces.push(piece),
            What::Table(table) => tables.push(table),
        }
    }
    Page {
        number: page.number,
        width: right - left,
        height: page.height,
        rules: page.rules.iter().filter(inside).copied().collect(),
        lines: lines::lines(pieces),
        tables,
        upright: Vec::new(),
    }
}

/// The gutter with the longest columns.
fn gutter(items: &[Extent]) -> Option<Gutter> {
    let left = items.iter().map(|item| item.left).reduce(f32::min)?;
    let right = items.iter().map(|item| item.right).reduce(f32::max)?;
    let width = right - left;
    let places = (30..=70).step_by(2).map(|percent| left + width * percent as f32 / 100.0);
    let found: Vec<Gutter> = places.filter_map(|x| longest(items, x, width)).collect();
    let most = found.iter().map(|gutter| gutter.lines).max()?;
    let best: Vec<&Gutter> = found.iter().filter(|gutter| gutter.lines == most).collect();
    best.get(best.len() / 2).map(|&&gutter| gutter)
}

/// The longest stretch of the page that leaves `x` free between two columns.
fn longest(items: &[Extent], x: f32, width: f32) -> Option<Gutter> {
    let crosses = |item: &&Extent| item.left < x - CLEAR && item.right > x + CLEAR;
    let mut ends: Vec<f32> = items.iter().filter(crosses).map(Extent::middle).collect();
    ends.extend([f32::MIN, f32::MAX]);
    ends.sort_by(f32::total_cmp);
    let stretches = ends.windows(2).filter_map(|ends| {
        let inside: Vec<&Extent> = items
            .iter()
            .filter(|item| item.middle() > ends[0] && item.middle() < ends[1])
            .collect();
        let (left, right): (Vec<&Extent>, Vec<&Extent>) =
            inside.into_iter().partition(|item| item.left < x - CLEAR);
        let lines = column_lines(&left, width)?.min(column_lines(&right, width)?);
        Some(Gutter { x, top: ends[0], bottom: ends[1], lines })
    });
    stretches.max_by_key(|gutter| gutter.lines)
}

/// How many lines a column has, where it is one: filled with words, as the short cells of a table are not.
fn column_lines(items: &[&Extent], width: f32) -> Option<usize> {
    let mut lines: Vec<(f32, f32)> = Vec::new();
    let mut sorted: Vec<&&Extent> = items.iter().filter(|item| item.is_text).collect();
    sorted.sort_by(|a, b| a.middle().total_cmp(&b.middle()));
    for item in sorted {
        let covered = item.right - item.left;
        match lines.last_mut() {
            Some((y, sum)) if item.middle() - *y < (item.bottom - item.top) * 0.5 => {
                *sum += covered;
            }
            _ => lines.push((item.middle(), covered)),
        }
    }
    let covered: f32 = lines.iter().map(|(_, covered)| covered).sum();
    let is_column = lines.len() >= FEWEST && covered / lines.len() as f32 > width * 0.25;
    is_column.then_some(lines.len())
}

impl Extent {
    fn of_piece(piece: &Piece) -> Self {
        let (top, bottom) = (piece.baseline - piece.size * 0.8, piece.baseline + piece.size * 0.2);
        Self { left: piece.x, right: piece.right, top, bottom, is_text: true }
    }

    fn of_table(table: &Table) -> Self {
        let &Table { left, right, top, bottom, .. } = table;
        Self { left, right, top, bottom, is_text: false }
    }

    fn middle(&self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }
}
