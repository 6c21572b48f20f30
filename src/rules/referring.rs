//! What the rules about references and citations share: which of them the Code itself makes, and where they stand.

use crate::{
    document::{Extent, Origin},
    draft::Draft,
    source::Span,
    statements::{Citation, Reference},
};

/// The references of the Code itself: not those in what it quotes, and none in its history.
pub(super) fn references(draft: &Draft) -> impl Iterator<Item = &Reference> {
    let speaks = |it: &&Reference| is_own(draft, it.document, it.passage);
    draft.reading.references.iter().filter(speaks)
}

/// The citations of the Code itself.
pub(super) fn citations(draft: &Draft) -> impl Iterator<Item = &Citation> {
    let speaks = |it: &&Citation| is_own(draft, it.document, it.passage);
    draft.reading.citations.iter().filter(speaks)
}

/// Those whose own words overlap a stretch of a document.
pub(super) fn citations_at(
    draft: &Draft,
    document: u32,
    extent: Extent,
) -> impl Iterator<Item = &Citation> {
    let all = &draft.reading.citations;
    let first = all.partition_point(|it| (it.document, it.at.end) <= (document, extent.start));
    let here = move |it: &&Citation| it.document == document && it.at.start < extent.end;
    let speaks = |it: &&Citation| is_own(draft, it.document, it.passage);
    all[first..].iter().take_while(here).filter(speaks)
}

/// Words quoted from elsewhere point within what they are quoted from.
fn is_own(draft: &Draft, document: u32, passage: crate::document::PassageId) -> bool {
    let origin = draft.documents[document as usize].passage(passage).origin;
    !matches!(origin, Origin::Quotation | Origin::History)
}

pub(super) fn span(draft: &Draft, document: u32, extent: Extent) -> Span {
    draft.documents[document as usize].span(extent)
}

pub(super) fn text(draft: &Draft, document: u32, extent: Extent) -> String {
    let words = draft.documents[document as usize].text(extent);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What of a stretch stands before the first law that it cites, without the bracket that the citation is in.
pub(super) fn before_citation(draft: &Draft, document: u32, extent: Extent) -> Extent {
    let first = draft.citations_within(document, extent).next();
    let end = first.map_or(extent.end, |it| it.at.start.max(extent.start));
    let words = draft.documents[document as usize].text(Extent { end, ..extent });
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | ','));
    Extent::new(extent.range().start, extent.range().start + words.len())
}

/// Keeps the first of each key, with how many more there are.
pub(super) fn first_of_each<T, K: Eq + std::hash::Hash>(
    items: impl Iterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<(T, usize)> {
    let mut found: Vec<(T, usize)> = Vec::new();
    let mut places = rustc_hash::FxHashMap::default();
    for item in items {
        let next = found.len();
        match places.entry(key(&item)).or_insert(next) {
            at if *at == next => found.push((item, 0)),
            at => found[*at].1 += 1,
        }
    }
    found
}

/// "; and 3 more times", where there are more.
pub(super) fn and_more(times: usize) -> String {
    match times {
        0 => String::new(),
        1 => "; and once more".to_owned(),
        _ => format!("; and {times} more times"),
    }
}
