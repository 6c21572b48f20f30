//! A pointer that names no place: "as set out above".

use super::{Rule, referring};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::ReferenceFault,
};

pub(super) static RULE: Rule = Rule {
    id: "vague-reference",
    summary: "a pointer to another place that does not say where it is",
    severity: Severity::Note,
    strict: false,
    page: include_str!("vague_reference.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    referring::references(draft)
        .filter(|reference| reference.fault == Some(ReferenceFault::Vague))
        .map(|reference| {
            let words = referring::text(draft, reference.document, reference.extent);
            let message = if words.contains(" on ") || words.contains(" about ") {
                format!("no heading of the draft answers to “{words}”")
            } else {
                format!("“{words}” does not say where")
            };
            RULE.finding(referring::span(draft, reference.document, reference.extent), message)
        })
        .collect()
}
