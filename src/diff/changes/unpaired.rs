//! What came or went: keywords without a partner, and items of lists that have one.

use super::{Change, ChangeRule, items};
use crate::{
    diff::{Grade, PairId, Revision, Which, nearest::Sentences, unit::UnitId},
    statements::Modality,
};

/// Which rule about what came or went a modality falls under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Duty,
    Guidance,
    Permission,
}

impl Class {
    fn of(modality: Modality) -> Self {
        match modality {
            Modality::Duty | Modality::Prohibition => Self::Duty,
            Modality::Permission => Self::Permission,
            Modality::Guidance
            | Modality::GuidanceAgainst
            | Modality::Undeclared
            | Modality::Encouragement => Self::Guidance,
        }
    }
}

/// How near a sentence of the other draft may be before it is no longer sure that this one came or went.
const DOUBTFUL: f32 = 0.5;

/// From here on two of a pair are plainly one.
const PLAIN: f32 = 0.8;

/// From here on the sentence is still there, and only its modal word is not.
const STILL_THERE: f32 = 0.85;

/// Keywords of the old draft that the new one has no more, and items that went from a list.
pub(super) fn removed(
    rule: &'static ChangeRule,
    revision: &Revision<'_>,
    class: Class,
) -> Vec<Change> {
    of_side(rule, revision, class, Which::Old)
}

/// Keywords of the new draft that the old one did not have, and items that came into a list.
pub(super) fn added(
    rule: &'static ChangeRule,
    revision: &Revision<'_>,
    class: Class,
) -> Vec<Change> {
    of_side(rule, revision, class, Which::New)
}

fn of_side(
    rule: &'static ChangeRule,
    revision: &Revision<'_>,
    class: Class,
    which: Which,
) -> Vec<Change> {
    let side = revision.side(which);
    let pairs = revision.pairs.iter().enumerate();
    pairs
        .filter_map(|(id, pair)| {
            let (mine, other) = match which {
                Which::Old => (pair.old, pair.new),
                Which::New => (pair.new, pair.old),
            };
            let unit = mine.filter(|&it| Class::of(side.unit(it).modality) == class)?;
            match other {
                None => Some(whole(rule, revision, id as PairId, unit, which)),
                Some(_) => items::came_or_went(rule, revision, id as PairId, which),
            }
        })
        .collect()
}

fn whole(
    rule: &'static ChangeRule,
    revision: &Revision<'_>,
    id: PairId,
    unit: UnitId,
    which: Which,
) -> Change {
    let side = revision.side(which);
    let statement = side.statement(unit);
    let keyword = side.draft.text(statement, statement.keyword).to_lowercase();
    let message = match which {
        Which::Old => format!("this “{keyword}” is not in the new draft"),
        Which::New => format!("this “{keyword}” is new"),
    };
    rule.of_pair(revision, id, message)
}

/// Beside what came or went, the sentence of the other draft that comes nearest.
pub(super) fn add_nearest(revision: &Revision<'_>, changes: &mut [Change]) {
    let mut sentences: [Option<Sentences<'_>>; 2] = [None, None];
    let taken = [Which::Old, Which::New].map(|which| taken(revision, which));
    for change in changes {
        let Some(pair) = change.pair.map(|id| *revision.pair(id)) else { continue };
        let (which, unit, other) = match (pair.old, pair.new) {
            (Some(unit), None) => (Which::Old, unit, Which::New),
            (None, Some(unit)) => (Which::New, unit, Which::Old),
            _ => continue,
        };
        let there = sentences[other as usize].get_or_insert_with(|| revision.sentences(other));
        change.nearest = there.nearest(revision.side(which), unit);
        let Some(nearest) = &change.nearest else { continue };
        if nearest.similarity >= DOUBTFUL
            && !nearest.statement.is_some_and(|it| taken[other as usize][it as usize])
        {
            change.grade = Grade::Likely;
        }
        if nearest.similarity >= STILL_THERE && nearest.statement.is_none() {
            change.message.push_str(match which {
                Which::Old => ": the sentence is there without it",
                Which::New => ": the sentence was there without it",
            });
        }
    }
}

/// Of each statement of a side whether it has a partner that is plainly its own: it is then no other's.
fn taken(revision: &Revision<'_>, which: Which) -> Vec<bool> {
    let side = revision.side(which);
    let mut taken = vec![false; side.draft.statements().len()];
    let plain = revision.pairs.iter().filter(|it| it.near >= PLAIN);
    let units = plain.filter_map(|pair| match which {
        Which::Old => pair.old,
        Which::New => pair.new,
    });
    for statement in units.flat_map(|unit| &side.unit(unit).statements) {
        taken[*statement as usize] = true;
    }
    taken
}
