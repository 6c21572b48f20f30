//! What no neighbour helped to pair: looked for by its rare words over the whole draft.

use std::cmp::Ordering;

use super::{
    Compared, Index, Matching,
    gaps::{FEW, NEAR},
};
use crate::diff::unit::UnitId;

/// How alike two units far from each other have to be to be one.
const NEAR_ANYWHERE: f32 = 0.72;

/// A pair that may be made.
struct Candidate {
    near: f32,
    /// How far the new unit stands from where the old one's neighbours went.
    distance: u32,
    old: UnitId,
    new: UnitId,
}

/// Pairs leftovers, the nearest first.
pub(super) fn pair(compared: &Compared<'_>, matching: &mut Matching) {
    let [olds, news] = compared.bags;
    let mut index = Index::default();
    for new in free(&matching.new) {
        index.add(new, news.frame(new));
    }
    let expected = expected(matching);
    let mut candidates = Vec::new();
    for old in free(&matching.old) {
        let (from, to) = expected[old as usize];
        for new in index.candidates(olds.frame(old)) {
            let near = compared.likeness(old, new);
            let is_here = from <= new && new <= to && (to - from) as usize <= FEW + 1;
            let needed = if is_here { NEAR } else { NEAR_ANYWHERE };
            if near >= needed {
                candidates.push(Candidate { near, distance: new.abs_diff(from), old, new });
            }
        }
    }
    candidates.sort_by(nearest_first);
    for Candidate { old, new, .. } in candidates {
        if matching.is_free(old, new) {
            matching.pair(old, new);
        }
    }
}

fn nearest_first(a: &Candidate, b: &Candidate) -> Ordering {
    let place = |it: &Candidate| (it.distance, it.old, it.new);
    b.near.total_cmp(&a.near).then_with(|| place(a).cmp(&place(b)))
}

fn free(partners: &[Option<UnitId>]) -> Vec<UnitId> {
    (0..partners.len() as UnitId).filter(|&id| partners[id as usize].is_none()).collect()
}

/// For each old unit where it is to be expected: between the partners of the nearest units that have one.
fn expected(matching: &Matching) -> Vec<(UnitId, UnitId)> {
    let end = matching.new.len() as UnitId;
    let mut last = 0;
    let mut places: Vec<(UnitId, UnitId)> = Vec::with_capacity(matching.old.len());
    for new in &matching.old {
        last = new.unwrap_or(last);
        places.push((last, end));
    }
    let mut next = end;
    for (place, new) in places.iter_mut().zip(&matching.old).rev() {
        next = new.unwrap_or(next);
        place.1 = next;
    }
    places
}
