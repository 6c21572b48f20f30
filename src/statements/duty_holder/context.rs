//! What stands around a sentence: the lead-in of its list, the holder of its table row, what was named before it.

use crate::{
    document::{Document, Extent, Passage, PassageId, PassageKind},
    statements::{
        Vocabulary,
        english::{Bearer, Kind, NounPhrase, Phrases, Sentence, Tags, Token, around, tokenise},
        items::Items,
    },
};

/// Where a sentence stands.
pub(in crate::statements) struct Context<'a> {
    pub(in crate::statements) document: &'a Document,
    pub(in crate::statements) passage: PassageId,
    /// The sentence itself; in a table, of the cell.
    pub(in crate::statements) sentence: Extent,
    pub(in crate::statements) vocabulary: &'a Vocabulary,
    /// Which items each passage introduces.
    pub(in crate::statements) items: &'a Items,
}

/// How many sentences back a pronoun may point.
pub(in crate::statements) const REACH: usize = 5;

impl<'a> Context<'a> {
    pub(in crate::statements) fn text(&self) -> &'a str {
        self.document.plain.text()
    }

    pub(in crate::statements) fn at(&self) -> &'a Passage {
        self.document.passage(self.passage)
    }

    pub(in crate::statements) fn read<T>(
        &self,
        extent: Extent,
        judge: impl FnOnce(Phrases<'_>) -> T,
    ) -> T {
        let mut tokens: Vec<Token> = Vec::new();
        tokenise(self.text(), extent, &mut tokens);
        judge(Phrases {
            sentence: Sentence { text: self.text(), tokens: &tokens },
            vocabulary: self.vocabulary,
        })
    }

    /// The last sentence of the passage that leads in to this one.
    pub(in crate::statements) fn lead_in(&self) -> Option<Extent> {
        let passage = self.at();
        if !matches!(passage.kind, PassageKind::Item { .. }) {
            return None;
        }
        let lead_in = self.document.passage(passage.lead_in?);
        Some(last_sentence(self.text(), lead_in.extent))
    }
}

impl Extent {
    pub(in crate::statements) fn up_to(self, end: u32) -> Self {
        Self { start: self.start, end: self.end.min(end) }
    }
}

pub(in crate::statements) fn last_sentence(text: &str, passage: Extent) -> Extent {
    let last = text[passage.range()]
        .char_indices()
        .next_back()
        .map_or(passage.start, |(at, _)| passage.start + at as u32);
    around(text, passage, last)
}

pub(in crate::statements) fn is_body_or_role(phrase: &NounPhrase) -> bool {
    matches!(phrase.bearer, Bearer::Agent { person: false, .. })
}

/// Every person or body named in a sentence.
pub(in crate::statements) fn agents_named(phrases: Phrases<'_>) -> Vec<NounPhrase> {
    let tokens = phrases.sentence.tokens.len();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens {
        let doing = phrases.sentence.tag(at, Tags::ING)
            && phrases.sentence.tag(at + 1, Tags::DET.with(Tags::POSSESSIVE));
        let begins = phrases.sentence.kind(at) == Some(Kind::Word)
            && !doing
            && !phrases
                .sentence
                .tag(at, Tags::PRON.with(Tags::DET).with(Tags::PREP).with(Tags::ADV));
        match phrases.phrase_at(at, tokens).filter(|phrase| begins && phrase.words.start == at) {
            Some(phrase) => {
                at = phrase.words.end;
                if phrase.is_agent() {
                    found.push(phrase);
                }
            }
            None => at += 1,
        }
    }
    found
}
