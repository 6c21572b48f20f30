//! Coverage for people: what is not covered first, then counts.

use std::io::{self, Write};

use super::{Cover, Row, status};
use crate::law::StatusWord;

/// Each provision that is not covered as it stands, and a line of counts.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn terminal(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let mut instrument = "";
    for row in rows.iter().filter(|row| row.cover != Cover::Covered) {
        if row.instrument != instrument {
            writeln!(out, "{}\n", row.instrument)?;
            instrument = &row.instrument;
        }
        let holder = if row.holder.is_empty() { "nobody named" } else { &row.holder };
        let heading =
            if row.heading.is_empty() { String::new() } else { format!(" ({})", row.heading) };
        writeln!(out, "  {:<13} {}{heading}", row.cover.as_str(), row.provision)?;
        let force = if row.status == StatusWord::InForce {
            String::new()
        } else {
            format!(", {}", status(row.status))
        };
        writeln!(out, "                {} on {holder}{force}", row.modality.as_str())?;
        writeln!(out, "                {}", row.words)?;
        for (draft, id) in &row.statements {
            writeln!(out, "                cited by {draft}, {id}")?;
        }
        writeln!(out)?;
    }
    let count = |cover: Cover| rows.iter().filter(|row| row.cover == cover).count();
    writeln!(
        out,
        "{} duties and powers: {} covered, {} weaker, {} on another holder, {} not covered",
        rows.len(),
        count(Cover::Covered),
        count(Cover::Weaker),
        count(Cover::OtherHolder),
        count(Cover::NotCovered)
    )
}
