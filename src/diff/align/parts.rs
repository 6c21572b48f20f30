//! Sentences that were split, or merged: a unit without a partner whose words stand in a pair beside it.

use super::{Compared, Matching, bags::Bag, containment};
use crate::diff::unit::{Side, UnitId};

/// How much of a unit's words have to stand in the other.
const HELD: f32 = 0.7;

/// Pairs of a unit without a partner and a unit that has one, which holds its words too: old, then new.
pub(super) struct Parts {
    /// The new one is a part of what the old one said.
    pub(super) split: Vec<(UnitId, UnitId)>,
    /// The old one is a part of what the new one says.
    pub(super) merged: Vec<(UnitId, UnitId)>,
}

impl Parts {
    pub(super) fn find(compared: &Compared<'_>, matching: &Matching) -> Self {
        let (old, new) = (compared.old, compared.new);
        let split = held(new, old, &matching.new, &matching.old, compared);
        let merged = held(old, new, &matching.old, &matching.new, compared);
        Self { split: split.into_iter().map(|(new, old)| (old, new)).collect(), merged }
    }
}

/// Units of `side` without a partner that a unit of `other` holds beside its own partner's words.
fn held(
    side: &Side<'_>,
    other: &Side<'_>,
    partners: &[Option<UnitId>],
    back: &[Option<UnitId>],
    compared: &Compared<'_>,
) -> Vec<(UnitId, UnitId)> {
    let neighbours = |id: UnitId| [id.checked_sub(1), id.checked_add(1)];
    (0..partners.len() as UnitId)
        .filter(|&id| partners[id as usize].is_none())
        .filter_map(|id| {
            let beside = neighbours(id).into_iter().flatten();
            let wholes = beside.filter_map(|it| partners.get(it as usize).copied().flatten());
            let whole = wholes.into_iter().find(|&whole| {
                let rest = rest_of(side, other, whole, back, compared);
                let part = Bag::of(side.action(id), compared.lexicon);
                containment(&part, &rest, compared.lexicon) >= HELD
            })?;
            Some((id, whole))
        })
        .collect()
}

/// The words of a unit that its own partner does not have.
fn rest_of(
    side: &Side<'_>,
    other: &Side<'_>,
    whole: UnitId,
    back: &[Option<UnitId>],
    compared: &Compared<'_>,
) -> Bag {
    let mut rest = other.frame(whole).to_vec();
    if let Some(partner) = back[whole as usize] {
        for word in side.frame(partner) {
            if let Some(at) = rest.iter().position(|it| it == word) {
                rest.swap_remove(at);
            }
        }
    }
    Bag::of(&rest, compared.lexicon)
}
