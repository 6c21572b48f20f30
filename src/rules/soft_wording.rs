//! Wording that reads like a duty and asks nothing: "will want to".

use super::{Rule, phrase::in_passages};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Found, Modality, Statement, vocabulary::HolderKind},
};

pub(super) static RULE: Rule = Rule {
    id: "soft-wording",
    summary: "wording that sounds like a request and asks nothing",
    severity: Severity::Note,
    strict: false,
    page: include_str!("soft_wording.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = draft
        .own_statements()
        .filter(|(_, statement)| statement.modality == Modality::Encouragement)
        .filter(|(_, statement)| !leaves_the_choice(draft, statement))
        .map(|(index, _)| {
            RULE.at_keyword(draft, index, "this sounds like a request and asks nothing")
        })
        .collect();
    findings.dedup_by(|a, b| a.span == b.span);
    let phrases = in_passages(draft, &draft.reading.vocabulary.wording.soft);
    let phrases: Vec<Finding> = phrases
        .map(|span| RULE.finding(span, "this sounds like a request and asks nothing"))
        .filter(|it| !findings.iter().any(|known| overlap(it, known)))
        .collect();
    findings.extend(phrases);
    findings
}

/// "Parents may wish to bring a friend" gives a choice to people who bear no duty: that is what it says.
fn leaves_the_choice(draft: &Draft, statement: &Statement) -> bool {
    let keyword = draft.text(statement, statement.keyword).to_lowercase();
    let wish =
        ["wish", "want", "like", "prefer", "choose"].iter().any(|verb| keyword.contains(verb));
    let kind = |kind| kind == Some(HolderKind::Person);
    let holders = &statement.duty_holder.holders;
    let person = holders.iter().any(|it| kind(draft.reading.vocabulary.kind(&it.name)));
    keyword.starts_with("may") && wish && (person || statement.duty_holder.found == Found::Reader)
}

fn overlap(a: &Finding, b: &Finding) -> bool {
    a.span.source == b.span.source && a.span.start < b.span.end && b.span.start < a.span.end
}
