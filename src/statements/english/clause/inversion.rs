//! Subjects that follow their verb, and verbs with nothing before them.

use super::{
    Clause, REACH, Role, Subject, Walk,
    finite::{first_of_chain, is_finite},
};
use crate::statements::english::{Kind, Tags};

impl Walk<'_> {
    /// A subject that follows its modal: "Nor should the authority delay", "Under no circumstances should staff", and the condition
    /// "should they go missing".
    pub(super) fn inverted(&self, verb: usize, end: usize) -> Option<Clause> {
        if !self.tag(verb, Tags::MODAL) {
            return None;
        }
        let subject = verb + 1;
        let pronoun = self.tag(subject, Tags::READER)
            || self.sentence.is_one_of(subject, &["they", "it", "he", "she", "we"]);
        if let Some(start) = self.fronted(verb, end) {
            let names = pronoun
                || self.tag(subject, Tags::DET.with(Tags::AGENT).with(Tags::PREP))
                || self.tag(subject, Tags::ADJ.with(Tags::PLURAL))
                    && !self.tag(subject, Tags::BASE.with(Tags::ADV));
            let verb = (subject + 1..self.last_in_reach(subject))
                .find(|&index| self.tag(index, Tags::BASE.with(Tags::BE)));
            let phrase = Subject::Phrase(subject..verb?);
            let negative = !self.sentence.is_one_of(start, &["only", "not"]);
            return names.then(|| Clause { negative, ..Clause::new(Role::Main, phrase, start) });
        }
        if let Some(clause) = self.echoed(verb, end) {
            return Some(clause);
        }
        let condition = pronoun
            && self.sentence.is_word(verb, "should")
            && end > self.floor
            && self.tag(subject + 1, Tags::BASE.with(Tags::BE));
        condition.then(|| Clause::new(Role::Inverted, Subject::Phrase(subject..subject + 1), verb))
    }

    /// "as must the school", "So too should the parents.": what was said of one is said of another.
    fn echoed(&self, verb: usize, end: usize) -> Option<Clause> {
        let last = end.checked_sub(1)?;
        let so = if self.sentence.is_word(last, "too") { last.checked_sub(1)? } else { last };
        let subject = verb + 1;
        let close = (subject..self.last_in_reach(subject))
            .find(|&index| self.sentence.kind(index) != Some(Kind::Word))
            .unwrap_or(self.sentence.tokens.len());
        let acts = |index: usize| {
            self.tag(index, Tags::BASE.with(Tags::BE).with(Tags::HAVE))
                && !self.tag(index, Tags::NOUN)
        };
        let echoes = self.sentence.is_one_of(so, &["so", "as"])
            && self.tag(subject, Tags::DET.with(Tags::AGENT).with(Tags::CAPITAL))
            && !(subject..close).any(acts);
        echoes.then(|| Clause::new(Role::Main, Subject::Phrase(subject..close), so))
    }

    /// Where the words that put the subject after the modal begin: "nor", "only then", "in no case".
    fn fronted(&self, verb: usize, end: usize) -> Option<usize> {
        let nor = end.checked_sub(1).filter(|&last| self.sentence.is_word(last, "nor"));
        let opens = |at: usize| {
            self.sentence.is_one_of(at, &["only", "never"])
                || self.sentence.starts_with(at, &["not", "only"])
                || self.tag(at, Tags::PREP) && self.sentence.is_word(at + 1, "no")
        };
        let begins = |index: &usize| {
            let first = *index == self.floor
                || self.is(*index - 1, Kind::Comma)
                || self.tag(*index - 1, Tags::COORD);
            first && opens(*index)
        };
        nor.or_else(|| (self.floor..verb).find(begins))
    }

    /// The first plain verb from this token on.
    fn verb_from(&self, from: usize) -> Option<usize> {
        let plain = |&index: &usize| {
            self.tag(index, Tags::BASE.with(Tags::BE)) && !self.tag(index, Tags::NOUN)
        };
        (from..self.last_in_reach(from)).find(plain)
    }

    fn last_in_reach(&self, from: usize) -> usize {
        self.sentence.tokens.len().min(from + REACH)
    }

    /// Nothing before the verb: a list item ("must cover …"), or an inversion ("Should the authority decide").
    pub(super) fn without_words_before(&self, verb: usize, end: usize) -> Clause {
        let inverts = self.sentence.is_one_of(verb, &["should", "must", "may", "shall", "need"])
            && (self.tag(verb + 1, Tags::DET.with(Tags::PRON)) || self.subject_follows(verb))
            && !self.tag(verb + 1, Tags::NOT.with(Tags::ADV));
        if !inverts {
            let subject = self.verb_before_colon().map_or(Subject::Missing, Subject::Shared);
            return Clause::new(Role::Main, subject, end);
        }
        let close = self.verb_from(verb + 2).unwrap_or(verb + 2);
        Clause::new(Role::Inverted, Subject::Phrase(verb + 1..close), end)
    }

    /// "The Council may appoint committees, and: i. shall determine; ii. shall": the verb of what leads in to a list in one sentence.
    fn verb_before_colon(&self) -> Option<usize> {
        let first = self.floor.saturating_sub(REACH);
        let colon = (first..self.floor).rev().find(|&index| self.is(index, Kind::Colon))?;
        let verb = (0..colon).find(|&index| is_finite(self.sentence, index))?;
        Some(first_of_chain(self.sentence, verb))
    }

    /// "Should parents decide": somebody, and a verb soon after. "must witness each dose" has neither.
    fn subject_follows(&self, modal: usize) -> bool {
        let subject = modal + 1;
        let verb =
            (subject + 1..subject + 4).any(|index| self.tag(index, Tags::BASE.with(Tags::BE)));
        self.sentence.is_word(modal, "should")
            && self.tag(subject, Tags::AGENT.with(Tags::PLURAL))
            && !self.tag(subject, Tags::BASE.with(Tags::BE))
            && verb
    }
}
