//! One term written in two ways: "co-operate" here and "cooperate" there.

use super::{Rule, phrase::own_passages};
use crate::{
    draft::Draft,
    findings::{Finding, Related, Severity},
    source::Span,
    statements::wording::{List, Worded},
};

pub(super) static RULE: Rule = Rule {
    id: "variant-term",
    summary: "a term that the draft writes in two ways",
    severity: Severity::Note,
    strict: false,
    page: include_str!("variant_term.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let terms = &draft.reading.vocabulary.wording().terms;
    let places = places(draft);
    terms.iter().zip(&places).filter_map(|(forms, places)| variant(forms, places)).collect()
}

/// A finding at the first place of the rarest form, where there are two.
fn variant(forms: &[String], places: &[Vec<Span>]) -> Option<Finding> {
    let mut used: Vec<(&String, &Vec<Span>)> =
        forms.iter().zip(places).filter(|(_, places)| !places.is_empty()).collect();
    used.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    let (&(usual, most), &(rare, least)) = (used.first()?, used.last()?);
    if std::ptr::eq(usual, rare) {
        return None;
    }
    let message = format!(
        "“{rare}” here and “{usual}” elsewhere ({} and {} places): a search for one misses the other",
        least.len(),
        most.len()
    );
    let related = Related { span: *most.first()?, message: format!("“{usual}”") };
    Some(Finding { related: vec![related], ..RULE.finding(*least.first()?, message) })
}

/// Where each form of each term stands. A form in lower case may begin a sentence.
fn places(draft: &Draft) -> Vec<Vec<Vec<Span>>> {
    let terms = &draft.reading.vocabulary.wording().terms;
    let none = |forms: &Vec<String>| vec![Vec::new(); forms.len()];
    let mut places: Vec<Vec<Vec<Span>>> = terms.iter().map(none).collect();
    for (document, passage) in own_passages(draft) {
        for &Worded { index, extent, .. } in draft.worded(List::Term, document, passage.extent) {
            let (term, words) = (index as usize, document.text(extent));
            let form = terms[term].iter().position(|form| is_form(words, form));
            if let Some(form) = form {
                places[term][form].push(document.span(extent));
            }
        }
    }
    places
}

fn is_form(words: &str, form: &str) -> bool {
    let same = |words: &str| {
        words == form
            || form.starts_with(char::is_lowercase)
                && !form.contains(' ')
                && words.get(1..) == form.get(1..)
                && words.to_lowercase() == form
    };
    same(words) || words.strip_suffix('s').is_some_and(same)
}
