//! Two paragraphs with one number.

use super::{Rule, numbers};
use crate::{
    document::Paragraph,
    draft::Draft,
    findings::{Finding, Related, Severity},
};

pub(super) static RULE: Rule = Rule {
    id: "duplicate-number",
    summary: "two paragraphs that have the same number",
    severity: Severity::Error,
    strict: false,
    page: include_str!("duplicate_number.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let runs = draft.documents.iter().flat_map(numbers::runs);
    runs.flat_map(|run| {
        run.windows(2).filter_map(|pair| finding(pair[0], pair[1])).collect::<Vec<_>>()
    })
    .collect()
}

fn finding(first: &Paragraph, second: &Paragraph) -> Option<Finding> {
    if first.number != second.number {
        return None;
    }
    let message = format!("paragraph {} is there twice", second.number);
    let related = vec![Related { span: first.label, message: "the first one".to_owned() }];
    Some(Finding { related, ..RULE.finding(second.label, message) })
}
