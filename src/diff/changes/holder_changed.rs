//! Somebody else has to act.

use super::{
    Change, ChangeRule,
    holders::{Holders, listed},
    twins::{self, Twins},
};
use crate::{
    diff::{Grade, Revision},
    findings::Severity,
    statements::{Found, Grade as Reading},
};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "holder-changed",
    summary: "the same thing is asked of somebody else",
    counted: ["asked of somebody else", "asked of somebody else"],
    severity: Severity::Warning,
    hidden: false,
    page: include_str!("holder_changed.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let twins = twins::pairs(revision).filter_map(|id| {
        twins::of(revision, id).into_iter().find_map(|twins| changed(revision, twins))
    });
    twins.collect()
}

fn changed(revision: &Revision<'_>, twins: Twins<'_>) -> Option<Change> {
    let old = Holders::of(revision.old.draft, twins.old);
    let new = Holders::of(revision.new.draft, twins.new);
    let named_now = old.nobody() && !new.names.is_empty();
    let others = !old.names.is_empty() && !new.names.is_empty() && old.today() != new.today();
    if !(named_now || others) || new.is_vaguer_than(&old) {
        return None;
    }
    // Words that stayed name another body only where the words before them changed.
    let stayed = revision.pair(twins.pair).is_same_text();
    let elsewhere = |found| matches!(found, Found::Heading | Found::Pronoun | Found::Elided);
    if stayed
        && (named_now
            || elsewhere(twins.old.duty_holder.found) != elsewhere(twins.new.duty_holder.found))
    {
        return None;
    }
    let certain = [twins.old, twins.new].iter().all(|it| it.duty_holder.grade == Reading::Certain);
    let message = if named_now {
        format!("named nobody, and now {}", listed(&new.names))
    } else {
        format!("was {}, and is {}", listed(&old.names), listed(&new.names))
    };
    Some(Change {
        grade: Grade::sure_if(certain && !stayed && revision.pair(twins.pair).is_same_sentence()),
        old: Some(twins.ids.0),
        new: Some(twins.ids.1),
        old_words: Some(old.words(revision.old.draft, twins.old)),
        new_words: Some(new.words(revision.new.draft, twins.new)),
        ..RULE.of_pair(revision, twins.pair, message)
    })
}
