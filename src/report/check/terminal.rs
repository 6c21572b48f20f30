//! Findings for people at a terminal.

use std::io::{self, Write};

use annotate_snippets::{Group, Level, Origin, Renderer};
use anstyle::Style;

use super::{CheckReport, CheckedDraft, show::Shown, snippet::snippet};
use crate::{
    draft::Draft,
    findings::Severity,
    report::{Page, Place, words},
    triage::{self, Triaged},
};

/// Each finding with its sentence, then a line of counts.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn terminal(out: &mut dyn Write, report: &CheckReport<'_>, page: Page) -> io::Result<()> {
    let renderer = if page.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(page.width.max(40));
    for checked in report.drafts {
        let shown = Shown::of(checked, report.show);
        for triaged in &shown.findings {
            let group = group(&checked.draft, triaged, page);
            writeln!(out, "{}\n", renderer.render(&[group]))?;
        }
        if let Some(rest) = shown.rest() {
            writeln!(out, "{}: {rest}\n", checked.draft.path)?;
        }
    }
    write_count(out, report, page)
}

fn group<'a>(draft: &'a Draft, triaged: &'a Triaged, page: Page) -> Group<'a> {
    let finding = &triaged.finding;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let place = Place::of(draft, finding.span);
    let mut group =
        Group::with_title(level.primary_title(finding.message.as_str()).id(finding.rule))
            .element(Origin::path(place.to_string()))
            // The margin of the snippet takes four columns.
            .element(snippet(draft, finding, page.width.saturating_sub(4).clamp(30, 100)));
    for related in &finding.related {
        let place = Place::of(draft, related.span);
        group = group.element(Level::NOTE.message(format!("{place}: {}", related.message)));
    }
    if let Some(allowed) = &triaged.allowed {
        group = group.element(Level::NOTE.message(format!("allowed: {}", allowed.reason)));
    }
    if triaged.known {
        group = group.element(Level::NOTE.message("known: the baseline has it"));
    }
    group
}

/// "3 errors, 12 warnings, 37 notes, 2 allowed in 214 statements of draft.md".
fn write_count(out: &mut dyn Write, report: &CheckReport<'_>, page: Page) -> io::Result<()> {
    let [first, rest @ ..] = report.drafts else { return Ok(()) };
    let bold = if page.color { Style::new().bold() } else { Style::new() };
    let statements: usize = report.drafts.iter().map(|it| it.draft.statements().len()).sum();
    let of = if rest.is_empty() {
        first.draft.path.clone()
    } else {
        format!("{} drafts", report.drafts.len())
    };
    let counts = counts(report.drafts);
    writeln!(out, "{bold}{counts}{bold:#} in {} of {of}", words::counted(statements, "statement"))
}

/// "3 errors, 12 warnings", or "no findings".
fn counts(drafts: &[CheckedDraft]) -> String {
    let sum = |of: &dyn Fn(&CheckedDraft) -> usize| drafts.iter().map(of).sum::<usize>();
    let with = |wanted: fn(&Triaged) -> bool| {
        sum(&|it| it.findings.iter().filter(|it| wanted(it)).count())
    };
    let by_severity = Severity::ALL.map(|severity| {
        let count = sum(&|it| triage::count(&it.findings, severity));
        (count, words::counted(count, severity.as_str()))
    });
    let (allowed, known) = (with(|it| it.allowed.is_some()), with(|it| it.known));
    let covered =
        [(allowed, format!("{allowed} allowed")), (known, format!("{known} in the baseline"))];
    let all = by_severity.into_iter().chain(covered).filter(|(count, _)| *count > 0);
    let all: Vec<String> = all.map(|(_, text)| text).collect();
    if all.is_empty() { "no findings".to_owned() } else { all.join(", ") }
}
