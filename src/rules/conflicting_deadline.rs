//! The same action with two time limits.

use super::{DUTIES, GUIDANCE, Rule, same_duty::groups};
use crate::{
    draft::Draft,
    findings::{Finding, Related, Severity},
    statements::{Deadline, Statement, TimeUnit},
};

pub(super) static RULE: Rule = Rule {
    id: "conflicting-deadline",
    summary: "the same action with two time limits",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("conflicting_deadline.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let limited = groups(draft, |it| it.deadline.is_some());
    limited.iter().filter_map(|group| conflict(draft, group)).collect()
}

fn conflict(draft: &Draft, group: &[(u32, &Statement)]) -> Option<Finding> {
    let binds = |it: &Statement| DUTIES.contains(&it.modality) || GUIDANCE.contains(&it.modality);
    let dated = group.iter().filter(|(_, it)| binds(it));
    let mut dated = dated.filter_map(|&(index, it)| Some((index, it, it.deadline.as_ref()?)));
    let (_, first, limit) = dated.next()?;
    let kind = |it: &Statement, deadline: &Deadline| first_word(draft.text(it, deadline.extent));
    let (index, other, against) = dated.find(|(_, it, deadline)| {
        differ(limit, deadline) && kind(it, deadline) == kind(first, limit)
    })?;
    let words = draft.text(first, limit.extent);
    let message = format!("the same action has another time limit elsewhere: “{words}”");
    let related =
        Related { span: draft.span(first, limit.extent), message: "the other limit".to_owned() };
    let finding = RULE.finding(draft.span(other, against.extent), message);
    Some(Finding { related: vec![related], statement: Some(index), ..finding })
}

fn first_word(text: &str) -> String {
    text.split_whitespace().next().unwrap_or_default().to_lowercase()
}

/// Whether two limits are of different length, or count other days. What cannot be compared does not differ.
fn differ(a: &Deadline, b: &Deadline) -> bool {
    match (length(a), length(b)) {
        (Some(one), Some(other)) => one != other || a.counting != b.counting,
        _ => false,
    }
}

/// In hours, where a unit has a fixed length; months and years in months, apart.
fn length(deadline: &Deadline) -> Option<(u32, bool)> {
    let value = deadline.value?;
    Some(match deadline.unit? {
        TimeUnit::Hour => (value, false),
        TimeUnit::Day => (value.saturating_mul(24), false),
        TimeUnit::Week => (value.saturating_mul(24 * 7), false),
        TimeUnit::Month => (value, true),
        TimeUnit::Year => (value.saturating_mul(12), true),
        TimeUnit::Term => return None,
    })
}
