//! Findings as scripts see them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{NotReadWire, parts::SpanWire};
use crate::{
    draft::Draft,
    findings::{Related, Severity},
    report::{
        Place,
        check::{CheckReport, CheckedDraft},
        wrap::one_line,
    },
    triage::Triaged,
};

/// `check --format json`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Check")]
pub struct CheckWire<'a> {
    /// "dutybound/check/1".
    #[schemars(extend("enum" = ["dutybound/check/1"]))]
    schema: &'static str,
    not_read: Vec<NotReadWire<'a>>,
    findings: Vec<FindingWire<'a>>,
    drafts: Vec<CheckedWire<'a>>,
}

impl<'a> CheckWire<'a> {
    pub fn of(report: &'a CheckReport<'a>) -> Self {
        let findings = report.drafts.iter().flat_map(|checked| {
            checked.findings.iter().map(|triaged| FindingWire::of(&checked.draft, triaged))
        });
        Self {
            schema: "dutybound/check/1",
            not_read: NotReadWire::all(report.not_read),
            findings: findings.collect(),
            drafts: report
                .drafts
                .iter()
                .filter(|it| !it.is_settings)
                .map(CheckedWire::of)
                .collect(),
        }
    }
}

/// One finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
pub struct FindingWire<'a> {
    rule: &'a str,
    #[schemars(extend("enum" = ["error", "warning", "note"]))]
    severity: &'static str,
    message: &'a str,
    path: &'a str,
    page: Option<u32>,
    paragraph: Option<&'a str>,
    span: SpanWire,
    /// The id of the statement it is about.
    statement: Option<String>,
    /// The words at fault.
    words: String,
    related: Vec<RelatedWire<'a>>,
    /// Stays the same when lines move and paragraphs are renumbered.
    fingerprint: &'a str,
    /// Why it stands, where it was allowed.
    allowed: Option<AllowedWire<'a>>,
    /// Whether the baseline knows it already.
    known: bool,
}

/// Another place that explains a finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Related")]
struct RelatedWire<'a> {
    path: &'a str,
    span: SpanWire,
    message: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Allowed")]
struct AllowedWire<'a> {
    reason: &'a str,
}

impl<'a> FindingWire<'a> {
    pub fn of(draft: &'a Draft, triaged: &'a Triaged) -> Self {
        let finding = &triaged.finding;
        let place = Place::of(draft, finding.span);
        Self {
            rule: finding.rule,
            severity: finding.severity.as_str(),
            message: &finding.message,
            path: place.path(),
            page: place.page(),
            paragraph: place.paragraph(),
            span: SpanWire::of(draft, finding.span),
            statement: finding.statement.map(|index| draft.id(&draft.statements()[index as usize])),
            words: one_line(place.words()).into_owned(),
            related: finding
                .related
                .iter()
                .map(|related| RelatedWire::of(draft, related))
                .collect(),
            fingerprint: &triaged.fingerprint,
            allowed: triaged.allowed.as_ref().map(|it| AllowedWire { reason: &it.reason }),
            known: triaged.known,
        }
    }
}

impl<'a> RelatedWire<'a> {
    fn of(draft: &'a Draft, related: &'a Related) -> Self {
        Self {
            path: draft.source(related.span.source).path(),
            span: SpanWire::of(draft, related.span),
            message: &related.message,
        }
    }
}

/// One draft and how many findings it has.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Checked")]
struct CheckedWire<'a> {
    path: &'a str,
    paths: Vec<&'a str>,
    /// Findings that neither an allow nor the baseline covers, by severity; then those covered.
    counts: BTreeMap<&'static str, usize>,
}

impl<'a> CheckedWire<'a> {
    fn of(checked: &'a CheckedDraft) -> Self {
        let count = |wanted: &dyn Fn(&Triaged) -> bool| {
            checked.findings.iter().filter(|triaged| wanted(triaged)).count()
        };
        let mut counts: BTreeMap<_, _> = Severity::ALL
            .into_iter()
            .map(|severity| {
                (severity.as_str(), count(&|it| it.counts() && it.finding.severity == severity))
            })
            .collect();
        counts.insert("allowed", count(&|it| it.allowed.is_some()));
        counts.insert("known", count(&|it| it.known));
        Self {
            path: &checked.draft.path,
            paths: checked.draft.sources.iter().map(crate::source::Source::path).collect(),
            counts,
        }
    }
}
