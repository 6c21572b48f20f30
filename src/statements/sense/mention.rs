//! A modal word that is named, asked about, a month, or part of advice about reading.

use super::Use;
use crate::statements::{
    NoneReason,
    english::{Bearer, Kind, Role, Sentence, Tags, Voice, verb_after},
};

/// "the word MUST", "'must'", a sign's "'drivers must use phone'", "a must-have".
pub(super) fn mention(used: &Use<'_>) -> Option<NoneReason> {
    let Use { sentence, keyword, .. } = used;
    let named = keyword.first.checked_sub(1).is_some_and(|before| {
        sentence.is_one_of(before, &["word", "words", "term", "terms", "verb"])
            || sentence.is_one_of(before, &["a", "the"]) && sentence.is_word(keyword.first, "must")
            || sentence.is_one_of(before, &["says", "say", "said", "reads"])
                && sentence.kind(keyword.end) != Some(Kind::Word)
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
        before + 1 < at && sentence.is_one_of(before, &["words", "terms", "verbs"])
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
pub(super) fn month(used: &Use<'_>) -> Option<NoneReason> {
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

pub(super) fn question(used: &Use<'_>) -> Option<NoneReason> {
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

/// "The expression 'owner' shall include a part owner".
fn says_meaning(used: &Use<'_>) -> Option<NoneReason> {
    let verb = verb_after(used.sentence, used.keyword.end);
    let word = used.subject.first().is_some_and(|phrase| {
        phrase.words.clone().any(|index| {
            used.sentence
                .is_one_of(index, &["expression", "expressions", "word", "words", "term", "terms"])
        })
    });
    (word && used.sentence.is_one_of(verb, &["include", "mean", "have", "refer"]))
        .then_some(NoneReason::ReadingAdvice)
}

/// "Nothing in this Code shall affect", "nothing in these rules should be taken to limit".
fn saves(used: &Use<'_>) -> bool {
    let (sentence, start) = (used.sentence, used.clause.start);
    sentence.starts_with(start, &["nothing", "in"])
        && sentence.is_one_of(start + 2, &["this", "these"])
}

/// "it should be noted that", "it must be remembered", "references to X should be read as".
pub(super) fn reading_advice(used: &Use<'_>) -> Option<NoneReason> {
    if saves(used) {
        return Some(NoneReason::ReadingAdvice);
    }
    let Voice::Passive(participle) = used.voice else { return says_meaning(used) };
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
