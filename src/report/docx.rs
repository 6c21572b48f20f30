//! The findings of a Word draft as comments in its margin: the report a drafter's colleagues read.

use std::io::{self, Write};

use super::check::{CheckReport, CheckedDraft, Show, shown};
use crate::{
    convert::{self, Comment, Options},
    document::Origin,
    findings::{Finding, Severity},
    report::Place,
};

/// Writes a copy of `original`, the file that the one draft of the report was converted from, with each finding on its words.
///
/// # Errors
///
/// When `original` cannot be read as Word, or `out` cannot be written.
pub fn docx(
    out: &mut dyn Write,
    report: &CheckReport<'_>,
    original: &[u8],
    options: &Options,
) -> io::Result<()> {
    let comments: Vec<Comment> =
        report.drafts.iter().flat_map(|checked| comments(checked, report.show)).collect();
    let marked = convert::commented(original, options, &comments).map_err(io::Error::other)?;
    out.write_all(&marked)
}

/// People asked for a marked copy are shown every error and warning, not a few of each rule.
fn comments(checked: &CheckedDraft, show: Show) -> Vec<Comment> {
    let show = if show == Show::Brief { Show::From(Severity::Warning) } else { show };
    let findings = shown(checked, show).into_iter().map(|triaged| &triaged.finding);
    findings
        .map(|finding| Comment { words: finding.span.range(), text: text(checked, finding) })
        .collect()
}

/// What is wrong, the rule, what explains it, and the law the statement names.
fn text(checked: &CheckedDraft, finding: &Finding) -> Vec<String> {
    let Finding { severity, message, rule, .. } = finding;
    let draft = &checked.draft;
    let statement = finding.statement.and_then(|index| draft.statements().get(index as usize));
    let mut text = vec![format!("{}: {message} [{rule}]", severity.as_str())];
    // A note has no margin: its comment stands where its mark is, and quotes it.
    if let Some(noted) = statement.filter(|it| draft.origin(it) == Origin::Footnote) {
        text.push(format!("in the note here: “{}”", draft.text(noted, noted.extent)));
    }
    text.extend(finding.related.iter().map(|related| {
        let words = Place::of(draft, related.span).words();
        format!("{}: “{}”", related.message, words.split_whitespace().collect::<Vec<_>>().join(" "))
    }));
    let laws = statement.into_iter().flat_map(|statement| draft.authority_of(statement));
    text.extend(laws.filter_map(|law| {
        let title = law.instrument.as_deref()?;
        let address = law.uri.as_deref().map(|uri| format!(", {uri}")).unwrap_or_default();
        Some(format!("law: {title}{address}"))
    }));
    text.push(format!("`dutybound explain {rule}` says why it matters and how to mend it."));
    text
}
