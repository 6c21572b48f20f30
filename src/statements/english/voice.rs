//! Active or passive, and by whom: what follows the modal wording.

use super::{Bearer, Kind, NounPhrase, Phrases, Sentence, Tags};

/// How the verb after a modal wording relates to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::statements) enum Voice {
    /// The subject acts, or is something: "must consult", "must be a registered practitioner".
    Active,
    /// The subject is acted on: "must be reviewed". The token is the participle.
    Passive(usize),
}

/// The voice of the verb that follows `end`, the end of the modal wording.
pub(in crate::statements) fn voice_after(sentence: Sentence<'_>, end: usize) -> Voice {
    let mut at = verb_after(sentence, end);
    if sentence.is_word(at, "have") && sentence.is_word(skip_adverbs(sentence, at + 1), "been") {
        at = skip_adverbs(sentence, at + 1);
    }
    if !sentence.is_one_of(at, &["be", "been"]) {
        return Voice::Active;
    }
    let complement = skip_adverbs(sentence, at + 1);
    if is_passive_participle(sentence, complement) {
        Voice::Passive(complement)
    } else {
        Voice::Active
    }
}

/// The first word of the verb phrase: past adverbs, "also", and a phrase between commas or in brackets.
pub(in crate::statements) fn verb_after(sentence: Sentence<'_>, end: usize) -> usize {
    let at = skip_adverbs(sentence, end);
    if sentence.tag(at, Tags::PREP) && !sentence.tag(at, Tags::BASE.with(Tags::BE)) {
        return verb_past_phrase(sentence, at).unwrap_or(at);
    }
    if sentence.kind(at) == Some(Kind::Comma) || sentence.kind(at) == Some(Kind::Dash) {
        let mark = sentence.kind(at);
        let close = (at + 1..(at + 14).min(sentence.tokens.len()))
            .find(|&index| sentence.kind(index) == mark);
        if let Some(close) = close {
            return skip_adverbs(sentence, close + 1);
        }
    }
    if sentence.kind(at) == Some(Kind::Open) {
        let closes = |&index: &usize| sentence.kind(index) == Some(Kind::Close);
        let close = (at + 1..(at + 20).min(sentence.tokens.len())).find(closes);
        return close.map_or(at, |close| skip_adverbs(sentence, close + 1));
    }
    at
}

/// "may by regulations prescribe", "must on request supply": the verb past a short phrase.
fn verb_past_phrase(sentence: Sentence<'_>, preposition: usize) -> Option<usize> {
    let within = Tags::NOUN.with(Tags::ADJ).with(Tags::DET).with(Tags::THING).with(Tags::CAPITAL);
    let is_verb = |index: usize| {
        sentence.tag(index, Tags::BASE.with(Tags::BE))
            && !sentence.tag(index - 1, Tags::DET.with(Tags::ADJ).with(Tags::PREP))
    };
    (preposition + 1..preposition + 6)
        .take_while(|&index| sentence.tag(index, within.with(Tags::BASE).with(Tags::BE)))
        .find(|&index| is_verb(index))
}

pub(in crate::statements) fn skip_adverbs(sentence: Sentence<'_>, from: usize) -> usize {
    let skipped = |index: usize| {
        sentence.tag(index, Tags::ADV.with(Tags::NOT))
            && !sentence.tag(index, Tags::BASE.with(Tags::PART))
            || sentence.is_one_of(index, &["both", "either", "all", "each"])
            || matches!(sentence.kind(index), Some(Kind::QuoteOpen | Kind::QuoteClose))
    };
    (from..sentence.tokens.len()).find(|&index| !skipped(index)).unwrap_or(sentence.tokens.len())
}

fn is_passive_participle(sentence: Sentence<'_>, index: usize) -> bool {
    let participle = sentence.tag(index, Tags::PART) && !sentence.tag(index, Tags::DET);
    let attributive = sentence.tag(index + 1, Tags::NOUN.with(Tags::AGENT))
        && !sentence.tag(index + 1, Tags::ADV.with(Tags::PREP).with(Tags::DET).with(Tags::PLURAL));
    participle && !(attributive && sentence.tag(index, Tags::ADJ))
}

/// "must be satisfied that": the participle says what the subject is. With "by" it is a passive again.
pub(in crate::statements) fn describes_subject(sentence: Sentence<'_>, participle: usize) -> bool {
    let seen_to = sentence.is_word(participle, "seen") && sentence.is_word(participle + 1, "to");
    let has_been_trained =
        sentence.is_word(participle, "trained") && sentence.is_word(participle - 1, "been");
    seen_to
        || has_been_trained
        || sentence.tag(participle, Tags::STATIVE) && !sentence.is_word(participle + 1, "by")
}

/// Those who act in a passive: "must be published by the local authority".
pub(in crate::statements) fn agents_after(
    phrases: Phrases<'_>,
    participle: usize,
) -> Vec<NounPhrase> {
    let sentence = phrases.sentence;
    let end = clause_end(sentence, participle + 1);
    let mut by = participle + 1;
    let mut agents = Vec::new();
    while let Some(found) = (by..end).find(|&index| sentence.is_word(index, "by")) {
        let first = agents.is_empty();
        if first && !is_of_another(sentence, participle, found)
            || !first && joins_agents(sentence, found)
        {
            agents.extend(agents_of(phrases, found, end));
        }
        by = found + 1;
    }
    agents
}

