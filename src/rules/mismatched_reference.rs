//! A reference whose words do not fit the place it names.

use super::{Rule, referring};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::{Reference, ReferenceFault},
};

pub(super) static RULE: Rule = Rule {
    id: "mismatched-reference",
    summary: "a reference whose words do not fit the place it names",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("mismatched_reference.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    referring::references(draft).filter_map(|reference| finding(draft, reference)).collect()
}

fn finding(draft: &Draft, reference: &Reference) -> Option<Finding> {
    let (extent, message) = match reference.fault.as_ref()? {
        ReferenceFault::OtherHeading { says, heading } => {
            let words = referring::text(draft, reference.document, *says);
            (*says, format!("{} is headed “{heading}”, not “{words}”", reference.target))
        }
        ReferenceFault::WrongDirection { says } => {
            let right = if *says == "above" { "below" } else { "above" };
            (reference.extent, format!("{} stands {right}, not {says}", reference.target))
        }
        _ => return None,
    };
    Some(RULE.finding(referring::span(draft, reference.document, extent), message))
}
