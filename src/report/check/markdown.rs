//! Findings as Markdown: the summary of a job, or a page to paste.

use std::io::{self, Write};

use super::{
    CheckReport, CheckedDraft,
    excerpt::excerpt,
    notes::{in_full, notes},
    show::Shown,
};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    report::{Place, markdown::escaped, words},
    triage::{self, Triaged},
};

/// A table of counts, then each draft's findings, what matters most first.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn markdown(out: &mut dyn Write, report: &CheckReport<'_>) -> io::Result<()> {
    writeln!(
        out,
        "| draft | errors | warnings | notes | statements |\n| --- | ---: | ---: | ---: | ---: |"
    )?;
    for checked in report.drafts {
        let [errors, warnings, notes] =
            Severity::ALL.map(|it| triage::count(&checked.findings, it));
        let statements = checked.draft.statements().len();
        let path = escaped(&checked.draft.path);
        writeln!(out, "| {path} | {errors} | {warnings} | {notes} | {statements} |")?;
    }
    for not_read in report.not_read {
        writeln!(out, "\nNot read: {} ({})", escaped(&not_read.path), escaped(&not_read.reason))?;
    }
    report.drafts.iter().try_for_each(|checked| write_draft(out, report, checked))
}

fn write_draft(
    out: &mut dyn Write,
    report: &CheckReport<'_>,
    checked: &CheckedDraft,
) -> io::Result<()> {
    let shown = Shown::of(checked, report.show);
    let rest = shown.rest();
    if shown.findings.is_empty() && rest.is_none() {
        return Ok(());
    }
    writeln!(out, "\n## {}", escaped(checked.draft.title().unwrap_or(&checked.draft.path)))?;
    for severity in Severity::ALL {
        let of_severity = shown.findings.iter().filter(|it| it.finding.severity == severity);
        let findings: Vec<&&Triaged> = of_severity.collect();
        if !findings.is_empty() {
            writeln!(out, "\n### {}\n", words::counted(findings.len(), severity.as_str()))?;
        }
        findings.into_iter().try_for_each(|it| write_finding(out, report, checked, it))?;
    }
    rest.map_or(Ok(()), |rest| writeln!(out, "\n{}", escaped(&rest)))
}

fn write_finding(
    out: &mut dyn Write,
    report: &CheckReport<'_>,
    checked: &CheckedDraft,
    triaged: &Triaged,
) -> io::Result<()> {
    let finding = &triaged.finding;
    let place = Place::of(&checked.draft, finding.span);
    let message = escaped(&finding.message);
    write!(out, "- **{}** {message} (`{}`)", escaped(&place.to_string()), finding.rule)?;
    writeln!(out, "  \n  > {}", sentence(&checked.draft, finding))?;
    let notes = notes(report.known_as.as_deref(), &checked.draft, triaged, in_full);
    notes.iter().try_for_each(|note| writeln!(out, "  - {}", escaped(note)))
}

/// The sentence, with the words at fault in bold.
fn sentence(draft: &Draft, finding: &Finding) -> String {
    let text = draft.source(finding.span.source).text();
    let (excerpt, fault) = (excerpt(draft, finding), finding.span.range());
    let end = fault.end.min(excerpt.end);
    if fault.is_empty() {
        return escaped(&text[excerpt]);
    }
    let before = escaped(&text[excerpt.start..fault.start]);
    let after = escaped(&text[end..excerpt.end]);
    format!("{before}**{}**{after}", escaped(&text[fault.start..end]))
}
