//! The findings of a Word draft as comments for its margin: the report a drafter's colleagues read.

use std::ops::Range;

use super::check::{CheckReport, CheckedDraft, Show, shown};
use crate::{
    document::Origin,
    findings::{Finding, Severity},
    report::Place,
};

/// A comment on some words of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarginComment {
    /// Bytes of the draft's text.
    pub words: Range<usize>,
    /// Its paragraphs.
    pub text: Vec<String>,
}

/// What is written beside the words of the one draft of a report. Who asks for a marked copy is shown every error and warning,
/// not a few of each rule.
pub fn margin(report: &CheckReport<'_>) -> Vec<MarginComment> {
    let show = if report.show == Show::Brief { Show::From(Severity::Warning) } else { report.show };
    let comment = |checked, finding: &Finding| MarginComment {
        words: finding.span.range(),
        text: text(checked, finding),
    };
    let of_draft =
        |checked| shown(checked, show).into_iter().map(move |it| comment(checked, &it.finding));
    report.drafts.iter().flat_map(of_draft).collect()
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
