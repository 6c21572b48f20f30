//! The items of two lists whose keywords are a pair.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Change, ChangeRule, twins::alike};
use crate::{
    diff::{Item, Pair, PairId, Revision, Side, Which, unit::UnitId},
    statements::Statement,
};

/// How alike two items of a pair of lists have to be to be one.
const NEAR: f32 = 0.5;

/// So many items to each side of where an item stood are compared with it: all of any list that people write.
const REACH: usize = 64;

/// The items of a pair, where both keywords have a list; else nothing.
pub(super) fn of(revision: &Revision<'_>, pair: &Pair) -> Vec<Item> {
    let (Some(old), Some(new)) = (pair.old, pair.new) else {
        return of_one(revision, pair);
    };
    if pair.part || !revision.old.is_list(old) || !revision.new.is_list(new) {
        return Vec::new();
    }
    let (olds, news) = (texts(&revision.old, old), texts(&revision.new, new));
    let partner = partners(&olds, &news);
    merged(&olds, &news, &partner)
}

/// Of each old item the new one that it became: first those of the same words, then those that are near.
fn partners(olds: &[Text], news: &[Text]) -> Vec<Option<usize>> {
    let mut same: FxHashMap<Vec<&String>, Vec<usize>> = FxHashMap::default();
    for (at, (_, text)) in news.iter().enumerate().rev() {
        same.entry(in_any_order(text)).or_default().push(at);
    }
    let mut partners: Vec<Option<usize>> =
        olds.iter().map(|(_, text)| same.get_mut(&in_any_order(text)).and_then(Vec::pop)).collect();
    let taken: FxHashSet<usize> = partners.iter().flatten().copied().collect();
    let mut free: Vec<usize> = (0..news.len()).filter(|at| !taken.contains(at)).collect();
    for (at, (_, text)) in olds.iter().enumerate() {
        if partners[at].is_some() {
            continue;
        }
        let here = free.partition_point(|&it| it < at);
        let around = here.saturating_sub(REACH)..free.len().min(here + REACH);
        let ranked = around.map(|place| (place, alike(text, &news[free[place]].1)));
        let best = ranked.filter(|it| it.1 >= NEAR).reduce(|a, b| if b.1 > a.1 { b } else { a });
        partners[at] = best.map(|(place, _)| free.remove(place));
    }
    partners
}

fn in_any_order(words: &[String]) -> Vec<&String> {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort_unstable();
    words
}

type Text = (u32, Vec<String>);

/// The items of the old list in their order, then those that came.
fn merged(olds: &[Text], news: &[Text], partner: &[Option<usize>]) -> Vec<Item> {
    let taken: FxHashSet<usize> = partner.iter().flatten().copied().collect();
    let kept = olds.iter().zip(partner).map(|((old, text), partner)| Item {
        old: Some(*old),
        new: partner.map(|it| news[it].0),
        reworded: partner.is_some_and(|it| news[it].1 != *text),
    });
    let came = news.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    kept.chain(came.map(|(_, (new, _))| Item { old: None, new: Some(*new), reworded: false }))
        .collect()
}

/// The items of a list without a partner.
fn of_one(revision: &Revision<'_>, pair: &Pair) -> Vec<Item> {
    let listed = |side: &Side<'_>, unit: Option<UnitId>| {
        let unit = unit.filter(|&it| side.is_list(it));
        unit.map_or_else(Vec::new, |it| side.unit(it).statements.clone())
    };
    let old = listed(&revision.old, pair.old).into_iter().map(|it| (Some(it), None));
    let new = listed(&revision.new, pair.new).into_iter().map(|it| (None, Some(it)));
    old.chain(new).map(|(old, new)| Item { old, new, reworded: false }).collect()
}

fn texts(side: &Side<'_>, unit: UnitId) -> Vec<Text> {
    let statements = &side.unit(unit).statements;
    let text = |&index: &u32| {
        let statement: &Statement = &side.draft.statements()[index as usize];
        (index, super::texts::words(side.draft.text(statement, statement.extent)))
    };
    statements.iter().map(text).collect()
}

/// A list that lost items, or won some: said of the keyword, with the items inside.
pub(super) fn came_or_went(
    rule: &'static ChangeRule,
    revision: &Revision<'_>,
    id: PairId,
    which: Which,
) -> Option<Change> {
    let pair = revision.pair(id);
    if pair.near >= 1.0 {
        return None;
    }
    let items = of(revision, pair);
    let gone: Vec<&Item> = items
        .iter()
        .filter(|item| match which {
            Which::Old => item.new.is_none(),
            Which::New => item.old.is_none(),
        })
        .collect();
    let first = gone.first()?;
    let all = items
        .iter()
        .filter(|it| if which == Which::Old { it.old.is_some() } else { it.new.is_some() });
    let message = match which {
        Which::Old => format!("{} of the {} items went", gone.len(), all.count()),
        Which::New => format!("{} of the {} items are new", gone.len(), all.count()),
    };
    let (old, new) = (first.old, first.new);
    let span = |side: &Side<'_>, index: u32| {
        let statement = &side.draft.statements()[index as usize];
        side.draft.span(statement, statement.extent)
    };
    Some(Change {
        old,
        new,
        old_words: old.map(|it| span(&revision.old, it)),
        new_words: new.map(|it| span(&revision.new, it)),
        ..rule.of_pair(revision, id, message)
    })
}

/// Gives each change the items of its lists.
pub(super) fn add(revision: &Revision<'_>, changes: &mut [Change]) {
    for change in changes {
        if let Some(id) = change.pair {
            change.items = of(revision, revision.pair(id));
        }
    }
}
