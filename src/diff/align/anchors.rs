//! Pairs found by neighbours: a run of words that stands once in each draft, and what stands beside such a run.

use rustc_hash::FxHashMap;

use super::Matching;
use crate::diff::{
    unit::{Side, UnitId},
    words,
};

/// How many neighbours before and after count with a unit. The widest go first: what repeats is told apart by where it
/// stands, and only what stands once in both drafts is paired for its own words alone.
const NEIGHBOURS: [(usize, usize); 5] = [(2, 2), (1, 1), (0, 1), (1, 0), (0, 0)];

/// What makes two units alike.
#[derive(Clone, Copy)]
enum By {
    /// Words and modality.
    Full,
    /// Words, whatever the modality.
    Frame,
}

/// Pairs what has the same words among the same neighbours.
pub(super) fn anchor(old: &Side<'_>, new: &Side<'_>, matching: &mut Matching) {
    let keys = [By::Full, By::Frame].map(|by| (keys(old, by), keys(new, by)));
    let places = (places(old), places(new));
    for neighbours in NEIGHBOURS {
        for (old, new) in &keys {
            pair_unique(old, new, neighbours, matching);
        }
        for within in [true, false] {
            for (old, new) in &keys {
                let same = |a: UnitId, b: UnitId| old[a as usize] == new[b as usize];
                let together = |a: (UnitId, UnitId), b: (UnitId, UnitId)| {
                    !within
                        || (places.0[a.0 as usize] == places.0[b.0 as usize]
                            && places.1[a.1 as usize] == places.1[b.1 as usize])
                };
                extend(same, together, matching);
            }
        }
    }
}

fn keys(side: &Side<'_>, by: By) -> Vec<u64> {
    let key = |unit: &crate::diff::Unit| match by {
        By::Full => unit.full_hash,
        By::Frame => unit.frame_hash,
    };
    side.units.iter().map(key).collect()
}

fn places(side: &Side<'_>) -> Vec<u32> {
    side.units.iter().map(|unit| unit.place).collect()
}

/// Pairs units whose words and neighbours stand once in what is left of each draft.
fn pair_unique(old: &[u64], new: &[u64], neighbours: (usize, usize), matching: &mut Matching) {
    // Of each key the units that have it, or too many.
    let mut seen: FxHashMap<u64, [Seen; 2]> = FxHashMap::default();
    let sides = [(old, &matching.old), (new, &matching.new)];
    for (side, (keys, partners)) in sides.into_iter().enumerate() {
        for at in (0..keys.len()).filter(|&at| partners[at].is_none()) {
            seen.entry(key_around(keys, at, neighbours)).or_default()[side].add(at as UnitId);
        }
    }
    for at in 0..old.len() {
        if matching.old[at].is_none()
            && let Some([Seen::Once(_), Seen::Once(new)]) =
                seen.get(&key_around(old, at, neighbours))
        {
            matching.pair(at as UnitId, *new);
        }
    }
}

#[derive(Clone, Copy, Default)]
enum Seen {
    #[default]
    Never,
    Once(UnitId),
    Often,
}

impl Seen {
    fn add(&mut self, id: UnitId) {
        *self = match self {
            Self::Never => Self::Once(id),
            Self::Once(_) | Self::Often => Self::Often,
        };
    }
}

/// A unit's key with those of its neighbours. The ends of a draft are neighbours too.
fn key_around(keys: &[u64], at: usize, (before, after): (usize, usize)) -> u64 {
    let key = |offset: usize| {
        (at + offset).checked_sub(before).and_then(|index| keys.get(index)).copied().unwrap_or(0)
    };
    words::hash((0..=before + after).flat_map(|offset| {
        let key = key(offset);
        [key as u32, (key >> 32) as u32]
    }))
}

/// Pairs what stands beside a pair on both sides and is alike, forward and then back.
fn extend(
    same: impl Fn(UnitId, UnitId) -> bool,
    together: impl Fn((UnitId, UnitId), (UnitId, UnitId)) -> bool,
    matching: &mut Matching,
) {
    let try_pair = |matching: &mut Matching, from: usize, step: fn(UnitId) -> Option<UnitId>| {
        let old = from as UnitId;
        let Some(new) = matching.old[from] else { return };
        let (Some(next_old), Some(next_new)) = (step(old), step(new)) else { return };
        if matching.is_free(next_old, next_new)
            && same(next_old, next_new)
            && together((old, new), (next_old, next_new))
        {
            matching.pair(next_old, next_new);
        }
    };
    for from in 0..matching.old.len() {
        try_pair(matching, from, |id| id.checked_add(1));
    }
    for from in (0..matching.old.len()).rev() {
        try_pair(matching, from, |id| id.checked_sub(1));
    }
}
