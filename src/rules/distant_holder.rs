//! A duty whose holder stands in another sentence: "They must keep records".

use super::{DUTIES, Rule};
use crate::{
    draft::Draft,
    findings::{Finding, Related, Severity},
    statements::{Found, Statement},
};

pub(super) static RULE: Rule = Rule {
    id: "distant-holder",
    summary: "a duty whose holder is named in another sentence",
    severity: Severity::Note,
    strict: true,
    page: include_str!("distant_holder.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    draft
        .own_statements()
        .filter(|(_, statement)| DUTIES.contains(&statement.modality))
        .filter(|(_, statement)| statement.duty_holder.found == Found::Pronoun)
        .map(|(index, statement)| Finding {
            related: named_at(draft, statement),
            ..RULE.at_keyword(
                draft,
                index,
                "taken out of its paragraph, this does not say who has to act",
            )
        })
        .collect()
}

fn named_at(draft: &Draft, statement: &Statement) -> Vec<Related> {
    let holders = statement.duty_holder.holders.iter();
    let elsewhere = holders.filter(|it| !statement.extent.contains(it.written));
    elsewhere
        .map(|it| Related {
            span: draft.span(statement, it.written),
            message: "named here".to_owned(),
        })
        .collect()
}
