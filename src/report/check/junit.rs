//! Findings as `JUnit` XML: a suite a draft, a case a rule that found something.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use super::{CheckReport, CheckedDraft, xml::escaped};
use crate::{
    report::{Place, words},
    triage::{FailOn, Triaged},
};

/// A case fails when `fail_on` names one of its findings; other findings are its output. A draft with none has one case
/// that passes, and a path that was not read is an error.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn junit(out: &mut dyn Write, report: &CheckReport<'_>, fail_on: &FailOn) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"dutybound\">")?;
    for checked in report.drafts {
        write_suite(out, checked, fail_on)?;
    }
    for not_read in report.not_read {
        let (path, reason) = (escaped(&not_read.path), escaped(&not_read.reason));
        writeln!(
            out,
            "  <testsuite name=\"{path}\" tests=\"1\" failures=\"0\" errors=\"1\">\n    \
             <testcase name=\"read\" classname=\"{path}\">\n      <error message=\"{reason}\"/>\n    \
             </testcase>\n  </testsuite>"
        )?;
    }
    writeln!(out, "</testsuites>")
}

fn write_suite(out: &mut dyn Write, checked: &CheckedDraft, fail_on: &FailOn) -> io::Result<()> {
    let mut rules: BTreeMap<&str, Vec<&Triaged>> = BTreeMap::new();
    for triaged in checked.findings.iter().filter(|it| it.counts()) {
        rules.entry(triaged.finding.rule).or_default().push(triaged);
    }
    let fails = |findings: &[&Triaged]| findings.iter().any(|it| fail_on.names(it));
    let failures = rules.values().filter(|findings| fails(findings)).count();
    let path = escaped(&checked.draft.path);
    let tests = rules.len().max(1);
    writeln!(
        out,
        "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    )?;
    if rules.is_empty() {
        writeln!(out, "    <testcase name=\"all rules\" classname=\"{path}\"/>")?;
    }
    for (rule, findings) in rules {
        writeln!(out, "    <testcase name=\"{rule}\" classname=\"{path}\">")?;
        let element = if fails(&findings) { "failure" } else { "system-out" };
        match element {
            "failure" => {
                let count = words::counted(findings.len(), "finding");
                writeln!(out, "      <failure type=\"{rule}\" message=\"{count}\">")?;
            }
            _ => writeln!(out, "      <system-out>")?,
        }
        findings.iter().try_for_each(|it| write_finding(out, checked, it))?;
        writeln!(out, "      </{element}>\n    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}

fn write_finding(out: &mut dyn Write, checked: &CheckedDraft, triaged: &Triaged) -> io::Result<()> {
    let finding = &triaged.finding;
    let place = Place::of(&checked.draft, finding.span).to_string();
    let severity = finding.severity.as_str();
    writeln!(out, "{}: {severity}: {}", escaped(&place), escaped(&finding.message))
}
