//! Findings that were there when checking began: only those that came since are news.

use std::{
    collections::HashMap,
    fmt,
    io::{self, Write},
};

use serde::{Deserialize, Serialize};

use super::Triaged;
use crate::draft::Draft;

const SCHEMA: &str = "dutybound/baseline/1";

/// The findings that a project knew of.
#[derive(Debug, Default)]
pub struct Baseline {
    /// How often each fingerprint may still be met.
    left: HashMap<String, usize>,
}

/// The file, which people review: one finding a line.
#[derive(Serialize, Deserialize)]
struct BaselineWire {
    schema: String,
    findings: Vec<KnownWire>,
}

#[derive(Serialize, Deserialize)]
struct KnownWire {
    fingerprint: String,
    rule: String,
    path: String,
    words: String,
}

/// Why a text is no baseline.
#[derive(Debug)]
pub struct BaselineError(String);

impl fmt::Display for BaselineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BaselineError {}

impl Baseline {
    /// Reads what [`write`](Self::write) wrote.
    ///
    /// # Errors
    ///
    /// When the text is no baseline of this version.
    pub fn from_json(text: &str) -> Result<Self, BaselineError> {
        let wire: BaselineWire = serde_json::from_str(text)
            .map_err(|error| BaselineError(format!("not a baseline: {error}")))?;
        if wire.schema != SCHEMA {
            return Err(BaselineError(format!(
                "schema is {}, and {SCHEMA} can be read",
                wire.schema
            )));
        }
        let mut left = HashMap::new();
        for known in wire.findings {
            *left.entry(known.fingerprint).or_insert(0) += 1;
        }
        Ok(Self { left })
    }

    /// What was found in an earlier state of the drafts, and was not allowed then.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Triaged>) -> Self {
        let mut baseline = Self::default();
        for triaged in findings.into_iter().filter(|it| it.allowed.is_none()) {
            *baseline.left.entry(triaged.fingerprint.clone()).or_insert(0) += 1;
        }
        baseline
    }

    /// Marks the findings that are known. Of findings alike, as many are known as there were.
    pub fn apply(&mut self, findings: &mut [Triaged]) {
        for triaged in findings.iter_mut().filter(|it| it.counts()) {
            if let Some(left) = self.left.get_mut(&triaged.fingerprint).filter(|left| **left > 0) {
                *left -= 1;
                triaged.known = true;
            }
        }
    }

    /// Writes the findings of all drafts that are not allowed.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written to.
    pub fn write<'a>(
        out: &mut dyn Write,
        drafts: impl Iterator<Item = (&'a Draft, &'a [Triaged])>,
    ) -> io::Result<()> {
        writeln!(out, "{{ \"schema\": \"{SCHEMA}\", \"findings\": [")?;
        let known = drafts.flat_map(|(draft, findings)| {
            let findings = findings.iter().filter(|it| it.allowed.is_none());
            findings.map(move |it| KnownWire::of(draft, it))
        });
        for (index, known) in known.enumerate() {
            write!(out, "{}", if index == 0 { "  " } else { ",\n  " })?;
            serde_json::to_writer(&mut *out, &known)?;
        }
        writeln!(out, "\n] }}")
    }
}

impl KnownWire {
    fn of(draft: &Draft, triaged: &Triaged) -> Self {
        let source = draft.source(triaged.finding.span.source);
        let words: String = source.text()[triaged.finding.span.range()].chars().take(120).collect();
        Self {
            fingerprint: triaged.fingerprint.clone(),
            rule: triaged.finding.rule.to_owned(),
            path: source.path().to_owned(),
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}
