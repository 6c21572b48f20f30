//! should: advised, or expected to come about.

use super::{Use, agent_subject, is_said_to_you};
use crate::statements::{
    Modality, NoneReason,
    english::{Bearer, Role, Tags, Voice, is_finite, verb_after},
};

/// "should help", "should have been", "if it should need to", "as it should be".
pub(super) fn should(used: &Use<'_>) -> Option<NoneReason> {
    let sentence = used.sentence;
    let verb = verb_after(sentence, used.keyword.end);
    let perfect = sentence.is_word(verb, "have")
        && sentence.tag(verb + 1, Tags::PART)
        && !sentence.tag(verb + 1, Tags::DET);
    let related = matches!(used.clause.role, Role::Relative | Role::Condition);
    if perfect && (related || !agent_subject(used)) {
        return Some(NoneReason::Possibility);
    }
    let conditional =
        used.clause.role == Role::Condition && opens_condition(used) && !begins_anew(used);
    if conditional {
        return Some(NoneReason::InvertedCondition);
    }
    let hopes = [
        "help",
        "enable",
        "give",
        "reduce",
        "result",
        "lead",
        "mean",
        "suffice",
        "prove",
        "improve",
        "encourage",
        "minimise",
        "assist",
        "allow",
        "make",
        "ease",
        "suit",
        "contribute",
    ];
    let lasts = sentence.is_one_of(verb, &["take", "cost", "last"])
        && sentence.is_one_of(verb + 1, &["more", "less", "no", "longer", "only", "about"])
        && !agent_subject(used);
    if lasts {
        return Some(NoneReason::Possibility); // "this should not take more than a minute"
    }
    let against = used.keyword.modality == Modality::GuidanceAgainst;
    if against && is_said_to_you(used) && sentence.is_word(verb, "need") {
        return Some(NoneReason::Possibility); // "you should not need an in-depth understanding"
    }
    let effect =
        used.voice == Voice::Active && sentence.is_one_of(verb, &hopes) && expects_effect(used);
    effect.then_some(NoneReason::Possibility)
}

/// A "should" right in the condition ("if your service should need to"), not in what follows from it.
fn opens_condition(used: &Use<'_>) -> bool {
    used.clause.start.checked_sub(1).is_some_and(|before| {
        used.sentence.is_one_of(before, &["if", "unless", "in", "case", "when", "lest"])
    })
}

/// "If the site is sold it should be taken off the list": the pronoun begins what follows from the condition.
fn begins_anew(used: &Use<'_>) -> bool {
    let sentence = used.sentence;
    let Some(pronoun) = used.keyword.first.checked_sub(1) else { return false };
    let verb = (used.clause.start..pronoun)
        .any(|index| is_finite(sentence, index) || sentence.tag(index, Tags::VERB_S));
    sentence.is_one_of(pronoun, &["it", "they", "he", "she", "you", "we"]) && verb
}

/// "Following them should help you": the doing of something, or "this", is expected to bring something about.
fn expects_effect(used: &Use<'_>) -> bool {
    let Some(first) = used.subject.first() else { return false };
    let doing = used.sentence.tag(first.words.start, Tags::ING)
        || used.sentence.tag(used.clause.start, Tags::ING);
    let verb = verb_after(used.sentence, used.keyword.end);
    let sure = used.sentence.is_one_of(
        verb,
        &["help", "enable", "give", "mean", "suffice", "result", "lead", "allow", "ease", "assist"],
    );
    let they = used.sentence.is_one_of(first.words.start, &["they", "he", "she", "we"]);
    let to_you = used.sentence.tag(verb + 1, Tags::READER) && !they;
    let this = used.sentence.is_one_of(first.words.start, &["it", "this", "these", "that"]);
    !first.is_agent()
        && (doing
            || sure
                && (first.bearer == Bearer::Pronoun && this
                    || to_you
                    || first.bearer != Bearer::Pronoun
                        && used.sentence.is_one_of(verb, &["help", "enable"])))
}
