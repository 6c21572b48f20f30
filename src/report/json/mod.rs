//! Our promise to scripts, version 1: every key is always present, null or empty where there is nothing.
//!
//! Offsets are bytes, end-exclusive, in the file as given; of a converted file, in the Markdown that `convert` prints.
//! Lines and columns start at 1; columns count Unicode scalar values. The types here are the contract and nothing
//! else: what the stages know may change shape without a script noticing.

mod check;
mod diff;
mod draft;
mod parts;
mod statement;

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{NotRead, check::CheckReport, diff::DiffReport, register::RegisterReport};
pub use check::{CheckWire, FindingWire};
pub use diff::DiffWire;
pub use draft::{DraftWire, RegisterWire};
pub use statement::StatementWire;

/// A path that was named and could not be read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "NotRead")]
pub struct NotReadWire<'a> {
    path: &'a str,
    reason: &'a str,
}

impl<'a> NotReadWire<'a> {
    fn all(not_read: &'a [NotRead]) -> Vec<Self> {
        not_read.iter().map(|NotRead { path, reason }| Self { path, reason }).collect()
    }
}

/// The register as one JSON document.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn register(out: &mut dyn Write, report: &RegisterReport<'_>) -> io::Result<()> {
    write(out, &RegisterWire::of(report))
}

/// Writes one document in large pieces: the serialiser writes it in pieces of a few bytes.
fn write(out: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    let mut pieces = io::BufWriter::with_capacity(1 << 16, out);
    serde_json::to_writer(&mut pieces, document)?;
    writeln!(pieces)?;
    pieces.flush()
}

/// The register's statements, one a line.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn register_lines(out: &mut dyn Write, report: &RegisterReport<'_>) -> io::Result<()> {
    let mut pieces = io::BufWriter::with_capacity(1 << 16, out);
    for (draft, statement) in report.statements() {
        serde_json::to_writer(&mut pieces, &StatementWire::of(draft, statement))?;
        writeln!(pieces)?;
    }
    pieces.flush()
}

/// The findings as one JSON document.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn check(out: &mut dyn Write, report: &CheckReport<'_>) -> io::Result<()> {
    write(out, &CheckWire::of(report))
}

/// The changes as one JSON document.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn diff(out: &mut dyn Write, report: &DiffReport<'_>) -> io::Result<()> {
    write(out, &DiffWire::of(report))
}
