//! A short name, of a law or of anything else, that the draft does not explain.

use super::{DUTIES, Rule, abbreviations, referring};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::CitationFault,
};

pub(super) static RULE: Rule = Rule {
    id: "undefined-abbreviation",
    summary: "a short name that the draft does not explain",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("undefined_abbreviation.md"),
    check,
};

/// From this many on, the finding is about the draft's habit and not about a word.
const MANY: usize = 6;

fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings = of_laws(draft);
    findings.extend(of_other_things(draft));
    findings
}

/// Short names of laws in citations.
fn of_laws(draft: &Draft) -> Vec<Finding> {
    let undefined = referring::citations(draft).filter_map(|citation| match &citation.fault {
        Some(CitationFault::Undefined { short, near }) => Some((citation, short, near)),
        _ => None,
    });
    referring::first_of_each(undefined, |(_, short, _)| (*short).clone())
        .into_iter()
        .map(|((citation, short, near), more)| {
            let hint = match (near, &citation.instrument) {
                (Some(near), _) => format!("; it explains “{near}”"),
                (None, Some(title)) => format!("; perhaps the {title}"),
                (None, None) => String::new(),
            };
            let message = format!(
                "the draft does not say what “{short}” is{hint}{}",
                referring::and_more(more)
            );
            RULE.finding(referring::span(draft, citation.document, citation.extent), message)
        })
        .collect()
}

/// Other abbreviations, where something is asked in terms of them.
fn of_other_things(draft: &Draft) -> Vec<Finding> {
    let mut undefined = abbreviations::undefined(draft);
    // A duty that cannot be understood matters most.
    undefined
        .sort_by_key(|it| !DUTIES.contains(&draft.statements()[it.statement as usize].modality));
    if undefined.len() >= MANY {
        let all: Vec<&str> = undefined.iter().map(|it| it.short.as_str()).collect();
        let message = format!(
            "the draft does not say what {} abbreviations are: {}",
            all.len(),
            all.join(", ")
        );
        let first = undefined.first().map(|it| finding(draft, it, message));
        return first.into_iter().map(|it| Finding { of_draft: true, ..it }).collect();
    }
    let message = |it: &abbreviations::Undefined| {
        format!("the draft does not say what “{}” is{}", it.short, referring::and_more(it.more))
    };
    undefined.iter().map(|it| finding(draft, it, message(it))).collect()
}

fn finding(draft: &Draft, it: &abbreviations::Undefined, message: String) -> Finding {
    let statement = &draft.statements()[it.statement as usize];
    let binds = DUTIES.contains(&statement.modality);
    let severity = if binds { RULE.severity } else { Severity::Note };
    let finding = RULE.finding(draft.span(statement, it.at), message);
    Finding { severity, statement: Some(it.statement), ..finding }
}
