//! Coverage as comma-separated values (RFC 4180, UTF-8).

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::{Row, status};
use crate::report::register::inert;

/// A header and a row a duty or power.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn csv(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    table.write_record([
        "instrument",
        "provision",
        "heading",
        "modality",
        "holder",
        "status",
        "cover",
        "statements",
        "words",
    ])?;
    for row in rows {
        let statements: Vec<String> =
            row.statements.iter().map(|(draft, id)| format!("{draft} {id}")).collect();
        let cells = [
            row.instrument.as_str(),
            &row.provision,
            &row.heading,
            row.modality.as_str(),
            &row.holder,
            status(row.status),
            row.cover.as_str(),
            &statements.join("; "),
            &row.words,
        ];
        table.write_record(cells.map(|cell| inert(cell).into_owned()))?;
    }
    table.flush()
}
