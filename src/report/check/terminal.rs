//! Findings for people at a terminal.

use std::io::{self, Write};

use annotate_snippets::{Group, Level, Renderer};
use anstyle::Style;

use super::{
    CheckReport, CheckedDraft,
    notes::{in_full, notes},
    show::Shown,
    snippet::snippet,
};
use crate::{
    draft::Draft,
    findings::Severity,
    report::{Page, Place, rules::severity_style, visible::visible, words},
    triage::{self, Triaged},
};

/// Each finding with its sentence, then a line of counts.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn terminal(out: &mut dyn Write, report: &CheckReport<'_>, page: Page) -> io::Result<()> {
    for checked in report.drafts {
        let shown = Shown::of(checked, report.show);
        for triaged in &shown.findings {
            write_finding(out, report, &checked.draft, triaged, page)?;
        }
        if let Some(rest) = shown.rest() {
            writeln!(out, "{}: {rest}\n", visible(&checked.draft.path))?;
        }
    }
    write_count(out, report, page)
}

/// What is wrong, where, and the sentence. annotate-snippets draws the sentence; a line and column of the file it could
/// only count in the excerpt.
fn write_finding(
    out: &mut dyn Write,
    report: &CheckReport<'_>,
    draft: &Draft,
    triaged: &Triaged,
    page: Page,
) -> io::Result<()> {
    let finding = &triaged.finding;
    let severity = severity_style(finding.severity, page);
    let bold = if page.color { Style::new().bold() } else { Style::new() };
    let (name, rule) = (finding.severity.as_str(), finding.rule);
    let message = visible(&finding.message);
    let place = Place::of(draft, finding.span).to_string();
    writeln!(out, "{severity}{name}[{rule}]{severity:#}{bold}: {message}{bold:#}")?;
    writeln!(out, " --> {}", visible(&place))?;
    let renderer = if page.color { Renderer::styled() } else { Renderer::plain() };
    // The margin of the sentence takes three columns.
    let snippet = snippet(draft, finding, page.width.saturating_sub(3).clamp(30, 100));
    let mut group = Group::with_level(level(finding.severity)).element(snippet);
    for note in notes(report.known_as.as_deref(), draft, triaged, in_full) {
        group = group.element(Level::NOTE.message(note));
    }
    writeln!(out, "{}\n", renderer.term_width(page.width.max(40)).render(&[group]))
}

/// Chooses the colour of the underline.
fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// "3 errors, 12 warnings, 37 notes, 2 allowed in 214 statements of draft.md".
fn write_count(out: &mut dyn Write, report: &CheckReport<'_>, page: Page) -> io::Result<()> {
    let drafts: Vec<&CheckedDraft> = report.drafts.iter().filter(|it| !it.is_settings).collect();
    let [first, rest @ ..] = drafts.as_slice() else { return Ok(()) };
    let bold = if page.color { Style::new().bold() } else { Style::new() };
    let statements: usize = report.drafts.iter().map(|it| it.draft.statements().len()).sum();
    let of =
        if rest.is_empty() { first.draft.path.clone() } else { format!("{} drafts", drafts.len()) };
    let counts = counts(report);
    writeln!(
        out,
        "{bold}{counts}{bold:#} in {} of {}",
        words::counted(statements, "statement"),
        visible(&of)
    )
}

/// "3 errors, 12 warnings", or "no findings".
pub(super) fn counts(report: &CheckReport<'_>) -> String {
    let sum = |of: &dyn Fn(&CheckedDraft) -> usize| report.drafts.iter().map(of).sum::<usize>();
    let with = |wanted: fn(&Triaged) -> bool| {
        sum(&|it| it.findings.iter().filter(|it| wanted(it)).count())
    };
    let by_severity = Severity::ALL.map(|severity| {
        let count = sum(&|it| triage::count(&it.findings, severity));
        (count, words::counted(count, severity.as_str()))
    });
    let (allowed, known) = (with(|it| it.allowed.is_some()), with(|it| it.known));
    let known_as = report.known_as.as_deref().unwrap_or("known");
    let covered = [(allowed, format!("{allowed} allowed")), (known, format!("{known} {known_as}"))];
    let all = by_severity.into_iter().chain(covered).filter(|(count, _)| *count > 0);
    let all: Vec<String> = all.map(|(_, text)| text).collect();
    if all.is_empty() { "no findings".to_owned() } else { all.join(", ") }
}
