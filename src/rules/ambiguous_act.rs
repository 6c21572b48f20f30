//! "The Act", where the draft has not said which.

use super::{Rule, referring};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Citation, CitationFault},
};

pub(super) static RULE: Rule = Rule {
    id: "ambiguous-act",
    summary: "a law named in words that do not tell which one is meant",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("ambiguous_act.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let doubtful =
        referring::citations(draft).filter_map(|citation| Some((citation, message(citation)?)));
    let words = |(citation, _): &(&Citation, String)| {
        referring::text(draft, citation.document, citation.extent).to_lowercase()
    };
    referring::first_of_each(doubtful, words)
        .into_iter()
        .map(|((citation, message), more)| {
            let span = referring::span(draft, citation.document, citation.extent);
            RULE.finding(span, format!("{message}{}", referring::and_more(more)))
        })
        .collect()
}

fn message(citation: &Citation) -> Option<String> {
    Some(match citation.fault.as_ref()? {
        CitationFault::NoInstrument => "this names no law, and none is named before it".to_owned(),
        CitationFault::Ambiguous { candidates } if candidates.is_empty() => {
            "the draft does not say which law this is".to_owned()
        }
        CitationFault::Ambiguous { candidates } => {
            let (last, others) = candidates.split_last()?;
            let shown: Vec<&str> = others.iter().rev().take(2).rev().map(String::as_str).collect();
            let more = others.len().saturating_sub(2);
            let more = if more > 0 { format!(" (or {more} others)") } else { String::new() };
            format!("this may be the {} or the {last}{more}", shown.join(", the "))
        }
        _ => return None,
    })
}
