//! The words of `--fail-on`.

use super::settings;
use crate::{
    findings::Severity,
    triage::{FailOn, FailOnItem},
};

/// Reads a list of severities and rules, or `never`.
pub(super) fn parse(written: &str) -> Result<FailOn, String> {
    if written.trim() == "never" {
        return Ok(FailOn(Vec::new()));
    }
    written.split(',').map(str::trim).map(item).collect::<Result<_, _>>().map(FailOn)
}

fn item(written: &str) -> Result<FailOnItem, String> {
    if let Some(severity) = Severity::ALL.into_iter().find(|it| it.as_str() == written) {
        return Ok(FailOnItem::Severity(severity));
    }
    match settings::rule_named(written) {
        Ok(rule) => Ok(FailOnItem::Rule(rule.id)),
        Err(error) => Err(format!("{error} (or give error, warning, note or never)")),
    }
}
