//! Tables that are drawn with lines: the grid of their rules, and the text in its cells.

use super::{
    content::Stroke,
    lines::{self, Line},
    pieces::Piece,
};

/// Ends of rules this close, in points, meet.
const NEAR: f32 = 3.0;

/// Pages with more rules than this are not searched for tables: charts and drawings.
const MOST_RULES: usize = 4_000;

/// Cells of a table, row by row.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Left edges of its columns: tables of two pages with the same ones are one table.
    pub(super) edges: Vec<f32>,
    pub(super) rows: Vec<Vec<Vec<Line>>>,
}

impl Table {
    /// How far its columns begin from its own left edge.
    pub(super) fn shape(&self) -> Vec<f32> {
        self.edges.iter().map(|edge| edge - self.left).collect()
    }
}

/// Takes the text inside drawn tables out of a page's text. A box without inner rules is no table: its text stays.
pub(super) fn set_apart(strokes: &[Stroke], pieces: Vec<Piece>) -> (Vec<Table>, Vec<Piece>) {
    let mut rest = pieces;
    let mut tables = Vec::new();
    for grid in grids(strokes) {
        let (inside, outside): (Vec<Piece>, Vec<Piece>) =
            rest.into_iter().partition(|piece| grid.holds(piece));
        rest = outside;
        match grid.table(inside) {
            Ok(table) => tables.push(table),
            Err(pieces) => rest.extend(pieces),
        }
    }
    tables.sort_by(|a, b| a.top.total_cmp(&b.top));
    (tables, rest)
}

struct Grid {
    /// Left edges of the columns, and the right edge of the last.
    xs: Vec<f32>,
    /// Tops of the rows, and the bottom of the last.
    ys: Vec<f32>,
    /// Its upright rules from left to right: a cell that spans columns has none inside.
    uprights: Vec<Stroke>,
}

/// Groups of rules that meet, where they make at least two rows or two columns.
fn grids(strokes: &[Stroke]) -> Vec<Grid> {
    if strokes.len() > MOST_RULES {
        return Vec::new();
    }
    let mut groups: Vec<Vec<&Stroke>> = Vec::new();
    for stroke in strokes {
        let (mut met, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|other| meet(stroke, other)));
        groups = apart;
        let mut joined: Vec<&Stroke> = met.drain(..).flatten().collect();
        joined.push(stroke);
        groups.push(joined);
    }
    side_by_side(groups.iter().filter_map(|group| Grid::from_rules(group)).collect())
}

/// Boxes that stand in a row with a narrow gap between them, and have their rows in common, are one table.
fn side_by_side(mut grids: Vec<Grid>) -> Vec<Grid> {
    grids.sort_by(|a, b| a.xs[0].total_cmp(&b.xs[0]));
    let mut joined: Vec<Grid> = Vec::new();
    for grid in grids {
        match joined.iter_mut().find(|left| left.continues_with(&grid)) {
            Some(left) => {
                left.xs.extend(grid.xs);
                left.uprights.extend(grid.uprights);
            }
            None => joined.push(grid),
        }
    }
    joined.retain(|grid| grid.xs.len() >= 3 && grid.ys.len() >= 3);
    joined
}

fn meet(a: &Stroke, b: &Stroke) -> bool {
    if a.level == b.level {
        return (a.at - b.at).abs() < NEAR && a.from < b.to + NEAR && b.from < a.to + NEAR;
    }
    let within =
        |one: &Stroke, other: &Stroke| one.at > other.from - NEAR && one.at < other.to + NEAR;
    within(a, b) && within(b, a)
}

