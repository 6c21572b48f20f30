//! Which words are finite verbs, as far as their neighbours tell.

use crate::statements::english::{Kind, Sentence, Tags};

/// Whether a token is a finite verb, as far as its neighbours tell.
pub(in crate::statements) fn is_finite(sentence: Sentence<'_>, index: usize) -> bool {
    let tag = |tags| sentence.tag(index, tags);
    if tag(Tags::MODAL) || tag(Tags::SHORT) {
        return true;
    }
    if tag(Tags::BE) {
        return !sentence.is_one_of(index, &["be", "been", "being"]);
    }
    if tag(Tags::DO.with(Tags::PAST)) {
        return !follows_to(sentence, index);
    }
    if sentence.is_word(index, "need") && sentence.is_word(index + 1, "not") {
        return true;
    }
    let before = index.checked_sub(1);
    let after = |tags| before.is_some_and(|before| sentence.tag(before, tags));
    if tag(Tags::HAVE) {
        return !sentence.is_word(index, "having")
            && !after(Tags::MODAL)
            && !follows_to(sentence, index);
    }
    if before.is_some_and(|before| sentence.is_one_of(before, &["who", "whoever"])) {
        return !tag(Tags::ADV.with(Tags::PRON).with(Tags::DET)); // after "who" stands its verb, known or not
    }
    let unknown_in_s = tag(Tags::PLURAL)
        && !tag(Tags::AGENT.with(Tags::THING).with(Tags::EITHER).with(Tags::CAPITAL));
    if unknown_in_s && before.is_some_and(|before| is_relative_subject(sentence, before)) {
        return sentence.tag(index + 1, Tags::MODAL.with(Tags::DET).with(Tags::PREP));
    }
    if unknown_in_s && !tag(Tags::VERB_S) {
        return sentence.tag(index + 1, Tags::DET)
            && before.is_some_and(|before| {
                sentence.tag(before, Tags::NOUN.with(Tags::AGENT))
                    && !sentence.tag(before, Tags::PLURAL.with(Tags::OWNER))
            });
    }
    if !tag(Tags::VERB_S.with(Tags::BASE)) || tag(Tags::PREP.with(Tags::ADJ)) {
        return false;
    }
    lexical_verb_is_finite(sentence, index)
}

/// "a firm that outsources": a relative right after a noun.
fn is_relative_subject(sentence: Sentence<'_>, index: usize) -> bool {
    sentence.is_one_of(index, &["that", "which"])
        && index > 0
        && sentence.tag(index - 1, Tags::NOUN.with(Tags::AGENT))
        && !sentence.tag(index - 1, Tags::PLURAL)
}

fn follows_to(sentence: Sentence<'_>, index: usize) -> bool {
    index > 0 && sentence.is_word(index - 1, "to")
}

/// "commissions" in "the body that commissions the service", not in "local commissions".
fn lexical_verb_is_finite(sentence: Sentence<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let asked = sentence.is_word(before, "what");
    let what = asked && sentence.tag(index, Tags::VERB_S) && !sentence.tag(index + 1, Tags::COORD);
    let subject_before = what
        || !asked
            && sentence.tag(before, Tags::PRON.with(Tags::REL))
            && !sentence.tag(before, Tags::POSSESSIVE)
            && (sentence.tag(before, Tags::REL) || !sentence.tag(before, Tags::DET));
    let determines = sentence.is_word(before, "that")
        && before > 0
        && sentence.is_one_of(before - 1, &["what", "how", "why"]); // "what that charge should be"
    if subject_before && !determines {
        return true;
    }
    let object_after = sentence.tag(index + 1, Tags::DET.with(Tags::PRON).with(Tags::POSSESSIVE))
        && !sentence.tag(index + 1, Tags::MODAL);
    let goes_on = sentence.kind(before) == Some(Kind::Comma)
        && !sentence.tag(index, Tags::NOUN.with(Tags::BASE))
        && sentence.tag(index + 1, Tags::DET.with(Tags::REL)); // "who, when marking it, suspects that"
    if goes_on {
        return true;
    }
    let numbered = sentence.kind(before) == Some(Kind::Number); // "section 13 enables"
    let noun_before = numbered
        || sentence.tag(before, Tags::NOUN.with(Tags::AGENT).with(Tags::ACRONYM))
            && !sentence.tag(before, Tags::OWNER.with(Tags::DET).with(Tags::ADJ));
    let agrees = sentence.tag(before, Tags::PLURAL) == sentence.tag(index, Tags::BASE);
    let needs = sentence.is_one_of(index, &["need", "needs"]) && sentence.is_word(index + 1, "to");
    noun_before && agrees && (object_after || needs || !sentence.tag(index, Tags::NOUN))
}

/// The first word of a verb in several words: "has" of "has been made", "will" of "will be".
pub(super) fn first_of_chain(sentence: Sentence<'_>, verb: usize) -> usize {
    let auxiliary = Tags::MODAL.with(Tags::HAVE).with(Tags::BE).with(Tags::DO).with(Tags::NOT);
    let mut at = verb;
    while at > 0 && sentence.tag(at - 1, auxiliary) && !sentence.tag(at - 1, Tags::PRON) {
        at -= 1;
    }
    at
}
