//! Lists of those whom a draft addresses: "The following bodies must have regard to this Code:".

use super::{Learned, Words};
use crate::{
    document::{Passage, PassageId, PassageKind},
    statements::{
        english::{Bearer, NounPhrase, Phrases, Tags, is_finite},
        vocabulary::HolderKind,
    },
};

/// What a list's lead-in says whose items are those who have to follow the draft.
const ADDRESSES: [&str; 9] = [
    "have regard to",
    "applies to",
    "apply to",
    "is addressed to",
    "is issued to",
    "is aimed at",
    "guidance is for",
    "code is for",
    "must follow this",
];

pub(super) fn read(words: &Words<'_>) -> Vec<Learned> {
    let document = words.document;
    let item = |passage: &&Passage| matches!(passage.kind, PassageKind::Item { .. });
    let mut judged: Option<(PassageId, bool)> = None;
    let mut learned = Vec::new();
    for passage in document.passages.iter().filter(item) {
        let Some(lead) = passage.lead_in else { continue };
        if judged.is_none_or(|(last, _)| last != lead) {
            judged = Some((lead, addresses(document.text(document.passage(lead).extent))));
        }
        if judged.is_some_and(|(_, addressed)| addressed) {
            let tokens = words.tokens(passage.extent);
            learned.extend(named(words.phrases(&tokens)));
        }
    }
    learned
}

fn addresses(lead_in: &str) -> bool {
    let lower = lead_in.to_lowercase();
    let own = ["code", "guidance", "document", "standard", "framework", "policy", "scheme"];
    lower.trim_end().ends_with([':', '—', '-'])
        && ADDRESSES.iter().any(|words| lower.contains(words))
        && own.iter().any(|word| lower.contains(word))
}

/// The bodies that an item names: "NHS trusts and foundation trusts".
fn named(phrases: Phrases<'_>) -> Vec<Learned> {
    let end = phrases.sentence.tokens.len();
    let relative = (0..end).find(|&index| phrases.sentence.tag(index, Tags::REL)).unwrap_or(end);
    if (0..relative).any(|index| is_finite(phrases.sentence, index)) {
        return Vec::new();
    }
    let found = phrases.coordinated(0..end);
    found.iter().filter_map(|phrase| somebody(phrases, phrase)).collect()
}

fn somebody(phrases: Phrases<'_>, phrase: &NounPhrase) -> Option<Learned> {
    let known = matches!(phrase.bearer, Bearer::Agent { known: true, .. });
    let unknown =
        matches!(phrase.bearer, Bearer::Agent { .. } | Bearer::Either { .. } | Bearer::Unknown);
    let words = phrase.words.clone();
    let proper = phrases.sentence.tag(words.end - 1, Tags::CAPITAL) && words.len() > 1;
    ((unknown || proper) && !known && words.len() <= 6)
        .then(|| Learned::Somebody { name: phrases.written_name(words), kind: HolderKind::Body })
}
