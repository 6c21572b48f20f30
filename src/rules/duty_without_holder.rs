//! A duty in a sentence that names nobody: "Records must be kept".

use super::{
    DUTIES, Rule,
    without_holder::{
        certainly_nobody, draft_speaks_to_you, is_content_rule, of_the_draft, speaks_to_you,
        too_many, unnamed,
    },
};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Modality, Statement, Unnamed},
};

pub(super) static RULE: Rule = Rule {
    id: "duty-without-holder",
    summary: "a duty that does not say who must act",
    severity: Severity::Error,
    strict: false,
    page: include_str!("duty_without_holder.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    if too_many(draft, DUTIES) {
        return of_the_draft(&RULE, draft, DUTIES, "duties");
    }
    let to_you = draft_speaks_to_you(draft);
    unnamed(draft, DUTIES)
        .filter(|&(.., why)| why != Unnamed::Thing)
        .map(|(index, statement, why)| Finding {
            severity: severity(draft, statement, to_you),
            ..RULE.at_keyword(draft, index, message(why))
        })
        .collect()
}

/// An error is only what is certain: a duty to act in a place where nobody is spoken to. What nobody may do is
/// forbidden to all, and what a plan must hold is asked of the plan.
fn severity(draft: &Draft, statement: &Statement, to_you: bool) -> Severity {
    if is_content_rule(draft, statement) || speaks_to_you(draft, statement) {
        Severity::Note
    } else if statement.modality == Modality::Duty && !to_you && certainly_nobody(draft, statement)
    {
        Severity::Error
    } else {
        Severity::Warning
    }
}

fn message(why: Unnamed) -> &'static str {
    match why {
        Unnamed::Expletive => "this says that something must be so, and not who has to see to it",
        Unnamed::Receiver => "this says who is acted for, and not who has to act",
        Unnamed::Passive | Unnamed::Thing => "this duty does not say who has to act",
    }
}
