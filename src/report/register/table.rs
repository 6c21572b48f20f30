//! A table for the terminal: columns that fit the width, cells that wrap.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::Selected;
use crate::{
    draft::Draft,
    report::{place::Parts, visible::visible, wrap},
    statements::Statement,
};

/// What separates two columns.
const GAP: &str = "  ";

/// The statements of a draft under the headings they stand below: runs that share one, in the order of the text.
pub(super) fn by_part<'a>(selected: &Selected<'a>) -> Vec<(String, Vec<&'a Statement>)> {
    let mut parts: Vec<(String, Vec<&Statement>)> = Vec::new();
    let headed = Parts::of(selected.draft);
    for statement in selected.statements() {
        let part = part_of(&headed, selected.draft, statement);
        match parts.last_mut().filter(|(last, _)| *last == part) {
            Some((_, statements)) => statements.push(statement),
            None => parts.push((part, vec![statement])),
        }
    }
    parts
}

/// The headings above a statement, without the title of the draft.
fn part_of(parts: &Parts<'_>, draft: &Draft, statement: &Statement) -> String {
    let document = draft.document_of(statement);
    let part = document.passage(statement.passage).part;
    let path = parts.path(document, part).into_iter();
    let headings: Vec<&str> = path.map(|id| document.text(document.part(id).heading)).collect();
    headings.join(" › ")
}

/// Writes one row: cells wrapped to the widths of their columns, side by side.
pub(super) fn write_row(
    out: &mut dyn Write,
    widths: &[usize],
    cells: &[(anstyle::Style, String)],
) -> io::Result<()> {
    let lines: Vec<Vec<&str>> = cells
        .iter()
        .zip(widths)
        .map(|((_, cell), &width)| {
            wrap::lines(cell, width).into_iter().map(|range| &cell[range]).collect()
        })
        .collect();
    let height = lines.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..height {
        write_line(out, widths, cells, &lines, line)?;
    }
    Ok(())
}

fn write_line(
    out: &mut dyn Write,
    widths: &[usize],
    cells: &[(anstyle::Style, String)],
    lines: &[Vec<&str>],
    line: usize,
) -> io::Result<()> {
    let mut behind = 0;
    for (column, &width) in widths.iter().enumerate() {
        let text = lines[column].get(line).copied().unwrap_or_default();
        // Padding is owed until there is text to its right: no line ends in spaces.
        if !text.is_empty() {
            let style = cells[column].0;
            write!(out, "{:behind$}{style}{}{style:#}", "", visible(text))?;
            behind = 0;
        }
        behind += width.saturating_sub(text.width()) + GAP.len();
    }
    writeln!(out)
}

/// Column widths: each as wide as asked for, the last column the rest of the page.
pub(super) fn widths(asked: &[usize], page: usize) -> Vec<usize> {
    let taken: usize = asked.iter().map(|width| width + GAP.len()).sum();
    let rest = page.saturating_sub(taken).max(20);
    asked.iter().copied().chain([rest]).collect()
}
