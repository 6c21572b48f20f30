//! A section of Regulations, a regulation of an Act.

use super::{Rule, referring};
use crate::{
    acts::Kind,
    draft::Draft,
    findings::{Finding, Severity},
    statements::Citation,
};

pub(super) static RULE: Rule = Rule {
    id: "section-or-regulation",
    summary: "a provision called by a name that its instrument does not use",
    severity: Severity::Error,
    strict: false,
    page: include_str!("section_or_regulation.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let wrong =
        referring::citations(draft).filter_map(|citation| Some((citation, names(citation)?)));
    let each =
        referring::first_of_each(wrong, |(citation, _)| (citation.document, citation.extent.start));
    each.into_iter().map(|((citation, names), _)| finding(draft, citation, names)).collect()
}

/// What the provision is called, and what such an instrument has, where the two differ.
fn names(citation: &Citation) -> Option<(&str, Kind, &'static str)> {
    let written = citation.provision.as_deref()?.split('/').next()?;
    // A short name or a guess says too little of the instrument.
    let title = citation.instrument.as_deref()?;
    let kind = Kind::of_title(title)?;
    let own = kind.division()?;
    let told = matches!(kind, Kind::Act | Kind::Regulations | Kind::Order);
    let is_name = matches!(written, "section" | "regulation" | "article");
    (told && is_name && written != own).then_some((written, kind, own))
}

fn finding(
    draft: &Draft,
    citation: &Citation,
    (written, kind, own): (&str, Kind, &str),
) -> Finding {
    let noun = match kind {
        Kind::Regulations => "Regulations have".to_owned(),
        Kind::Act => "an Act has".to_owned(),
        _ => format!("an {} has", kind.noun()),
    };
    let span = referring::span(draft, citation.document, citation.extent);
    RULE.finding(span, format!("{noun} {own}s, not {written}s"))
}
