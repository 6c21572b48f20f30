//! A short name that the draft does not explain.

use super::{Rule, referring};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::CitationFault,
};

pub(super) static RULE: Rule = Rule {
    id: "undefined-abbreviation",
    summary: "a short name of a law that the draft does not explain",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("undefined_abbreviation.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let undefined = referring::citations(draft).filter_map(|citation| match &citation.fault {
        Some(CitationFault::Undefined { short, near }) => Some((citation, short, near)),
        _ => None,
    });
    referring::first_of_each(undefined, |(_, short, _)| (*short).clone())
        .into_iter()
        .map(|((citation, short, near), more)| {
            let hint = match (near, &citation.instrument) {
                (Some(near), _) => format!("; it explains “{near}”"),
                (None, Some(title)) => format!("; perhaps the {title}"),
                (None, None) => String::new(),
            };
            let message = format!(
                "the draft does not say what “{short}” is{hint}{}",
                referring::and_more(more)
            );
            RULE.finding(referring::span(draft, citation.document, citation.extent), message)
        })
        .collect()
}
