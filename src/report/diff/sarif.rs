//! Changes as SARIF 2.1.0: what is new, updated or absent against the old draft as its baseline.

use std::io::{self, Write};

use serde::Serialize;

use super::{DiffReport, fingerprint::fingerprints};
use crate::{
    diff::{CHANGES, Change, Comparison},
    report::check::sarif::{LocationWire, TextWire, described, write_run},
    source::{SourceId, Span},
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultWire<'a> {
    rule_id: &'static str,
    rule_index: Option<usize>,
    level: &'static str,
    message: TextWire<'a>,
    locations: [LocationWire<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<LocationWire<'a>>,
    partial_fingerprints: FingerprintsWire,
    baseline_state: &'static str,
}

#[derive(Serialize)]
struct FingerprintsWire {
    #[serde(rename = "dutybound/v1")]
    value: String,
}

/// One run, with every change rule and every change; the hidden ones too where they were asked for.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn sarif(out: &mut dyn Write, report: &DiffReport<'_>) -> io::Result<()> {
    let rules = CHANGES.iter().map(|rule| {
        let text = (rule.id, rule.summary, rule.page);
        described(text, (rule.severity, !rule.hidden), "src/diff/changes")
    });
    let results = fingerprints(report.comparison, report.shown())
        .map(|(change, fingerprint)| ResultWire::of(report.comparison, change, fingerprint));
    write_run(out, &rules.collect::<Vec<_>>(), report.not_read, results)
}

impl<'a> ResultWire<'a> {
    fn of(comparison: &Comparison<'a>, change: &'a Change, fingerprint: String) -> Self {
        let (old, new) = (comparison.revision.old.draft, comparison.revision.new.draft);
        let start = Span { source: SourceId::default(), start: 0, end: 0 };
        let before = change.old_words.map(|span| (old, span));
        let after = change.new_words.map(|span| (new, span));
        let ((draft, span), state) = match (before, after) {
            (Some(_), Some(after)) => (after, "updated"),
            (None, Some(after)) => (after, "new"),
            (Some(before), None) => (before, "absent"),
            (None, None) => ((new, start), "updated"),
        };
        let related = before.filter(|_| after.is_some()).into_iter();
        Self {
            rule_id: change.rule.id,
            rule_index: CHANGES.iter().position(|rule| rule.id == change.rule.id),
            level: change.severity().as_str(),
            message: TextWire { text: &change.message },
            locations: [LocationWire::of(draft, span, None)],
            related_locations: related
                .map(|(draft, span)| LocationWire::of(draft, span, Some("the old draft")))
                .collect(),
            partial_fingerprints: FingerprintsWire { value: fingerprint },
            baseline_state: state,
        }
    }
}
