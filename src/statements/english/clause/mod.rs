//! The clause that a modal wording stands in: where it begins, what introduces it, and its subject.
//!
//! English puts the subject before the verb, so the walk goes left from the verb. It counts the finite verbs it passes: each
//! must be paid for by the relative or conjunction that introduces its clause ("the body *that commissions* the service
//! must"). With nothing left to pay, a conjunction is where the clause of the modal itself begins.

mod adjunct;
mod boundary;
mod finite;
mod introducer;

use std::ops::Range;

use super::{Kind, Sentence, Tags};
use finite::first_of_chain;

pub(in crate::statements) use finite::is_finite;

/// What a clause is to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::statements) enum Role {
    Main,
    /// "if …", "where …", "unless …".
    Condition,
    /// "ensure that …", "means that …".
    Complement,
    /// "who must …", or "requirements that authorities must meet".
    Relative,
    /// "how authorities should …": a question inside a sentence.
    Embedded,
    /// "Should the authority decide …".
    Inverted,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::statements) enum Subject {
    /// The words of the subject with all that modifies them.
    Phrase(Range<usize>),
    /// The words before "who", "which" or "that".
    Antecedent(Range<usize>),
    /// The subject of the verb at this token, which "and" or "but" joins to this one.
    Shared(usize),
    /// Nothing stands before the verb in its sentence.
    Missing,
    /// "there must be".
    There,
}

#[derive(Clone, Debug)]
pub(in crate::statements) struct Clause {
    pub(in crate::statements) role: Role,
    pub(in crate::statements) subject: Subject,
    /// The first token of the clause.
    pub(in crate::statements) start: usize,
}

impl Clause {
    fn new(role: Role, subject: Subject, start: usize) -> Self {
        Self { role, subject, start }
    }
}

/// The clause whose verb (or modal) is the token `verb`; one past the last token asks for the subject of what follows.
pub(in crate::statements) fn clause_of(sentence: Sentence<'_>, verb: usize) -> Clause {
    let verb = first_of_chain(sentence, verb);
    let walk = Walk { sentence, floor: floor_of(sentence, verb) };
    walk.clause(verb)
}

/// Where the walk must stop: after a semicolon or colon, or inside the bracket that the verb stands in.
fn floor_of(sentence: Sentence<'_>, verb: usize) -> usize {
    let mut depth = 0;
    for index in (0..verb).rev() {
        match sentence.kind(index) {
            Some(Kind::Close) => depth += 1,
            Some(Kind::Open | Kind::Semicolon | Kind::Colon) if depth == 0 => return index + 1,
            Some(Kind::Open) => depth -= 1,
            Some(Kind::Ellipsis) if depth == 0 && index + 1 < verb => return index + 1,
            _ => {}
        }
    }
    label_length(sentence)
}

/// How many words a paragraph's label takes: "12 Planners should", "E/4.43 Assets shall", "NOTE 2 Providers may". It is no
/// part of the subject.
fn label_length(sentence: Sentence<'_>) -> usize {
    let numbered = |index: usize| {
        sentence.kind(index) == Some(Kind::Number)
            || sentence.kind(index) == Some(Kind::Word)
                && sentence.word(index).bytes().any(|byte| byte.is_ascii_digit())
    };
    let letter = |index: usize| {
        sentence.kind(index) == Some(Kind::Word)
            && (sentence.word(index).len() == 1 && !sentence.is_one_of(index, &["a", "i"])
                || sentence.tag(index, Tags::ACRONYM) && numbered(index + 1))
    };
    let mark = |index: usize| {
        matches!(
            sentence.kind(index),
            Some(Kind::Slash | Kind::Other | Kind::Dash | Kind::Open | Kind::Close)
        )
    };
    let end = (0..8).find(|&index| !(numbered(index) || letter(index) || mark(index))).unwrap_or(0);
    let labels = (0..end).any(|index| numbered(index) || letter(index) && end == 1);
    if labels && sentence.tag(end, Tags::CAPITAL) { end } else { 0 }
}

struct Walk<'a> {
    sentence: Sentence<'a>,
    floor: usize,
}

