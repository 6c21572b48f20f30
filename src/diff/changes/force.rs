//! How much a modality asks, and which change it is when that falls or rises.

use super::{Change, ChangeRule};
use crate::{
    diff::{Grade, PairId, Revision},
    statements::{Basis, Modality},
};

/// Which of the rules about force a pair falls under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    DutyWeakened,
    ProhibitionWeakened,
    GuidanceWeakened,
    DutyStrengthened,
    GuidanceStrengthened,
    PermissionChanged,
}

/// How much a modality asks. "Need to" asks without saying by what right.
fn force(modality: Modality) -> u8 {
    match modality {
        Modality::Duty | Modality::Prohibition => 5,
        Modality::Undeclared => 4,
        Modality::Guidance | Modality::GuidanceAgainst => 3,
        Modality::Encouragement => 1,
        Modality::Permission => 0,
    }
}

/// What it is when one modality becomes the other. A duty to act that becomes a prohibition is a duty lost.
pub(super) fn turn(old: Modality, new: Modality) -> Option<Turn> {
    if old == new {
        return None;
    }
    Some(match (old, new) {
        (Modality::Permission, Modality::Prohibition) => Turn::PermissionChanged,
        _ if force(new) <= force(old) => match old {
            Modality::Duty => Turn::DutyWeakened,
            Modality::Prohibition => Turn::ProhibitionWeakened,
            _ => Turn::GuidanceWeakened,
        },
        (_, Modality::Duty | Modality::Prohibition) => Turn::DutyStrengthened,
        _ => Turn::GuidanceStrengthened,
    })
}

/// The pairs whose force turned in this way, each with its keywords.
pub(super) fn check(
    rule: &'static ChangeRule,
    revision: &Revision<'_>,
    wanted: Turn,
) -> Vec<Change> {
    let pairs = revision.pairs.iter().enumerate();
    pairs
        .filter_map(|(id, pair)| {
            let old = revision.old.unit(pair.old?).modality;
            let new = revision.new.unit(pair.new?).modality;
            let turned = turn(old, new) == Some(wanted);
            let fell = || wanted == Turn::DutyWeakened && basis_fell(revision, id as PairId);
            (turned || fell()).then(|| say(rule, revision, id as PairId))
        })
        .collect()
}

/// "“must” became “should”".
fn say(rule: &'static ChangeRule, revision: &Revision<'_>, id: PairId) -> Change {
    let pair = *revision.pair(id);
    let (Some(old), Some(new)) = (pair.old, pair.new) else {
        return rule.of_pair(revision, id, "");
    };
    let (was, is) = (revision.old.statement(old), revision.new.statement(new));
    let (old_draft, new_draft) = (revision.old.draft, revision.new.draft);
    let message = format!(
        "“{}” became “{}”",
        old_draft.text(was, was.keyword).to_lowercase(),
        new_draft.text(is, is.keyword).to_lowercase()
    );
    let declared = |modality| modality != Modality::Undeclared;
    let sure = !pair.part && declared(was.modality) && declared(is.modality);
    Change {
        grade: Grade::sure_if(sure && pair.is_same_sentence()),
        old_words: Some(old_draft.span(was, was.keyword)),
        new_words: Some(new_draft.span(is, is.keyword)),
        ..rule.of_pair(revision, id, message)
    }
}

/// Whether a duty that rested on the law rests on the document's own authority now, the convention being the same.
fn basis_fell(revision: &Revision<'_>, id: PairId) -> bool {
    let pair = revision.pair(id);
    let (Some(old), Some(new)) = (pair.old, pair.new) else { return false };
    let (was, is) = (revision.old.statement(old), revision.new.statement(new));
    let conventions = [revision.old.draft, revision.new.draft].map(|it| &it.reading.convention);
    was.modality == is.modality
        && (was.basis, is.basis) == (Basis::Law, Basis::Standard)
        && conventions[0].kind == conventions[1].kind
        && conventions[0].words == conventions[1].words
}

#[cfg(test)]
mod tests {
    use super::*;
    use Modality::{Duty, Encouragement, Guidance, GuidanceAgainst, Permission, Prohibition};

    #[test]
    fn every_step_down_is_weaker_and_every_step_up_stronger() {
        assert_eq!(turn(Duty, Guidance), Some(Turn::DutyWeakened));
        assert_eq!(turn(Prohibition, GuidanceAgainst), Some(Turn::ProhibitionWeakened));
        assert_eq!(turn(Prohibition, Permission), Some(Turn::ProhibitionWeakened));
        assert_eq!(turn(Guidance, Encouragement), Some(Turn::GuidanceWeakened));
        assert_eq!(turn(GuidanceAgainst, Prohibition), Some(Turn::DutyStrengthened));
        assert_eq!(turn(Permission, Encouragement), Some(Turn::GuidanceStrengthened));
        assert_eq!(turn(Permission, Prohibition), Some(Turn::PermissionChanged));
        assert_eq!(turn(Duty, Duty), None);
    }

    #[test]
    fn a_duty_that_becomes_its_opposite_is_lost() {
        assert_eq!(turn(Duty, Prohibition), Some(Turn::DutyWeakened));
        assert_eq!(turn(Prohibition, Duty), Some(Turn::ProhibitionWeakened));
        assert_eq!(turn(Guidance, GuidanceAgainst), Some(Turn::GuidanceWeakened));
    }
}
