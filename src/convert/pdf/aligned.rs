//! Tables without upright rules: lines whose wide gaps stand one above the other.

use super::{
    super::label::Label,
    content::Stroke,
    lines::{self, Line},
    page::Page,
    pieces::{Piece, WIDE_GAP},
    tables::Table,
};

/// How exactly the cells of a column begin at its edge, in points.
const EXACT: f32 = 3.0;

/// How exactly a word has to begin at a column's edge to belong there without a wide gap before it, in points.
const EDGE: f32 = 1.5;

/// From where to where a column has text.
#[derive(Clone, Copy, Debug)]
struct Column {
    left: f32,
    right: f32,
}

/// A line of a table: for each of its columns the pieces that stand in it.
type Cells = Vec<Vec<Piece>>;

/// Takes the tables out of a page's lines. `step` is the usual one from line to line, in font sizes.
pub(super) fn set_apart(page: &mut Page, step: f32) {
    let mut lines = std::mem::take(&mut page.lines);
    let mut kept = Vec::new();
    while !lines.is_empty() {
        let (columns, length) = run(&lines);
        let rest = lines.split_off(length.max(1));
        match table(&lines, &columns, &page.rules, step) {
            Some(table) => page.tables.push(table),
            None => kept.append(&mut lines),
        }
        lines = rest;
    }
    page.lines = kept;
    page.tables.sort_by(|a, b| a.top.total_cmp(&b.top));
}

/// The columns that lines from the first on have in common, and how many lines.
fn run(lines: &[Line]) -> (Vec<Column>, usize) {
    let Some(first) = lines.first() else { return (Vec::new(), 0) };
    let groups_of_first = groups(first.pieces.clone(), first.size, &[]);
    let mut columns = columns_of(&groups_of_first);
    if columns.len() < 2 || columns.len() == 2 && is_label(&groups_of_first[0]) {
        return (columns, 1);
    }
    let mut length = 1;
    for pair in lines.windows(2) {
        let (before, line) = (&pair[0], &pair[1]);
        let near = line.baseline - before.baseline < line.size * 3.5;
        let pieces = line.pieces.iter().cloned().flat_map(|piece| cut(piece, &columns)).collect();
        let merged = merged(&columns, &columns_of(&groups(pieces, line.size, &columns)));
        match merged {
            Some(merged) if near && (line.size - before.size).abs() < line.size * 0.2 => {
                columns = merged;
                length += 1;
            }
            _ => break,
        }
    }
    (columns, length)
}

/// Pieces with a wide gap between one group and the next, or a column's edge.
fn groups(pieces: Vec<Piece>, size: f32, columns: &[Column]) -> Vec<Vec<Piece>> {
    let at_edge =
        |piece: &Piece| columns.iter().skip(1).any(|column| (piece.x - column.left).abs() < EDGE);
    let mut groups: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match groups.last_mut() {
            Some(group)
                if !at_edge(&piece)
                    && group.last().is_some_and(|last| piece.x - last.right < size * WIDE_GAP) =>
            {
                group.push(piece);
            }
            _ => groups.push(vec![piece]),
        }
    }
    groups
}

fn columns_of(groups: &[Vec<Piece>]) -> Vec<Column> {
    let ends = |group: &Vec<Piece>| Some((group.first()?.x, group.last()?.right));
    groups.iter().filter_map(ends).map(|(left, right)| Column { left, right }).collect()
}

/// A piece cut where a word begins at the edge of a column: the gap before it may be no wider than a blank.
fn cut(piece: Piece, columns: &[Column]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = piece;
    for column in columns.iter().skip(1) {
        if let Some(after) = rest.split_off(column.left, EDGE) {
            pieces.push(std::mem::replace(&mut rest, after));
        }
    }
    pieces.push(rest);
    pieces
}

/// The columns with those of one more line; `None` where that line has text in the gap between two of them.
fn merged(columns: &[Column], more: &[Column]) -> Option<Vec<Column>> {
    let mut merged = columns.to_vec();
    for add in more {
        let mut met = merged
            .iter_mut()
            .filter(|own| add.left < own.right + 4.0 && own.left < add.right + 4.0);
        match (met.next(), met.next()) {
            (Some(own), None) => {
                own.left = own.left.min(add.left);
                own.right = own.right.max(add.right);
            }
            (None, _) => merged.push(*add),
            (Some(_), Some(_)) => return None,
        }
    }
    merged.sort_by(|a, b| a.left.total_cmp(&b.left));
    Some(merged)
}

