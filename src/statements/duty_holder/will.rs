//! What only somebody can do: where a head is unknown or has two lives, the verb tells a body from a thing.

use crate::statements::english::{Sentence, skip_adverbs, verb_after};

/// Verbs of somebody with a will, in alphabetical order. A thing can do some of them in other senses ("the plan should
/// identify"), so they decide only for heads that may be a body ("services").
const WILLED: [&str; 57] = [
    "act",
    "agree",
    "apply",
    "appoint",
    "assess",
    "carry",
    "check",
    "comply",
    "consider",
    "consult",
    "contact",
    "co-operate",
    "cooperate",
    "decide",
    "designate",
    "develop",
    "discuss",
    "engage",
    "ensure",
    "establish",
    "exchange",
    "explain",
    "identify",
    "inform",
    "investigate",
    "involve",
    "keep",
    "know",
    "listen",
    "make",
    "meet",
    "monitor",
    "notify",
    "offer",
    "plan",
    "prepare",
    "promote",
    "provide",
    "publish",
    "record",
    "refer",
    "report",
    "respond",
    "review",
    "seek",
    "send",
    "share",
    "support",
    "take",
    "talk",
    "tell",
    "think",
    "train",
    "treat",
    "undertake",
    "understand",
    "work",
];

/// Verbs that are done by nothing but persons and bodies: they make one of a head that nobody knows ("tellers must ask").
const PERSONAL: [&str; 79] = [
    "accompany",
    "act",
    "advise",
    "agree",
    "answer",
    "apologise",
    "apply",
    "appoint",
    "arrange",
    "ask",
    "attend",
    "check",
    "collaborate",
    "complete",
    "consider",
    "consult",
    "contact",
    "co-operate",
    "cooperate",
    "co-ordinate",
    "coordinate",
    "decide",
    "declare",
    "delegate",
    "designate",
    "discuss",
    "drive",
    "employ",
    "endeavour",
    "engage",
    "escalate",
    "explain",
    "hire",
    "inform",
    "inspect",
    "instruct",
    "investigate",
    "invite",
    "know",
    "learn",
    "liaise",
    "listen",
    "look",
    "negotiate",
    "nominate",
    "notify",
    "obey",
    "obtain",
    "pay",
    "practise",
    "read",
    "recruit",
    "register",
    "remember",
    "reply",
    "report",
    "request",
    "resign",
    "respond",
    "retire",
    "seek",
    "sell",
    "send",
    "sign",
    "sit",
    "smoke",
    "speak",
    "stand",
    "submit",
    "supervise",
    "talk",
    "tell",
    "think",
    "try",
    "understand",
    "visit",
    "wait",
    "wear",
    "write",
];

/// "take care", "have regard", "make sure": verbs that things have too, with the words that make them personal.
const PERSONAL_PHRASES: [(&str, &[&str]); 4] = [
    (
        "take",
        &["care", "account", "steps", "advice", "reasonable", "legal", "responsibility", "all"],
    ),
    ("have", &["regard", "due"]),
    ("make", &["sure", "arrangements", "enquiries", "every"]),
    ("give", &["evidence", "consideration", "thought"]),
];

/// What only somebody can be.
const PERSONAL_STATES: [&str; 15] = [
    "alert",
    "aware",
    "careful",
    "competent",
    "confident",
    "courteous",
    "familiar",
    "honest",
    "mindful",
    "polite",
    "proactive",
    "sober",
    "vigilant",
    "willing",
    "cautious",
];

/// Whether what follows a modal wording that ends at `end` is done with a will: "must co-operate", not "must be accessible".
pub(in crate::statements) fn is_willed(sentence: Sentence<'_>, end: usize) -> bool {
    let verb = verb_after(sentence, end);
    sentence.is_one_of(verb, &WILLED) || is_personal(sentence, end)
}

/// Whether nothing but a person or body can do what follows a modal wording that ends at `end`.
pub(in crate::statements) fn is_personal(sentence: Sentence<'_>, end: usize) -> bool {
    let verb = verb_after(sentence, end);
    if sentence.is_word(verb, "be") {
        return sentence.is_one_of(skip_adverbs(sentence, verb + 1), &PERSONAL_STATES);
    }
    let phrase = |&(first, next): &(&str, &[&str])| {
        sentence.is_word(verb, first) && sentence.is_one_of(verb + 1, next)
    };
    sentence.is_one_of(verb, &PERSONAL) || PERSONAL_PHRASES.iter().any(phrase)
}
