//! Nobody has to act any more, though the must is still there.

use super::{
    Change, ChangeRule,
    holders::{Holders, listed},
    twins::{self, Twins},
};
use crate::{
    diff::{Grade, Revision},
    findings::Severity,
    statements::Grade as Reading,
};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "holder-removed",
    summary: "it no longer says who must act",
    counted: ["no longer names who must act", "no longer name who must act"],
    severity: Severity::Error,
    hidden: false,
    page: include_str!("holder_removed.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let twins = twins::edited(revision).filter_map(|id| {
        twins::of(revision, id).into_iter().find_map(|twins| removed(revision, twins))
    });
    twins.collect()
}

fn removed(revision: &Revision<'_>, twins: Twins<'_>) -> Option<Change> {
    let old = Holders::of(revision.old.draft, twins.old);
    let new = Holders::of(revision.new.draft, twins.new);
    let message = match () {
        () if old.names.is_empty() => return None,
        () if new.nobody() => format!("named {}, and now names nobody", listed(&old.names)),
        () if new.is_vaguer_than(&old) => {
            format!("named {}, and now only {}", listed(&old.names), listed(&new.names))
        }
        () => return None,
    };
    let certain = new.nobody()
        && [twins.old, twins.new].iter().all(|it| it.duty_holder.grade == Reading::Certain);
    Some(Change {
        grade: Grade::sure_if(certain && revision.pair(twins.pair).is_same_sentence()),
        old: Some(twins.ids.0),
        new: Some(twins.ids.1),
        old_words: Some(old.words(revision.old.draft, twins.old)),
        new_words: Some(new.words(revision.new.draft, twins.new)),
        ..RULE.of_pair(revision, twins.pair, message)
    })
}
