//! A title, year and number of an instrument that do not belong together.

use super::{Rule, against_law::stems, referring};
use crate::{
    acts,
    draft::Draft,
    findings::{Finding, Severity},
    law::Provision,
    statements::{Citation, CitationFault},
};

pub(super) static RULE: Rule = Rule {
    id: "mismatched-citation",
    summary: "a law whose title, year and number, or provision and heading, do not belong together",
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
    .chain(referring::citations(draft).filter_map(|citation| other_heading(draft, citation)))
    .collect()
}

/// A provision of the supplied law with a heading beside it that is not its own: "section 26 (duty to keep provision under review)".
fn other_heading(draft: &Draft, citation: &Citation) -> Option<Finding> {
    let label = citation.label?;
    let (law, provision) = draft.law.provision_of(citation)?;
    let heading = |it: &Provision| it.heading.clone().filter(|it| !it.is_empty());
    let own = heading(&law.provisions[provision as usize])?;
    let words = referring::text(draft, citation.document, label);
    let said = stems(&words);
    let shares = |heading: &str| said.iter().any(|stem| stems(heading).contains(stem));
    if said.is_empty() || shares(&own) {
        return None;
    }
    let is_whole = |heading: &str| said.iter().all(|stem| stems(heading).contains(stem));
    let meant = law.provisions.iter().find(|it| heading(it).is_some_and(|it| is_whole(&it)));
    // What only remarks on the provision is no heading: "section 26 (for young people)".
    let is_title = words.starts_with(char::is_uppercase) && said.len() > 1;
    if meant.is_none() && !is_title {
        return None;
    }
    let meant = meant.map(|it| {
        let top: Vec<&str> = it.path.split('/').take(2).collect();
        format!("; that is {}", acts::provision::said(&top.join("/")))
    });
    let cited = acts::provision::said(citation.provision.as_deref()?);
    let message = format!("{cited} is headed “{own}”{}", meant.unwrap_or_default());
    Some(RULE.finding(referring::span(draft, citation.document, label), message))
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
