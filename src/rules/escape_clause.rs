//! Words that let whoever is asked decide that nothing is asked: "as appropriate".

use super::{
    DUTIES, Rule,
    phrase::{Found, in_statements},
};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::wording::List,
};

pub(super) static RULE: Rule = Rule {
    id: "escape-clause",
    summary: "words that let the reader decide that nothing is asked",
    severity: Severity::Note,
    strict: false,
    page: include_str!("escape_clause.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    in_statements(draft, List::Escape)
        .into_iter()
        .filter(|found| !points_at_a_rule(draft, found) && !begins_a_clause(draft, found))
        .filter_map(|found| finding(draft, &found))
        .collect()
}

/// A duty with a way out warns; advice always leaves one, and is noted.
fn finding(draft: &Draft, found: &Found<'_>) -> Option<Finding> {
    let modality = found.statement.modality;
    let (severity, message) = if DUTIES.contains(&modality) {
        (Severity::Warning, "whoever bears this duty may decide that it does not apply")
    } else if found.binds {
        (Severity::Note, "whoever is advised may decide that this does not apply")
    } else {
        return None;
    };
    let finding = RULE.finding(draft.span(found.statement, found.extent), message);
    Some(Finding { severity, statement: Some(found.index), ..finding })
}

/// "if relevant aspects of the proposal had not been considered": a condition that says what it is about.
fn begins_a_clause(draft: &Draft, found: &Found<'_>) -> bool {
    const FINITE: [&str; 12] = [
        "is", "are", "was", "were", "has", "have", "had", "can", "will", "exist", "exists", "apply",
    ];
    let document = draft.document_of(found.statement);
    let words = document.text(found.extent).to_lowercase();
    let after = &document.plain.text()
        [found.extent.end as usize..found.statement.extent.end.max(found.extent.end) as usize];
    let clause = after.split([',', ';', '.', ':', ')', '(']).next().unwrap_or_default();
    (words.starts_with("if ") || words.starts_with("where "))
        && clause.split_whitespace().any(|word| FINITE.contains(&word))
}

/// "as required by section 5", "where appropriate under regulation 4": somebody else has decided.
fn points_at_a_rule(draft: &Draft, found: &Found<'_>) -> bool {
    let document = draft.document_of(found.statement);
    let after = &document.plain.text()
        [found.extent.end as usize..found.statement.extent.end.max(found.extent.end) as usize];
    let next = after.split_whitespace().next().unwrap_or_default();
    matches!(next, "by" | "under" | "authority" | "authorities" | "body" | "person")
}
