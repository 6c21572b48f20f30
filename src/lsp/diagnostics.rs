//! Findings as an editor shows them: the messages and severities of `check`.

use std::path::Path;

use ls_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, NumberOrString, Position, Range,
    Uri,
};

use super::{Fault, view::View};
use crate::findings::{Finding, Related, Severity};

/// Everything that was found in one file.
pub(super) fn of_file(view: &View, path: &Path) -> Vec<Diagnostic> {
    let Some(source) = view.source_of(path) else { return Vec::new() };
    let findings = view.findings.iter().map(|it| &it.finding);
    findings.filter(|it| it.span.source == source).map(|it| of(view, it)).collect()
}

pub(super) fn of(view: &View, finding: &Finding) -> Diagnostic {
    let related: Vec<_> =
        finding.related.iter().filter_map(|related| information(view, related)).collect();
    Diagnostic {
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        related_information: (!related.is_empty()).then_some(related),
        ..diagnostic(view.range(finding.span), severity(finding.severity), &finding.message)
    }
}

/// A text that could not be read.
pub(super) fn of_unread(why: &str) -> Diagnostic {
    diagnostic(Range::default(), DiagnosticSeverity::ERROR, why)
}

/// What is wrong with a configuration, where it is known which.
pub(super) fn of_fault(fault: &Fault) -> Option<(Uri, Diagnostic)> {
    let (path, line) = fault.at.as_ref()?;
    let at = Position { line: *line, character: 0 };
    let range = Range { start: at, end: Position { character: u32::MAX >> 1, ..at } };
    let found = diagnostic(range, DiagnosticSeverity::ERROR, &fault.message);
    Some((Uri::from_file_path(path)?, found))
}

fn diagnostic(range: Range, severity: DiagnosticSeverity, message: &str) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(severity),
        source: Some("dutybound".to_owned()),
        message: message.to_owned(),
        ..Diagnostic::default()
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    }
}

fn information(view: &View, related: &Related) -> Option<DiagnosticRelatedInformation> {
    let location = view.location(related.span)?;
    Some(DiagnosticRelatedInformation { location, message: related.message.clone() })
}
