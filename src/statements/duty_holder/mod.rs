//! Who has to act: from the subject, an agent, a lead-in, a row, or what a pronoun points back to.

mod antecedent;
mod charged;
mod context;
mod listed;
mod named;
mod subject;
mod surroundings;
mod will;

use super::{
    DutyHolder, Found, Grade, Unnamed,
    english::{
        Bearer, NounPhrase, Phrases, Role, Sentence, Tags, Voice, agents_after, agents_joined,
        describes_subject, verb_after,
    },
    keyword::Keyword,
    modality::Shape,
};
use antecedent::{Antecedent, Points};

pub(super) use context::Context;
pub(super) use named::{named, nobody, undecided};
pub(super) use subject::{Traced, Via, trace};
pub(super) use will::{is_personal, is_willed};

/// The duty-holder of a modal wording whose subject was traced.
pub(super) fn duty_holder(
    phrases: Phrases<'_>,
    keyword: Keyword,
    role: Role,
    traced: &Traced,
    voice: Voice,
    context: &Context<'_>,
) -> DutyHolder {
    match keyword.shape {
        Shape::Impersonal => return impersonal(phrases, keyword),
        Shape::DutyOf => {
            let end = phrases.sentence.tokens.len();
            let agents = phrases.coordinated(keyword.end..end);
            return named(phrases.sentence, &agents, Found::Subject, Grade::Likely)
                .unwrap_or_else(undecided);
        }
        Shape::Modal | Shape::Phrase => {}
    }
    if let Some(holder) = listed::listed(phrases, keyword, traced, voice, context) {
        return holder;
    }
    if let Some(holder) = charged::charged(phrases, keyword, traced) {
        return holder;
    }
    let agent =
        traced.phrases.iter().any(|phrase| phrase.is_agent() || phrase.bearer == Bearer::Pronoun);
    if let Voice::Passive(participle) = voice
        && !(agent && describes_subject(phrases.sentence, participle))
    {
        return passive(phrases, participle, traced, context);
    }
    match traced.via {
        Via::There => nobody(Unnamed::Expletive, Grade::Certain),
        Via::Missing => context.surroundings_holder().unwrap_or_else(undecided),
        Via::Subject | Via::Relative | Via::Elided => {
            active(phrases, keyword, role, traced, context)
        }
    }
}

/// "it is good practice for the director who signs to sit on the board".
fn impersonal(phrases: Phrases<'_>, keyword: Keyword) -> DutyHolder {
    let for_whom = keyword.end.checked_sub(1).filter(|&last| phrases.sentence.is_word(last, "for"));
    let agents = for_whom
        .map(|last| phrases.coordinated(last + 1..phrases.sentence.tokens.len()))
        .unwrap_or_default();
    named(phrases.sentence, &agents, Found::Subject, Grade::Likely)
        .unwrap_or_else(|| nobody(Unnamed::Expletive, Grade::Certain))
}

fn passive(
    phrases: Phrases<'_>,
    participle: usize,
    traced: &Traced,
    context: &Context<'_>,
) -> DutyHolder {
    let agents = agents_after(phrases, participle);
    if let Some(holder) = named(phrases.sentence, &agents, Found::ByAgent, Grade::Likely) {
        return holder;
    }
    if let Some(row) = context.row_holder() {
        return row;
    }
    if names_unknown_agent(phrases.sentence, participle) {
        return undecided();
    }
    let receiver = traced.phrases.iter().any(NounPhrase::is_agent);
    nobody(if receiver { Unnamed::Receiver } else { Unnamed::Passive }, Grade::Certain)
}

/// "must be settled by the RFO": a short name that nobody here explains, where somebody would stand.
fn names_unknown_agent(sentence: Sentence<'_>, participle: usize) -> bool {
    let by = (participle + 1..participle + 8).find(|&index| sentence.is_word(index, "by"));
    by.is_some_and(|by| {
        sentence.tag(by + 1, Tags::DET)
            && sentence.tag(by + 2, Tags::ACRONYM)
            && !sentence.tag(by + 3, Tags::NOUN.with(Tags::THING))
    })
}

