//! Those to whom a sentence about something else gives a duty: "It shall be the duty of the authority to keep …",
//! "Responsibility must rest with the board", "Exclusion must be by the head teacher".

use super::{named::named, subject::Traced};
use crate::statements::{
    DutyHolder, Found, Grade,
    english::{NounPhrase, Phrases, Tags, verb_after},
    keyword::Keyword,
};

const CHARGES: [&str; 9] = [
    "duty",
    "duties",
    "responsibility",
    "responsibilities",
    "accountability",
    "function",
    "role",
    "task",
    "business",
];

/// Whom a sentence gives a duty to whose subject is the duty, the act or "it"; `None` where it gives it to nobody.
pub(super) fn charged(
    phrases: Phrases<'_>,
    keyword: Keyword,
    traced: &Traced,
) -> Option<DutyHolder> {
    let sentence = phrases.sentence;
    let subject = traced.phrases.first()?;
    let verb = verb_after(sentence, keyword.end);
    let charge = |at: usize| sentence.is_one_of(at, &CHARGES);
    let of_it = sentence.is_word(subject.words.start, "it") && sentence.is_word(verb, "be");
    let end = sentence.tokens.len();
    let charged = if of_it {
        phrases.coordinated(after_it_is(phrases, verb)?..end)
    } else if sentence.starts_with(verb, &["be", "by"]) {
        phrases.coordinated(verb + 2..end)
    } else if charge(subject.words.end - 1) && sentence.starts_with(verb, &["be", "to"]) {
        owners(phrases, subject, keyword.first).into_iter().filter(NounPhrase::is_agent).collect()
    } else if (subject.words.start..keyword.first).any(charge)
        && sentence.is_one_of(verb, &["lie", "rest", "sit", "remain"])
        && sentence.is_word(verb + 1, "with")
    {
        phrases.coordinated(verb + 2..end)
    } else {
        return None;
    };
    named(sentence, &charged, Found::Subject, Grade::Likely)
}

/// Where those begin who are charged: after "be the duty of", "be for" with a "to" that follows, "be" with a "who" that does.
fn after_it_is(phrases: Phrases<'_>, be: usize) -> Option<usize> {
    let sentence = phrases.sentence;
    if sentence.is_word(be + 1, "for") {
        let to_do = (be + 3..be + 12).any(|at| sentence.is_word(at, "to"));
        return to_do.then_some(be + 2);
    }
    if let Some(charge) = (be + 1..be + 4).find(|&at| sentence.is_one_of(at, &CHARGES)) {
        return sentence.is_word(charge + 1, "of").then_some(charge + 2);
    }
    let named = phrases.phrase_at(be + 1, sentence.tokens.len())?;
    sentence.is_word(named.words.end, "who").then_some(be + 1)
}

/// Those of "the duty of the board" and "the board's role".
fn owners(phrases: Phrases<'_>, charge: &NounPhrase, end: usize) -> Vec<NounPhrase> {
    let sentence = phrases.sentence;
    if sentence.is_word(charge.words.end, "of") {
        return phrases.coordinated(charge.words.end + 1..end);
    }
    let owner = charge.words.clone().rfind(|&at| sentence.tag(at, Tags::OWNER));
    owner.map(|at| phrases.owner_at(charge.words.start, at)).into_iter().collect()
}
