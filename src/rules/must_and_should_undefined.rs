//! A Code that never says what its must and should mean.

use super::{DUTIES, GUIDANCE, Rule};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Modality, convention::ConventionFound},
};

pub(super) static RULE: Rule = Rule {
    id: "must-and-should-undefined",
    summary: "a Code that never says what its must and should mean",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("must_and_should_undefined.md"),
    check,
};

/// In a page that asks for less than this, nobody looks for a convention.
const FEWEST: usize = 10;

fn check(draft: &Draft) -> Vec<Finding> {
    if draft.reading.convention.found != ConventionFound::Default {
        return Vec::new();
    }
    let (duties, advice) = (count(draft, DUTIES), count(draft, GUIDANCE));
    let first = draft.own_statements().find(|(_, it)| DUTIES.contains(&it.modality));
    let Some((index, _)) = first.filter(|_| advice > 0 && duties + advice >= FEWEST) else {
        return Vec::new();
    };
    let message = format!(
        "this draft lays down {} and gives {}, and never says what must and should mean",
        counted(duties, "duty", "duties"),
        counted(advice, "recommendation", "recommendations"),
    );
    vec![Finding { of_draft: true, ..RULE.at_keyword(draft, index, message) }]
}

fn count(draft: &Draft, modalities: &[Modality]) -> usize {
    draft.own_statements().filter(|(_, it)| modalities.contains(&it.modality)).count()
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
