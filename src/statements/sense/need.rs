//! "need to", "have to", "is to": asked of somebody, or only said of something.

use super::{Use, agent_subject, description};
use crate::statements::{
    NoneReason,
    english::{Kind, Role, Subject, Tags, Voice, verb_after},
    modality::Shape,
};

pub(super) fn undeclared(used: &Use<'_>) -> Option<NoneReason> {
    if used.keyword.shape == Shape::Impersonal {
        return opinion(used);
    }
    if used.sentence.is_one_of(used.keyword.anchor, &["need", "needs"]) {
        return need_is_a_noun(used).or_else(|| description(used));
    }
    if used.sentence.is_one_of(used.keyword.anchor, &["is", "are"]) {
        return is_to(used);
    }
    have_to(used).or_else(|| description(used))
}

/// "any person the authority believes it is important to include": what somebody holds is asked of nobody.
fn opinion(used: &Use<'_>) -> Option<NoneReason> {
    const HOLDS: [&str; 12] = [
        "believe",
        "believes",
        "think",
        "thinks",
        "consider",
        "considers",
        "feel",
        "feels",
        "know",
        "knows",
        "decide",
        "decides",
    ];
    let before = used.keyword.first.checked_sub(1)?;
    used.sentence.is_one_of(before, &HOLDS).then_some(NoneReason::Description)
}

/// "the need to", "special educational needs to be met".
fn need_is_a_noun(used: &Use<'_>) -> Option<NoneReason> {
    let Some(before) = used.keyword.anchor.checked_sub(1) else { return Some(NoneReason::Noun) };
    let sentence = used.sentence;
    let verb_before = sentence.tag(before, Tags::MODAL.with(Tags::SHORT).with(Tags::DO))
        || sentence.word(before).ends_with("ll");
    let shares_subject = sentence.is_word(used.keyword.anchor, "need")
        && (sentence.kind(before) == Some(Kind::Comma) || sentence.tag(before, Tags::COORD))
        && matches!(used.clause.subject, Subject::Shared(_) | Subject::Phrase(_));
    if verb_before || shares_subject {
        return None;
    }
    let plain_pronoun =
        sentence.tag(before, Tags::PRON) && !sentence.tag(before, Tags::DET.with(Tags::POSSESSIVE));
    if plain_pronoun || sentence.tag(before, Tags::REL) {
        return None;
    }
    let modifies = Tags::DET
        .with(Tags::ADJ)
        .with(Tags::POSSESSIVE)
        .with(Tags::OWNER)
        .with(Tags::PREP)
        .with(Tags::COORD);
    let plural_verb = sentence.is_word(used.keyword.anchor, "needs");
    let noun_before = sentence.tag(before, Tags::NOUN.with(Tags::AGENT).with(Tags::ACRONYM))
        || sentence.kind(before) == Some(Kind::Close);
    let agrees = plural_verb != sentence.tag(before, Tags::PLURAL)
        || sentence.kind(before) == Some(Kind::Close);
    let has_modifier = sentence.tag(before, modifies) && !sentence.tag(before, Tags::ADV);
    let adverb = sentence.tag(before, Tags::ADV);
    let closes_subject = sentence
        .tag(before, Tags::BASE.with(Tags::VERB_S).with(Tags::PART).with(Tags::ING))
        && !has_modifier
        && matches!(&used.clause.subject, Subject::Phrase(words) if words.len() > 2);
    let place =
        sentence.is_one_of(before, &["outside", "inside", "above", "below", "on", "off", "in"]);
    let subject_agrees = (!has_modifier || place)
        && used
            .subject
            .first()
            .is_some_and(|first| first.is_agent() && first.plural != plural_verb);
    let reads_as_verb =
        adverb || subject_agrees || closes_subject || !has_modifier && noun_before && agrees;
    (!reads_as_verb).then_some(NoneReason::Noun)
}

/// "the aim is to", "if the plan is to succeed": "is to" asks only of somebody who is to do something.
fn is_to(used: &Use<'_>) -> Option<NoneReason> {
    let verb = verb_after(used.sentence, used.keyword.end);
    let main = used.clause.role == Role::Main;
    let done = matches!(used.voice, Voice::Passive(_)) || used.clause.subject == Subject::There;
    let they =
        used.sentence.is_one_of(used.keyword.first.saturating_sub(1), &["they", "he", "she"]);
    let noun = Tags::THING.with(Tags::AGENT).with(Tags::ADJ).with(Tags::PREP).with(Tags::DET);
    // "is to file a bundle"
    let takes_object = used.sentence.tag(verb, Tags::BASE)
        && used.sentence.tag(verb + 1, Tags::DET.with(Tags::POSSESSIVE));
    let verb = used.sentence.kind(verb) == Some(Kind::Word)
        && (takes_object
            || !used.sentence.tag(verb, noun.with(Tags::PART).with(Tags::ADV).with(Tags::BE)))
        && (used.sentence.tag(verb, Tags::BASE) || !used.sentence.tag(verb, Tags::PLURAL));
    let asks = main && (done || (agent_subject(used) || they) && verb);
    (!asks).then_some(NoneReason::Description)
}

/// "have to do with", "those we have to".
fn have_to(used: &Use<'_>) -> Option<NoneReason> {
    let verb = used.keyword.end;
    let idiom = used.sentence.is_word(verb, "do") && used.sentence.is_word(verb + 1, "with");
    let after_verb = used.keyword.first > 0
        && used.sentence.tag(used.keyword.first - 1, Tags::MODAL)
        && !used.sentence.is_one_of(used.keyword.first - 1, &["will", "shall"]);
    (idiom || after_verb).then_some(NoneReason::Description)
}
