//! A duty laid on something that cannot act: "The arrangements must promote".

use super::{
    DUTIES, Rule,
    without_holder::{is_content_rule, speaks_to_you, too_many, unnamed},
};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Statement, Unnamed},
};

pub(super) static RULE: Rule = Rule {
    id: "duty-on-a-thing",
    summary: "a duty laid on a plan, a policy or another thing that cannot act",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("duty_on_a_thing.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    if too_many(draft, DUTIES) {
        return Vec::new(); // duty-without-holder says it of the whole draft
    }
    unnamed(draft, DUTIES)
        .filter(|&(_, statement, why)| why == Unnamed::Thing && !is_told(draft, statement))
        .map(|(index, statement, _)| Finding {
            severity: severity(draft, statement),
            ..RULE.at_keyword(draft, index, "this duty is laid on a thing, and a thing cannot act")
        })
        .collect()
}

/// "a condition providing that development must begin": what somebody else is to say, and no duty yet.
fn is_told(draft: &Draft, statement: &Statement) -> bool {
    const TELLING: [&str; 7] = [
        "providing that",
        "condition that",
        "stating that",
        "specifying that",
        "saying that",
        "requirement that",
        "argue that",
    ];
    let text = draft.text(statement, statement.extent);
    let at = statement.keyword.start.saturating_sub(statement.extent.start) as usize;
    let before = text.get(..at).unwrap_or_default();
    let clause = before.rsplit([',', ';', ':']).next().unwrap_or(before);
    TELLING.iter().any(|it| clause.contains(it))
}

fn severity(draft: &Draft, statement: &Statement) -> Severity {
    let advisory = is_content_rule(draft, statement) || speaks_to_you(draft, statement);
    if advisory { Severity::Note } else { RULE.severity }
}
