//! A provision that the supplied law does not have.

use super::{Rule, referring};
use crate::{
    acts::provision::said,
    draft::Draft,
    findings::{Finding, Severity},
    law::{Instrument, Missing},
    statements::Citation,
};

pub(super) static RULE: Rule = Rule {
    id: "provision-not-in-law",
    summary: "a provision that the supplied law does not have",
    severity: Severity::Error,
    strict: false,
    page: include_str!("provision_not_in_law.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let cited = referring::citations(draft).filter(|citation| citation.fault.is_none());
    cited.filter_map(|citation| finding(draft, citation)).collect()
}

fn finding(draft: &Draft, citation: &Citation) -> Option<Finding> {
    let instrument = draft.law.instrument_of(citation)?;
    // Several files may hold parts of one instrument.
    if draft.law.provision_of(citation).is_some() {
        return None;
    }
    let path = [citation.provision.as_deref(), citation.to.as_deref()]
        .into_iter()
        .flatten()
        .find(|path| is_missing(instrument, path))?;
    let Some(Missing::Nearest(nearest)) = instrument.missing(path) else { return None };
    let nearest = nearest
        .map_or(String::new(), |nearest| format!("; the last before it is {}", said(&nearest)));
    let message = format!("the {} has no {}{nearest}", instrument.title, said(path));
    Some(RULE.finding(referring::span(draft, citation.document, citation.extent), message))
}

/// A section of Regulations is a slip of another sort, which has a rule of its own.
fn is_missing(instrument: &Instrument, path: &str) -> bool {
    let sort = path.split('/').next().unwrap_or("");
    let other_name = matches!(sort, "section" | "regulation" | "article")
        && instrument.kind.and_then(crate::acts::Kind::division).is_some_and(|own| own != sort);
    !other_name && matches!(instrument.missing(path), Some(Missing::Nearest(_)))
}
