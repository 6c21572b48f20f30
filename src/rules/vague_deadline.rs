//! A time that nobody can be held to: "as soon as possible", "within 15 days".

use super::{DUTIES, GUIDANCE, Rule, phrase::in_statements};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Deadline, Modality, TimeUnit, wording::List},
};

pub(super) static RULE: Rule = Rule {
    id: "vague-deadline",
    summary: "a time that nobody can be held to",
    severity: Severity::Note,
    strict: false,
    page: include_str!("vague_deadline.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let binds = |modality: Modality| DUTIES.contains(&modality) || GUIDANCE.contains(&modality);
    let phrases = in_statements(draft, List::VagueDeadline);
    let mut findings: Vec<Finding> = phrases
        .into_iter()
        .filter(|found| binds(found.statement.modality))
        .filter(|found| !has_a_latest(draft.text(found.statement, found.statement.extent)))
        .map(|found| Finding {
            statement: Some(found.index),
            ..RULE.finding(
                draft.span(found.statement, found.extent),
                "this names no day by which it is late",
            )
        })
        .collect();
    findings.extend(uncounted_days(draft));
    findings
}

/// "as soon as possible, and in any case within 24 hours": that has a last day.
fn has_a_latest(sentence: &str) -> bool {
    ["in any case", "in any event", "at the latest", "no later than", "not later than"]
        .iter()
        .any(|words| sentence.contains(words))
}

/// "within 15 days": calendar, working or school days?
fn uncounted_days(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = draft
        .own_statements()
        .filter(|(_, statement)| DUTIES.contains(&statement.modality))
        .filter_map(|(index, statement)| Some((index, statement, statement.deadline.as_ref()?)))
        .filter(|(_, statement, deadline)| {
            is_uncounted(deadline)
                && draft.text(statement, deadline.extent).to_lowercase().starts_with("within")
        })
        .map(|(index, statement, deadline)| Finding {
            statement: Some(index),
            ..RULE.finding(
                draft.span(statement, deadline.extent),
                "this does not say whether calendar, working or school days are counted",
            )
        })
        .collect();
    findings.dedup_by(|a, b| a.span == b.span);
    findings
}

fn is_uncounted(deadline: &Deadline) -> bool {
    deadline.unit == Some(TimeUnit::Day)
        && deadline.counting.is_none()
        && deadline.value.is_some_and(|days| days > 1)
}
