//! The list of rules, and of the changes that `diff` reports.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::Page;
use crate::{
    diff::{CHANGES, ChangeRule},
    findings::Severity,
    rules::{RULES, Rule},
};

/// One rule, or one change that `diff` reports, as scripts see it.
#[derive(Serialize)]
struct RuleWire {
    id: &'static str,
    severity: &'static str,
    summary: &'static str,
    /// Only with `--strict`.
    strict: bool,
    /// The command that reports it: "check", "diff".
    command: &'static str,
    /// Shown only on request.
    hidden: bool,
}

impl RuleWire {
    fn of(rule: &Rule) -> Self {
        let Rule { id, summary, severity, strict, .. } = *rule;
        let severity = severity.as_str();
        Self { id, severity, summary, strict, command: "check", hidden: false }
    }

    fn of_change(change: &ChangeRule) -> Self {
        let ChangeRule { id, summary, severity, hidden, .. } = *change;
        Self { id, severity: severity.as_str(), summary, strict: false, command: "diff", hidden }
    }

    /// When its findings are shown, where that is not always.
    fn when(&self) -> &'static str {
        match (self.strict, self.hidden) {
            (true, _) => "only with --strict",
            (_, true) => "only with --show all",
            _ => "",
        }
    }
}

fn all() -> impl Iterator<Item = RuleWire> {
    let rules = RULES.iter().map(|rule| RuleWire::of(rule));
    rules.chain(CHANGES.iter().map(|change| RuleWire::of_change(change)))
}

/// An array of id, severity, summary, strict, command, hidden.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn json(out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &all().collect::<Vec<_>>())?;
    writeln!(out)
}

/// A table of the rules, and one of the changes.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn markdown(out: &mut dyn Write) -> io::Result<()> {
    for (title, command) in [("rule", "check"), ("change", "diff")] {
        let gap = if command == "check" { "" } else { "\n" };
        writeln!(out, "{gap}| {title} | severity | what it finds |\n| --- | --- | --- |")?;
        for rule in all().filter(|rule| rule.command == command) {
            let when = rule.when();
            let when = if when.is_empty() { String::new() } else { format!(", {when}") };
            writeln!(out, "| `{}` | {}{when} | {} |", rule.id, rule.severity, rule.summary)?;
        }
    }
    Ok(())
}

/// Two lists for people: what `check` finds, and what `diff` reports.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn terminal(out: &mut dyn Write, page: Page) -> io::Result<()> {
    let width = all().map(|rule| rule.id.len()).max().unwrap_or(0);
    for (title, command) in [("check finds:", "check"), ("\ndiff reports:", "diff")] {
        writeln!(out, "{title}")?;
        for rule in all().filter(|rule| rule.command == command) {
            let severity = Severity::ALL.into_iter().find(|it| it.as_str() == rule.severity);
            let style = severity.map_or(Style::new(), |it| severity_style(it, page));
            let when = rule.when();
            let when = if when.is_empty() { String::new() } else { format!(" ({when})") };
            let RuleWire { id, severity, summary, .. } = rule;
            writeln!(out, "{id:width$}  {style}{severity:7}{style:#}  {summary}{when}")?;
        }
    }
    Ok(())
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
