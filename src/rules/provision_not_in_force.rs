//! A provision that is repealed, or not yet in force.

use super::{Rule, referring};
use crate::{
    acts::provision::said,
    draft::Draft,
    findings::{Finding, Severity},
    law::StatusWord,
    statements::Citation,
};

pub(super) static RULE: Rule = Rule {
    id: "provision-not-in-force",
    summary: "a provision that is repealed, or is not in force yet",
    severity: Severity::Error,
    strict: false,
    page: include_str!("provision_not_in_force.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    referring::citations(draft).filter_map(|citation| finding(draft, citation)).collect()
}

fn finding(draft: &Draft, citation: &Citation) -> Option<Finding> {
    let (instrument, provision) = draft.law.provision_of(citation)?;
    let own = &instrument.provisions[provision as usize];
    let (severity, what) = match own.status.on(draft.as_of) {
        StatusWord::InForce => return None,
        StatusWord::Repealed => (Severity::Error, "is repealed"),
        StatusWord::Prospective => (Severity::Warning, "is not in force yet"),
    };
    let of =
        instrument.version.as_ref().map_or(String::new(), |day| format!(", in the text of {day}"));
    let message = format!("{} of the {} {what}{of}", said(&own.path), instrument.title);
    let span = referring::span(draft, citation.document, citation.extent);
    Some(Finding { severity, ..RULE.finding(span, message) })
}
