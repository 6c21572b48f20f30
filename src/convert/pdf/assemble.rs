//! The pages of a file, put together.

use super::{
    super::{
        blocks::{Block, Content, Inline, Note, Style, push_text, words},
        label::{Label, LabelKind},
    },
    aligned, columns, contents_list, furniture, headings,
    inline::Joiner,
    lines::Line,
    measure::{self, is_finished},
    notes::{self, Footnote},
    page::{Page, Stretch},
    paragraphs::Builder,
    tables::Table,
};

pub(super) fn content(mut pages: Vec<Page>) -> Content {
    furniture::remove(&mut pages);
    contents_list::remove(&mut pages);
    let mut pages: Vec<Page> = pages.into_iter().flat_map(columns::split).collect();
    let body = measure::body_size(&pages);
    let step = measure::line_step(&pages);
    let words = measure::Words::of(&pages);
    let footnotes = notes::take(&mut pages, body);
    let marks = footnotes
        .iter()
        .enumerate()
        .map(|(index, note)| ((note.page, note.mark.clone()), index))
        .collect();
    for page in &mut pages {
        aligned::set_apart(page, step);
    }
    let joiner = Joiner { words, marks };
    let notes = footnotes.iter().map(|note| joined_note(&joiner, note)).collect();
    let mut builder = Builder::new(&joiner, body, step);
    let mut last_table = None::<(usize, Vec<f32>)>;
    for (part, page) in pages.into_iter().enumerate() {
        let number = page.number;
        for stretch in page.into_stretches() {
            match stretch {
                Stretch::Lines(lines) => {
                    last_table = None;
                    add_lines(&mut builder, lines, number);
                }
                Stretch::Table(table) => {
                    let last = last_table.replace((part, table.shape()));
                    let goes_on = last.is_some_and(|last| goes_on(&last, part, &table));
                    add_table(&mut builder, &joiner, &table, number, goes_on);
                }
            }
        }
    }
    Content { blocks: headings::ranked(builder.finish()), notes }
}

fn add_lines(builder: &mut Builder<'_>, lines: Vec<Line>, page: u32) {
    let right_edge = lines.iter().map(|line| line.right).fold(0.0, f32::max);
    let mut fresh = true;
    for line in lines {
        fresh = builder.line(line, page, fresh, right_edge);
    }
}

/// Whether a table is the rest of the one that ended the page or column before: its columns are as wide.
fn goes_on(last: &(usize, Vec<f32>), part: usize, table: &Table) -> bool {
    let (before, shape) = (last.0, &last.1);
    let own = table.shape();
    before < part
        && shape.len() == own.len()
        && shape.iter().zip(&own).all(|(a, b)| (a - b).abs() < 4.0)
}

/// A table that goes on from the page before grows by its rows; a header repeated there is left out.
fn add_table(builder: &mut Builder<'_>, joiner: &Joiner, table: &Table, page: u32, goes_on: bool) {
    let mut rows: Vec<Row> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| cell_text(joiner, cell, page)).collect())
        .collect();
    if goes_on && let Some((Block::Table(before), _)) = builder.blocks.last_mut() {
        if rows.first() == before.first() {
            rows.remove(0);
        }
        if !rows.is_empty() {
            continue_rows(before, rows, page);
            builder.page_is_marked(page);
        }
        return;
    }
    builder.block(Block::Table(rows), page);
}

type Row = Vec<Vec<Inline>>;

/// Adds the rows of a new page. One that begins with an empty cell where the last row was cut off is the rest of that row.
fn continue_rows(table: &mut Vec<Row>, mut rows: Vec<Row>, page: u32) {
    let Some(first) = rows.first_mut() else { return };
    let is_rest = first.first().is_some_and(Vec::is_empty);
    if let Some(cell) = first.iter_mut().find(|cell| !is_rest || !cell.is_empty()) {
        cell.splice(..0, [Inline::Page(page), Inline::space()]);
    }
    if is_rest && let Some(last) = table.last_mut() {
        for (cell, rest) in last.iter_mut().zip(rows.remove(0)) {
            if !cell.is_empty() && !rest.is_empty() {
                let ended = is_finished(&words(cell));
                cell.push(if ended { Inline::Break } else { Inline::space() });
            }
            cell.extend(rest);
        }
    }
    table.extend(rows);
}

/// The lines of a cell as one text; a break where an item begins or the lines stand apart.
fn cell_text(joiner: &Joiner, lines: &[Line], page: u32) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let text = line.text();
        let label = Label::at_start_of(&text).filter(|label| label.set_off(&text));
        let apart = before.is_some_and(|last| line.baseline - last.baseline > line.size * 1.9);
        if before.is_some() && (label.is_some() || apart) {
            out.push(Inline::Break);
        }
        let bullet = label.filter(|label| label.kind == LabelKind::Bullet);
        if bullet.is_some() {
            push_text(&mut out, "• ", Style::default());
        }
        joiner.add(&mut out, line, page, bullet.map_or(0, |label| label.length));
        before = Some(line);
    }
    out
}

fn joined_note(joiner: &Joiner, note: &Footnote) -> Note {
    let mut text = Vec::new();
    for line in &note.lines {
        joiner.add(&mut text, line, note.page, 0);
    }
    Note { mark: note.mark.clone(), text }
}
