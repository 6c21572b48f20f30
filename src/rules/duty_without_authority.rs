//! A "must" that rests on no law.

use super::{DUTIES, Rule};
use crate::{
    document::{Document, Extent},
    draft::Draft,
    findings::{Finding, Related, Severity},
    statements::{
        Authority, Basis, Statement,
        convention::{ConventionFound, ConventionKind},
    },
};

pub(super) static RULE: Rule = Rule {
    id: "duty-without-authority",
    summary: "a duty with no law cited for it, in a draft whose duties report the law",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("duty_without_authority.md"),
    check,
};

/// From this many on, and more than half of all: the finding is about the draft.
const MANY: usize = 6;

/// How many of the others that finding points at.
const SHOWN: usize = 3;

fn check(draft: &Draft) -> Vec<Finding> {
    let convention = &draft.reading.convention;
    let duties = duties(draft);
    let rests_on_law = |(_, it): &&(u32, &Statement)| it.authority != Authority::None;
    let supported = duties.iter().filter(rests_on_law).count();
    // A draft that does not say that its duties are those of the law, and cites none for any, may be an owner's own standard.
    let undeclared = convention.found == ConventionFound::Default && supported == 0;
    if convention.kind != ConventionKind::RestatesLaw || undeclared {
        return Vec::new();
    }
    let bare: Vec<u32> = duties
        .iter()
        .filter(|(_, it)| it.authority == Authority::None && !explains_itself(draft, it))
        .map(|(index, _)| *index)
        .collect();
    let none_at_all = draft.reading.citations.is_empty() && bare.len() > 1;
    if none_at_all || (bare.len() >= MANY && bare.len() * 2 > duties.len()) {
        return of_the_draft(draft, &bare, duties.len());
    }
    let message = "no law is cited for this duty, in its sentence, its paragraph or its chapter";
    bare.into_iter().map(|index| RULE.at_keyword(draft, index, message)).collect()
}

/// The draft's duties that rest on the law, one a keyword. That something "cannot" be done is a fact as often as a duty.
fn duties(draft: &Draft) -> Vec<(u32, &Statement)> {
    let mut last = None;
    let binding = draft.own_statements().filter(|(_, it)| {
        DUTIES.contains(&it.modality) && it.basis == Basis::Law && binds(draft, it)
    });
    binding
        .filter(|(_, statement)| {
            let keyword = Some((statement.document, statement.keyword));
            std::mem::replace(&mut last, keyword) != keyword
        })
        .collect()
}

fn binds(draft: &Draft, statement: &Statement) -> bool {
    let keyword = draft.text(statement, statement.keyword).to_lowercase();
    let first = keyword.split_whitespace().next().unwrap_or_default();
    !matches!(first, "cannot" | "can" | "may" | "can’t" | "can't")
}

/// One finding for a draft in which most duties stand so.
fn of_the_draft(draft: &Draft, bare: &[u32], all: usize) -> Vec<Finding> {
    let Some((&first, rest)) = bare.split_first() else { return Vec::new() };
    let message = if bare.len() == all {
        format!("the draft cites no law for any of its {all} duties")
    } else {
        format!("the draft cites no law for {} of its {all} duties", bare.len())
    };
    let related = rest.iter().take(SHOWN).map(|&index| {
        let statement = &draft.statements()[index as usize];
        let span = draft.span(statement, statement.keyword);
        Related { span, message: "nor for this".to_owned() }
    });
    let related = related.collect();
    vec![Finding { related, of_draft: true, ..RULE.at_keyword(draft, first, message) }]
}

/// Whether the words say themselves where the law is, or that it is the law.
fn explains_itself(draft: &Draft, statement: &Statement) -> bool {
    const LAW: [&str; 9] = [
        "law",
        "laws",
        "legal",
        "legally",
        "legislation",
        "statutory",
        "regulations",
        "illegal",
        "act",
    ];
    let document = draft.document_of(statement);
    let action = draft.text(statement, statement.action).to_lowercase();
    let mut words = action.split(|c: char| !c.is_alphanumeric());
    words.any(|word| LAW.contains(&word))
        || points_elsewhere(draft, statement)
        || is_caption(draft, document, statement)
}

/// "See Rules 90 to 96": the law is cited there.
fn points_elsewhere(draft: &Draft, statement: &Statement) -> bool {
    let passage = draft.document_of(statement).passage(statement.passage).extent;
    draft
        .references_within(statement.document, passage)
        .any(|it| it.resolves == Some(true) && passage.contains(it.extent))
}

/// Words under a picture that are also its alternative text: they say what the picture shows.
fn is_caption(draft: &Draft, document: &Document, statement: &Statement) -> bool {
    const NEAR: u32 = 400;
    let Extent { start, end } = document.passage(statement.passage).extent;
    let text = document.text(Extent { start, end });
    let begins = document.span(Extent { start, end }).start;
    let source = draft.source(document.source).text();
    let before = document.code.iter().rev().filter(|it| it.start < begins);
    before.take_while(|it| it.start + NEAR > begins).any(|it| {
        let picture = source[it.range()].trim_start_matches("![");
        let alternative = picture.split(']').next().unwrap_or_default().trim();
        alternative.len() > 10 && text.contains(alternative)
    })
}
