//! The register as Markdown tables, one a part.

use std::io::{self, Write};

use super::{RegisterReport, row, table::by_part};
use crate::report::{Place, markdown::escaped};

/// A heading a draft, a heading a part, a row a statement.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn markdown(out: &mut dyn Write, report: &RegisterReport<'_>) -> io::Result<()> {
    for selected in &report.drafts {
        let draft = selected.draft;
        writeln!(out, "# {}\n", escaped(draft.title().unwrap_or(&draft.path)))?;
        for (part, statements) in by_part(selected) {
            if !part.is_empty() {
                writeln!(out, "## {}\n", escaped(&part))?;
            }
            writeln!(
                out,
                "| paragraph | force | who | what | law |\n| --- | --- | --- | --- | --- |"
            )?;
            for (index, &statement) in statements.iter().enumerate() {
                let before = index.checked_sub(1).map(|before| statements[before]);
                let place = Place::of(draft, draft.span(statement, statement.extent));
                writeln!(
                    out,
                    "| {} | {} | {} | {} | {} |",
                    escaped(place.paragraph().unwrap_or_default()),
                    statement.modality.as_str(),
                    escaped(&row::who(draft, statement)),
                    escaped(&row::what(draft, statement, before)),
                    escaped(&row::cited(draft, statement)),
                )?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}
