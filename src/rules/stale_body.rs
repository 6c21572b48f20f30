//! A body that is no longer there: "clinical commissioning groups must", after 2022.

use super::{Rule, phrase::own_passages};
use crate::{
    document::Date,
    draft::Draft,
    findings::{Finding, Related, Severity},
    source::Span,
    statements::wording::{List, StaleBody},
};

pub(super) static RULE: Rule = Rule {
    id: "stale-body",
    summary: "a body or term that is no longer there",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("stale_body.md"),
    check,
};

/// How many further places a finding points at.
const SHOWN: usize = 3;

/// Words of a passage that tells of the past, or of a change.
const HISTORY: &[&str] = &[
    "former",
    "formerly",
    "previously",
    "replaced",
    "replaces",
    "abolished",
    "dissolved",
    "renamed",
    "until",
    "predecessor",
    "known as",
    "used to be",
    "took over",
    "at that time",
];

fn check(draft: &Draft) -> Vec<Finding> {
    let bodies = &draft.reading.vocabulary.wording().stale;
    let mut named = bodies.iter().zip(places(draft));
    match draft.as_of {
        Some(today) => named
            .filter(|(body, _)| body.ended <= today)
            .filter_map(|(body, places)| gone(body, &places))
            .collect(),
        None => named.find_map(|(body, places)| undated(body, &places)).into_iter().collect(),
    }
}

fn gone(body: &StaleBody, places: &[Span]) -> Option<Finding> {
    let (&first, rest) = places.split_first()?;
    let times = if rest.is_empty() { String::new() } else { format!(" ({} places)", places.len()) };
    let message = format!(
        "{} ended on {}, and {} stands in its place{times}",
        body.name,
        in_words(body.ended),
        body.now
    );
    let related =
        rest.iter().take(SHOWN).map(|&span| Related { span, message: "and here".to_owned() });
    Some(Finding { related: related.collect(), ..RULE.finding(first, message) })
}

/// The last day it was there would need a calendar: the first day it was not is what the law states.
fn in_words(date: Date) -> String {
    date.to_string()
}

fn undated(body: &StaleBody, places: &[Span]) -> Option<Finding> {
    let message = format!(
        "this draft states no date, so whether it names bodies that are gone (here: {}) was not looked at; give --as-of",
        body.name
    );
    Some(Finding { severity: Severity::Note, ..RULE.finding(*places.first()?, message) })
}

/// Where the draft names each body as one that acts: not where it tells of the past.
fn places(draft: &Draft) -> Vec<Vec<Span>> {
    let stale = &draft.reading.vocabulary.wording().stale;
    let mut places = vec![Vec::new(); stale.len()];
    for (document, passage) in own_passages(draft) {
        let text = document.text(passage.extent);
        let mut named = draft
            .worded(List::Stale, document, passage.extent)
            .map(|found| (found.index as usize, found.extent))
            .filter(|&(body, extent)| as_written(&stale[body], document.text(extent)))
            .peekable();
        if named.peek().is_none() || tells_of_the_past(text) {
            continue;
        }
        for (body, extent) in named {
            places[body].push(document.span(extent));
        }
    }
    places
}

fn tells_of_the_past(text: &str) -> bool {
    let lower = text.to_lowercase();
    HISTORY.iter().any(|word| lower.contains(word))
}

/// Abbreviations, and names that are common words too, count only in their own capitals.
fn as_written(body: &StaleBody, words: &str) -> bool {
    let singular = words.strip_suffix('s').unwrap_or(words);
    let shouted =
        singular.len() < 8 && body.abbr.iter().any(|it| it.eq_ignore_ascii_case(singular));
    let exact = |form: &String| form == words || form == singular;
    if shouted {
        body.abbr.iter().any(exact)
    } else {
        !body.exact || exact(&body.name) || body.forms.iter().any(exact)
    }
}
