//! The register as comma-separated values (RFC 4180, UTF-8).

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::{
    RegisterReport,
    row::{COLUMNS, cells, inert},
};

/// The names of the columns.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn csv_header(out: &mut dyn Write) -> io::Result<()> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS.map(|column| column.name))?;
    table.flush()
}

/// A row a statement, under [`csv_header`]. Cells that a spreadsheet would run as formulas begin with an apostrophe.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn csv(out: &mut dyn Write, report: &RegisterReport<'_>) -> io::Result<()> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    for (draft, statement) in report.statements() {
        let cells = cells(draft, statement);
        table.write_record(cells.iter().map(|cell| inert(cell).into_owned()))?;
    }
    table.flush()
}
