//! Whether a modal word asks anything where it stands, or only names, asks about, expects or describes.

use super::{
    Modality, NoneReason,
    clause::{Clause, Role, Subject},
    modality::{Keyword, Sentence, Shape},
    noun_phrase::{Bearer, NounPhrase},
    voice::{Voice, verb_after},
    words::{Kind, Tags},
};

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
        .or_else(|| mention(used))
        .or_else(|| month(used))
        .or_else(|| question(used))
        .or_else(|| reading_advice(used))
        .or_else(|| match used.keyword.modality {
            Modality::Prohibition | Modality::Permission if word(used, "may") => may(used),
            Modality::Encouragement if word(used, "may") => condition(used),
            Modality::Prohibition if word(used, "cannot") => cannot(used),
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

/// "the word MUST", "'must'", a sign's "'drivers must use phone'", "a must-have".
fn mention(used: &Use<'_>) -> Option<NoneReason> {
    let Use { sentence, keyword, .. } = used;
    let named = keyword.first.checked_sub(1).is_some_and(|before| {
        sentence.is_one_of(before, &["word", "words", "term", "terms", "verb"])
            || sentence.is_one_of(before, &["a", "the"]) && sentence.is_word(keyword.first, "must")
    });
    (named
        || listed_as_words(*sentence, keyword.first)
        || in_short_quotes(*sentence, keyword.first))
    .then_some(NoneReason::Mention)
}

/// "the words MUST, SHOULD and MAY".
fn listed_as_words(sentence: Sentence<'_>, at: usize) -> bool {
    let passed = |&index: &usize| {
        sentence.tag(index, Tags::MODAL.with(Tags::NOT).with(Tags::COORD))
            || sentence.kind(index) != Some(Kind::Word)
    };
    let before = (0..at).rev().find(|index| !passed(index));
    before.is_some_and(|before| {
        before + 1 < at && sentence.is_one_of(before, &["word", "words", "term", "terms", "verbs"])
    })
}

/// A quotation of up to this many words is a phrase that is talked about, not a sentence that is said.
const SHORT_QUOTATION: usize = 14;

fn in_short_quotes(sentence: Sentence<'_>, at: usize) -> bool {
    let Some(open) = (0..at).rev().find(|&index| sentence.kind(index) == Some(Kind::QuoteOpen))
    else {
        return false;
    };
    let closes = |&index: &usize| sentence.kind(index) == Some(Kind::QuoteClose);
    let closed_before = (open..at).any(|index| sentence.kind(index) == Some(Kind::QuoteClose));
    let close = (at..sentence.tokens.len()).find(closes);
    !closed_before && close.is_some_and(|close| close - open <= SHORT_QUOTATION)
}

/// "From 20 May 2018", "in May".
fn month(used: &Use<'_>) -> Option<NoneReason> {
    let at = used.keyword.anchor;
    if used.sentence.word(at) != "May" {
        return None;
    }
    let number = |index: Option<usize>| {
        index.is_some_and(|index| used.sentence.kind(index) == Some(Kind::Number))
    };
    let before = at.checked_sub(1);
    let dated = before.is_some_and(|before| {
        used.sentence.is_one_of(
            before,
            &["in", "of", "by", "until", "since", "from", "before", "after", "last", "next"],
        )
    });
    (number(before) || number(Some(at + 1)) || dated).then_some(NoneReason::Month)
}

fn question(used: &Use<'_>) -> Option<NoneReason> {
    let text = used.sentence.text;
    let end = used.sentence.tokens.last()?.end as usize;
    let asks = text[..end].trim_end_matches(['”', '’', '"', '\'', ')']).ends_with('?');
    if asks {
        return Some(NoneReason::Question);
    }
    match used.clause.role {
        Role::Inverted => Some(NoneReason::InvertedCondition),
        Role::Embedded => Some(NoneReason::Question),
        _ => None,
    }
}

/// "it should be noted that", "it must be remembered", "references to X should be read as".
fn reading_advice(used: &Use<'_>) -> Option<NoneReason> {
    let Voice::Passive(participle) = used.voice else { return None };
    let said = [
        "noted",
        "remembered",
        "emphasised",
        "stressed",
        "recognised",
        "appreciated",
        "acknowledged",
        "borne",
        "understood",
        "recalled",
        "pointed",
    ];
    let impersonal = used.subject.first().is_some_and(|phrase| {
        phrase.bearer == Bearer::Pronoun
            && used.sentence.is_one_of(phrase.words.start, &["it", "this"])
    });
    let noted = impersonal
        && used.sentence.is_one_of(participle, &said)
        && (participle + 1..(participle + 5).min(used.sentence.tokens.len()))
            .any(|index| used.sentence.is_word(index, "that"));
    let read = used
        .sentence
        .is_one_of(participle, &["read", "construed", "interpreted", "taken", "understood"]);
    let after = |words: &[&str]| used.sentence.is_one_of(participle + 2, words);
    let taken_as = !used.sentence.is_word(participle, "taken")
        || after(&["mean", "imply", "be", "include", "refer"]);
    let linked = ["as", "to", "alongside", "with", "together", "in"];
    let reads_as = read
        && taken_as
        && used.sentence.is_one_of(participle + 1, &linked)
        && !after(&["account", "consideration"]);
    (noted || reads_as).then_some(NoneReason::ReadingAdvice)
}

fn agent_subject(used: &Use<'_>) -> bool {
    used.subject.iter().any(NounPhrase::is_agent)
}

/// Verbs of being and feeling: "may have needs", "may be concerned" say what can happen.
const STATES: [&str; 34] = [
    "have",
    "be",
    "need",
    "feel",
    "find",
    "want",
    "become",
    "know",
    "experience",
    "require",
    "suffer",
    "lack",
    "think",
    "wish",
    "seem",
    "appear",
    "exist",
    "include",
    "differ",
    "vary",
    "result",
    "lead",
    "cause",
    "arise",
    "occur",
    "happen",
    "help",
    "depend",
    "struggle",
    "fail",
    "prefer",
    "benefit",
    "reach",
    "believe",
];

/// Participles that say what may turn out: "may be needed", "may be affected".
const TURNS_OUT: [&str; 29] = [
    "overcome",
    "needed",
    "required",
    "affected",
    "exposed",
    "found",
    "caused",
    "seen",
    "known",
    "located",
    "involved",
    "asked",
    "expected",
    "lost",
    "damaged",
    "injured",
    "harmed",
    "delayed",
    "faced",
    "associated",
    "placed",
    "concerned",
    "called",
    "experienced",
    "held",
    "reduced",
    "increased",
    "influenced",
    "charged",
];

fn may(used: &Use<'_>) -> Option<NoneReason> {
    if matches!(used.clause.subject, Subject::There) || used.clause.role == Role::Condition {
        return Some(NoneReason::Possibility);
    }
    if used.sentence.is_word(used.keyword.end, "also")
        && used.sentence.is_word(used.keyword.end + 1, "be")
        && used.sentence.is_word(used.keyword.end + 2, "required")
    {
        return Some(NoneReason::Possibility);
    }
    let permits = match used.voice {
        Voice::Passive(participle) => {
            !used.sentence.is_one_of(participle, &TURNS_OUT)
                && !used.subject.first().is_some_and(|phrase| phrase.bearer == Bearer::Reader)
        }
        Voice::Active => permits_action(used),
    };
    let barred = used.keyword.modality == Modality::Prohibition && !agent_subject(used);
    (!permits || barred).then_some(NoneReason::Possibility)
}

/// "authorities may give weight to": somebody may do something, in the main clause.
fn permits_action(used: &Use<'_>) -> bool {
    let verb = verb_after(used.sentence, used.keyword.end);
    let limited = used.sentence.is_word(used.keyword.end, "only");
    let unknown = used.sentence.kind(verb) == Some(Kind::Word)
        && !used
            .sentence
            .tag(verb, Tags::PREP.with(Tags::PART).with(Tags::ING).with(Tags::DET).with(Tags::BE));
    let acts = used.sentence.tag(verb, Tags::BASE)
        || unknown
        || used.sentence.kind(verb).is_none()
        || limited;
    let proceeds =
        used.sentence.is_one_of(verb, &["proceed", "continue", "go", "apply", "begin", "start"]);
    let state = used.sentence.is_one_of(verb, &STATES);
    let missing = used.subject.is_empty() && matches!(used.clause.subject, Subject::Missing);
    let main = matches!(used.clause.role, Role::Main | Role::Complement);
    main && acts && !state && (agent_subject(used) || proceeds || missing)
}

fn condition(used: &Use<'_>) -> Option<NoneReason> {
    (used.clause.role == Role::Condition).then_some(NoneReason::Possibility)
}

/// "cannot" bars only where somebody acts: "instances where an authority cannot meet its need" tells of inability.
fn cannot(used: &Use<'_>) -> Option<NoneReason> {
    const UNABLE: [&str; 22] = [
        "meet",
        "afford",
        "find",
        "see",
        "agree",
        "reach",
        "attend",
        "tell",
        "stop",
        "control",
        "be",
        "make",
        "do",
        "know",
        "understand",
        "hear",
        "get",
        "avoid",
        "cope",
        "obtain",
        "guarantee",
        "resolve",
    ];
    let verb = verb_after(used.sentence, used.keyword.end);
    let bars = used.clause.role == Role::Main
        && agent_subject(used)
        && !used.sentence.is_one_of(verb, &UNABLE);
    (!bars).then_some(NoneReason::Possibility)
}

fn undeclared(used: &Use<'_>) -> Option<NoneReason> {
    if used.keyword.shape == Shape::Impersonal {
        return None;
    }
    if used.sentence.is_one_of(used.keyword.anchor, &["need", "needs"]) {
        return need_is_a_noun(used).or_else(|| description(used));
    }
    if used.sentence.is_one_of(used.keyword.anchor, &["is", "are"]) {
        return is_to(used);
    }
    have_to(used).or_else(|| description(used))
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
    let reads_as_verb = adverb || !has_modifier && noun_before && agrees;
    (!reads_as_verb).then_some(NoneReason::Noun)
}

/// In a condition, a question or a relative clause nothing is asked: "only when they need to", "issues that need to be".
fn description(used: &Use<'_>) -> Option<NoneReason> {
    let describes = matches!(used.clause.role, Role::Condition | Role::Relative | Role::Embedded);
    describes.then_some(NoneReason::Description)
}

/// "the aim is to", "if the plan is to succeed": "is to" asks only of somebody who is to do something.
fn is_to(used: &Use<'_>) -> Option<NoneReason> {
    let verb = verb_after(used.sentence, used.keyword.end);
    let main = used.clause.role == Role::Main;
    let done = matches!(used.voice, Voice::Passive(_)) || used.clause.subject == Subject::There;
    let asks = main
        && (done
            || agent_subject(used)
                && used.sentence.tag(verb, Tags::BASE)
                && !used.sentence.tag(verb, Tags::NOUN.with(Tags::BE)));
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

fn phrase(used: &Use<'_>) -> Option<NoneReason> {
    let sentence = used.sentence;
    let forecast = sentence.is_word(used.keyword.anchor, "expected") && !agent_subject(used);
    if forecast {
        return Some(NoneReason::Possibility);
    }
    let role = used.clause.role;
    let describes = matches!(role, Role::Condition | Role::Embedded)
        || role == Role::Relative && matches!(used.clause.subject, Subject::Antecedent(_));
    describes.then_some(NoneReason::Description)
}

/// "should help", "should have been", "if it should need to", "as it should be".
fn should(used: &Use<'_>) -> Option<NoneReason> {
    let sentence = used.sentence;
    let verb = verb_after(sentence, used.keyword.end);
    let perfect = sentence.is_word(verb, "have")
        && sentence.tag(verb + 1, Tags::PART)
        && !sentence.tag(verb + 1, Tags::DET);
    let related = matches!(used.clause.role, Role::Relative | Role::Condition);
    if perfect && (related || !agent_subject(used)) {
        return Some(NoneReason::Possibility);
    }
    let conditional = used.clause.role == Role::Condition && opens_condition(used);
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
    let to_you = used.sentence.tag(verb + 1, Tags::READER);
    let this = used.sentence.is_one_of(first.words.start, &["it", "this", "these", "that"]);
    !first.is_agent()
        && (doing
            || sure
                && (first.bearer == Bearer::Pronoun && this
                    || to_you
                    || first.bearer != Bearer::Pronoun
                        && used.sentence.is_one_of(verb, &["help", "enable"])))
}

/// "must have been": an inference; "must be in use" after a question word is one too.
fn must(used: &Use<'_>) -> Option<NoneReason> {
    let sentence = used.sentence;
    let verb = verb_after(sentence, used.keyword.end);
    let inferred = sentence.is_word(verb, "have")
        && sentence.is_word(verb + 1, "been")
        && !agent_subject(used);
    inferred.then_some(NoneReason::Possibility)
}
