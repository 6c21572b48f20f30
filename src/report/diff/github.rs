//! Changes as workflow commands, which GitHub shows beside the lines of a pull request.

use std::io::{self, Write};

use super::{DiffReport, counts, sentence};
use crate::{
    diff::{Change, Comparison, Which},
    findings::Severity,
    report::{
        check::github::{OF_A_LEVEL, annotate, not_read_annotations},
        words,
    },
    source::Span,
};

/// An annotation a change, errors first, all on the new draft; then the counts, for the log.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn github(out: &mut dyn Write, report: &DiffReport<'_>) -> io::Result<()> {
    for severity in Severity::ALL {
        let changes: Vec<&Change> =
            report.shown().filter(|change| change.severity() == severity).collect();
        for change in changes.iter().take(OF_A_LEVEL) {
            write_change(out, report.comparison, change)?;
        }
        if let Some(more) = changes.len().checked_sub(OF_A_LEVEL).filter(|more| *more > 0) {
            writeln!(out, "and {} more", words::counted(more, severity.as_str()))?;
        }
    }
    writeln!(out, "{}", counts::matched(report))?;
    let changed = counts::changed(report);
    if !changed.is_empty() {
        writeln!(out, "{changed}")?;
    }
    not_read_annotations(out, report.not_read)
}

fn write_change(
    out: &mut dyn Write,
    comparison: &Comparison<'_>,
    change: &Change,
) -> io::Result<()> {
    let draft = comparison.revision.new.draft;
    let old = sentence::quoted(comparison, change, Which::Old);
    // What is gone has no line of its own: it is said where it stood.
    let message = match (&old, change.new_words) {
        (Some(old), None) => {
            let place = old.place.named().unwrap_or_default();
            format!("{} (old draft, {place}: {})", change.message, old.text)
        }
        (Some(old), Some(_)) => format!("{} (was: {})", change.message, old.text),
        (None, _) => change.message.clone(),
    };
    match change.new_words.or_else(|| stood(comparison, change)) {
        Some(span) => annotate(out, draft, span, (change.severity(), change.rule.id), &message),
        None => Ok(()),
    }
}

/// In the new draft, the words that stand before the place of what is gone.
pub(super) fn stood(comparison: &Comparison<'_>, change: &Change) -> Option<Span> {
    let revision = &comparison.revision;
    let mut before = revision.pairs[..change.pair.map_or(0, |id| id as usize)].iter().rev();
    let last = before.find_map(|pair| pair.new);
    if let Some(unit) = last {
        let statement = revision.new.statement(unit);
        return Some(revision.new.draft.span(statement, statement.keyword));
    }
    let first = revision.new.draft.documents.first()?;
    Some(Span { source: first.source, start: 0, end: 0 })
}
