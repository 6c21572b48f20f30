//! A Bill cited in a draft whose Act has been passed.

use super::{Rule, referring};
use crate::{
    acts::{self, Kind, Known},
    draft::Draft,
    findings::{Finding, Severity},
    statements::Citation,
};

pub(super) static RULE: Rule = Rule {
    id: "bill-now-act",
    summary: "a Bill or one of its clauses, where the Act has been passed",
    severity: Severity::Error,
    strict: false,
    page: include_str!("bill_now_act.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let bills = referring::citations(draft).filter(|citation| {
        let title = citation.instrument.as_deref().unwrap_or("");
        Kind::of_title(title) == Some(Kind::Bill)
    });
    let passed = bills.filter_map(|citation| Some((citation, act_of(draft, citation)?)));
    let words = |(citation, _): &(&Citation, &Known)| {
        referring::text(draft, citation.document, citation.extent)
    };
    referring::first_of_each(passed, words)
        .into_iter()
        .map(|((citation, act), more)| {
            let clauses = if citation.provision.is_some() {
                ", whose sections have other numbers"
            } else {
                ""
            };
            let message = format!(
                "this Bill is now the {}{clauses}{}",
                act.full_title(),
                referring::and_more(more)
            );
            RULE.finding(referring::span(draft, citation.document, citation.extent), message)
        })
        .collect()
}

/// The Act a Bill has become, where the draft itself cites it, or bears a later date than its year.
fn act_of(draft: &Draft, bill: &Citation) -> Option<&'static Known> {
    let title = bill.instrument.as_deref()?.trim_end_matches(" Bill");
    let acts = acts::with_title(&format!("{title} Act"));
    let cited = |act: &&&Known| {
        let full = act.full_title();
        referring::citations(draft)
            .any(|citation| citation.instrument.as_deref() == Some(full.as_str()))
    };
    if let Some(act) = acts.iter().find(cited) {
        return Some(act);
    }
    let [act] = acts.as_slice() else { return None };
    draft.as_of.is_some_and(|day| day.year() > act.year).then_some(*act)
}
