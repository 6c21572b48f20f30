//! A title, year and number of an instrument that do not belong together.

use super::{Rule, referring};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Citation, CitationFault},
};

pub(super) static RULE: Rule = Rule {
    id: "mismatched-citation",
    summary: "a law whose title, year and number do not belong together",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("mismatched_citation.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let mismatched = referring::citations(draft).filter_map(|citation| match &citation.fault {
        Some(CitationFault::Mismatch { meant, proven }) => {
            Some((citation, meant.as_str(), *proven))
        }
        _ => None,
    });
    referring::first_of_each(mismatched, |(citation, meant, _)| {
        (citation.instrument.clone(), (*meant).to_owned())
    })
    .into_iter()
    .map(|((citation, meant, proven), more)| finding(draft, citation, meant, proven, more))
    .collect()
}

fn finding(draft: &Draft, citation: &Citation, meant: &str, proven: bool, more: usize) -> Finding {
    let title = citation.instrument.as_deref().unwrap_or("such an instrument");
    let again = referring::and_more(more);
    let message = if proven {
        format!("there is no {title}; probably {meant} is meant{again}")
    } else {
        format!("{title} is not known; perhaps {meant} is meant{again}")
    };
    let severity = if proven { Severity::Error } else { Severity::Warning };
    let span = referring::span(draft, citation.document, citation.extent);
    Finding { severity, ..RULE.finding(span, message) }
}
