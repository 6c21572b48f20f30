//! Sentences as bags of stems: how alike two are, and which are worth comparing.

use rustc_hash::FxHashMap;

use crate::diff::{
    unit::{Side, UnitId},
    words::{Lexicon, Word},
};

/// The stems of one sentence, in order of their numbers, with what they weigh together.
#[derive(Clone, Debug, Default)]
pub(in crate::diff) struct Bag {
    pub(in crate::diff) stems: Vec<Word>,
    weight: f32,
}

impl Bag {
    pub(in crate::diff) fn of(words: &[Word], lexicon: &Lexicon) -> Self {
        let mut stems = Vec::with_capacity(words.len());
        lexicon.stems_of(words, &mut stems);
        let weight = stems.iter().map(|&stem| lexicon.weight(stem)).sum();
        Self { stems, weight }
    }
}

/// The bags of the units of one side that had no partner.
#[derive(Debug)]
pub(in crate::diff) struct Bags {
    /// Units in order, each with the bags of its frame and of its action.
    units: Vec<(UnitId, Bag, Bag)>,
}

/// What a unit has that is in no bag.
static EMPTY: Bag = Bag { stems: Vec::new(), weight: 0.0 };

impl Bags {
    pub(super) fn of_unpaired(
        side: &Side<'_>,
        partners: &[Option<UnitId>],
        lexicon: &Lexicon,
    ) -> Self {
        let unpaired =
            (0..side.units.len() as UnitId).filter(|&id| partners[id as usize].is_none());
        let bags = |id| (id, Bag::of(side.frame(id), lexicon), Bag::of(side.action(id), lexicon));
        Self { units: unpaired.map(bags).collect() }
    }

    fn find(&self, id: UnitId) -> Option<&(UnitId, Bag, Bag)> {
        let at = self.units.binary_search_by_key(&id, |unit| unit.0).ok()?;
        Some(&self.units[at])
    }

    pub(super) fn frame(&self, id: UnitId) -> &Bag {
        self.find(id).map_or(&EMPTY, |unit| &unit.1)
    }

    pub(super) fn action(&self, id: UnitId) -> &Bag {
        self.find(id).map_or(&EMPTY, |unit| &unit.2)
    }
}

/// Weight of the stems that two bags share.
fn shared(a: &Bag, b: &Bag, lexicon: &Lexicon) -> f32 {
    let (mut at, mut other, mut weight) = (0, 0, 0.0);
    while let (Some(&x), Some(&y)) = (a.stems.get(at), b.stems.get(other)) {
        if x == y {
            weight += lexicon.weight(x);
        }
        at += usize::from(x <= y);
        other += usize::from(y <= x);
    }
    weight
}

/// How alike two bags are, from 0 to 1. Two empty bags are alike.
pub(in crate::diff) fn likeness(a: &Bag, b: &Bag, lexicon: &Lexicon) -> f32 {
    let both = a.weight + b.weight;
    if both <= 0.0 { 1.0 } else { 2.0 * shared(a, b, lexicon) / both }
}

/// How much of a bag another holds, from 0 to 1.
pub(in crate::diff) fn containment(part: &Bag, whole: &Bag, lexicon: &Lexicon) -> f32 {
    if part.weight <= 0.0 { 0.0 } else { shared(part, whole, lexicon) / part.weight }
}

/// Finds the bags that share rare stems with a bag, without looking at all of them.
#[derive(Debug, Default)]
pub(in crate::diff) struct Index {
    /// Of each key the items that have it, in order; of common keys, only the first few.
    items: FxHashMap<u64, Vec<u32>>,
}

/// A key that more items have says too little to be followed.
const COMMON: usize = 48;

/// At most this many keys of a bag are followed, the rarest.
const KEYS: usize = 12;

/// At most this many items are compared with one bag.
const CANDIDATES: usize = 24;

impl Index {
    pub(in crate::diff) fn add(&mut self, item: u32, bag: &Bag) {
        for key in keys(bag) {
            let items = self.items.entry(key).or_default();
            if items.len() <= COMMON {
                items.push(item);
            }
        }
    }

    /// The items that share most of the rarest keys of a bag, best first.
    pub(in crate::diff) fn candidates(&self, bag: &Bag) -> Vec<u32> {
        let mut lists: Vec<&[u32]> = keys(bag)
            .filter_map(|key| self.items.get(&key))
            .filter(|items| items.len() <= COMMON)
            .map(Vec::as_slice)
            .collect();
        lists.sort_by_key(|items| items.len());
        let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
        for &item in lists.into_iter().take(KEYS).flatten() {
            *counts.entry(item).or_insert(0) += 1;
        }
        let mut ranked: Vec<(u32, u32)> = counts.into_iter().collect();
        ranked.sort_unstable_by_key(|&(item, count)| (std::cmp::Reverse(count), item));
        ranked.into_iter().take(CANDIDATES).map(|(item, _)| item).collect()
    }
}

/// The stems of a bag, and each pair of stems that follow one another by number: where every stem is common, pairs of them are not.
fn keys(bag: &Bag) -> impl Iterator<Item = u64> + '_ {
    let single = bag.stems.iter().map(|&stem| u64::from(stem));
    let double = bag.stems.windows(2).map(|two| (u64::from(two[0]) + 1) << 32 | u64::from(two[1]));
    single.chain(double)
}
