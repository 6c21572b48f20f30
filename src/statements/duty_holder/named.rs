//! Noun phrases made into duty-holders, and the two ways to have none.

use crate::{
    document::Extent,
    statements::{
        DutyHolder, Found, Grade, Holder, HolderName, Unnamed,
        english::{Bearer, Kind, NounPhrase, Sentence, Tags},
    },
};

pub(in crate::statements) fn nobody(why: Unnamed, grade: Grade) -> DutyHolder {
    DutyHolder { found: Found::None, why: Some(why), grade, text: None, holders: Vec::new() }
}

pub(in crate::statements) fn undecided() -> DutyHolder {
    DutyHolder {
        found: Found::Undecided,
        why: None,
        grade: Grade::Likely,
        text: None,
        holders: Vec::new(),
    }
}

/// The holders that these noun phrases name; `None` where they name none.
pub(in crate::statements) fn named(
    sentence: Sentence<'_>,
    phrases: &[NounPhrase],
    found: Found,
    grade: Grade,
) -> Option<DutyHolder> {
    let mut holders: Vec<Holder> = phrases
        .iter()
        .enumerate()
        .filter(|&(index, _)| !repeats(sentence, phrases, index))
        .filter_map(|(_, phrase)| {
            let name = phrase.name()?;
            Some(Holder { written: written(sentence, phrase), name: name.clone() })
        })
        .collect();
    holders.shrink_to_fit();
    let (first, last) = (holders.first()?, holders.last()?);
    let text = Extent { start: first.written.start, end: last.written.end };
    let reader = holders.iter().all(|holder| holder.name == HolderName::Reader);
    let found = if reader { Found::Reader } else { found };
    Some(DutyHolder { found, why: None, grade, text: Some(text), holders })
}

/// "the remaining trustee or trustees": the same holder in the other number.
fn repeats(sentence: Sentence<'_>, phrases: &[NounPhrase], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| &phrases[before]) else { return false };
    let (head, word) = (before.words.end - 1, phrases[index].words.start);
    let (one, other) = (sentence.word(head), sentence.word(word));
    phrases[index].words.len() == 1
        && word == head + 2
        && (other.strip_suffix('s') == Some(one) || one.strip_suffix('s') == Some(other))
}

/// The words of a holder as they stand, with the "of …" that a bare office needs: "head of service delivery".
fn written(sentence: Sentence<'_>, phrase: &NounPhrase) -> Extent {
    let mut end = phrase.words.end;
    let office = matches!(&phrase.bearer, Bearer::Agent { name: HolderName::Written(_), .. })
        || phrase.words.len() == 1;
    if office && sentence.is_word(end, "of") {
        let stop = Tags::COORD.with(Tags::MODAL).with(Tags::REL).with(Tags::BE).with(Tags::SUBORD);
        end = (end + 1..sentence.tokens.len())
            .find(|&index| sentence.tag(index, stop) || sentence.kind(index) != Some(Kind::Word))
            .unwrap_or(sentence.tokens.len());
    }
    let last = sentence.tokens[end - 1];
    Extent { start: sentence.tokens[phrase.words.start].start, end: last.end }
}
