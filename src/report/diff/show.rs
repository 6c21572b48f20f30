//! Which changes were asked for.

use crate::{
    diff::{Change, Comparison, Which},
    report::register::Selection,
};

/// Whether the old statement of a change is selected, or the new one. What is about the Code as a whole is for everybody.
pub(super) fn takes(comparison: &Comparison<'_>, selection: &Selection, change: &Change) -> bool {
    let takes = |which: Which, index: u32| {
        let draft = comparison.revision.side(which).draft;
        selection.takes(draft, &draft.statements()[index as usize])
    };
    let items = change.items.iter();
    change.pair.is_none()
        || change.old.is_some_and(|it| takes(Which::Old, it))
        || change.new.is_some_and(|it| takes(Which::New, it))
        || items.clone().filter_map(|it| it.old).any(|it| takes(Which::Old, it))
        || items.filter_map(|it| it.new).any(|it| takes(Which::New, it))
}