fn active(
    phrases: Phrases<'_>,
    keyword: Keyword,
    role: Role,
    traced: &Traced,
    context: &Context<'_>,
) -> DutyHolder {
    let sentence = phrases.sentence;
    let found = match traced.via {
        Via::Relative => Found::Relative,
        Via::Elided => Found::Elided,
        _ => Found::Subject,
    };
    let Some(first) = traced.phrases.first() else { return gerund_or_undecided(sentence, traced) };
    if first.bearer == Bearer::Pronoun {
        let pointed = pronoun(phrases, keyword, first, context);
        return with_others(pointed, sentence, &traced.phrases[1..]);
    }
    if sentence.is_one_of(first.words.start, &["latter", "former"]) {
        let latter = sentence.is_word(first.words.start, "latter");
        return context.one_of_two(sentence, first.words.start, latter).unwrap_or_else(undecided);
    }
    if first.points_back
        && is_generic(first, sentence)
        && let Some(holder) = context.pointed_back(first.plural)
    {
        return holder;
    }
    if !traced.phrases.iter().any(|phrase| acts(phrase, sentence, keyword))
        && let Some(holder) = right_before(phrases, keyword, traced)
    {
        return holder;
    }
    let acting = those_who_act(phrases, keyword, traced);
    let single = traced.phrases.len() == 1 && traced.region.end == first.words.end;
    let grade = if single && found == Found::Subject && role == Role::Main {
        Grade::Certain
    } else {
        Grade::Likely
    };
    if let Some(holder) = named(sentence, &acting, found, grade) {
        return holder;
    }
    joined(phrases, keyword)
        .or_else(|| context.row_holder())
        .unwrap_or_else(|| unnamed(sentence, keyword, traced))
}

/// "must be in writing and signed by the parent": who acts by a verb that is joined to what a thing has to be.
fn joined(phrases: Phrases<'_>, keyword: Keyword) -> Option<DutyHolder> {
    let sentence = phrases.sentence;
    let be = verb_after(sentence, keyword.end);
    let agents = sentence.is_word(be, "be").then(|| agents_joined(phrases, be))?;
    named(sentence, &agents, Found::ByAgent, Grade::Likely)
}

/// A subject that names nobody: a thing, or what nobody here can tell from somebody.
fn unnamed(sentence: Sentence<'_>, keyword: Keyword, traced: &Traced) -> DutyHolder {
    let willed = is_willed(sentence, keyword.end);
    let unknown = |phrase: &NounPhrase| {
        is_unknown_name(phrase, sentence) || willed && phrase.bearer == Bearer::Unknown
    };
    if traced.phrases.iter().any(unknown) {
        return undecided();
    }
    let known = traced.phrases.iter().all(|phrase| phrase.bearer == Bearer::Thing);
    nobody(Unnamed::Thing, if known { Grade::Certain } else { Grade::Likely })
}

/// Those of a subject's noun phrases that bear the duty: a verb that only somebody can do makes somebody of a head that nobody knows.
fn those_who_act(phrases: Phrases<'_>, keyword: Keyword, traced: &Traced) -> Vec<NounPhrase> {
    let personal = is_personal(phrases.sentence, keyword.end);
    let read = traced.phrases.iter();
    read.map(|phrase| if personal { phrases.as_somebody(phrase) } else { phrase.clone() })
        .filter(|phrase| acts(phrase, phrases.sentence, keyword))
        .collect()
}

/// Somebody named right before the modal, where the walk went further back to a thing: "… form part of the rules and invigilators must
/// ensure".
fn right_before(phrases: Phrases<'_>, keyword: Keyword, traced: &Traced) -> Option<DutyHolder> {
    let sentence = phrases.sentence;
    let end = traced.region.end;
    if !is_willed(sentence, keyword.end) {
        return None;
    }
    let joined = |&at: &usize| sentence.tag(at - 1, Tags::COORD);
    let mut begins = (traced.region.start + 1..end).filter(joined);
    let somebody = begins.find_map(|at| phrases.somebody_up_to(at, end))?;
    named(sentence, &[somebody], Found::Subject, Grade::Likely)
}

