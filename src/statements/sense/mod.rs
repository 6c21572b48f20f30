//! Whether a modal word asks anything where it stands, or only names, asks about, expects or describes.

mod cannot;
mod may;
mod mention;
mod need;
mod should;

use super::{
    Modality, NoneReason,
    duty_holder::is_willed,
    english::{
        Bearer, Clause, Kind, NounPhrase, Role, Sentence, Subject, Tags, Voice, clause_of,
        is_finite, verb_after,
    },
    keyword::Keyword,
    modality::Shape,
};
use cannot::cannot;
use may::may;
use mention::{mention, month, question, reading_advice};
use need::undeclared;
use should::should;

/// What is known of a modal wording when its sense is judged.
pub(super) struct Use<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) keyword: Keyword,
    pub(super) clause: &'a Clause,
    pub(super) voice: Voice,
    /// The subject's noun phrases, pronouns as they stand.
    pub(super) subject: &'a [NounPhrase],
}

/// Why this wording is no statement; `None` where it is one.
pub(super) fn none_reason(used: &Use<'_>) -> Option<NoneReason> {
    inner(used)
        .or_else(|| denied(used))
        .or_else(|| mention(used))
        .or_else(|| month(used))
        .or_else(|| question(used))
        .or_else(|| reading_advice(used))
        .or_else(|| match used.keyword.modality {
            Modality::Prohibition | Modality::Permission if word(used, "may") => may(used),
            Modality::Encouragement if word(used, "may") => condition(used),
            Modality::Prohibition if word(used, "cannot") || word(used, "can't") => cannot(used),
            Modality::Undeclared => undeclared(used),
            Modality::Permission if used.keyword.shape == Shape::Phrase => description(used),
            _ if word(used, "should") || word(used, "shouldn't") || word(used, "ought") => {
                should(used)
            }
            _ if used.keyword.shape == Shape::Phrase => phrase(used),
            _ => must(used),
        })
}

fn word(used: &Use<'_>, word: &str) -> bool {
    used.sentence.is_word(used.keyword.anchor, word)
}

/// "may be required to", "should be encouraged to": the modal before it says what is asked.
fn inner(used: &Use<'_>) -> Option<NoneReason> {
    if used.keyword.shape != Shape::Phrase {
        return None;
    }
    let before = (0..used.keyword.first)
        .rev()
        .find(|&index| !used.sentence.tag(index, Tags::ADV.with(Tags::NOT)))?;
    let governs = ["must", "shall", "should", "may", "might", "could", "can", "would"];
    used.sentence.is_one_of(before, &governs).then_some(NoneReason::Description)
}

/// "this is not to say that they have to", "this does not mean that schools should": what is not said.
fn denied(used: &Use<'_>) -> Option<NoneReason> {
    let that = used.clause.start.checked_sub(1)?;
    let says = that.checked_sub(1)?;
    let unsaid = used.sentence.is_word(that, "that")
        && used.sentence.is_one_of(says, &["say", "mean", "imply", "suggest"])
        && (says.saturating_sub(2)..says).any(|at| used.sentence.tag(at, Tags::NOT));
    unsaid.then_some(NoneReason::Description)
}

fn agent_subject(used: &Use<'_>) -> bool {
    used.subject.iter().any(NounPhrase::is_agent)
}

fn is_said_to_you(used: &Use<'_>) -> bool {
    used.subject.first().is_some_and(|phrase| phrase.bearer == Bearer::Reader)
}

/// "services may offer": a head with two lives, and a verb of somebody with a will.
fn may_be_somebody(used: &Use<'_>) -> bool {
    let either = |phrase: &NounPhrase| matches!(phrase.bearer, Bearer::Either { .. });
    used.subject.iter().any(either) && is_willed(used.sentence, used.keyword.end)
}

fn condition(used: &Use<'_>) -> Option<NoneReason> {
    (used.clause.role == Role::Condition).then_some(NoneReason::Possibility)
}

/// In a condition, a question or a relative clause nothing is asked: "only when they need to", "issues that need to be".
fn description(used: &Use<'_>) -> Option<NoneReason> {
    let describes = matches!(used.clause.role, Role::Condition | Role::Relative | Role::Embedded);
    describes.then_some(NoneReason::Description)
}

fn phrase(used: &Use<'_>) -> Option<NoneReason> {
    let sentence = used.sentence;
    let acts = agent_subject(used) || may_be_somebody(used);
    let forecast = sentence.is_word(used.keyword.anchor, "expected") && !acts;
    if forecast {
        return Some(NoneReason::Possibility);
    }
    let role = used.clause.role;
    let describes = matches!(role, Role::Condition | Role::Embedded)
        || role == Role::Relative && matches!(used.clause.subject, Subject::Antecedent(_));
    describes.then_some(NoneReason::Description)
}

/// "if an agent objects to it shall add": the condition has its verb, and the wording is another clause's.
fn has_its_own_verb(used: &Use<'_>) -> bool {
    (used.clause.start..used.keyword.first).any(|index| {
        let after_somebody = index > 0 && used.sentence.tag(index - 1, Tags::AGENT);
        let verb = used.sentence.tag(index, Tags::VERB_S)
            && (after_somebody || !used.sentence.tag(index, Tags::NOUN));
        verb || is_finite(used.sentence, index)
    })
}

/// Whether something is said beside the clause that the wording stands in: a sentence is never a condition and no more.
fn has_another_clause(used: &Use<'_>) -> bool {
    let sentence = used.sentence;
    let before = (0..used.clause.start).any(|index| is_finite(sentence, index));
    let comma = (used.keyword.end..sentence.tokens.len()).find(|&index| {
        sentence.kind(index) == Some(Kind::Comma)
            && !sentence.tag(index + 1, Tags::REL.with(Tags::WH).with(Tags::SUBORD))
    });
    let after = comma.is_some_and(|comma| {
        (comma..sentence.tokens.len()).any(|index| is_finite(sentence, index))
    });
    before || after
}

/// "except where the guidance says you must": it is said elsewhere, and here only on what it depends.
fn said_elsewhere(used: &Use<'_>) -> bool {
    let Subject::Phrase(subject) = &used.clause.subject else { return false };
    subject.start.checked_sub(1).is_some_and(|says| {
        let verb = if used.sentence.is_word(says, "that") { says.saturating_sub(1) } else { says };
        used.sentence.is_one_of(verb, &["says", "say", "states", "state", "requires", "require"])
            && clause_of(used.sentence, verb).role == Role::Condition
    })
}

/// "it must have been": an inference. "The order must have been made" asks for something.
fn must(used: &Use<'_>) -> Option<NoneReason> {
    let sentence = used.sentence;
    let verb = verb_after(sentence, used.keyword.end);
    if said_elsewhere(used) {
        return Some(NoneReason::Description);
    }
    if used.clause.role == Role::Condition
        && sentence.is_one_of(used.keyword.anchor, &["shall", "must"])
        && !has_its_own_verb(used)
        && has_another_clause(used)
    {
        return Some(NoneReason::Description); // "if the lessee shall make default, the lessor may"
    }
    let pronoun = used.subject.first().is_none_or(|phrase| phrase.bearer == Bearer::Pronoun);
    let inferred = sentence.is_word(verb, "have") && sentence.is_word(verb + 1, "been") && pronoun;
    inferred.then_some(NoneReason::Possibility)
}
