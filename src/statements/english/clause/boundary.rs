//! Where the clause of a verb begins: which commas and conjunctions end the walk, and which join one subject.

use super::{Walk, finite::is_finite};
use crate::statements::english::{Kind, Tags};

impl Walk<'_> {
    /// Whether the comma at `comma` ends an opening phrase, or joins two sentences, so that the subject begins after it.
    pub(in crate::statements) fn comma_begins_clause(&self, comma: usize, end: usize) -> bool {
        if self.tag(comma + 1, Tags::REL.with(Tags::SUBORD)) && comma + 2 < end {
            return false;
        }
        if self.lists_before(comma, end) || self.tag(comma - 1, Tags::COORD) {
            return false; // "schools, colleges and, where it applies, the academy"
        }
        let segment = self.segment_start(comma);
        if segment > self.floor + 1 && self.tag(segment - 2, Tags::COORD.with(Tags::REL)) {
            return false; // "and, where one has been appointed, the supervisor"; "who, when he marks it, finds"
        }
        let bare_conjunction = comma == segment + 1 && self.tag(segment, Tags::SUBORD);
        if bare_conjunction || segment > self.floor && self.is_adverbial(segment, comma) {
            return false; // "If, however, the village"
        }
        self.opens_adjunct(segment)
            || self.opens_adjunct(self.floor)
            || self.is_adverbial(segment, comma)
            || (segment..comma).any(|index| is_finite(self.sentence, index))
            || self.chain_start(comma) == comma
    }

    pub(in crate::statements) fn is_adverbial(&self, start: usize, end: usize) -> bool {
        (start..end).all(|index| self.tag(index, Tags::ADV.with(Tags::COORD).with(Tags::SUBORD)))
    }

    /// Where the stretch between commas that ends at `comma` begins.
    pub(in crate::statements) fn segment_start(&self, comma: usize) -> usize {
        let mark = |&index: &usize| matches!(self.sentence.kind(index), Some(Kind::Comma));
        (self.floor..comma).rev().find(mark).map_or(self.floor, |index| index + 1)
    }

    /// Whether the comma separates the members of one subject: "authorities, schools and colleges must".
    pub(in crate::statements) fn lists_before(&self, comma: usize, end: usize) -> bool {
        let joined = (comma + 1..end).any(|index| self.tag(index, Tags::COORD));
        let verbless = !(comma + 1..end)
            .any(|index| is_finite(self.sentence, index) || self.introduces(index));
        let segment = self.segment_start(comma);
        let start = (segment..comma)
            .rev()
            .find(|&index| self.sentence.is_word(index, "that") && self.introduces(index))
            .map_or(segment, |that| that + 1);
        let member = !self.opens_adjunct(start)
            && !(start..comma).any(|index| is_finite(self.sentence, index))
            && !self.is_adverbial(start, comma)
            && self.chain_start(comma) < comma;
        let directly = self.tag(comma + 1, Tags::COORD) || self.chain_end_is_list(comma + 1, end);
        joined && verbless && member && directly
    }

    /// Whether the words from `start` up to `end` are noun phrases joined by commas and a coordinator.
    pub(in crate::statements) fn chain_end_is_list(&self, start: usize, end: usize) -> bool {
        let first =
            (start..end).find(|&index| self.is(index, Kind::Comma) || self.tag(index, Tags::COORD));
        first.is_some_and(|joint| joint > start && self.chain_start(joint) <= start + 1)
    }

    pub(in crate::statements) fn skip_comma_only(&self, at: usize) -> usize {
        if at > self.floor && self.is(at - 1, Kind::Comma) { at - 1 } else { at }
    }

    /// Where the noun phrases that end before `end`, with their "of" and "in" phrases, begin.
    pub(in crate::statements) fn chain_start(&self, end: usize) -> usize {
        let mut at = end;
        while at > self.floor {
            let index = at - 1;
            if self.is(index, Kind::Close) {
                at = self.opening_of(index).unwrap_or(index);
                continue;
            }
            let noun_like = self.in_noun_phrase(index);
            let links = self.tag(index, Tags::PREP)
                && at < end
                && index > self.floor
                && self.in_noun_phrase(index - 1)
                && !self.only_describes(index - 1);
            if !(noun_like || links) || is_finite(self.sentence, index) {
                break;
            }
            at = index;
        }
        at
    }

    /// An adjective or adverb that no noun follows: "early" in "engage early with consultees".
    fn only_describes(&self, index: usize) -> bool {
        let noun = Tags::NOUN
            .with(Tags::AGENT)
            .with(Tags::THING)
            .with(Tags::EITHER)
            .with(Tags::ACRONYM)
            .with(Tags::CAPITAL)
            .with(Tags::PRON);
        self.tag(index, Tags::ADJ.with(Tags::ADV)) && !self.tag(index, noun)
    }

    /// "for hire", "what functions": a verb's form that the word before it makes a noun.
    fn is_bare_noun(&self, index: usize) -> bool {
        let asked = self.sentence.is_word(index - 1, "what");
        let governed = self.is_preposition(index - 1) && !self.sentence.is_word(index - 1, "to");
        self.tag(index, Tags::BASE) && governed || self.tag(index, Tags::VERB_S) && asked
    }

    pub(in crate::statements) fn in_noun_phrase(&self, index: usize) -> bool {
        let inside = Tags::NOUN
            .with(Tags::AGENT)
            .with(Tags::THING)
            .with(Tags::EITHER)
            .with(Tags::DET)
            .with(Tags::POSSESSIVE)
            .with(Tags::ADJ)
            .with(Tags::ACRONYM)
            .with(Tags::PRON)
            .with(Tags::PART)
            .with(Tags::ING)
            .with(Tags::CAPITAL);
        let outside = Tags::MODAL
            .with(Tags::REL)
            .with(Tags::SUBORD)
            .with(Tags::COORD)
            .with(Tags::BE)
            .with(Tags::NOT);
        match self.sentence.kind(index) {
            Some(Kind::Number | Kind::QuoteOpen | Kind::QuoteClose) => true,
            Some(Kind::Slash) => self.tag(index + 1, Tags::POSSESSIVE), // "his/her"
            Some(Kind::Word)
                if self.tag(index, Tags::PART.with(Tags::ING))
                    && !self.tag(index, Tags::NOUN.with(Tags::CAPITAL)) =>
            {
                let next = Tags::NOUN
                    .with(Tags::AGENT)
                    .with(Tags::THING)
                    .with(Tags::ADJ)
                    .with(Tags::ACRONYM);
                self.tag(index + 1, next)
                    && !self.tag(index + 1, Tags::PREP.with(Tags::DET).with(Tags::MODAL))
            }
            Some(Kind::Word) if index > self.floor && self.is_bare_noun(index) => true,
            Some(Kind::Word) => {
                let commands = index == self.floor
                    && self.tag(index, Tags::BASE)
                    && !self.tag(index, Tags::NOUN.with(Tags::AGENT).with(Tags::ADJ));
                self.tag(index, inside) && !self.tag(index, outside) && !commands
            }
            _ => false,
        }
    }
}
