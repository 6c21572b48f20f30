//! Coverage for scripts.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{Row, status};

/// `coverage --format json`.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub struct CoverageWire<'a> {
    schema: &'static str,
    provisions: Vec<ProvisionWire<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct ProvisionWire<'a> {
    instrument: &'a str,
    provision: &'a str,
    heading: &'a str,
    modality: &'static str,
    holder: &'a str,
    status: &'static str,
    cover: &'static str,
    statements: Vec<StatementWire<'a>>,
    text: &'a str,
}

#[derive(JsonSchema, Serialize)]
struct StatementWire<'a> {
    draft: &'a str,
    id: &'a str,
}

/// One object, in one line.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn json(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let provisions = rows.iter().map(ProvisionWire::of).collect();
    serde_json::to_writer(&mut *out, &CoverageWire { schema: "dutybound/coverage/1", provisions })?;
    writeln!(out)
}

impl<'a> ProvisionWire<'a> {
    fn of(row: &'a Row) -> Self {
        let statements = row.statements.iter().map(|(draft, id)| StatementWire { draft, id });
        Self {
            instrument: &row.instrument,
            provision: &row.provision,
            heading: &row.heading,
            modality: row.modality.as_str(),
            holder: &row.holder,
            status: status(row.status),
            cover: row.cover.as_str(),
            statements: statements.collect(),
            text: &row.words,
        }
    }
}
