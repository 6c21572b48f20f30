//! The sentence a finding is in.

use std::ops::Range;

use crate::{draft::Draft, findings::Finding, source::Span};

/// Longest excerpt, in bytes: a sentence that is longer is cut around the words at fault.
const LONGEST: usize = 700;

/// Bytes kept before the words at fault, and after, where a sentence is cut.
const AROUND: usize = 280;

/// The sentence a finding is in, cut where it is very long.
pub(super) fn excerpt(draft: &Draft, finding: &Finding) -> Range<usize> {
    let text = draft.source(finding.span.source).text();
    let fault = finding.span;
    let whole = sentence(draft, finding).unwrap_or_else(|| line(text, fault));
    let whole = whole.start.min(fault.range().start)..whole.end.max(fault.range().end);
    if whole.len() <= LONGEST {
        return whole;
    }
    let start = whole.start.max(fault.range().start.saturating_sub(AROUND));
    let end = whole.end.min((fault.range().end + AROUND).min(fault.range().start + LONGEST));
    to_words(text, start, whole.start)..to_words_after(text, end, whole.end)
}

/// The statement, where the words at fault are its own; else the passage they are in.
fn sentence(draft: &Draft, finding: &Finding) -> Option<Range<usize>> {
    let contains = |range: &Range<usize>| {
        range.start <= finding.span.range().start && finding.span.range().start < range.end
    };
    let statement = finding.statement.map(|index| &draft.statements()[index as usize]);
    let own = statement.map(|it| draft.span(it, it.extent).range());
    let lead_in = statement.and_then(|it| Some(draft.span(it, it.lead_in?).range()));
    let document = &draft.documents[finding.span.source.index()];
    let passage = document
        .passage_of(finding.span)
        .map(|it| document.span(document.passage(it).extent).range());
    [own, lead_in, passage].into_iter().flatten().find(contains)
}

/// The lines a span is on.
fn line(text: &str, span: Span) -> Range<usize> {
    let Range { start, end } = span.range();
    let from = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let to = text[end..].find(['\n', '\r']).map_or(text.len(), |at| end + at);
    from..to
}

/// The start of the word that `at` is in, no earlier than `first`.
fn to_words(text: &str, at: usize, first: usize) -> usize {
    let at = text.floor_char_boundary(at);
    if at == first {
        return at;
    }
    text[at..].find(' ').filter(|&space| space < AROUND).map_or(at, |space| at + space + 1)
}

/// The end of the word that `at` is in, no later than `last`.
fn to_words_after(text: &str, at: usize, last: usize) -> usize {
    let at = text.ceil_char_boundary(at).min(last);
    if at == last {
        return at;
    }
    text[..at].rfind(' ').filter(|&space| at - space < AROUND).unwrap_or(at)
}
