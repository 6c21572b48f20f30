//! The clause that a modal wording stands in: where it begins, what introduces it, and its subject.
//!
//! English puts the subject before the verb, so the walk goes left from the verb. It counts the finite verbs it passes: each
//! must be paid for by the relative or conjunction that introduces its clause ("the body *that commissions* the service
//! must"). With nothing left to pay, a conjunction is where the clause of the modal itself begins.

mod adjunct;
mod boundary;
mod coordinator;
mod finite;
mod introducer;
mod inversion;
mod label;

use std::ops::Range;

use super::{Kind, Sentence, Tags};
use finite::first_of_chain;
use label::floor_of;

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
    /// "nor", "under no circumstances", "never": what opens it denies what it asks.
    pub(in crate::statements) negative: bool,
}

impl Clause {
    fn new(role: Role, subject: Subject, start: usize) -> Self {
        Self { role, subject, start, negative: false }
    }
}

/// How many words away from its verb the rest of a clause is looked for: people write shorter ones, and a sentence without end would cost the
/// square of its length.
const REACH: usize = 300;

/// The clause whose verb (or modal) is the token `verb`; one past the last token asks for the subject of what follows.
pub(in crate::statements) fn clause_of(sentence: Sentence<'_>, verb: usize) -> Clause {
    let verb = first_of_chain(sentence, verb);
    let walk = Walk { sentence, floor: floor_of(sentence, verb), verb };
    walk.clause(verb)
}

struct Walk<'a> {
    sentence: Sentence<'a>,
    floor: usize,
    /// The verb whose clause is looked for.
    verb: usize,
}

impl Walk<'_> {
    fn tag(&self, index: usize, tags: Tags) -> bool {
        self.sentence.tag(index, tags)
    }

    fn is_preposition(&self, index: usize) -> bool {
        self.sentence.is_preposition(index)
    }

    fn is(&self, index: usize, kind: Kind) -> bool {
        self.sentence.kind(index) == Some(kind)
    }

    fn clause(&self, verb: usize) -> Clause {
        let end = self.skip_left(verb);
        if let Some(clause) = self.inverted(verb, end) {
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
        if let Some(relative) = self.relative_with_object(last) {
            return self.walk_left(relative);
        }
        if self.tag(last, Tags::WH.with(Tags::SUBORD))
            && !self.tag(last, Tags::PREP.with(Tags::PRON))
        {
            return Clause::new(Role::Embedded, Subject::Missing, end);
        }
        self.walk_left(end)
    }

    /// The clause of a verb that "and" joins to an earlier one: "… will co-ordinate and must work".
    fn shared(&self, coordinator: usize) -> Clause {
        let beside = coordinator.checked_sub(1).filter(|&at| self.tag(at, Tags::MODAL)); // "can and must"
        let Some(partner) = beside.or_else(|| self.partner_before(coordinator)) else {
            return Clause::new(Role::Main, Subject::Missing, coordinator + 1);
        };
        let role = clause_of(self.sentence, partner).role;
        Clause::new(role, Subject::Shared(partner), coordinator + 1)
    }

    /// "the authority which made it must": the pronoun before the modal is the relative's, and the subject stands before that.
    fn relative_with_object(&self, object: usize) -> Option<usize> {
        let verb = Tags::BASE.with(Tags::VERB_S).with(Tags::PART).with(Tags::PAST);
        let relative = object.checked_sub(2).filter(|&index| index > self.floor)?;
        let is_one = self.sentence.is_one_of(object, &["it", "them", "him", "her"])
            && self.tag(object - 1, verb)
            && self.sentence.is_one_of(relative, &["which", "who", "that"]);
        is_one.then_some(relative)
    }

    /// The nearest finite verb to the left that no relative or conjunction between claims as its own.
    fn partner_before(&self, from: usize) -> Option<usize> {
        let mut open: Vec<usize> = Vec::new();
        for index in (from.saturating_sub(REACH)..from).rev() {
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
                if unpaid == 0 && self.reports(index, end) {
                    return self.subject_from(at, end, Role::Complement);
                }
                at = first_of_chain(self.sentence, index);
                unpaid += 1;
                continue;
            }
            if unpaid == 0 && self.sentence.is_word(index, "then") && self.follows_condition(index)
            {
                return self.subject_from(at, end, Role::Main);
            }
            if self.introduces(index) && index + 1 < end {
                if unpaid == 0 && !self.is_aside(index) {
                    return self.introduced(index, end);
                }
                unpaid = unpaid.saturating_sub(1);
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

    /// "the authority and, where relevant, the board": what the conjunction introduces stands between the members of a subject.
    fn is_aside(&self, conjunction: usize) -> bool {
        conjunction > self.floor + 2
            && self.is(conjunction - 1, Kind::Comma)
            && self.sentence.is_one_of(conjunction - 2, &["and", "or"])
    }

    /// "The Code says the authority must": what is said follows without "that".
    fn reports(&self, verb: usize, end: usize) -> bool {
        const SAYS: [&str; 14] = [
            "say", "says", "said", "state", "states", "stated", "suggest", "suggests", "think",
            "thinks", "believe", "believes", "mean", "means",
        ];
        self.sentence.is_one_of(verb, &SAYS)
            && verb + 1 < end
            && self
                .tag(verb + 1, Tags::DET.with(Tags::AGENT).with(Tags::PLURAL).with(Tags::CAPITAL))
            && !(self.floor..verb).any(|index| self.tag(index, Tags::REL))
    }

    /// "If a risk is found then the operator must": "then" opens the main clause.
    fn follows_condition(&self, then: usize) -> bool {
        (self.floor..then).any(|index| self.sentence.is_one_of(index, &["if", "where", "when"]))
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
        let subject = self.after_adjunct(start, end);
        let no_subject = subject == start
            && start > self.floor
            && self.tag(start - 1, Tags::COORD)
            && self.is_preposition(start);
        if no_subject {
            return self.shared(start - 1); // "… and in any other case may"
        }
        Clause::new(role, Subject::Phrase(subject..end), start)
    }
}
