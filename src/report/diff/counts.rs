//! How much changed, in a line or two: what every report begins with.

use super::DiffReport;
use crate::{
    diff::{CHANGES, ChangeRule},
    report::words,
};

/// "96 % of what the old draft says is in the new one: 71 of 74 statements; 3 are gone, and 1 of the new draft’s 72 is new".
pub(super) fn matched(report: &DiffReport<'_>) -> String {
    let revision = &report.comparison.revision;
    let gone = revision.pairs.iter().filter(|pair| pair.new.is_none()).count();
    let came = revision.pairs.iter().filter(|pair| pair.old.is_none()).count();
    let (old, new) = (revision.old.units.len(), revision.new.units.len());
    let share = revision.matched() * 100.0;
    // A share that is not the whole is not said to be it.
    let share = if gone > 0 { share.floor() } else { share };
    let are = |count: usize| if count == 1 { "is" } else { "are" };
    format!(
        "{share:.0} % of what the old draft says is in the new one: {} of {}; {gone} {} gone, and {came} of the new draft’s {new} {} new",
        old - gone,
        words::counted(old, "statement"),
        are(gone),
        are(came),
    )
}

/// "9 duties weakened, 3 no longer name who must act, 14 duties new, 2 duties removed". Nothing, where nothing changed.
pub(super) fn changed(report: &DiffReport<'_>) -> String {
    listed(report, |rule| !rule.hidden)
}

/// "212 only renumbered, 4 only moved".
pub(super) fn hidden(report: &DiffReport<'_>) -> String {
    listed(report, |rule| rule.hidden)
}

fn listed(report: &DiffReport<'_>, wanted: fn(&ChangeRule) -> bool) -> String {
    let counts = CHANGES.iter().copied().filter(|rule| wanted(rule)).map(|rule| {
        (rule, report.changes.iter().filter(|change| change.rule.id == rule.id).count())
    });
    let counts = counts.filter(|(_, count)| *count > 0);
    counts.map(|(rule, count)| counted(rule, count)).collect::<Vec<_>>().join(", ")
}

/// "9 duties weakened".
pub(super) fn counted(rule: &ChangeRule, count: usize) -> String {
    format!("{count} {}", rule.counted[usize::from(count != 1)])
}
