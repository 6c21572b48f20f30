//! The items of two lists whose keywords are a pair.

use super::{Change, ChangeRule, twins::alike};
use crate::{
    diff::{Item, Pair, PairId, Revision, Side, Which, unit::UnitId},
    statements::Statement,
};

/// How alike two items of a pair of lists have to be to be one.
const NEAR: f32 = 0.5;

/// The items of a pair, where both keywords have a list; else nothing.
pub(super) fn of(revision: &Revision<'_>, pair: &Pair) -> Vec<Item> {
    let (Some(old), Some(new)) = (pair.old, pair.new) else {
        return of_one(revision, pair);
    };
    if pair.part || !revision.old.is_list(old) || !revision.new.is_list(new) {
        return Vec::new();
    }
    let (olds, news) = (texts(&revision.old, old), texts(&revision.new, new));
    let mut partner: Vec<Option<usize>> = vec![None; olds.len()];
    let mut taken = vec![false; news.len()];
    for needed in [1.0, NEAR] {
        for (at, (_, text)) in olds.iter().enumerate() {
            if partner[at].is_some() {
                continue;
            }
            let free = (0..news.len()).filter(|&it| !taken[it]);
            let ranked = free.map(|it| (it, alike(text, &news[it].1)));
            let best =
                ranked.filter(|it| it.1 >= needed).reduce(|a, b| if b.1 > a.1 { b } else { a });
            if let Some((it, _)) = best {
                partner[at] = Some(it);
                taken[it] = true;
            }
        }
    }
    merged(&olds, &news, &partner, &taken)
}

type Text = (u32, Vec<String>);

/// The items of the old list in their order, then those that came.
fn merged(olds: &[Text], news: &[Text], partner: &[Option<usize>], taken: &[bool]) -> Vec<Item> {
    let kept = olds.iter().zip(partner).map(|((old, text), partner)| Item {
        old: Some(*old),
        new: partner.map(|it| news[it].0),
        reworded: partner.is_some_and(|it| news[it].1 != *text),
    });
    let came = news.iter().zip(taken).filter(|(_, taken)| !**taken);
    kept.chain(came.map(|((new, _), _)| Item { old: None, new: Some(*new), reworded: false }))
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
