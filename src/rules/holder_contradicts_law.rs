//! A duty laid on another body than the Act lays it on.

use super::{
    DUTIES, Rule,
    against_law::{Restated, restated},
};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Found, HolderName},
};

pub(super) static RULE: Rule = Rule {
    id: "holder-contradicts-law",
    summary: "a duty that the cited provision lays on somebody else",
    severity: Severity::Error,
    strict: false,
    page: include_str!("holder_contradicts_law.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    restated(draft).iter().filter_map(|it| finding(draft, it)).collect()
}

fn finding(draft: &Draft, it: &Restated<'_>) -> Option<Finding> {
    let said = |found: Found| matches!(found, Found::Subject | Found::ByAgent | Found::LeadIn);
    let (own, law) = (&it.own.duty_holder, &it.law.duty_holder);
    let both = said(own.found)
        && said(law.found)
        && DUTIES.contains(&it.own.modality)
        && DUTIES.contains(&it.law.modality);
    if !both || own.holders.iter().any(|holder| holder.name == HolderName::Reader) {
        return None;
    }
    let names: Vec<String> = draft.names_of(it.own).map(str::to_lowercase).collect();
    let document = it.instrument.document();
    let theirs: Vec<String> =
        law.holders.iter().map(|holder| document.text(holder.written).to_lowercase()).collect();
    if theirs.iter().any(|name| is_general(name))
        || names.iter().any(|own| theirs.iter().any(|name| shares(own, name)))
    {
        return None;
    }
    let extent = own.text?;
    let message = format!("{} lays this duty on: {}", it.source(), theirs.join(", "));
    let span = draft.span(it.own, extent);
    Some(Finding { statement: Some(it.index), ..RULE.finding(span, message) })
}

/// A name that the law defines elsewhere, so that it may be the draft's holder.
fn is_general(name: &str) -> bool {
    const GENERAL: [&str; 12] = [
        "person",
        "authority",
        "body",
        "party",
        "appropriate",
        "relevant",
        "responsible",
        "he",
        "it",
        "they",
        "it",
        "section",
    ];
    name.is_empty() || name.split_whitespace().any(|word| GENERAL.contains(&word))
}

/// Whether two names have a word in common: "the Board" and "the Policing Board".
fn shares(a: &str, b: &str) -> bool {
    let stem = |word: &str| {
        word.trim_end_matches('s').trim_end_matches("ie").trim_end_matches('y').to_owned()
    };
    let words = |name: &str| -> Vec<String> {
        name.split_whitespace().filter(|word| word.len() > 2 && *word != "the").map(stem).collect()
    };
    let other = words(b);
    words(a).iter().any(|word| other.contains(word))
}