/// The table that lines are, if they are one.
fn table(lines: &[Line], columns: &[Column], rules: &[Stroke], step: f32) -> Option<Table> {
    let (first, last) = (lines.first()?, lines.last()?);
    let cells: Vec<Cells> = lines.iter().map(|line| cells(line, columns)).collect();
    if !is_table(&cells, columns) {
        return None;
    }
    let rows = rows(lines, cells, columns, rules, step);
    (rows.len() >= 2).then(|| Table {
        top: first.baseline - first.size * 0.8,
        bottom: last.baseline + last.size * 0.2,
        left: columns[0].left,
        right: columns[columns.len() - 1].right,
        edges: columns.iter().map(|column| column.left).collect(),
        rows: rows.into_iter().map(|row| joined(row, columns.len())).collect(),
    })
}

/// Whether enough lines have several cells, begun at the edges; labels with text after them are paragraphs, not rows.
fn is_table(lines: &[Cells], columns: &[Column]) -> bool {
    let filled = |cells: &Cells| cells.iter().filter(|cell| !cell.is_empty()).count();
    let wide: Vec<&Cells> = lines.iter().filter(|cells| filled(cells) >= 2).collect();
    let labels = wide.iter().filter(|cells| is_label(&cells[0])).count();
    let enough = if columns.len() > 2 { 2 } else { 3 };
    columns.len() >= 2
        && wide.len() >= enough
        && (columns.len() > 2 || labels * 2 <= wide.len())
        && are_aligned(lines, columns)
}

/// The lines of each row. Level rules between them say where a row ends, else a wide step or what the first cells hold.
fn rows(
    lines: &[Line],
    cells: Vec<Cells>,
    columns: &[Column],
    rules: &[Stroke],
    step: f32,
) -> Vec<Vec<Cells>> {
    let width = columns[0].right - columns[0].left;
    let parted = |above: &Line, below: &Line| {
        let between = |rule: &&Stroke| rule.at > above.baseline && rule.at < below.baseline;
        rules.iter().filter(between).any(|rule| rule.to - rule.from > width)
    };
    let told = lines.windows(2).filter(|pair| parted(&pair[0], &pair[1])).count() >= 2;
    let mut rows: Vec<Vec<Cells>> = Vec::new();
    let mut above: Option<&Line> = None;
    for (line, own) in lines.iter().zip(cells) {
        let begins = above.is_none_or(|above| {
            let apart = line.baseline - above.baseline > step * line.size * 1.25;
            let last = rows.last().and_then(|row| row.last());
            parted(above, line)
                || !told && (apart || last.is_none_or(|last| begins_row(last, &own, columns)))
        });
        match rows.last_mut() {
            Some(row) if !begins => row.push(own),
            _ => rows.push(vec![own]),
        }
        above = Some(line);
    }
    rows
}

fn cells(line: &Line, columns: &[Column]) -> Cells {
    let mut cells = vec![Vec::new(); columns.len()];
    for piece in line.pieces.iter().cloned().flat_map(|piece| cut(piece, columns)) {
        let column = columns.partition_point(|column| column.left < piece.x + 2.0).max(1) - 1;
        cells[column].push(piece);
    }
    cells
}

/// Whether nearly all cells begin at the left edge of their column.
fn are_aligned(lines: &[Cells], columns: &[Column]) -> bool {
    let firsts = lines.iter().flat_map(|cells| cells.iter().zip(columns));
    let firsts: Vec<bool> = firsts
        .filter_map(|(cell, column)| cell.first().map(|piece| piece.x - column.left < EXACT))
        .collect();
    firsts.iter().filter(|exact| **exact).count() * 10 >= firsts.len() * 8
}

fn is_label(cell: &[Piece]) -> bool {
    let text: String = cell.iter().map(|piece| piece.text.as_str()).collect();
    let padded = format!("{} ", text.trim());
    Label::at_start_of(&padded).is_some_and(|label| label.length == padded.len())
}

/// Whether a line begins a row though nothing else says so: its first cell has words that do not go on with those above.
fn begins_row(above: &Cells, own: &Cells, columns: &[Column]) -> bool {
    let (Some(above), Some(own)) = (above.first(), own.first()) else { return false };
    let Some(first) = own.first() else { return false };
    let Some(last) = above.last() else { return true };
    let word = first.text.trim().split(' ').next().unwrap_or_default().chars().count();
    let width =
        (first.right - first.x) * word as f32 / first.text.trim().chars().count().max(1) as f32;
    last.right + width + first.size * 0.5 < columns[0].right
}

/// The lines of a row as its cells.
fn joined(row: Vec<Cells>, columns: usize) -> Vec<Vec<Line>> {
    let mut cells = vec![Vec::new(); columns];
    for line in row {
        for (cell, pieces) in cells.iter_mut().zip(line) {
            cell.extend(pieces);
        }
    }
    cells.into_iter().map(lines::lines).collect()
}