impl Walk<'_> {
    fn tag(&self, index: usize, tags: Tags) -> bool {
        self.sentence.tag(index, tags)
    }

    fn is(&self, index: usize, kind: Kind) -> bool {
        self.sentence.kind(index) == Some(kind)
    }

    fn clause(&self, verb: usize) -> Clause {
        let end = self.skip_left(verb);
        if let Some(clause) = self.after_nor(verb, end) {
            return clause;
        }
        if end <= self.floor {
            return self.without_words_before(verb, end);
        }
        let last = end - 1;
        if self.is(last, Kind::Slash) || self.is(last, Kind::Dash) && last == self.floor {
            return Clause::new(Role::Main, Subject::Missing, end);
        }
        if self.tag(last, Tags::COORD) {
            return self.shared(last);
        }
        if let Some(clause) = self.relative(last) {
            return clause;
        }
        if self.tag(last, Tags::WH.with(Tags::SUBORD))
            && !self.tag(last, Tags::PREP.with(Tags::PRON))
        {
            return Clause::new(Role::Embedded, Subject::Missing, end);
        }
        self.walk_left(end)
    }

    /// "Nor should the authority delay": the subject follows the modal.
    fn after_nor(&self, verb: usize, end: usize) -> Option<Clause> {
        let nor = end.checked_sub(1).filter(|&last| self.sentence.is_word(last, "nor"))?;
        let subject = verb + 1;
        if self.tag(subject, Tags::READER)
            || self.sentence.is_one_of(subject, &["they", "it", "he", "she", "we"])
        {
            return Some(Clause::new(Role::Main, Subject::Phrase(subject..subject + 1), nor));
        }
        let close = self.verb_from(subject + 1)?;
        self.tag(subject, Tags::DET)
            .then(|| Clause::new(Role::Main, Subject::Phrase(subject..close), nor))
    }

    /// The first plain verb from this token on.
    fn verb_from(&self, from: usize) -> Option<usize> {
        let plain = |&index: &usize| {
            self.tag(index, Tags::BASE.with(Tags::BE)) && !self.tag(index, Tags::NOUN)
        };
        (from..self.sentence.tokens.len()).find(plain)
    }

    /// Nothing before the verb: a list item ("must cover …"), or an inversion ("Should the authority decide").
    fn without_words_before(&self, verb: usize, end: usize) -> Clause {
        let inverts = self.sentence.is_one_of(verb, &["should", "must", "may", "shall", "need"])
            && (self.tag(verb + 1, Tags::DET.with(Tags::PRON)) || self.subject_follows(verb + 1))
            && !self.tag(verb + 1, Tags::NOT.with(Tags::ADV));
        if !inverts {
            return Clause::new(Role::Main, Subject::Missing, end);
        }
        let close = self.verb_from(verb + 2).unwrap_or(verb + 2);
        Clause::new(Role::Inverted, Subject::Phrase(verb + 1..close), end)
    }

    fn subject_follows(&self, index: usize) -> bool {
        self.tag(index, Tags::AGENT.with(Tags::PLURAL))
            && !self.tag(index, Tags::BASE.with(Tags::BE))
    }

    /// The clause of a verb that "and" joins to an earlier one: "… will co-ordinate and must work".
    fn shared(&self, coordinator: usize) -> Clause {
        let Some(partner) = self.partner_before(coordinator) else {
            return Clause::new(Role::Main, Subject::Missing, coordinator + 1);
        };
        let role = clause_of(self.sentence, partner).role;
        Clause::new(role, Subject::Shared(partner), coordinator + 1)
    }

    /// The nearest finite verb to the left that no relative or conjunction between claims as its own.
    fn partner_before(&self, from: usize) -> Option<usize> {
        let mut open: Vec<usize> = Vec::new();
        for index in (0..from).rev() {
            if is_finite(self.sentence, index) {
                open.push(index);
            } else if self.introduces(index) && !open.is_empty() && index > 0 {
                let claimed = open.len() - 1;
                let starts_sentence = index == 0;
                if !starts_sentence {
                    open.remove(claimed);
                }
            }
        }
        open.first().copied().map(|verb| first_of_chain(self.sentence, verb))
    }

    /// Walks left from the end of the subject to the start of the clause.
    fn walk_left(&self, end: usize) -> Clause {
        let mut unpaid = 0usize;
        let mut at = end;
        while at > self.floor {
            let index = at - 1;
            match self.sentence.kind(index) {
                Some(Kind::Close) => {
                    at = self.opening_of(index).unwrap_or(index);
                    continue;
                }
                Some(Kind::Comma) if unpaid == 0 && self.comma_begins_clause(index, end) => {
                    return self.subject_from(at, end, Role::Main);
                }
                Some(Kind::Dash) if unpaid == 0 => return self.subject_from(at, end, Role::Main),
                _ => {}
            }
            if is_finite(self.sentence, index) && self.may_be_verb(index, end) {
                if unpaid == 0 && self.tag(index, Tags::SHORT) {
                    return self.subject_from(at, end, Role::Main);
                }
                at = first_of_chain(self.sentence, index);
                unpaid += 1;
                continue;
            }
            if self.introduces(index) && index + 1 < end {
                if unpaid == 0 {
                    return self.introduced(index, end);
                }
                unpaid -= 1;
            } else if unpaid == 0
                && self.tag(index, Tags::COORD)
                && self.coordinator_begins_clause(index)
            {
                return self.subject_from(at, end, Role::Main);
            }
            at = index;
        }
        self.subject_from(self.floor, end, Role::Main)
    }

    /// A word right before the modal is the subject's head ("plans must") unless a relative or pronoun stands before it.
    fn may_be_verb(&self, index: usize, end: usize) -> bool {
        index + 1 < end
            || index > self.floor
                && (self.tag(index - 1, Tags::REL) || self.sentence.is_word(index - 1, "whoever"))
            || self.ends_relative(index)
    }

    /// "managers to whom trustees delegate", "the site that the operator uses": a verb, not a noun, before the modal.
    fn ends_relative(&self, verb: usize) -> bool {
        let noun = Tags::NOUN.with(Tags::AGENT).with(Tags::DET).with(Tags::ADJ).with(Tags::PRON);
        let start = (self.floor..verb)
            .rev()
            .find(|&index| self.tag(index, Tags::REL) || !self.tag(index, noun));
        let whichever = (self.floor..verb).any(|at| self.sentence.is_word(at, "whichever"));
        whichever
            || start.is_some_and(|start| {
                self.tag(start, Tags::REL) && start > self.floor && start + 1 < verb
            })
    }

    fn subject_from(&self, start: usize, end: usize, role: Role) -> Clause {
        let start = self.skip_openers(start, end);
        if start >= end {
            return Clause::new(role, Subject::Missing, start);
        }
        if end - start <= 2 && self.sentence.is_word(start, "there") {
            return Clause::new(role, Subject::There, start);
        }
        if self.sentence.is_one_of(end - 1, &["they", "you", "it", "he", "she", "we", "i"]) {
            return Clause::new(
                self.role_of_pronoun(role, start, end),
                Subject::Phrase(end - 1..end),
                start,
            );
        }
        Clause::new(role, Subject::Phrase(self.after_adjunct(start, end)..end), start)
    }
}
