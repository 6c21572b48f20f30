//! Guidance that advises nobody: "The plan should be reviewed".

use super::{
    GUIDANCE, Rule,
    without_holder::{of_the_draft, too_many, unnamed},
};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
};

pub(super) static RULE: Rule = Rule {
    id: "guidance-without-holder",
    summary: "guidance that does not say whom it advises",
    severity: Severity::Note,
    strict: false,
    page: include_str!("guidance_without_holder.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    if too_many(draft, GUIDANCE) {
        return of_the_draft(&RULE, draft, GUIDANCE, "recommendations");
    }
    unnamed(draft, GUIDANCE)
        .map(|(index, ..)| RULE.at_keyword(draft, index, "this does not say who should act"))
        .collect()
}
