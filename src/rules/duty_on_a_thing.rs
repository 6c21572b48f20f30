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
        .filter(|&(.., why)| why == Unnamed::Thing)
        .map(|(index, statement, _)| Finding {
            severity: severity(draft, statement),
            ..RULE.at_keyword(draft, index, "this duty is laid on a thing, and a thing cannot act")
        })
        .collect()
}

fn severity(draft: &Draft, statement: &Statement) -> Severity {
    let advisory = is_content_rule(draft, statement) || speaks_to_you(draft, statement);
    if advisory { Severity::Note } else { RULE.severity }
}
