//! The words of the law, quoted wrongly; its duty, with less or more than it has.

use super::{
    Rule,
    against_law::{self, Restated},
    quoted::{self, Difference},
    referring,
};
use crate::{
    acts::provision::said,
    document::{Document, Extent, Origin, PassageId},
    draft::Draft,
    findings::{Finding, Severity},
    law::Instrument,
    statements::{Citation, Modality},
};

pub(super) static RULE: Rule = Rule {
    id: "law-restated-differently",
    summary: "the words of the law quoted wrongly, or its duty told with less or more than it has",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("law_restated_differently.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    if draft.law.instruments.is_empty() {
        return Vec::new();
    }
    let told = against_law::restated(draft);
    let told = told.iter().filter_map(|it| dropped(draft, it).or_else(|| added(draft, it)));
    quotations(draft).into_iter().chain(told).collect()
}

/// What the draft quotes from provisions that it cites beside the quotation, and quotes otherwise than they are.
fn quotations(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, document) in draft.documents.iter().enumerate() {
        for (id, passage) in document.passages.iter().enumerate() {
            let quotes = if passage.origin == Origin::Quotation {
                vec![passage.extent]
            } else {
                quoted::stretches(document.text(passage.extent), passage.extent.start)
            };
            let quotes = quotes.into_iter().filter(|it| quoted::is_long(document.text(*it)));
            let quotes: Vec<Extent> = quotes.collect();
            if quotes.is_empty() {
                continue;
            }
            let sources = sources(draft, index as u32, document, PassageId(id as u32));
            let wrong =
                quotes.into_iter().filter_map(|quote| misquotation(document, quote, &sources));
            findings.extend(wrong);
        }
    }
    findings
}

/// The provisions of the supplied law that a passage cites; of a block that is set apart, those that the passage before it cites.
fn sources<'a>(
    draft: &'a Draft,
    index: u32,
    document: &Document,
    id: PassageId,
) -> Vec<(&'a Instrument, u32)> {
    let cited = |id: PassageId| -> Vec<(&'a Instrument, u32)> {
        let all = draft.citations_within(index, document.passage(id).extent);
        let whole = |it: &&Citation| it.to.is_none();
        all.filter(whole).filter_map(|it| draft.law.provision_of(it)).collect()
    };
    let own = cited(id);
    let apart = document.passage(id).origin == Origin::Quotation;
    let before = id.0.checked_sub(1).map(PassageId);
    match before.filter(|_| own.is_empty() && apart) {
        Some(before) => cited(before),
        None => own,
    }
}

/// A quotation that is nearly the words of a provision, and is those of none that is cited beside it.
fn misquotation(
    document: &Document,
    quote: Extent,
    sources: &[(&Instrument, u32)],
) -> Option<Finding> {
    let words = document.text(quote);
    let mut nearest: Option<(u32, Difference, String)> = None;
    for (instrument, provision) in sources {
        for text in texts(instrument, *provision) {
            match quoted::compare(words, &text) {
                Some((_, Difference::None)) => return None,
                Some((share, difference))
                    if nearest.as_ref().is_none_or(|(best, ..)| share > *best) =>
                {
                    nearest = Some((share, difference, source(instrument, *provision)));
                }
                _ => {}
            }
        }
    }
    let (_, difference, source) = nearest?;
    Some(RULE.finding(document.span(quote), difference.said_of(&source)))
}

/// The words of a provision, whole, and of each that lies in it with what introduces it.
fn texts(instrument: &Instrument, provision: u32) -> impl Iterator<Item = String> {
    let path = &instrument.provisions[provision as usize].path;
    let within = instrument.provisions[provision as usize..]
        .iter()
        .take_while(|it| crate::acts::provision::is_within(&it.path, path));
    let count = within.count() as u32;
    (provision..provision + count).map(|at| instrument.operative_text(at))
}

fn source(instrument: &Instrument, provision: u32) -> String {
    format!("{} of the {}", said(&instrument.provisions[provision as usize].path), instrument.title)
}

/// Words of the law that make a duty less than to bring something about.
const QUALIFIERS: &[&[&str]] = &[
    &["best endeavours"],
    &["reasonable steps", "all reasonable steps", "such steps as are reasonable"],
    &[
        "so far as reasonably practicable",
        "as far as is reasonably practicable",
        "reasonably practicable",
    ],
    &["so far as possible", "as far as possible"],
    &["have regard to", "had regard to", "having regard to", "has regard to"],
    &["with a view to"],
];

/// A duty told without a qualification that the law has: "must secure" for "must use its best endeavours to secure".
fn dropped(draft: &Draft, it: &Restated<'_>) -> Option<Finding> {
    if it.own.modality != Modality::Duty || it.law.modality != Modality::Duty {
        return None;
    }
    let law = it.instrument.document().text(it.law.extent).to_lowercase();
    let own = draft.text(it.own, it.own.extent).to_lowercase();
    let qualifier = QUALIFIERS.iter().find_map(|forms| {
        let there = forms.iter().find(|form| law.contains(**form))?;
        (!forms.iter().any(|form| own.contains(form))).then_some(*there)
    })?;
    let message = format!("{} says “{qualifier}”, and this does not", it.source());
    let action = referring::before_citation(draft, it.own.document, it.own.action);
    let finding = RULE.finding(draft.span(it.own, action), message);
    Some(Finding { severity: Severity::Note, statement: Some(it.index), ..finding })
}

/// A condition that nothing in the provision has: "where resources allow".
fn added(draft: &Draft, it: &Restated<'_>) -> Option<Finding> {
    let law = it.instrument.operative_text(whole(it.instrument, it.provision));
    let law = against_law::stems(&law);
    let conditions = it.own.conditions.iter();
    let conditions =
        conditions.map(|&condition| referring::before_citation(draft, it.own.document, condition));
    let condition = conditions.into_iter().find(|&condition| {
        let stems = against_law::stems(draft.text(it.own, condition));
        !stems.is_empty() && !stems.iter().any(|stem| law.contains(stem))
    })?;
    let words = referring::text(draft, it.own.document, condition);
    let message = format!("{} has no such condition: “{words}”", it.source());
    let finding = RULE.finding(draft.span(it.own, condition), message);
    Some(Finding { severity: Severity::Note, statement: Some(it.index), ..finding })
}

/// The section that a provision lies in.
fn whole(instrument: &Instrument, provision: u32) -> u32 {
    let parent = |at: &u32| instrument.provisions[*at as usize].parent;
    std::iter::successors(Some(provision), parent).last().unwrap_or(provision)
}
