//! One duty on several, and nothing on how they share it.

use super::{DUTIES, Rule};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::Statement,
};

pub(super) static RULE: Rule = Rule {
    id: "joint-holders",
    summary: "one duty on several, without saying how they share it",
    severity: Severity::Note,
    strict: true,
    page: include_str!("joint_holders.md"),
    check,
};

/// Words that say how a duty is shared.
const SHARES: &[&str] =
    &["jointly", "each", "both", "together", "every", "either", "separately", "joint"];

fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = draft
        .own_statements()
        .filter(|(_, statement)| DUTIES.contains(&statement.modality))
        .filter(|(_, statement)| statement.duty_holder.holders.len() > 1)
        .filter(|(_, statement)| !says_how(draft, statement))
        .map(|(index, statement)| RULE.at_keyword(draft, index, message(draft, statement)))
        .collect();
    findings.dedup_by(|a, b| a.span == b.span);
    findings
}

fn says_how(draft: &Draft, statement: &Statement) -> bool {
    let text = draft.text(statement, statement.extent).to_lowercase();
    text.split(|c: char| !c.is_alphabetic()).any(|word| SHARES.contains(&word))
}

fn message(draft: &Draft, statement: &Statement) -> &'static str {
    let text = statement.duty_holder.text.map_or("", |text| draft.text(statement, text));
    if text.contains(" or ") || text.contains("and/or") {
        "either of them may leave this to the other"
    } else {
        "this does not say whether they act together or each alone, or who leads"
    }
}
