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
    let doubtful = referring::citations(draft)
        .filter(|citation| !names_a_thing(draft, citation))
        .filter_map(|citation| Some((citation, message(citation)?)));
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

/// "the Regulation 18 stage", "a section 3 patient": the number is the name of a thing that readers know.
fn names_a_thing(draft: &Draft, citation: &Citation) -> bool {
    const THINGS: [&str; 14] = [
        "stage",
        "stages",
        "consultation",
        "consultations",
        "patient",
        "patients",
        "school",
        "schools",
        "notice",
        "notices",
        "agreement",
        "agreements",
        "enquiry",
        "orders",
    ];
    let document = &draft.documents[citation.document as usize];
    let after = &document.plain.text()[citation.extent.end as usize..];
    let after = after.trim_start_matches([' ', '\u{a0}']);
    let bracket = after.strip_prefix('(').and_then(|it| it.split(')').next()).unwrap_or_default();
    let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    citation.fault == Some(CitationFault::NoInstrument)
        && (THINGS.contains(&next) || THINGS.iter().any(|it| bracket.ends_with(it)))
}

/// Of more laws than this that may be meant, none is named.
const FEW: usize = 4;

fn message(citation: &Citation) -> Option<String> {
    Some(match citation.fault.as_ref()? {
        CitationFault::NoInstrument => "this names no law, and none is named before it".to_owned(),
        CitationFault::Ambiguous { candidates }
            if candidates.is_empty() || candidates.len() > FEW =>
        {
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
