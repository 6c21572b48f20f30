//! The statements of a pair, each with its twin: what rules about holders, conditions and deadlines look at.

use super::items;
use crate::{
    diff::{Pair, PairId, Revision},
    statements::Statement,
};

/// A statement of the old draft and what it became.
#[derive(Clone, Copy)]
pub(super) struct Twins<'a> {
    pub(super) pair: PairId,
    /// Indices into the drafts' statements.
    pub(super) ids: (u32, u32),
    pub(super) old: &'a Statement,
    pub(super) new: &'a Statement,
}

impl Pair {
    /// Whether the words show, without their neighbours, that these are one sentence.
    pub(super) fn is_same_sentence(&self) -> bool {
        self.near >= 0.6
    }

    /// Whether the words are the same, whatever the keyword.
    pub(super) fn is_same_text(&self) -> bool {
        self.near >= 1.0
    }
}

/// For every pair of whole sentences its statements with their twins; one pair for all that is no list.
pub(super) fn of<'a>(revision: &Revision<'a>, id: PairId) -> Vec<Twins<'a>> {
    let pair = revision.pair(id);
    let (Some(old), Some(new)) = (pair.old, pair.new) else { return Vec::new() };
    if pair.part {
        return Vec::new();
    }
    let twins = |ids: (u32, u32)| Twins {
        pair: id,
        ids,
        old: &revision.old.draft.statements()[ids.0 as usize],
        new: &revision.new.draft.statements()[ids.1 as usize],
    };
    let (olds, news) = (&revision.old.unit(old).statements, &revision.new.unit(new).statements);
    if let ([old], [new]) = (olds.as_slice(), news.as_slice()) {
        return vec![twins((*old, *new))];
    }
    if pair.is_same_text() && olds.len() == news.len() {
        return olds.iter().copied().zip(news.iter().copied()).map(twins).collect();
    }
    let items = items::of(revision, pair).into_iter();
    let both: Vec<_> = items.filter_map(|it| Some((it.old?, it.new?))).map(twins).collect();
    if both.is_empty() { vec![twins((olds[0], news[0]))] } else { both }
}

/// The pairs of whole sentences.
pub(super) fn pairs(revision: &Revision<'_>) -> impl Iterator<Item = PairId> {
    let both = |pair: &Pair| pair.old.is_some() && pair.new.is_some() && !pair.part;
    (0..revision.pairs.len() as PairId).filter(move |&id| both(revision.pair(id)))
}

/// The pairs of whole sentences whose words differ in more than the keyword.
pub(super) fn edited(revision: &Revision<'_>) -> impl Iterator<Item = PairId> {
    pairs(revision).filter(|&id| !revision.pair(id).is_same_text())
}

/// How alike two runs of words are, from 0 to 1.
pub(super) fn alike(a: &[String], b: &[String]) -> f32 {
    let both = a.len() + b.len();
    let mut left: Vec<&String> = b.iter().collect();
    let mut shared = 0;
    for word in a {
        if let Some(at) = left.iter().position(|it| *it == word) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    if both == 0 { 1.0 } else { 2.0 * shared as f32 / both as f32 }
}
