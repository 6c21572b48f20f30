//! What is said below a finding: the same words in every report for people.

use crate::{draft::Draft, report::Place, triage::Triaged};

/// What explains a finding, and what the project says of it. `shown` says where something stands.
pub(super) fn notes(
    draft: &Draft,
    triaged: &Triaged,
    shown: impl Fn(&Place<'_>) -> String,
) -> Vec<String> {
    let related = triaged.finding.related.iter();
    let related =
        related.map(|it| format!("{}: {}", shown(&Place::of(draft, it.span)), it.message));
    let allowed = triaged.allowed.iter().map(|it| format!("allowed: {}", it.reason));
    let known = triaged.known.then(|| "known: the baseline has it".to_owned());
    related.chain(allowed).chain(known).collect()
}

/// File, line and paragraph: what finds a place outside the report.
pub(super) fn in_full(place: &Place<'_>) -> String {
    place.to_string()
}
