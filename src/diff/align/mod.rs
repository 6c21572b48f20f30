//! Which keyword of the new draft is which of the old: by its neighbours first, then by its words.
//!
//! Guidance repeats itself, so that a sentence alone says little about where it came from. A keyword is paired
//!
//! 1. with the one that has the same words among the same neighbours, and from there outward (`anchors`);
//! 2. between two pairs, with one in the same gap that is near enough (`gaps`);
//! 3. anywhere, with one that has the same words, or nearly (`leftovers`);
//! 4. with one that is already paired, and whose words hold its own: a sentence split or merged (`parts`).
//!
//! Nothing compares all with all: each step looks keys up, or looks into a gap of bounded size.

mod anchors;
mod bags;
mod gaps;
mod leftovers;
mod parts;

use rustc_hash::FxHashSet;

use super::{
    Pair,
    successors::today,
    unit::{Side, UnitId},
    words::Lexicon,
};
use parts::Parts;

pub(super) use bags::{Bag, Bags, Index, containment, likeness};

/// Which units are paired, seen from both sides.
#[derive(Debug)]
pub(super) struct Matching {
    pub(super) old: Vec<Option<UnitId>>,
    pub(super) new: Vec<Option<UnitId>>,
}

impl Matching {
    fn none(old: usize, new: usize) -> Self {
        Self { old: vec![None; old], new: vec![None; new] }
    }

    fn pair(&mut self, old: UnitId, new: UnitId) {
        self.old[old as usize] = Some(new);
        self.new[new as usize] = Some(old);
    }

    fn is_free(&self, old: UnitId, new: UnitId) -> bool {
        let free = |list: &[Option<UnitId>], id: UnitId| {
            list.get(id as usize).is_some_and(Option::is_none)
        };
        free(&self.old, old) && free(&self.new, new)
    }
}

/// All pairs, and the units that have no partner, in the order of the new draft. What was taken out stands where it stood.
pub(super) fn align(old: &Side<'_>, new: &Side<'_>, lexicon: &Lexicon) -> Vec<Pair> {
    let mut matching = Matching::none(old.units.len(), new.units.len());
    anchors::anchor(old, new, &mut matching);
    let bags = [
        Bags::of_unpaired(old, &matching.old, lexicon),
        Bags::of_unpaired(new, &matching.new, lexicon),
    ];
    let compared = Compared { old, new, bags: &bags, lexicon };
    gaps::fill(&compared, &mut matching);
    leftovers::pair(&compared, &mut matching);
    gaps::fill(&compared, &mut matching);
    in_order(&compared, &matching, &Parts::find(&compared, &matching))
}

/// What the later steps compare with.
pub(super) struct Compared<'a> {
    pub(super) old: &'a Side<'a>,
    pub(super) new: &'a Side<'a>,
    bags: &'a [Bags; 2],
    pub(super) lexicon: &'a Lexicon,
}

impl Compared<'_> {
    /// How alike two unpaired units are, from 0 to 1: their words, what is to be done, and who has to do it.
    fn likeness(&self, old: UnitId, new: UnitId) -> f32 {
        let [olds, news] = self.bags;
        let frame = likeness(olds.frame(old), news.frame(new), self.lexicon);
        let action = likeness(olds.action(old), news.action(new), self.lexicon);
        0.55 * frame + 0.3 * action + 0.15 * self.same_holder(old, new)
    }

    /// Whether both stand in paragraphs of the same number.
    fn same_number(&self, old: UnitId, new: UnitId) -> bool {
        let place =
            |side: &Side<'_>, id| side.draft.reading.places[side.unit(id).place as usize].clone();
        place(self.old, old) == place(self.new, new)
    }

    /// How alike the words of a pair are, from 0 to 1.
    fn near(&self, old: Option<UnitId>, new: Option<UnitId>) -> f32 {
        let (Some(old), Some(new)) = (old, new) else { return 0.0 };
        if self.old.unit(old).frame_hash == self.new.unit(new).frame_hash {
            return 1.0;
        }
        let bag = |side: &Side<'_>, id| Bag::of(side.frame(id), self.lexicon);
        likeness(&bag(self.old, old), &bag(self.new, new), self.lexicon)
    }

    fn same_holder(&self, old: UnitId, new: UnitId) -> f32 {
        let names = |side: &Side<'_>, id| {
            let mut names: Vec<String> =
                side.draft.names_of(side.statement(id)).map(today).collect();
            names.sort_unstable();
            names
        };
        let (old, new) = (names(self.old, old), names(self.new, new));
        match () {
            () if old.is_empty() || new.is_empty() => 0.5,
            () if old == new => 1.0,
            () => 0.0,
        }
    }
}

/// The pairs in the order of the new draft, then what has no partner, each where it stood.
fn in_order(compared: &Compared<'_>, matching: &Matching, parts: &Parts) -> Vec<Pair> {
    let held_new: FxHashSet<UnitId> = parts.split.iter().map(|&(_, new)| new).collect();
    let held_old: FxHashSet<UnitId> = parts.merged.iter().map(|&(old, _)| old).collect();
    let news = matching.new.iter().enumerate().map(|(new, &old)| (old, Some(new as UnitId)));
    let news =
        news.filter(|(old, new)| old.is_some() || new.is_some_and(|it| !held_new.contains(&it)));
    let olds = matching.old.iter().enumerate().filter(|(_, new)| new.is_none());
    let olds = olds.map(|(old, _)| old as UnitId).filter(|old| !held_old.contains(old));
    let whole = news.chain(olds.map(|old| (Some(old), None))).map(|it| (it, false));
    let parts =
        parts.split.iter().chain(&parts.merged).map(|&(old, new)| ((Some(old), Some(new)), true));
    let pair =
        |((old, new), part)| Pair { old, new, part, near: compared.near(old, new), moved: false };
    let mut pairs: Vec<Pair> = whole.chain(parts).map(pair).collect();
    let place = places_of_old(matching);
    pairs.sort_by_key(|pair| match (pair.old, pair.new) {
        (old, Some(new)) => (new, 0, old),
        (Some(old), None) => (place[old as usize], 1, Some(old)),
        (None, None) => (0, 0, None),
    });
    pairs
}

/// For each old unit the new one that it follows: its own partner, or that of the last before it that has one.
fn places_of_old(matching: &Matching) -> Vec<UnitId> {
    let mut last = 0;
    let partners = matching.old.iter();
    partners
        .map(|new| {
            last = new.unwrap_or(last);
            last
        })
        .collect()
}
