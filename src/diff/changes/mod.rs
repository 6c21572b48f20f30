//! Every change rule. A change rule is a value in a slice: two files (`name.rs`, and `name.md`, its page and test) and two lines here.

mod authority_changed;
mod condition_added;
mod condition_removed;
mod conditions;
mod convention_changed;
mod deadline_changed;
mod duty_added;
mod duty_removed;
mod duty_strengthened;
mod duty_weakened;
mod force;
mod guidance_added;
mod guidance_removed;
mod guidance_strengthened;
mod guidance_weakened;
mod holder_changed;
mod holder_removed;
mod holders;
mod items;
mod moved;
mod permission_changed;
mod places;
mod prohibition_weakened;
mod renumbered;
mod reworded;
mod softer;
mod texts;
mod twins;
mod unpaired;
mod verb_softened;

use std::cmp::Reverse;

use super::{Change, Grade, PairId, Revision};
use crate::findings::Severity;

/// Every change rule, what matters most first: of all that became of one keyword, the first names the change.
pub static CHANGES: &[&ChangeRule] = &[
    &convention_changed::RULE,
    &duty_weakened::RULE,
    &holder_removed::RULE,
    &prohibition_weakened::RULE,
    &guidance_weakened::RULE,
    &duty_removed::RULE,
    &duty_added::RULE,
    &holder_changed::RULE,
    &deadline_changed::RULE,
    &condition_added::RULE,
    &verb_softened::RULE,
    &duty_strengthened::RULE,
    &guidance_strengthened::RULE,
    &guidance_added::RULE,
    &guidance_removed::RULE,
    &permission_changed::RULE,
    &condition_removed::RULE,
    &authority_changed::RULE,
    &reworded::RULE,
    &moved::RULE,
    &renumbered::RULE,
];

/// One kind of change: what it is called, what it says, and how it looks.
#[derive(Debug)]
pub struct ChangeRule {
    /// The name a reader cites: kebab-case, and never reused.
    pub id: &'static str,
    /// What changed, in one line.
    pub summary: &'static str,
    /// How one such change is counted, and how several are: "duty weakened", "duties weakened".
    pub counted: [&'static str; 2],
    pub severity: Severity,
    /// Shown only on request.
    pub hidden: bool,
    /// The page `explain` prints. Its examples are run as the rule's test.
    pub page: &'static str,
    check: fn(&Revision<'_>) -> Vec<Change>,
}

/// The change rule of this id.
pub fn find(id: &str) -> Option<&'static ChangeRule> {
    CHANGES.iter().copied().find(|rule| rule.id == id)
}

impl ChangeRule {
    /// What this rule says of a pair: about its first statements, whole, until said otherwise.
    fn of_pair(
        &'static self,
        revision: &Revision<'_>,
        id: PairId,
        message: impl Into<String>,
    ) -> Change {
        let pair = revision.pair(id);
        let first = |side: &super::Side<'_>, unit| side.unit(unit).statements[0];
        let span = |side: &super::Side<'_>, unit| {
            side.draft.span(side.statement(unit), side.unit(unit).own)
        };
        Change {
            rule: self,
            also: Vec::new(),
            grade: Grade::Sure,
            pair: Some(id),
            old: pair.old.map(|unit| first(&revision.old, unit)),
            new: pair.new.map(|unit| first(&revision.new, unit)),
            old_words: pair.old.map(|unit| span(&revision.old, unit)),
            new_words: pair.new.map(|unit| span(&revision.new, unit)),
            items: Vec::new(),
            nearest: None,
            message: message.into(),
        }
    }
}

/// All changes between two drafts: one a keyword, what matters most first.
pub(super) fn of(revision: &Revision<'_>) -> Vec<Change> {
    let mut found: Vec<Change> = CHANGES.iter().flat_map(|rule| (rule.check)(revision)).collect();
    // The sort is stable: of one pair, the rule that comes first in `CHANGES` stays first.
    found.sort_by_key(|change| change.pair);
    let mut changes: Vec<Change> = Vec::with_capacity(found.len());
    for change in found {
        match changes.last_mut().filter(|last| last.pair.is_some() && last.pair == change.pair) {
            // Other words are no news of what changed more.
            Some(_) if change.rule.id == reworded::RULE.id => {}
            Some(first) => first.also.push(change.rule),
            None => changes.push(change),
        }
    }
    items::add(revision, &mut changes);
    unpaired::add_nearest(revision, &mut changes);
    changes.sort_by_key(|change| (Reverse(change.severity()), rank(change.rule)));
    changes
}

fn rank(rule: &ChangeRule) -> usize {
    CHANGES.iter().position(|it| it.id == rule.id).unwrap_or(CHANGES.len())
}
