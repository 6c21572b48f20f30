//! What is said below a finding: the same words in every report for people.

use crate::{draft::Draft, report::Place, triage::Triaged};

/// What explains a finding, and what the project says of it. `known_as` says why a finding is not news, and `shown` where
/// something stands.
pub(super) fn notes(
    known_as: Option<&str>,
    draft: &Draft,
    triaged: &Triaged,
    shown: impl Fn(&Place<'_>) -> String,
) -> Vec<String> {
    let related = triaged.finding.related.iter();
    let related =
        related.map(|it| format!("{}: {}", shown(&Place::of(draft, it.span)), it.message));
    let allowed = triaged.allowed.iter().map(|it| format!("allowed: {}", it.reason));
    let known = known_as.filter(|_| triaged.known).map(|it| format!("not new: {it}"));
    related.chain(allowed).chain(known).collect()
}

/// File, line and paragraph: what finds a place outside the report.
pub(super) fn in_full(place: &Place<'_>) -> String {
    place.to_string()
}
