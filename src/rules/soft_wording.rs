//! Wording that reads like a duty and asks nothing: "will want to".

use super::{Rule, phrase::in_passages};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Found, Modality, Statement, vocabulary::HolderKind, wording::List},
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
    let phrases = in_passages(draft, List::Soft);
    let phrases: Vec<Finding> = phrases
        .map(|span| RULE.finding(span, "this sounds like a request and asks nothing"))
        .filter(|it| !is_known(&findings, it))
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

/// Whether one of the findings, which are in the order of the text, overlaps another one.
fn is_known(findings: &[Finding], other: &Finding) -> bool {
    let key = |it: &Finding| (it.span.source, it.span.start);
    let after = findings.partition_point(|it| key(it) < (other.span.source, other.span.end));
    let before = after.checked_sub(1).map(|index| &findings[index]);
    before.is_some_and(|it| it.span.source == other.span.source && it.span.end > other.span.start)
}
