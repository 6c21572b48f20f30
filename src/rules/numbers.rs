//! What the two rules about numbering share: the runs of numbers of a document.

use crate::{
    acts::provision::compare_numbers,
    document::{Document, Paragraph},
};

/// Paragraphs whose numbers count on: "5.1, 5.2, 5.3", or "1, 2, 3" until the draft begins again at 1.
pub(super) fn runs(document: &Document) -> Vec<Vec<&Paragraph>> {
    let mut runs: Vec<Vec<&Paragraph>> = Vec::new();
    for paragraph in &document.paragraphs {
        match runs.last_mut().filter(|run| run.last().is_some_and(|last| goes_on(last, paragraph)))
        {
            Some(run) => run.push(paragraph),
            None => runs.push(vec![paragraph]),
        }
    }
    runs
}

/// A number goes on from the one before it unless it begins anew, or counts something else.
fn goes_on(last: &Paragraph, next: &Paragraph) -> bool {
    let (last_head, last_tail) = split(last.number.as_str());
    let (head, tail) = split(next.number.as_str());
    head == last_head && last.unit == next.unit && compare_numbers(tail, last_tail).is_ge()
}

/// "5.12" as "5" and "12".
pub(super) fn split(number: &str) -> (&str, &str) {
    number.rsplit_once('.').unwrap_or(("", number))
}
