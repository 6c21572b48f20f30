//! Whether "and" joins two clauses, or two members of one subject.

use super::{Walk, finite::is_finite};
use crate::statements::english::{Kind, Tags};

impl Walk<'_> {
    /// Whether "and" joins two clauses rather than two subjects: what stands before it is what an earlier verb governs.
    pub(super) fn coordinator_begins_clause(&self, coordinator: usize) -> bool {
        if self.sentence.is_one_of(coordinator, &["but", "so", "yet"]) {
            return !self.tag(coordinator + 1, Tags::PART); // "persons so designated"
        }
        if self.joins_words(coordinator) {
            return false;
        }
        if self.follows_comma(coordinator) && self.is_pronoun(coordinator + 1) {
            return true; // "…, and they must"
        }
        let mut at = coordinator;
        loop {
            at = self.skip_slash(self.skip_comma_only(at));
            let start = self.chain_start(at);
            if start == at {
                return at > self.floor && self.speaks_before(at);
            }
            if start <= self.floor || self.begins_subject(start - 1, start, coordinator) {
                return false;
            }
            let before = start - 1;
            if self.tag(before, Tags::COORD) || self.is(before, Kind::Comma) {
                at = before;
                continue;
            }
            return self.governs(before)
                && !self.is_claimed(before, coordinator)
                && (self.speaks_before(start) || self.commands());
        }
    }

    /// "on or around the site", "what functions and budgets": "and" joins words of one phrase, whatever stands further back.
    fn joins_words(&self, coordinator: usize) -> bool {
        let first = self.chain_start(coordinator);
        let question = |at: usize| self.sentence.is_one_of(at, &["what", "how", "whether"]);
        coordinator > self.floor && self.is_preposition(coordinator - 1)
            || question(first)
            || first > self.floor && question(first - 1)
    }

    /// The "and" of "and/or", at its "or".
    fn skip_slash(&self, at: usize) -> usize {
        let slash = at > self.floor + 1 && self.is(at - 1, Kind::Slash);
        if slash && self.tag(at - 2, Tags::COORD) { at - 2 } else { at }
    }

    fn follows_comma(&self, index: usize) -> bool {
        index > self.floor && self.is(index - 1, Kind::Comma)
    }

    fn is_pronoun(&self, index: usize) -> bool {
        self.sentence.is_one_of(index, &["it", "they", "he", "she", "we", "you"])
    }

    /// "but the driver or courier", "Where it cannot agree, the tenant and the owner": the clause begins right before the first member.
    fn begins_subject(&self, before: usize, first: usize, coordinator: usize) -> bool {
        self.sentence.is_one_of(before, &["but", "so", "yet"])
            || self.is(before, Kind::Comma)
                && self.opens_adjunct(self.floor)
                && (first + 1 == coordinator || self.speaks_before(before))
    }

    /// Whether a word governs the noun phrase after it: a verb, or an adverb or adjective behind one.
    fn governs(&self, index: usize) -> bool {
        let verb = Tags::BASE.with(Tags::ING).with(Tags::PART).with(Tags::VERB_S).with(Tags::NOT);
        is_finite(self.sentence, index)
            || self.tag(index, verb.with(Tags::ADV).with(Tags::ADJ).with(Tags::BE))
    }

    /// "anyone who keeps a van for hire or reward": the verb is a relative's, and what follows "or" is no subject.
    fn is_claimed(&self, verb: usize, coordinator: usize) -> bool {
        let subject = Tags::PLURAL
            .with(Tags::DET)
            .with(Tags::CAPITAL)
            .with(Tags::PRON)
            .with(Tags::AGENT)
            .with(Tags::ADJ);
        verb > self.floor && self.tag(verb - 1, Tags::REL) && !self.tag(coordinator + 1, subject)
    }

    fn speaks_before(&self, end: usize) -> bool {
        (self.floor..end).any(|index| is_finite(self.sentence, index))
    }

    /// "Arrange lessons for pupils and schools must": what stands before "and" is an order.
    fn commands(&self) -> bool {
        self.tag(self.floor, Tags::BASE) && !self.tag(self.floor, Tags::NOUN)
    }
}
