//! A subject followed to the words that name it, through "and" and "who".

use std::ops::Range;

use crate::statements::english::{NounPhrase, Phrases, Subject, clause_of};

/// A subject traced to its noun phrases, with the way it was found.
#[derive(Clone, Debug)]
pub(in crate::statements) struct Traced {
    pub(in crate::statements) phrases: Vec<NounPhrase>,
    pub(in crate::statements) via: Via,
    pub(in crate::statements) region: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::statements) enum Via {
    Subject,
    Relative,
    Elided,
    There,
    Missing,
}

/// Follows shared subjects to the words that name them.
pub(in crate::statements) fn trace(phrases: Phrases<'_>, subject: &Subject) -> Traced {
    let mut subject = subject.clone();
    let mut elided = false;
    for _ in 0..6 {
        match subject {
            Subject::Shared(partner) => {
                elided = true;
                subject = clause_of(phrases.sentence, partner).subject;
            }
            Subject::Phrase(region) => {
                let via = if elided { Via::Elided } else { Via::Subject };
                return Traced { phrases: phrases.coordinated(region.clone()), via, region };
            }
            Subject::Antecedent(region) => {
                let via = if elided { Via::Elided } else { Via::Relative };
                return Traced { phrases: phrases.coordinated(region.clone()), via, region };
            }
            Subject::There => return Traced { phrases: Vec::new(), via: Via::There, region: 0..0 },
            Subject::Missing => break,
        }
    }
    Traced { phrases: Vec::new(), via: Via::Missing, region: 0..0 }
}
