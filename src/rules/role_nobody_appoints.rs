//! An office with duties that nobody is told to fill: the Designated Medical Officer.

use std::collections::HashSet;

use regex::Regex;

use super::{DUTIES, Rule, phrase::own_passages};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{HolderName, vocabulary::HolderKind},
};

pub(super) static RULE: Rule = Rule {
    id: "role-nobody-appoints",
    summary: "an office with duties that nobody is told to fill",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("role_nobody_appoints.md"),
    check,
};

/// Heads of names that somebody has to give: "records lead", "liaison officer".
const HEADS: &[&str] = &["lead", "champion", "co-ordinator", "coordinator", "officer", "guardian"];

/// Names that say themselves that somebody was chosen.
const CHOSEN: &[&str] = &["designated", "named", "nominated", "appointed", "accountable"];

/// Offices that are there without this Code.
const ESTABLISHED: &[&str] = &[
    "police officer",
    "probation officer",
    "prison officer",
    "customs officer",
    "immigration officer",
    "army officer",
    "enforcement officer",
    "traffic officer",
    "returning officer",
    "monitoring officer",
    "chief officer",
    "medical officer",
    "senior officer",
    "public guardian",
    "children's guardian",
    "review officer",
    "independent reviewing officer",
    "adjudication officer",
    "health officer",
    "authorised officer",
    "planning officer",
    "council officer",
    "fire officer",
    "highways england traffic officer",
    "national highways traffic officer",
    "civil enforcement officer",
    "case officer",
    "education welfare officer",
    "data protection officer",
    "chief financial officer",
    "chief executive officer",
    "area senco",
    "senco",
    "designated person",
    "designated area",
    "nominated driver",
];

fn check(draft: &Draft) -> Vec<Finding> {
    let mut seen = HashSet::new();
    draft
        .own_statements()
        .filter(|(_, statement)| DUTIES.contains(&statement.modality))
        .flat_map(|(index, statement)| {
            statement.duty_holder.holders.iter().map(move |holder| (index, statement, holder))
        })
        .filter_map(|(index, statement, holder)| {
            Some((index, statement, holder, office(draft, &holder.name)?))
        })
        .filter(|(.., name)| seen.insert(name.clone()))
        .filter(|(.., name)| !is_filled(draft, name))
        .map(|(index, statement, holder, name)| Finding {
            statement: Some(index),
            ..RULE.finding(draft.span(statement, holder.written), message(&name))
        })
        .collect()
}

fn message(name: &str) -> String {
    format!("this lays duties on the {name}, and nothing in the draft says who appoints one")
}

/// The name of an office that somebody has to fill, in lower case.
fn office(draft: &Draft, name: &HolderName) -> Option<String> {
    let vocabulary = &draft.reading.vocabulary;
    let role = matches!(vocabulary.kind(name), Some(HolderKind::Role) | None);
    let name = vocabulary.name(name).to_lowercase();
    let words: Vec<&str> = name.split_whitespace().collect();
    let (first, last) = (words.first()?, words.last()?);
    let filled = CHOSEN.contains(first) || HEADS.contains(last);
    (role && filled && words.len() > 1 && !ESTABLISHED.contains(&name.as_str())).then_some(name)
}

/// Whether any sentence tells somebody to appoint one, under this name or without the "designated".
fn is_filled(draft: &Draft, name: &str) -> bool {
    let short =
        name.split_once(' ').filter(|(first, _)| CHOSEN.contains(first)).map_or(name, |it| it.1);
    let role = name_pattern(short);
    let active = format!(
        r"(?i)\b(?:appoint|designat|nominat|employ|recruit|assign|elect|choos|second|select|identif|nam)\w*\b(?: \S+){{0,8}} (?:as |the |an? )?(?:\S+ )?{role}"
    );
    let has = format!(
        r"(?i)\b(?:have|has|make|there (?:must|should|shall) be)\b (?:one (?:of )?|an? |at least one )(?:\S+ ){{0,4}}{role}"
    );
    let passive = format!(
        r"(?i){role}(?: \S+){{0,4}} be (?:\w+ly )?(?:appointed|designated|nominated|employed|elected|chosen|recruited|selected|named)\b"
    );
    let patterns: Vec<Regex> =
        [active, has, passive].iter().filter_map(|pattern| Regex::new(pattern).ok()).collect();
    own_passages(draft).any(|(document, passage)| {
        let text = document.text(passage.extent);
        patterns.iter().any(|pattern| fills(pattern, text, name))
    })
}

/// A match that is more than the name itself: "the designated medical officer" appoints nobody.
fn fills(pattern: &Regex, text: &str, name: &str) -> bool {
    let own = |words: &str| {
        let words = words.to_lowercase();
        words == name || words.strip_suffix('s') == Some(name)
    };
    pattern.find_iter(text).any(|found| !own(found.as_str()))
}

fn name_pattern(name: &str) -> String {
    name.split_whitespace().map(regex::escape).collect::<Vec<_>>().join(r"\s+")
}
