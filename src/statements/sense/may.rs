//! may: allowed or barred, or only possible.

use super::{Use, agent_subject, is_said_to_you, may_be_somebody};
use crate::statements::{
    Modality, NoneReason,
    duty_holder::is_personal,
    english::{Bearer, Kind, NounPhrase, Role, Subject, Tags, Voice, verb_after, verb_forms},
};

/// Verbs of being and feeling: "may have needs", "may be concerned" say what can happen.
const STATES: [&str; 42] = [
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
    "incur",
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
    "see",
    "hear",
    "notice",
    "realise",
    "understand",
    "recognise",
    "remember",
];

/// What nobody does or leaves undone at will: "may not see you", "may not have the form".
const BEYOND_WILL: [&str; 22] = [
    "have",
    "be",
    "need",
    "feel",
    "find",
    "want",
    "become",
    "know",
    "experience",
    "suffer",
    "seem",
    "appear",
    "realise",
    "understand",
    "see",
    "hear",
    "notice",
    "recognise",
    "remember",
    "always",
    "like",
    "believe",
];

/// Participles that say what may turn out: "may be needed", "may be affected".
const TURNS_OUT: [&str; 37] = [
    "broken",
    "hidden",
    "blocked",
    "closed",
    "obstructed",
    "offered",
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
    "interested",
    "identified",
];

pub(super) fn may(used: &Use<'_>) -> Option<NoneReason> {
    if matches!(used.clause.subject, Subject::There) || used.clause.role == Role::Condition {
        return Some(NoneReason::Possibility);
    }
    if matches!(used.clause.role, Role::Complement | Role::Relative) && is_told_of_chance(used)
        || is_alternative(used)
        || illustrates(used)
    {
        return Some(NoneReason::Possibility);
    }
    if used.sentence.is_word(used.keyword.end, "also")
        && used.sentence.is_word(used.keyword.end + 1, "be")
        && used.sentence.is_word(used.keyword.end + 2, "required")
    {
        return Some(NoneReason::Possibility);
    }
    let nobody = used.subject.first().is_some_and(|phrase| phrase.negative && phrase.is_agent());
    if nobody || used.clause.negative {
        return None;
    }
    let bars = used.keyword.modality == Modality::Prohibition
        && used.clause.role == Role::Main
        && agent_subject(used)
        && !used.sentence.is_one_of(verb_after(used.sentence, used.keyword.end), &BEYOND_WILL);
    if bars && used.voice == Voice::Active {
        return None;
    }
    let permits = match used.voice {
        Voice::Passive(participle) => {
            (names_somebody_by(used) || !used.sentence.is_one_of(participle, &TURNS_OUT))
                && !is_said_to_you(used)
        }
        Voice::Active => permits_action(used),
    };
    let somebody = agent_subject(used)
        || names_somebody_by(used)
        || is_pronoun(used) && is_personal(used.sentence, used.keyword.end);
    let barred =
        used.keyword.modality == Modality::Prohibition && !somebody && !forbids_everybody(used);
    (!permits || barred).then_some(NoneReason::Possibility)
}

/// "Animals may not be kept here": nobody is named, and all are forbidden it. "Your data may not be included" tells of a chance.
fn forbids_everybody(used: &Use<'_>) -> bool {
    let Voice::Passive(participle) = used.voice else { return false };
    let yours =
        (used.clause.start..used.keyword.first).any(|index| used.sentence.tag(index, Tags::READER));
    used.clause.role == Role::Main && !yours && !used.sentence.is_one_of(participle, &TURNS_OUT)
}

/// "be aware that drivers may", "it is possible that the court may": what can happen, and no leave for it.
fn is_told_of_chance(used: &Use<'_>) -> bool {
    const CHANCE: [&str; 11] = [
        "aware",
        "possible",
        "likely",
        "unlikely",
        "concerned",
        "fear",
        "risk",
        "chance",
        "possibility",
        "danger",
        "mindful",
    ];
    let that = used.clause.start.saturating_sub(3)..used.clause.start;
    that.into_iter().any(|index| used.sentence.is_one_of(index, &CHANCE))
}

