//! A "must" where the Act says "may", a "should" where it says "must".

use super::{
    Rule,
    against_law::{Restated, restated},
};
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    statements::Modality,
};

pub(super) static RULE: Rule = Rule {
    id: "modality-contradicts-law",
    summary: "a duty, permission or advice where the cited provision says another of these",
    severity: Severity::Error,
    strict: false,
    page: include_str!("modality_contradicts_law.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    restated(draft).iter().filter_map(|it| finding(draft, it)).collect()
}

fn finding(draft: &Draft, it: &Restated<'_>) -> Option<Finding> {
    let (own, law) = (force(it.own.modality)?, force(it.law.modality)?);
    // A provision may have both a duty and a power over the same thing: then the draft is right about one of them.
    let as_said =
        it.instrument.statements_of(it.provision).any(|other| force(other.modality) == Some(own));
    if own == law
        || as_said
        || (own == Force::Forbids) != (law == Force::Forbids) && own == Force::Allows
    {
        return None;
    }
    let message = format!("{} says “{}”: it {}", it.source(), it.keyword(), law.verb());
    Some(RULE.at_keyword(draft, it.index, message))
}

/// What a statement does to whom it speaks to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Force {
    Binds,
    Forbids,
    Allows,
    Advises,
}

impl Force {
    fn verb(self) -> &'static str {
        match self {
            Self::Binds => "makes this a duty",
            Self::Forbids => "forbids this",
            Self::Allows => "allows this, and does not require it",
            Self::Advises => "advises this",
        }
    }
}

/// Obligation wording outside the convention may be either: nothing is said of it.
fn force(modality: Modality) -> Option<Force> {
    match modality {
        Modality::Duty => Some(Force::Binds),
        Modality::Prohibition => Some(Force::Forbids),
        Modality::Permission => Some(Force::Allows),
        Modality::Guidance | Modality::GuidanceAgainst | Modality::Encouragement => {
            Some(Force::Advises)
        }
        Modality::Undeclared => None,
    }
}