/// "it and the applicant": whom the pronoun points to, and those who are named beside it.
fn with_others(
    mut pointed: DutyHolder,
    sentence: Sentence<'_>,
    others: &[NounPhrase],
) -> DutyHolder {
    let others: Vec<NounPhrase> = others.iter().filter(|it| it.is_agent()).cloned().collect();
    if let Some(named) = named(sentence, &others, Found::Subject, Grade::Likely) {
        if pointed.holders.is_empty() {
            return named;
        }
        pointed.holders.extend(named.holders);
    }
    pointed
}

/// A subject without a noun phrase is a doing ("Locating an emergency area should") or cannot be read.
fn gerund_or_undecided(sentence: Sentence<'_>, traced: &Traced) -> DutyHolder {
    if sentence.tag(traced.region.start, Tags::ING.with(Tags::ADJ).with(Tags::THING)) {
        nobody(Unnamed::Thing, Grade::Likely)
    } else {
        undecided()
    }
}

/// A name in capitals whose head is unknown: a body that the vocabulary does not know, or a thing; nobody here can say.
fn is_unknown_name(phrase: &NounPhrase, sentence: Sentence<'_>) -> bool {
    let head = phrase.words.end - 1;
    let first_word = head == 0;
    phrase.bearer == Bearer::Unknown
        && !first_word
        && (sentence.tag(head, Tags::CAPITAL) && head > phrase.words.start
            || sentence.tag(head, Tags::ACRONYM))
}

fn is_generic(phrase: &NounPhrase, sentence: Sentence<'_>) -> bool {
    let head = phrase.words.end - 1;
    let generic = [
        "person",
        "persons",
        "people",
        "individual",
        "individuals",
        "body",
        "bodies",
        "officer",
        "latter",
        "former",
        "organisation",
        "organisations",
        "role",
        "post",
        "party",
        "parties",
        "group",
    ];
    phrase.words.len() == 1 && sentence.is_one_of(head, &generic)
}

/// Whether a noun phrase bears the duty: "services must co-operate", not "services must be accessible".
fn acts(phrase: &NounPhrase, sentence: Sentence<'_>, keyword: Keyword) -> bool {
    match &phrase.bearer {
        Bearer::Agent { .. } | Bearer::Reader => true,
        Bearer::Either { .. } => is_willed(sentence, keyword.end),
        Bearer::Thing | Bearer::Pronoun | Bearer::Unknown => false,
    }
}

/// Verbs of what a text holds: "It must include" is said of a plan, whoever was named before.
const CONTENT: [&str; 9] =
    ["include", "contain", "cover", "set", "comprise", "list", "specify", "outline", "reflect"];

fn pronoun(
    phrases: Phrases<'_>,
    keyword: Keyword,
    phrase: &NounPhrase,
    context: &Context<'_>,
) -> DutyHolder {
    let sentence = phrases.sentence;
    let at = phrase.words.start;
    if sentence.is_one_of(at, &["this", "these", "that", "those"]) {
        return nobody(Unnamed::Thing, Grade::Likely);
    }
    let says_content = sentence.is_one_of(verb_after(sentence, keyword.end), &CONTENT);
    if sentence.is_word(at, "it") && says_content {
        return nobody(Unnamed::Thing, Grade::Likely);
    }
    let counts =
        sentence.is_one_of(at, &["all", "each", "both", "either", "many", "some", "most", "one"]);
    let to_somebody = counts || sentence.is_one_of(at, &["he", "she"]);
    let points = Points {
        plural: phrase.plural || counts,
        to_somebody,
        to_body: sentence.is_word(at, "it"),
    };
    match context.antecedent(sentence, at, points) {
        Some(Antecedent::Holders(holder)) => holder,
        Some(Antecedent::Thing) => nobody(Unnamed::Thing, Grade::Likely),
        None if sentence.is_word(at, "it") => nobody(Unnamed::Thing, Grade::Likely),
        None => undecided(),
    }
}
