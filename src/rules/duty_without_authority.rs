//! A "must" that rests on no law.

use super::{DUTIES, Rule};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Authority, Basis, Statement, convention::ConventionKind},
};

pub(super) static RULE: Rule = Rule {
    id: "duty-without-authority",
    summary: "a duty with no law cited for it, in a draft whose duties report the law",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("duty_without_authority.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    if draft.reading.convention.kind != ConventionKind::RestatesLaw {
        return Vec::new();
    }
    let mut last = None;
    let unsupported: Vec<(u32, &Statement)> = draft
        .own_statements()
        .filter(|(_, statement)| {
            DUTIES.contains(&statement.modality) && statement.basis == Basis::Law
        })
        .filter(|(_, statement)| statement.authority == Authority::None)
        .filter(|(_, statement)| {
            let keyword = Some((statement.document, statement.keyword));
            std::mem::replace(&mut last, keyword) != keyword
        })
        .collect();
    let Some(&(first, _)) = unsupported.first() else { return Vec::new() };
    if draft.reading.citations.is_empty() && unsupported.len() > 1 {
        let message = format!("the draft cites no law for any of its {} duties", unsupported.len());
        return vec![RULE.at_keyword(draft, first, message)];
    }
    let message = "no law is cited for this duty, in its sentence, its paragraph or its chapter";
    unsupported.into_iter().map(|(index, _)| RULE.at_keyword(draft, index, message)).collect()
}
