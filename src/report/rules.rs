//! The list of rules.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::Page;
use crate::{findings::Severity, rules::Rule};

/// One rule as scripts see it.
#[derive(Serialize)]
struct RuleWire {
    id: &'static str,
    severity: &'static str,
    summary: &'static str,
    strict: bool,
}

impl RuleWire {
    fn of(rule: &Rule) -> Self {
        let Rule { id, summary, severity, strict, .. } = *rule;
        Self { id, severity: severity.as_str(), summary, strict }
    }
}

/// An array of id, severity, summary, strict.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn json(out: &mut dyn Write, rules: &[&Rule]) -> io::Result<()> {
    let wires: Vec<RuleWire> = rules.iter().map(|rule| RuleWire::of(rule)).collect();
    serde_json::to_writer_pretty(&mut *out, &wires)?;
    writeln!(out)
}

/// A table for a README.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn markdown(out: &mut dyn Write, rules: &[&Rule]) -> io::Result<()> {
    writeln!(out, "| rule | severity | what it finds |\n| --- | --- | --- |")?;
    rules.iter().try_for_each(|rule| {
        let when = if rule.strict { ", only with `--strict`" } else { "" };
        writeln!(out, "| `{}` | {}{when} | {} |", rule.id, rule.severity.as_str(), rule.summary)
    })
}

/// A table for people.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn terminal(out: &mut dyn Write, rules: &[&Rule], page: Page) -> io::Result<()> {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    rules.iter().try_for_each(|rule| {
        let style = severity_style(rule.severity, page);
        let when = if rule.strict { " (only with --strict)" } else { "" };
        let severity = rule.severity.as_str();
        writeln!(out, "{:width$}  {style}{severity:7}{style:#}  {}{when}", rule.id, rule.summary)
    })
}

/// The colour of a severity.
pub(super) fn severity_style(severity: Severity, page: Page) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::BrightGreen,
    };
    if page.color { color.on_default().bold() } else { Style::new() }
}