impl Grid {
    fn from_rules(rules: &[&Stroke]) -> Option<Self> {
        let places = |level: bool| {
            let ends = rules
                .iter()
                .filter(|rule| rule.level != level)
                .flat_map(|rule| [rule.from, rule.to]);
            let own = rules.iter().filter(|rule| rule.level == level).map(|rule| rule.at);
            distinct(own.chain(ends).collect())
        };
        let (xs, ys) = (places(false), places(true));
        let mut uprights: Vec<Stroke> =
            rules.iter().filter(|rule| !rule.level).map(|&&rule| rule).collect();
        uprights.sort_by(|a, b| a.at.total_cmp(&b.at));
        (xs.len() >= 2 && ys.len() >= 2 && xs.len() <= 40).then_some(Self { xs, ys, uprights })
    }

    fn continues_with(&self, right: &Self) -> bool {
        const GAP: f32 = 24.0;
        let gap = right.xs[0] - self.xs[self.xs.len() - 1];
        let shared = |y: &f32| right.ys.iter().any(|other| (y - other).abs() < NEAR);
        (-NEAR..GAP).contains(&gap)
            && self.ys.len() >= 3
            && self.ys.len() == right.ys.len()
            && self.ys.iter().all(shared)
    }

    fn holds(&self, piece: &Piece) -> bool {
        let x = f32::midpoint(piece.x, piece.right);
        let y = piece.baseline - piece.size * 0.3;
        let inside = |places: &[f32], at: f32| {
            places.first().is_some_and(|&low| at > low)
                && places.last().is_some_and(|&high| at < high)
        };
        inside(&self.xs, x) && inside(&self.ys, y)
    }

    /// A piece cut at the rules that it runs over.
    fn cut(&self, piece: Piece) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = piece;
        let y = rest.baseline - rest.size * 0.3;
        let from = self.uprights.partition_point(|rule| rule.at <= rest.x);
        let to = self.uprights.partition_point(|rule| rule.at < rest.right);
        let reached = self.uprights.get(from..to).unwrap_or_default();
        let crossed = reached.iter().filter(|rule| rule.from < y && y < rule.to);
        for rule in crossed {
            if let Some(after) = rest.split_off(rule.at, 12.0) {
                pieces.push(std::mem::replace(&mut rest, after));
            }
        }
        pieces.push(rest);
        pieces
    }

    /// # Errors
    ///
    /// Gives the text back where it is no table: one column of text, or a page laid out with boxes.
    fn table(&self, pieces: Vec<Piece>) -> Result<Table, Vec<Piece>> {
        let (columns, rows) = (self.xs.len() - 1, self.ys.len() - 1);
        let mut cells = vec![vec![Vec::new(); columns]; rows];
        let whole = pieces.iter().filter(|piece| !piece.is_blank()).cloned();
        for piece in whole.flat_map(|piece| self.cut(piece)) {
            let column = self.xs.partition_point(|&x| x < piece.x + 2.0).clamp(1, columns) - 1;
            let row =
                self.ys.partition_point(|&y| y < piece.baseline - piece.size * 0.3).clamp(1, rows)
                    - 1;
            cells[row][column].push(piece);
        }
        let used: Vec<usize> = (0..columns)
            .filter(|&column| cells.iter().any(|row| !row[column].is_empty()))
            .collect();
        cells.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let longest = cells
            .iter()
            .flatten()
            .map(|cell| cell.iter().map(|piece| piece.text.len()).sum::<usize>())
            .max();
        if used.len() < 2 || cells.len() < 2 || longest.is_some_and(|bytes| bytes > 1500) {
            return Err(pieces);
        }
        let rows = cells.into_iter().map(|mut row| {
            used.iter().map(|&column| lines::lines(std::mem::take(&mut row[column]))).collect()
        });
        Ok(Table {
            top: self.ys[0],
            bottom: self.ys[self.ys.len() - 1],
            left: self.xs[0],
            right: self.xs[self.xs.len() - 1],
            edges: used.iter().map(|&column| self.xs[column]).collect(),
            rows: rows.collect(),
        })
    }
}

/// Sorted places, those closer than a rule is wide taken as one.
fn distinct(mut places: Vec<f32>) -> Vec<f32> {
    places.sort_by(f32::total_cmp);
    places.dedup_by(|next, kept| *next - *kept < NEAR);
    places
}
