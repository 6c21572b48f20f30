//! A duty that says neither must nor shall: "have a duty to".

use super::Rule;
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Modality, Statement},
};

pub(super) static RULE: Rule = Rule {
    id: "duty-without-must",
    summary: "a duty in other words than must",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("duty_without_must.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = draft
        .own_statements()
        .filter(|(_, statement)| statement.modality == Modality::Duty)
        .filter(|(_, statement)| !says_must(draft, statement))
        .map(|(index, _)| RULE.at_keyword(draft, index, "this is a duty, and does not say must"))
        .collect();
    findings.dedup_by(|a, b| a.span == b.span);
    findings
}

fn says_must(draft: &Draft, statement: &Statement) -> bool {
    let keyword = draft.text(statement, statement.keyword).to_lowercase();
    keyword.split_whitespace().any(|word| matches!(word, "must" | "shall" | "may"))
}
