//! Findings as SARIF 2.1.0, for code scanning.
//!
//! Written from structs of our own: they hold what we say and no more, borrow the draft's text, and are made as they
//! are written. The suite reads the result with the published types of another crate.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::json;

use super::{CheckReport, CheckedDraft};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    report::{NotRead, Place, uri},
    rules::{RULES, Rule},
    source::Span,
    triage::{AllowedBy, Triaged},
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Where the program is published: whoever builds a release says it, else the package does.
const REPOSITORY: Option<&str> = match option_env!("DUTYBOUND_REPOSITORY") {
    None => option_env!("CARGO_PKG_REPOSITORY"),
    given => given,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultWire<'a> {
    rule_id: &'a str,
    rule_index: Option<usize>,
    level: &'static str,
    message: TextWire<'a>,
    locations: [LocationWire<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<LocationWire<'a>>,
    partial_fingerprints: FingerprintsWire<'a>,
    /// Always there: an empty list says that the finding is known not to be suppressed.
    suppressions: Vec<SuppressionWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
}

#[derive(Serialize)]
pub(in crate::report) struct TextWire<'a> {
    pub(in crate::report) text: &'a str,
}

#[derive(Serialize)]
struct FingerprintsWire<'a> {
    #[serde(rename = "dutybound/v1")]
    value: &'a str,
}

#[derive(Serialize)]
struct SuppressionWire<'a> {
    kind: &'static str,
    justification: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::report) struct LocationWire<'a> {
    physical_location: PhysicalWire,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<TextWire<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalWire {
    artifact_location: ArtifactWire,
    /// Lines of a converted file are not lines of the file itself: it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<RegionWire>,
}

#[derive(Serialize)]
struct ArtifactWire {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegionWire {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    byte_offset: u32,
    byte_length: u32,
}

/// The page of the original, or the paragraph in the draft's own words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalWire {
    name: String,
    fully_qualified_name: String,
}

/// One run, with every rule and every finding.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn sarif(out: &mut dyn Write, report: &CheckReport<'_>) -> io::Result<()> {
    let rules: Vec<_> = RULES.iter().map(|rule| rule_wire(rule)).collect();
    let results = report.drafts.iter().flat_map(|checked| {
        let findings = checked.findings.iter();
        findings.map(move |triaged| ResultWire::of(report, checked, triaged))
    });
    write_run(out, &rules, report.not_read, results)
}

/// One run: what the tool is, what it could not read, and its results, each made as it is written.
pub(in crate::report) fn write_run<T: Serialize>(
    out: &mut dyn Write,
    rules: &[serde_json::Value],
    not_read: &[NotRead],
    results: impl Iterator<Item = T>,
) -> io::Result<()> {
    let driver = json!({
        "name": "dutybound",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let notes = not_read.iter().map(|it| {
        json!({
            "level": "error",
            "message": { "text": format!("not read: {}", it.reason) },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri::of(&it.path) } } }],
        })
    });
    let invocation = json!({
        "executionSuccessful": not_read.is_empty(),
        "toolExecutionNotifications": notes.collect::<Vec<_>>(),
    });
    write!(out, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{")?;
    write!(out, "\"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",")?;
    write!(out, "\"invocations\":[{invocation}],\"results\":[")?;
    let mut between = "\n";
    for result in results {
        write!(out, "{between}")?;
        serde_json::to_writer(&mut *out, &result)?;
        between = ",\n";
    }
    writeln!(out, "]}}]}}")
}

fn rule_wire(rule: &Rule) -> serde_json::Value {
    let Rule { id, summary, page, severity, strict, .. } = *rule;
    described((id, summary, page), (severity, !strict), "src/rules")
}

/// A rule with its page, which lies in `folder` of the repository.
pub(in crate::report) fn described(
    (id, summary, page): (&str, &str, &str),
    (severity, enabled): (Severity, bool),
    folder: &str,
) -> serde_json::Value {
    let mut wire = json!({
        "id": id,
        "shortDescription": { "text": summary },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": severity.as_str(), "enabled": enabled },
    });
    if let Some(uri) = help_uri(REPOSITORY, folder, id) {
        wire["helpUri"] = uri.into();
    }
    wire
}

/// Where a rule's page can be read, once the program is published anywhere.
fn help_uri(repository: Option<&str>, folder: &str, id: &str) -> Option<String> {
    let repository = repository.filter(|it| it.starts_with("https://"))?.trim_end_matches('/');
    let file = id.replace('-', "_");
    Some(format!("{repository}/blob/main/{folder}/{file}.md"))
}

impl<'a> ResultWire<'a> {
    fn of(report: &CheckReport<'_>, checked: &'a CheckedDraft, triaged: &'a Triaged) -> Self {
        let finding: &Finding = &triaged.finding;
        let draft = &checked.draft;
        let related = finding.related.iter();
        Self {
            rule_id: finding.rule,
            rule_index: RULES.iter().position(|rule| rule.id == finding.rule),
            level: finding.severity.as_str(),
            message: TextWire { text: &finding.message },
            locations: [LocationWire::of(draft, finding.span, None)],
            related_locations: related
                .map(|it| LocationWire::of(draft, it.span, Some(&it.message)))
                .collect(),
            partial_fingerprints: FingerprintsWire { value: &triaged.fingerprint },
            suppressions: triaged.allowed.iter().map(SuppressionWire::of).collect(),
            baseline_state: report.known_as.is_some().then_some(if triaged.known {
                "unchanged"
            } else {
                "new"
            }),
        }
    }
}

impl<'a> SuppressionWire<'a> {
    fn of(allowed: &'a crate::triage::Allowed) -> Self {
        let kind = match allowed.by {
            AllowedBy::Comment => "inSource",
            AllowedBy::Config => "external",
        };
        Self { kind, justification: &allowed.reason }
    }
}

impl<'a> LocationWire<'a> {
    pub(in crate::report) fn of(draft: &Draft, span: Span, message: Option<&'a str>) -> Self {
        let place = Place::of(draft, span);
        let region = || {
            let (start, end) = (place.location(), place.end());
            RegionWire {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
                byte_offset: span.start,
                byte_length: span.end - span.start,
            }
        };
        let page = place.page().map(|page| format!("page {page}"));
        let logical = page.into_iter().chain(place.paragraph_named()).map(|name| LogicalWire {
            fully_qualified_name: place
                .headings()
                .into_iter()
                .chain([name.as_str()])
                .collect::<Vec<_>>()
                .join(" › "),
            name,
        });
        Self {
            physical_location: PhysicalWire {
                artifact_location: ArtifactWire { uri: uri::of(place.path()) },
                region: (!place.is_converted()).then(region),
            },
            logical_locations: logical.collect(),
            message: message.map(|text| TextWire { text }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::help_uri;

    #[test]
    fn help_is_where_the_program_is_published() {
        let help = |repository| help_uri(repository, "src/rules", "vague-holder");
        let page = "https://code.example/dutybound/blob/main/src/rules/vague_holder.md";
        assert_eq!(help(Some("https://code.example/dutybound/")).as_deref(), Some(page));
        assert_eq!((help(None), help(Some(""))), (None, None));
    }
}