/// "the risk posed by the visitor", "a panel set up by the board", "as soon as requested by the board": what somebody else does.
fn is_of_another(sentence: Sentence<'_>, participle: usize, by: usize) -> bool {
    let noun = Tags::NOUN.with(Tags::THING).with(Tags::AGENT);
    let is_noun = |index: usize| {
        sentence.tag(index, noun) && !sentence.tag(index, Tags::ADV.with(Tags::PART))
    };
    let other = verb_of(sentence, by);
    let before = other.saturating_sub(1);
    let aside = sentence.kind(before) == Some(Kind::Comma); // "on a form, signed by the clerk"
    let posed = is_noun(if aside { before.saturating_sub(1) } else { before })
        || sentence.kind(before) == Some(Kind::Close);
    let asked =
        sentence.is_one_of(before, &["as", "if", "when", "where", "unless", "until", "once"]);
    let from_being = (participle + 1..by).any(|index| sentence.is_word(index, "being"));
    let means = sentence.is_word(by + 1, "proxy");
    from_being
        || means
        || other > participle + 1 && sentence.tag(other, Tags::PART) && (posed || asked)
}

/// The verb right before "by", past its particle: "set up by".
fn verb_of(sentence: Sentence<'_>, by: usize) -> usize {
    let particle = sentence.is_one_of(by - 1, &["out", "up", "on", "over", "off"]);
    if particle { by - 2 } else { by - 1 }
}

/// "and approved by the board", "or by the trust", "and carried out by the clerk": a further "by" of the same verb's clause.
fn joins_agents(sentence: Sentence<'_>, by: usize) -> bool {
    let verb = verb_of(sentence, by);
    let after_joint = |at: usize| {
        let before = (0..at).rev().find(|&index| !sentence.tag(index, Tags::ADV));
        before.is_some_and(|index| sentence.tag(index, Tags::COORD))
    };
    sentence.tag(by - 1, Tags::COORD.with(Tags::ADV))
        || (sentence.tag(verb, Tags::PART) || sentence.word(verb).ends_with("off"))
            && after_joint(verb)
}

/// Those who act by a participle that is joined to what the subject has to be: "must be in writing and signed by the parent".
pub(in crate::statements) fn agents_joined(phrases: Phrases<'_>, be: usize) -> Vec<NounPhrase> {
    let sentence = phrases.sentence;
    let end = clause_end(sentence, be + 1);
    let joined = (be + 3..end).find(|&at| sentence.is_word(at, "by") && joins_agents(sentence, at));
    joined.map_or_else(Vec::new, |by| agents_of(phrases, by, end))
}

/// The persons or bodies after this "by"; none where it is a date, a means, a place or a thing.
fn agents_of(phrases: Phrases<'_>, by: usize, end: usize) -> Vec<NounPhrase> {
    if phrases.sentence.tag(by + 1, Tags::ING.with(Tags::WH))
        && !phrases.sentence.tag(by + 2, Tags::AGENT)
    {
        return Vec::new();
    }
    let for_another = phrases.sentence.starts_with(by + 1, &["or", "on", "behalf", "of"]);
    let found = phrases.coordinated(if for_another { by + 5 } else { by + 1 }..end);
    let acts = |phrase: &NounPhrase| match phrase.bearer {
        Bearer::Agent { .. } | Bearer::Reader | Bearer::Either { .. } => true,
        Bearer::Thing | Bearer::Pronoun | Bearer::Unknown => false,
    };
    if found.first().is_some_and(acts) {
        found.into_iter().filter(acts).collect()
    } else {
        Vec::new()
    }
}

/// Where the clause that goes on at `from` ends: at a mark, a condition, a further verb ("and is to be"), or the next modal verb.
fn clause_end(sentence: Sentence<'_>, from: usize) -> usize {
    let aside = |index: usize| {
        sentence.is_one_of(index, &["if", "where", "when"])
            && sentence.is_one_of(
                index + 1,
                &["possible", "appropriate", "necessary", "relevant", "practicable", "applicable"],
            )
    };
    let further = |index: usize| {
        sentence.tag(index, Tags::COORD)
            && sentence.is_one_of(index + 1, &["is", "are", "was", "were", "has", "have"])
    };
    let ends = |&index: &usize| {
        if aside(index) {
            return false;
        }
        if further(index) {
            return true;
        }
        matches!(sentence.kind(index), Some(Kind::Semicolon | Kind::Colon))
            || sentence.tag(index, Tags::MODAL)
            || sentence.is_one_of(
                index,
                &[
                    "if", "unless", "where", "because", "who", "whom", "whose", "whether", "when",
                    "which", "that",
                ],
            )
    };
    let end = (from..sentence.tokens.len()).find(ends).unwrap_or(sentence.tokens.len());
    if !sentence.tag(end, Tags::MODAL) {
        return end;
    }
    // the words right before the modal are its own subject: "by the trustees and you should"
    (from..end)
        .rev()
        .find(|&index| {
            sentence.tag(index, Tags::COORD) || sentence.kind(index) == Some(Kind::Comma)
        })
        .unwrap_or(end)
}
