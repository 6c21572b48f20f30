//! Which adjectives and nouns make one noun phrase, and where it ends.

use super::Phrases;
use crate::statements::english::{Kind, Tags, is_finite};

impl Phrases<'_> {
    /// Where the adjectives and nouns from `first` on end: at a preposition, a relative, a verb, a reduced relative.
    pub(super) fn end_of_base(&self, first: usize, end: usize) -> usize {
        let mut at = first;
        let mut noun_seen = false;
        while at < end && self.continues_base(at, first, end, noun_seen) {
            noun_seen |= self.is_noun(at);
            at += 1;
        }
        while at > first && matches!(self.sentence.kind(at - 1), Some(Kind::QuoteOpen)) {
            at -= 1;
        }
        at
    }

    /// "officers carrying firearms", "the person planning the lift": what somebody does, not "officer training".
    fn begins_reduced_relative(&self, at: usize) -> bool {
        let somebody = self.tag(at - 1, Tags::AGENT)
            && !self.tag(at, Tags::CAPITAL)
            && !self.tag(at - 1, Tags::OWNER);
        let several = self.tag(at - 1, Tags::PLURAL);
        let doing = self.tag(at, Tags::ING)
            && (several
                || !self.tag(at, Tags::NOUN.with(Tags::AGENT).with(Tags::THING))
                    && !self.tag(at + 1, Tags::AGENT) // "youth offending teams"
                || self.tag(at + 1, Tags::DET.with(Tags::POSSESSIVE)));
        let done_to = self.tag(at, Tags::PART) && several && !self.tag(at, Tags::NOUN);
        somebody && (doing || done_to)
    }

    pub(super) fn is_plain_verb(&self, index: usize) -> bool {
        let noun = Tags::NOUN
            .with(Tags::AGENT)
            .with(Tags::THING)
            .with(Tags::ADJ)
            .with(Tags::PART)
            .with(Tags::CAPITAL);
        self.tag(index, Tags::BASE.with(Tags::VERB_S)) && !self.tag(index, noun.with(Tags::PLURAL))
    }

    fn is_noun(&self, index: usize) -> bool {
        let noun =
            Tags::NOUN.with(Tags::AGENT).with(Tags::THING).with(Tags::EITHER).with(Tags::ACRONYM);
        self.tag(index, noun) && !self.tag(index, Tags::OWNER)
    }

    /// "qualified and experienced social workers": two words that say of what kind, and a noun.
    fn joins_qualities(&self, at: usize) -> bool {
        let quality = |index: usize| {
            self.tag(index, Tags::ADJ.with(Tags::PART))
                && !self.tag(index, Tags::DET.with(Tags::NOUN))
        };
        self.tag(at, Tags::COORD)
            && quality(at - 1)
            && quality(at + 1)
            && (at + 2..at + 4).any(|next| self.is_noun(next))
    }

    /// "Licensing and Gambling Committee": "and" inside a name, whose first part is nobody.
    fn joins_capitals(&self, at: usize, first: usize, end: usize) -> bool {
        let name = |index: usize| index < end && self.tag(index, Tags::CAPITAL);
        let somebody = Tags::AGENT.with(Tags::ACRONYM);
        self.sentence.is_word(at, "and")
            && at > first
            && (first..at).all(|index| name(index) && !self.tag(index, somebody))
            && (at + 1..at + 6)
                .take_while(|&index| name(index))
                .any(|index| index > at + 1 && self.tag(index, Tags::AGENT))
    }

    fn continues_base(&self, at: usize, first: usize, end: usize, noun_seen: bool) -> bool {
        match self.sentence.kind(at) {
            Some(Kind::Word) => {}
            Some(Kind::Number) => return true,
            Some(Kind::QuoteOpen | Kind::QuoteClose) => return at + 1 < end,
            _ => return false,
        }
        if !noun_seen && at > first && self.joins_qualities(at) {
            return true;
        }
        if self.joins_capitals(at, first, end) {
            return true;
        }
        let stop = Tags::COORD.with(Tags::REL).with(Tags::SUBORD).with(Tags::MODAL).with(Tags::BE);
        let following = noun_seen && self.sentence.is_word(at, "following");
        let preposition = following
            || self.tag(at, Tags::PREP)
                && at > first
                && !self.tag(at, Tags::NOUN.with(Tags::THING));
        if preposition
            || self.tag(at, stop) && !self.tag(at, Tags::CAPITAL)
            || self.tag(at, Tags::PRON)
        {
            return false;
        }
        if noun_seen
            && (self.begins_reduced_relative(at) || self.is_plain_verb(at) && !self.is_noun(at + 1))
        {
            return false;
        }
        if noun_seen
            && self.tag(at, Tags::PART.with(Tags::ING))
            && !self.tag(at, Tags::NOUN.with(Tags::CAPITAL))
        {
            // "services accessed through …" ends here, "authority maintained schools" goes on
            return at + 1 < end
                && self.is_noun(at + 1)
                && !self.tag(at + 1, Tags::DET.with(Tags::PREP));
        }
        if noun_seen
            && (self.tag(at, Tags::DET.with(Tags::POSSESSIVE))
                || self.tag(at, Tags::ADJ) && !self.is_noun(at + 1))
        {
            return false;
        }
        !(at > first && is_finite(self.sentence, at) && !self.is_noun(at + 1))
    }
}
