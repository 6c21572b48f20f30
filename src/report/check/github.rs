//! Findings as workflow commands, which GitHub shows beside the lines of a pull request.

use std::io::{self, Write};

use super::{CheckReport, show::Shown};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    report::{NotRead, Place, words},
    source::Span,
};

/// GitHub shows this many annotations of a level for a step; what is over is dropped without a word.
pub(in crate::report) const OF_A_LEVEL: usize = 10;

/// An annotation a finding, errors first; then a line of the log says how many are not shown.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn github(out: &mut dyn Write, report: &CheckReport<'_>) -> io::Result<()> {
    let shown: Vec<(&Draft, Shown<'_>)> =
        report.drafts.iter().map(|it| (&it.draft, Shown::of(it, report.show))).collect();
    for severity in Severity::ALL {
        let findings = shown.iter().flat_map(|(draft, shown)| {
            shown.findings.iter().map(move |triaged| (*draft, &triaged.finding))
        });
        let findings: Vec<_> = findings.filter(|(_, it)| it.severity == severity).collect();
        for (draft, finding) in findings.iter().take(OF_A_LEVEL) {
            write_command(out, draft, finding)?;
        }
        if let Some(more) = findings.len().checked_sub(OF_A_LEVEL).filter(|more| *more > 0) {
            writeln!(out, "and {} more", words::counted(more, severity.as_str()))?;
        }
    }
    for (draft, shown) in &shown {
        if let Some(rest) = shown.rest() {
            writeln!(out, "{}: {rest}", draft.path)?;
        }
    }
    not_read_annotations(out, report.not_read)
}

/// An annotation for each file that could not be read.
pub(in crate::report) fn not_read_annotations(
    out: &mut dyn Write,
    not_read: &[NotRead],
) -> io::Result<()> {
    for not_read in not_read {
        let message = data(&format!("not read: {}", not_read.reason));
        writeln!(out, "::error file={}::{message}", property(&not_read.path))?;
    }
    Ok(())
}

fn write_command(out: &mut dyn Write, draft: &Draft, finding: &Finding) -> io::Result<()> {
    annotate(out, draft, finding.span, (finding.severity, finding.rule), &finding.message)
}

/// One annotation at a span, under a title.
pub(in crate::report) fn annotate(
    out: &mut dyn Write,
    draft: &Draft,
    span: Span,
    (severity, title): (Severity, &str),
    message: &str,
) -> io::Result<()> {
    let place = Place::of(draft, span);
    let level = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    write!(out, "::{level} file={}", property(place.path()))?;
    // Lines of a converted file are not lines of the file in the repository.
    if !place.is_converted() {
        let (start, end) = (place.location(), place.end());
        write!(out, ",line={},endLine={}", start.line, end.line)?;
        // Columns are understood only within one line.
        if start.line == end.line {
            write!(out, ",col={},endColumn={}", start.column, end.column)?;
        }
    }
    let message = match place.said() {
        Some(said) => format!("{said}: {message}"),
        None => message.to_owned(),
    };
    writeln!(out, ",title={}::{}", property(title), data(&message))
}

/// Text after the last "::".
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_draft_can_end_a_command() {
        assert_eq!(data("100 %\n::error::x"), "100 %25%0A::error::x");
        assert_eq!(property("a,b:c%d"), "a%2Cb%3Ac%25d");
    }
}
