//! The register for people at a terminal.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::{RegisterReport, Selected, row, summary, table};
use crate::{
    report::{Page, Place, visible::visible, words, wrap},
    statements::{Modality, Statement},
};

/// A table a part, then a line of counts.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn terminal(out: &mut dyn Write, report: &RegisterReport<'_>, page: Page) -> io::Result<()> {
    for selected in &report.drafts {
        // Of many drafts, most may hold nothing that was asked for.
        if selected.chosen.is_empty() && report.drafts.len() > 1 && !report.uncounted {
            writeln!(out, "{}: no statements\n", visible(&selected.draft.path))?;
        } else {
            write_draft(out, selected, report.uncounted, page)?;
        }
    }
    Ok(())
}

fn write_draft(
    out: &mut dyn Write,
    selected: &Selected<'_>,
    uncounted: bool,
    page: Page,
) -> io::Result<()> {
    let draft = selected.draft;
    let bold = if page.color { Style::new().bold() } else { Style::new() };
    let dim = if page.color { Style::new().dimmed() } else { Style::new() };
    match draft.title() {
        Some(title) => {
            let (title, path) = (visible(title), visible(&draft.path));
            writeln!(out, "{bold}{title}{bold:#} {dim}{path}{dim:#}")?;
        }
        None => writeln!(out, "{bold}{}{bold:#}", visible(&draft.path))?,
    }
    let widths = widths(selected, page);
    for (part, statements) in table::by_part(selected) {
        writeln!(out)?;
        if !part.is_empty() {
            writeln!(out, "{bold}{}{bold:#}", visible(&part))?;
        }
        for (index, &statement) in statements.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| statements[before]);
            table::write_row(out, &widths, &cells(selected, statement, before, page))?;
        }
    }
    if uncounted {
        write_uncounted(out, selected)?;
    }
    writeln!(out, "\n{}\n", summary::one_line(selected))
}

/// Paragraph, force, who; the statement takes the rest of the page.
fn widths(selected: &Selected<'_>, page: Page) -> Vec<usize> {
    let longest =
        |of: &dyn Fn(&Statement) -> usize| selected.statements().map(of).max().unwrap_or(0);
    let paragraph = longest(&|it| label(selected, it).chars().count());
    let force = longest(&|it| it.modality.as_str().len());
    let who = (page.width / 4).clamp(12, 30);
    table::widths(&[paragraph.clamp(1, 14), force, who], page.width)
}

fn cells(
    selected: &Selected<'_>,
    statement: &Statement,
    before: Option<&Statement>,
    page: Page,
) -> Vec<(Style, String)> {
    let plain = Style::new();
    let force = if page.color { modality_style(statement.modality) } else { plain };
    vec![
        (plain, label(selected, statement)),
        (force, statement.modality.as_str().to_owned()),
        (plain, row::who(selected.draft, statement)),
        (plain, row::what(selected.draft, statement, before)),
    ]
}

/// Where a statement stands, in a word or two.
fn label(selected: &Selected<'_>, statement: &Statement) -> String {
    Place::of(selected.draft, selected.draft.span(statement, statement.extent)).label()
}

fn modality_style(modality: Modality) -> Style {
    match modality {
        Modality::Duty | Modality::Prohibition => AnsiColor::BrightRed.on_default().bold(),
        Modality::Guidance | Modality::GuidanceAgainst => AnsiColor::Blue.on_default(),
        Modality::Permission => AnsiColor::Green.on_default(),
        Modality::Undeclared | Modality::Encouragement => AnsiColor::Yellow.on_default(),
    }
}

/// Every modal word that is no statement, and why.
fn write_uncounted(out: &mut dyn Write, selected: &Selected<'_>) -> io::Result<()> {
    let draft = selected.draft;
    writeln!(out, "\nNot counted:")?;
    for none in draft.uncounted() {
        let place = Place::of(draft, none.span);
        let reason = words::none_reason(none.reason);
        let words = wrap::one_line(none.text).into_owned();
        writeln!(out, "  {}: “{}”, {reason}", visible(&place.to_string()), visible(&words))?;
    }
    Ok(())
}
