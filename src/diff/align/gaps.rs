//! What stands between two pairs on both sides, paired in its order where it is near enough.

use super::{Compared, Matching};
use crate::diff::unit::UnitId;

/// How alike two units have to be to be one, where both stand in a gap of few.
pub(super) const NEAR: f32 = 0.5;

/// What it counts for, in a gap of few, to stand in paragraphs of the same number.
const SAME_NUMBER: f32 = 0.12;

/// The same where the gap is wider: with many to choose from, something is always alike.
const NEAR_AMONG_MANY: f32 = 0.65;

/// The most units that a gap of few has on either side.
pub(super) const FEW: usize = 12;

/// The most comparisons that one gap is worth: larger gaps are left to the search by words.
const LARGEST: usize = 64 * 64;

/// Fills the gaps between pairs, and the runs beside a place where something moved away.
pub(super) fn fill(compared: &Compared<'_>, matching: &mut Matching) {
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 0..=matching.old.len() {
        if at == matching.old.len() || matching.old[at].is_some() {
            if start < at {
                runs.push(start as UnitId..at as UnitId);
            }
            start = at + 1;
        }
    }
    for run in runs {
        let before = run.start.checked_sub(1).and_then(|at| matching.old[at as usize]);
        let after = matching.old.get(run.end as usize).copied().flatten();
        for gap in gaps_of_new(matching, run.start == 0, before, after) {
            let olds: Vec<UnitId> =
                run.clone().filter(|&it| matching.old[it as usize].is_none()).collect();
            for (old, new) in in_order(compared, &olds, &gap) {
                matching.pair(old, new);
            }
        }
    }
}

/// The new units without a partner that stand where a run of old ones stood. Where the pairs around the run have come
/// apart, there are two such places.
fn gaps_of_new(
    matching: &Matching,
    is_first: bool,
    before: Option<UnitId>,
    after: Option<UnitId>,
) -> Vec<Vec<UnitId>> {
    let end = matching.new.len() as UnitId;
    let free = |from: UnitId, to: UnitId| {
        (from..to).filter(|&it| matching.new[it as usize].is_none()).collect::<Vec<_>>()
    };
    let is_free = |it: &UnitId| matching.new[*it as usize].is_none();
    let run_after = |new: UnitId| (new + 1..end).take_while(is_free).collect::<Vec<_>>();
    let run_before = |new: UnitId| {
        let mut run: Vec<UnitId> = (0..new).rev().take_while(is_free).collect();
        run.reverse();
        run
    };
    match (before, after) {
        (Some(before), Some(after)) if before < after && (after - before) as usize <= LARGEST => {
            vec![free(before + 1, after)]
        }
        (Some(before), Some(after)) => vec![run_after(before), run_before(after)],
        (Some(before), None) => vec![run_after(before)],
        (None, Some(after)) if is_first => vec![run_before(after)],
        (None, None) if is_first => vec![free(0, end)],
        (None, _) => Vec::new(),
    }
}

/// The pairs in order, with the most in common between them, each of them near.
fn in_order(compared: &Compared<'_>, olds: &[UnitId], news: &[UnitId]) -> Vec<(UnitId, UnitId)> {
    if olds.is_empty() || news.is_empty() || olds.len() * news.len() > LARGEST {
        return Vec::new();
    }
    let width = news.len() + 1;
    let few = olds.len().max(news.len()) <= FEW;
    let needed = if few { NEAR } else { NEAR_AMONG_MANY };
    // The best sum for what is left from each place on, and how alike the two at that place are.
    let mut best = vec![0.0_f32; (olds.len() + 1) * width];
    let mut alike = vec![0.0_f32; olds.len() * news.len()];
    for (row, &old) in olds.iter().enumerate().rev() {
        for (column, &new) in news.iter().enumerate().rev() {
            let same = if few && compared.same_number(old, new) { SAME_NUMBER } else { 0.0 };
            let near = compared.likeness(old, new) + same;
            alike[row * news.len() + column] = near;
            let paired =
                if near >= needed { near + best[(row + 1) * width + column + 1] } else { 0.0 };
            best[row * width + column] =
                paired.max(best[(row + 1) * width + column]).max(best[row * width + column + 1]);
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while row < olds.len() && column < news.len() {
        let here = best[row * width + column];
        let near = alike[row * news.len() + column];
        if near >= needed && here <= near + best[(row + 1) * width + column + 1] {
            pairs.push((olds[row], news[column]));
            row += 1;
            column += 1;
        } else if here <= best[(row + 1) * width + column] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}