/// "work that exposes, or may expose,", "is or may be": what is the case or can come to be.
fn is_alternative(used: &Use<'_>) -> bool {
    let sentence = used.sentence;
    let comma = |at: usize| usize::from(sentence.kind(at) == Some(Kind::Comma));
    let or = used.keyword.first.checked_sub(1).filter(|&at| sentence.is_word(at, "or"));
    let last = or.and_then(|or| or.checked_sub(1)).and_then(|at| at.checked_sub(comma(at)));
    let verb = verb_after(sentence, used.keyword.end);
    last.is_some_and(|last| {
        let is = sentence.tag(last, Tags::BE) && sentence.is_word(verb, "be");
        let has = sentence.tag(last, Tags::HAVE) && sentence.is_word(verb, "have");
        is || has
            || sentence.tag(last, Tags::VERB_S)
                && inflects(sentence.word(last), sentence.word(verb))
    })
}

/// Whether a form in -s is of this base: "exposes" of "expose".
fn inflects(form: &str, base: &str) -> bool {
    verb_forms(base)[0].eq_ignore_ascii_case(form)
}

/// "For example, this may be achieved by": one way among others.
fn illustrates(used: &Use<'_>) -> bool {
    let opens = |words: &[&str]| used.sentence.starts_with(0, words);
    let thing = !agent_subject(used);
    thing && (opens(&["for", "example"]) || opens(&["for", "instance"]))
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
        || matches!(used.sentence.kind(verb), None | Some(Kind::Colon))
        || limited;
    let proceeds = used
        .sentence
        .is_one_of(verb, &["proceed", "continue", "go", "apply", "begin", "start", "choose"]);
    let state = used.sentence.is_one_of(verb, &STATES)
        && !demands(used, verb)
        && !(is_said_to_you(used) && used.sentence.is_word(verb, "include"))
        || used.sentence.starts_with(verb, &["come", "across"]);
    let missing = used.subject.is_empty() && matches!(used.clause.subject, Subject::Missing);
    let adds = used.clause.role == Role::Relative
        && used.clause.start > 0
        && used.sentence.kind(used.clause.start - 1) == Some(Kind::Comma);
    let main = matches!(used.clause.role, Role::Main | Role::Complement) || adds;
    let somebody = agent_subject(used) || may_be_somebody(used) || pronoun_acts(used, verb);
    main && acts && !state && (somebody || proceeds || missing)
}

/// "may require any person to attend", "may require that a plan be revised": not "may require support".
fn demands(used: &Use<'_>, verb: usize) -> bool {
    if used.sentence.starts_with(verb, &["require", "that"]) {
        return true;
    }
    let to = (verb + 2..verb + 12).find(|&index| used.sentence.is_word(index, "to"));
    used.sentence.is_word(verb, "require")
        && to.is_some_and(|to| (verb + 1..to).any(|index| used.sentence.tag(index, Tags::AGENT)))
}

/// "may not be approved by an executive": somebody acts in the passive.
fn names_somebody_by(used: &Use<'_>) -> bool {
    let Voice::Passive(participle) = used.voice else { return false };
    let by = (participle + 1..participle + 6).find(|&index| used.sentence.is_word(index, "by"));
    by.is_some_and(|by| (by + 1..by + 4).any(|index| used.sentence.tag(index, Tags::AGENT)))
}

/// "they may ask", "it may act": what a thing may do ("it may change") is no permission.
fn pronoun_acts(used: &Use<'_>, verb: usize) -> bool {
    const BEFALLS: [&str; 15] = [
        "change", "apply", "affect", "come", "go", "help", "increase", "reduce", "mean", "show",
        "look", "contain", "cover", "involve", "relate",
    ];
    let lasts = used.sentence.is_word(verb, "take")
        && (used.sentence.is_one_of(verb + 1, &["a", "time", "longer", "place", "up", "effect"])
            || used.sentence.kind(verb + 1) == Some(Kind::Number));
    is_pronoun(used) && !used.sentence.is_one_of(verb, &BEFALLS) && !lasts
}

pub(super) fn is_pronoun(used: &Use<'_>) -> bool {
    let named = |phrase: &NounPhrase| {
        phrase.bearer == Bearer::Pronoun
            && used.sentence.is_one_of(phrase.words.start, &["they", "it", "he", "she"])
    };
    used.subject.first().is_some_and(named)
}
