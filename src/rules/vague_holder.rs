//! A holder that is a crowd: "partners must".

use super::{DUTIES, GUIDANCE, Rule};
use crate::{
    document::Extent,
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Found, Statement},
};

pub(super) static RULE: Rule = Rule {
    id: "vague-holder",
    summary: "a duty on a crowd in which nobody can tell that they are meant",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("vague_holder.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = draft
        .own_statements()
        .filter(|(_, it)| DUTIES.contains(&it.modality) || GUIDANCE.contains(&it.modality))
        .filter_map(|(index, statement)| Some((index, statement, crowd(draft, statement)?)))
        .map(|(index, statement, crowd)| Finding {
            severity: if DUTIES.contains(&statement.modality) {
                Severity::Warning
            } else {
                Severity::Note
            },
            statement: Some(index),
            ..RULE.finding(
                draft.span(statement, crowd),
                "nobody in this crowd can tell that they are meant",
            )
        })
        .collect();
    findings.dedup_by(|a, b| a.span == b.span);
    findings
}

/// The words that name a crowd and nobody else; a pronoun for them is no second finding.
fn crowd(draft: &Draft, statement: &Statement) -> Option<Extent> {
    let holder = &statement.duty_holder;
    let named = matches!(holder.found, Found::Subject | Found::ByAgent | Found::LeadIn);
    let [one] = holder.holders.as_slice() else { return None };
    let name = draft.reading.vocabulary.name(&one.name);
    let crowd = draft.reading.vocabulary.wording().vague_holders.iter().any(|it| it == name);
    (named && crowd && !is_narrowed(draft, statement, one.written)).then_some(one.written)
}

/// Words that point at some that the reader knows already.
const POINTING: &[&str] =
    &["the", "this", "that", "each", "their", "its", "your", "our", "these", "those"];

/// "organisations that hold records", "the team named in the plan": those can tell.
fn is_narrowed(draft: &Draft, statement: &Statement, written: Extent) -> bool {
    let text = draft.document_of(statement).plain.text();
    let after = text[written.end as usize..].trim_start();
    let next = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let before = text[..written.start as usize].split_whitespace().next_back().unwrap_or_default();
    let first = text[written.range()].split_whitespace().next().unwrap_or_default();
    let pointed =
        [before, first].iter().any(|word| POINTING.contains(&word.to_lowercase().as_str()));
    pointed
        || matches!(
            next,
            "who"
                | "that"
                | "which"
                | "whose"
                | "with"
                | "in"
                | "of"
                | "for"
                | "on"
                | "at"
                | "under"
                | "to"
                | "responsible"
                | "providing"
                | "working"
                | "named"
                | "listed"
                | "within"
                | "from"
                | "involved"
                | "holding"
                | "using"
                | "subject"
                | "concerned"
                | "outside"
        )
}
