//! Wording that may be law or advice: "need to", "have to", "is essential that".

use super::Rule;
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Modality, Statement, convention::ConventionFound},
};

pub(super) static RULE: Rule = Rule {
    id: "undeclared-obligation",
    summary: "wording that may be law or advice",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("undeclared_obligation.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = draft
        .own_statements()
        .filter_map(|(index, statement)| Some((index, message(draft, statement)?)))
        .map(|(index, message)| RULE.at_keyword(draft, index, message))
        .collect();
    findings.dedup_by(|a, b| a.span == b.span);
    findings
}

fn message(draft: &Draft, statement: &Statement) -> Option<&'static str> {
    if statement.modality == Modality::Undeclared {
        return Some("this does not say whether it is law or advice");
    }
    let keyword = draft.text(statement, statement.keyword).to_lowercase();
    let convention = &draft.reading.convention;
    let undeclared = convention.found != ConventionFound::Default
        && convention.word("must").is_some()
        && convention.word("shall").is_none();
    (undeclared && keyword.starts_with("shall"))
        .then_some("the draft says what must means, and not what shall means")
}
