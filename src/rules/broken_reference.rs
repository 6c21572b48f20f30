//! A reference to a place of the draft that is not there.

use super::{Rule, referring};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Reference, ReferenceFault},
};

pub(super) static RULE: Rule = Rule {
    id: "broken-reference",
    summary: "a reference to a paragraph, part, table or note that does not exist",
    severity: Severity::Error,
    strict: false,
    page: include_str!("broken_reference.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    referring::references(draft).filter_map(|reference| finding(draft, reference)).collect()
}

fn finding(draft: &Draft, reference: &Reference) -> Option<Finding> {
    let (severity, message) = match reference.fault.as_ref()? {
        ReferenceFault::Missing { existing } => {
            (Severity::Error, missing(&reference.target, existing.as_deref()))
        }
        ReferenceFault::ReversedRange => {
            (Severity::Error, format!("the range {} runs backwards", reference.target))
        }
        ReferenceFault::GluedFootnote { paragraph, footnote } => {
            let message = format!(
                "there is no paragraph {}; perhaps paragraph {paragraph} with footnote {footnote}",
                reference.target
            );
            (Severity::Note, message)
        }
        _ => return None,
    };
    let span = referring::span(draft, reference.document, reference.extent);
    Some(Finding { severity, ..RULE.finding(span, message) })
}

fn missing(target: &str, existing: Option<&str>) -> String {
    let named = match target.split_once('#') {
        Some(("", anchor)) => format!("nothing in the draft has the anchor “{anchor}”"),
        Some((file, anchor)) => format!("nothing in {file} has the anchor “{anchor}”"),
        None if target.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("there is no paragraph {target}")
        }
        None => format!("there is no {target}"),
    };
    match existing {
        Some(existing) => format!("{named}; the last before it is {existing}"),
        None => named,
    }
}
