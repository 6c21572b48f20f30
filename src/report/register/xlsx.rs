//! The register as a workbook: counts on the first sheet, then a sheet for each modality.

use std::io::{self, Write};

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::{
    RegisterReport,
    row::{COLUMNS, cells},
    summary::{Counts, Summary},
};
use crate::{
    draft::Draft,
    statements::{Modality, Statement},
};

/// The longest text a cell can hold, in characters.
const LONGEST: usize = 32_767;

/// Every cell of the draft is written as text: none can be run as a formula.
///
/// # Errors
///
/// When a sheet would have more rows than the format has, or `out` cannot be written to.
pub fn xlsx(out: &mut dyn Write, report: &RegisterReport<'_>) -> io::Result<()> {
    let bytes = workbook(report).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(report: &RegisterReport<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The day a workbook was made is the clock's, and the same drafts make the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    write_summary(book.add_worksheet(), report)?;
    for modality in Modality::ALL {
        let mut statements =
            report.statements().filter(|(_, statement)| statement.modality == modality).peekable();
        if statements.peek().is_some() {
            let sheet = book.add_worksheet();
            sheet.set_name(sheet_name(modality))?;
            write_sheet(sheet, statements)?;
        }
    }
    book.save_to_buffer()
}

fn sheet_name(modality: Modality) -> &'static str {
    match modality {
        Modality::Duty => "Duties",
        Modality::Prohibition => "Prohibitions",
        Modality::Guidance => "Guidance",
        Modality::GuidanceAgainst => "Guidance against",
        Modality::Permission => "Permissions",
        Modality::Undeclared => "Undeclared",
        Modality::Encouragement => "Encouragement",
    }
}

/// A header that stays in sight, a filter on every column, a row a statement.
fn write_sheet<'a>(
    sheet: &mut Worksheet,
    statements: impl Iterator<Item = (&'a Draft, &'a Statement)>,
) -> Result<(), XlsxError> {
    let header = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, at) in COLUMNS.iter().zip(0u16..) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(0, at, column.heading, &header)?;
    }
    let mut last = 0;
    for ((draft, statement), row) in statements.zip(1u32..) {
        for ((cell, column), at) in cells(draft, statement).iter().zip(&COLUMNS).zip(0u16..) {
            match cell.parse::<u32>() {
                Ok(number) if matches!(column.name, "page" | "line") => {
                    sheet.write_number_with_format(row, at, number, &wrapped)?;
                }
                _ => {
                    sheet.write_string_with_format(row, at, fitting(cell), &wrapped)?;
                }
            }
        }
        last = row;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last, COLUMNS.len() as u16 - 1)?;
    Ok(())
}

/// Text cut to what a cell can hold.
fn fitting(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

fn write_summary(sheet: &mut Worksheet, report: &RegisterReport<'_>) -> Result<(), XlsxError> {
    sheet.set_name("Summary")?;
    sheet.set_column_width(0, 50)?;
    let mut row = 0;
    for selected in &report.drafts {
        let summary = Summary::of(selected);
        let title = Format::new().set_bold().set_font_size(14);
        let name = selected.draft.title().unwrap_or(&selected.draft.path);
        sheet.write_string_with_format(row, 0, fitting(name), &title)?;
        row = write_shares(sheet, row + 1, &summary)?;
        row = write_counts(sheet, row + 1, "Who", &summary.bodies)?;
        row = write_counts(sheet, row + 1, "Part", &summary.parts)? + 1;
    }
    Ok(())
}

fn write_shares(sheet: &mut Worksheet, first: u32, summary: &Summary) -> Result<u32, XlsxError> {
    let figures = [
        ("Duties and prohibitions", summary.duties),
        ("… that name who must act", summary.named),
        ("… that name nobody", summary.unnamed),
        ("… with a law behind them", summary.with_authority),
    ];
    for ((what, count), row) in figures.into_iter().zip(first..) {
        sheet.write_string(row, 0, what)?;
        sheet.write_number(row, 1, count as u32)?;
    }
    Ok(first + figures.len() as u32)
}

fn write_counts(
    sheet: &mut Worksheet,
    first: u32,
    what: &str,
    rows: &[(String, Counts)],
) -> Result<u32, XlsxError> {
    let bold = Format::new().set_bold();
    sheet.write_string_with_format(first, 0, what, &bold)?;
    for (modality, at) in Modality::ALL.into_iter().zip(1u16..) {
        sheet.write_string_with_format(first, at, sheet_name(modality), &bold)?;
    }
    for ((name, counts), row) in rows.iter().zip(first + 1..) {
        sheet.write_string(row, 0, fitting(name))?;
        for (&count, at) in counts.iter().zip(1u16..) {
            sheet.write_number(row, at, count as u32)?;
        }
    }
    Ok(first + 1 + rows.len() as u32)
}
