//! A subject followed to the words that name it, through "and" and "who".

use std::ops::Range;

use crate::statements::english::{NounPhrase, Phrases, Subject, Tags, clause_of};

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
                let (region, phrases) = past_adjunct(phrases, region);
                return Traced { phrases, via, region };
            }
            Subject::Antecedent(region) => {
                let via = if elided { Via::Elided } else { Via::Relative };
                let region = nearest_somebody(phrases, region);
                return Traced { phrases: phrases.coordinated(region.clone()), via, region };
            }
            Subject::There => return Traced { phrases: Vec::new(), via: Via::There, region: 0..0 },
            Subject::Missing => break,
        }
    }
    Traced { phrases: Vec::new(), via: Via::Missing, region: 0..0 }
}

/// "If the plan meets less than half of the need the authority will": where nobody is named, the words from somebody whose determiner
/// follows a noun, and so begins another phrase.
fn past_adjunct(phrases: Phrases<'_>, region: Range<usize>) -> (Range<usize>, Vec<NounPhrase>) {
    let named = phrases.coordinated(region.clone());
    if named.iter().any(NounPhrase::is_agent) {
        return (region, named);
    }
    let sentence = phrases.sentence;
    let noun = Tags::NOUN.with(Tags::THING).with(Tags::PART).with(Tags::VERB_S);
    let begins = |&at: &usize| {
        sentence.tag(at, Tags::DET)
            && sentence.tag(at - 1, noun)
            && !sentence.tag(at - 1, Tags::PREP.with(Tags::DET))
    };
    let ends = |&at: &usize| phrases.somebody_up_to(at, region.end).is_some();
    match (region.start + 1..region.end).filter(begins).find(ends) {
        Some(start) => (start..region.end, phrases.coordinated(start..region.end)),
        None => (region, named),
    }
}

/// "visit the officer once a month, who": whoever was named last before words that name nobody.
fn last_somebody(phrases: Phrases<'_>, region: &Range<usize>) -> Range<usize> {
    let reach = region.start.saturating_sub(REACH);
    let mut named = (reach..region.start).rev().filter_map(|at| {
        let phrase = phrases.phrase_at(at, region.start)?;
        (phrase.words.start == at && phrase.is_agent()).then_some(phrase.words)
    });
    named.next().unwrap_or_else(|| region.clone())
}

/// How many words before its relative somebody may stand.
const REACH: usize = 6;

/// "a list of key-holders, who": of the words before "who" those from where somebody is named.
fn nearest_somebody(phrases: Phrases<'_>, region: Range<usize>) -> Range<usize> {
    let names =
        |start: usize| phrases.phrase_at(start, region.end).is_some_and(|phrase| phrase.is_agent());
    let who = (region.end..region.end + 2).any(|index| phrases.sentence.is_word(index, "who"));
    if !who || names(region.start) {
        return region;
    }
    let after_preposition = |&index: &usize| phrases.sentence.tag(index - 1, Tags::PREP);
    let start = (region.start + 1..region.end).filter(after_preposition).find(|&at| names(at));
    start.map_or_else(|| last_somebody(phrases, &region), |start| start..region.end)
}
