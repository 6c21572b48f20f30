//! One term written in two ways: "co-operate" here and "cooperate" there.

use super::{Rule, phrase::own_passages};
use crate::{
    document::Extent,
    draft::Draft,
    findings::{Finding, Related, Severity},
    source::Span,
    statements::wording::PhraseList,
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
    let terms = &draft.reading.vocabulary.wording.terms;
    terms.iter().filter_map(|forms| variant(draft, forms)).collect()
}

/// A finding at the first place of the rarest form, where there are two.
fn variant(draft: &Draft, forms: &[String]) -> Option<Finding> {
    let places = places(draft, forms);
    let mut used: Vec<(&String, &Vec<Span>)> =
        forms.iter().zip(&places).filter(|(_, places)| !places.is_empty()).collect();
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

/// Where each form stands. A form in lower case may begin a sentence.
fn places(draft: &Draft, forms: &[String]) -> Vec<Vec<Span>> {
    let plurals = forms.iter().map(|form| format!("{form}s"));
    let list = PhraseList::new(forms.iter().cloned().chain(plurals).collect());
    let mut places = vec![Vec::new(); forms.len()];
    for (document, passage) in own_passages(draft) {
        let (text, start) = (document.text(passage.extent), passage.extent.start as usize);
        for range in list.find(text) {
            let words = &text[range.clone()];
            if let Some(index) = forms.iter().position(|form| is_form(words, form)) {
                places[index]
                    .push(document.span(Extent::new(start + range.start, start + range.end)));
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
