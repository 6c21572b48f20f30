//! More time, less time, or time counted otherwise.

use super::{
    Change, ChangeRule, texts,
    twins::{self, Twins},
};
use crate::{
    diff::{Grade, Revision},
    draft::Draft,
    findings::Severity,
    statements::{Counting, Deadline, Statement, TimeUnit},
};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "deadline-changed",
    summary: "a time limit came, went, or is another",
    counted: ["time limit changed", "time limits changed"],
    severity: Severity::Warning,
    hidden: false,
    page: include_str!("deadline_changed.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let twins = twins::edited(revision).filter_map(|id| {
        twins::of(revision, id).into_iter().find_map(|twins| changed(revision, twins))
    });
    twins.collect()
}

fn changed(revision: &Revision<'_>, twins: Twins<'_>) -> Option<Change> {
    let (old_draft, new_draft) = (revision.old.draft, revision.new.draft);
    let (old, new) = (twins.old.deadline.as_ref(), twins.new.deadline.as_ref());
    let written = |draft: &Draft, statement: &Statement, it: &Deadline| {
        draft.text(statement, it.extent).to_owned()
    };
    let was = old.map(|it| written(old_draft, twins.old, it));
    let is = new.map(|it| written(new_draft, twins.new, it));
    let message = match (old.zip(was.as_deref()), new.zip(is.as_deref())) {
        (Some(old), Some(new)) => difference(old, new)?,
        (Some((_, was)), None) => format!("no time limit any more: was “{was}”"),
        (None, Some((_, is))) => format!("a time limit now: “{is}”"),
        (None, None) => return None,
    };
    let span = |draft: &Draft, statement: &Statement, it: Option<&Deadline>| {
        draft.span(statement, it.map_or(statement.keyword, |it| it.extent))
    };
    let sure = old.is_some() == new.is_some() && revision.pair(twins.pair).is_same_sentence();
    Some(Change {
        grade: Grade::sure_if(sure),
        old: Some(twins.ids.0),
        new: Some(twins.ids.1),
        old_words: Some(span(old_draft, twins.old, old)),
        new_words: Some(span(new_draft, twins.new, new)),
        ..RULE.of_pair(revision, twins.pair, message)
    })
}

/// What became of a time limit: the direction and the size, where both can be told. Nothing where the time is the same.
fn difference((old, was): (&Deadline, &str), (new, is): (&Deadline, &str)) -> Option<String> {
    let became = format!("“{was}” became “{is}”");
    let days = |it: &Deadline| Some(it.value? as f32 * days_in(it.unit?));
    match (days(old), days(new)) {
        (Some(before), Some(after)) if counted(old) == counted(new) => {
            ((before - after).abs() > 0.01).then(|| format!("{became}: {}", size(before, after)))
        }
        (Some(_), Some(_)) => Some(format!("{became}: days are counted otherwise")),
        _ => (texts::words(was) != texts::words(is)).then_some(became),
    }
}

/// Weeks and longer are counted alike, however days are.
fn counted(deadline: &Deadline) -> Counting {
    match deadline.unit {
        Some(TimeUnit::Day) => deadline.counting.unwrap_or(Counting::Calendar),
        _ => Counting::Calendar,
    }
}

/// Days of a unit, for telling which of two is longer.
fn days_in(unit: TimeUnit) -> f32 {
    match unit {
        TimeUnit::Hour => 1.0 / 24.0,
        TimeUnit::Day => 1.0,
        TimeUnit::Week => 7.0,
        TimeUnit::Month => 365.0 / 12.0,
        TimeUnit::Term => 365.0 / 3.0,
        TimeUnit::Year => 365.0,
    }
}

/// "twice as long", "a third shorter".
fn size(before: f32, after: f32) -> String {
    let (longer, ratio) = (after > before, after.max(before) / after.min(before).max(0.01));
    let whole = (ratio - ratio.round()).abs() < 0.01 && ratio.round() > 1.0;
    match (longer, whole) {
        (true, true) if ratio < 2.5 => "twice as long".to_owned(),
        (true, true) => format!("{ratio:.0} times as long"),
        (true, false) => format!("{:.0} % longer", (ratio - 1.0) * 100.0),
        (false, _) => format!("{:.0} % shorter", (1.0 - 1.0 / ratio) * 100.0),
    }
}
