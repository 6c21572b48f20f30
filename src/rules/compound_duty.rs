//! Several duties in one: "must consult, decide and publish".

use super::Rule;
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Modality, Statement},
};

pub(super) static RULE: Rule = Rule {
    id: "compound-duty",
    summary: "several duties under one must",
    severity: Severity::Note,
    strict: true,
    page: include_str!("compound_duty.md"),
    check,
};

/// This many verbs under one must are several duties; two often are one ("identify and assess").
const VERBS: usize = 3;

/// A sentence of more words than this hides what it asks.
const WORDS: usize = 45;

fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = draft
        .own_statements()
        .filter(|(_, statement)| statement.modality == Modality::Duty)
        .filter_map(|(index, statement)| {
            Some(RULE.at_keyword(draft, index, message(draft, statement)?))
        })
        .collect();
    findings.dedup_by(|a, b| a.span == b.span);
    findings
}

fn message(draft: &Draft, statement: &Statement) -> Option<String> {
    let verbs = draft.reading.vocabulary.coordinated_verbs(draft.text(statement, statement.action));
    let words = draft.text(statement, statement.extent).split_whitespace().count();
    if verbs >= VERBS {
        Some(format!("{verbs} actions hang on this one word"))
    } else {
        (words > WORDS).then(|| format!("this duty stands in a sentence of {words} words"))
    }
}
