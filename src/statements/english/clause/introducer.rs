//! Relatives, conjunctions and question words: what introduces a clause, and what the clause then is.

use super::{Clause, Role, Subject, Walk, finite::is_finite, floor_of};
use crate::statements::english::{Kind, Tags};

/// Nouns that "when" or "where" tells more of.
const OCCASIONS: [&str; 8] = [
    "situation",
    "situations",
    "circumstances",
    "cases",
    "occasion",
    "occasions",
    "times",
    "instances",
];

impl Walk<'_> {
    /// Whether a token introduces a clause of its own: a relative or a conjunction that subordinates.
    pub(in crate::statements) fn introduces(&self, index: usize) -> bool {
        if self.sentence.is_word(index, "provided") && !self.sentence.is_word(index + 1, "that") {
            return false; // "systems provided as part of proposals"
        }
        if self.sentence.is_word(index, "as") && self.tag(index + 1, Tags::PART.with(Tags::ADJ)) {
            return false; // "staff as directed by the officer", "the council or trust, as appropriate,"
        }
        if self.sentence.starts_with(index, &["as", "well", "as"]) {
            return false;
        }
        let used_as = index > self.floor
            && (self.tag(index - 1, Tags::PART.with(Tags::ING))
                || self.sentence.is_one_of(index - 1, &["such", "well"]));
        if self.sentence.is_word(index, "as") && used_as {
            return false; // "schools which are used as rest centres"
        }
        let asks = self.tag(index, Tags::WH.with(Tags::SUBORD));
        if asks && self.sentence.is_word(index + 1, "to") {
            return false; // "decisions about when to move on"
        }
        if self.leaves_out_its_subject(index) {
            return false;
        }
        let relative = self.tag(index, Tags::REL) && !self.is_demonstrative(index);
        let conjunction = self.tag(index, Tags::SUBORD)
            && (!self.tag(index, Tags::PREP.with(Tags::ADV)) || self.begins_clause(index + 1));
        let question = self.tag(index, Tags::WH) && !self.tag(index, Tags::POSSESSIVE);
        relative || conjunction || question
    }

    /// "when marking scripts", "if asked": no clause with a verb of its own.
    fn leaves_out_its_subject(&self, index: usize) -> bool {
        const OPENERS: [&str; 7] = ["when", "where", "if", "while", "unless", "once", "whilst"];
        let next = index + 1;
        let noun = self.tag(next, Tags::NOUN.with(Tags::AGENT));
        let object =
            self.tag(next + 1, Tags::NOUN.with(Tags::DET).with(Tags::THING).with(Tags::AGENT));
        self.sentence.is_one_of(index, &OPENERS)
            && (self.tag(next, Tags::PART) && !noun
                || self.tag(next, Tags::ING) && (!noun || object))
    }

    /// "after it has been made", not "after the meeting" or "built before 1948".
    pub(in crate::statements) fn begins_clause(&self, index: usize) -> bool {
        let dates = self.is(index, Kind::Number)
            || index > self.floor + 1 && self.tag(index - 2, Tags::PART);
        let stop = if dates { self.verb } else { self.sentence.tokens.len() };
        (index..(index + 6).min(stop))
            .take_while(|&next| !self.is(next, Kind::Comma))
            .any(|next| is_finite(self.sentence, next))
    }

    /// "that plan", "that is": not a relative.
    pub(in crate::statements) fn is_demonstrative(&self, index: usize) -> bool {
        if !self.sentence.is_word(index, "that") {
            return false;
        }
        let at_start = index == self.floor || index > 0 && self.is(index - 1, Kind::Comma);
        let after_preposition =
            index > 0 && self.tag(index - 1, Tags::PREP) && !self.tag(index - 1, Tags::SUBORD);
        if index > 0 && self.tag(index - 1, Tags::WH) && !self.tag(index - 1, Tags::REL) {
            return true; // "what that offence should be"
        }
        let noun_follows = self.tag(index + 1, Tags::NOUN)
            && !self.tag(
                index + 1,
                Tags::PLURAL.with(Tags::CAPITAL).with(Tags::VERB_S).with(Tags::AGENT),
            );
        let opens = index == self.floor && self.tag(index + 2, Tags::MODAL.with(Tags::BE));
        opens
            || (at_start || after_preposition)
                && (noun_follows || is_finite(self.sentence, index + 1))
    }

    /// "bodies who must", "a plan, which must".
    pub(in crate::statements) fn relative(&self, last: usize) -> Option<Clause> {
        if !self.tag(last, Tags::REL)
            || self.tag(last, Tags::POSSESSIVE)
            || self.is_demonstrative(last)
        {
            return None;
        }
        let before = self.skip_comma(last);
        if before <= self.floor {
            return Some(self.in_brackets(last));
        }
        let asks = self.tag(before - 1, Tags::BASE.with(Tags::PREP).with(Tags::ING))
            && !self.tag(before - 1, Tags::NOUN.with(Tags::THING))
            || self.joins_question(last);
        if asks && self.sentence.is_one_of(last, &["who", "which"]) {
            return Some(Clause::new(Role::Embedded, Subject::Missing, last));
        }
        let start = self.chain_start(before).min(before - 1); // "works that": a noun, whatever else it could be
        (start < before)
            .then(|| Clause::new(Role::Relative, Subject::Antecedent(start..before), last))
    }

    /// "the officer (who should be consulted)": the relative stands first in its brackets. Anywhere else it asks.
    fn in_brackets(&self, relative: usize) -> Clause {
        let open = self.floor.checked_sub(1).filter(|&open| self.is(open, Kind::Open));
        let antecedent = open.map(|open| {
            let around = Walk { floor: floor_of(self.sentence, open), ..*self };
            around.chain_start(open)..open
        });
        match antecedent.filter(|words| !words.is_empty()) {
            Some(words) => Clause::new(Role::Relative, Subject::Antecedent(words), relative),
            None => Clause::new(Role::Embedded, Subject::Missing, relative),
        }
    }

    /// "when to tell them and who should", "what they should do and whom": a further question after the first.
    fn joins_question(&self, index: usize) -> bool {
        const ASKS: [&str; 5] = ["what", "when", "how", "whether", "why"];
        index > self.floor
            && self.tag(index - 1, Tags::COORD)
            && (self.floor..index - 1)
                .rev()
                .find(|&at| self.tag(at, Tags::WH.with(Tags::REL)))
                .is_some_and(|at| at > self.floor && self.sentence.is_one_of(at, &ASKS))
    }

    pub(in crate::statements) fn skip_comma(&self, index: usize) -> usize {
        let coordinated = index > self.floor && self.tag(index - 1, Tags::COORD);
        let index = if coordinated { index - 1 } else { index };
        if index > self.floor && self.is(index - 1, Kind::Comma) { index - 1 } else { index }
    }

    /// The clause that the token at `index` introduces.
    pub(in crate::statements) fn introduced(&self, index: usize, end: usize) -> Clause {
        let role = if self.tag(index, Tags::REL) && index > self.floor {
            let after_verb = self.tag(
                index - 1,
                Tags::BASE.with(Tags::ING).with(Tags::VERB_S).with(Tags::BE).with(Tags::ADJ),
            ) || self.tag(index - 1, Tags::PART);
            let noun = self.tag(index - 1, Tags::NOUN) && !self.tag(index - 1, Tags::VERB_S);
            match () {
                () if self.sentence.starts_with(index - 1, &["in", "which", "case"]) => Role::Main,
                () if self.joins_question(index) => Role::Embedded,
                () if self.sentence.is_word(index, "that") && after_verb && !noun => {
                    Role::Complement
                }
                () if self.sentence.is_word(index, "that") && self.is(index - 1, Kind::Comma) => {
                    Role::Complement
                }
                () if self.sentence.is_one_of(index - 1, &["so", "such", "provided", "given"]) => {
                    Role::Complement
                }
                () if self.sentence.is_one_of(index - 1, &["about", "on", "regarding", "over"])
                    && self.tag(index + 1, Tags::NOUN) =>
                {
                    Role::Embedded
                }
                () if self.tag(index - 1, Tags::PREP) || self.is(index - 1, Kind::Comma) => {
                    Role::Relative
                }
                () if noun || !after_verb => Role::Relative,
                () => Role::Embedded,
            }
        } else if self.sentence.is_word(index, "why") && index > 0 && self.tag(index - 1, Tags::BE)
        {
            Role::Main // "this is why phonics should be taught early"
        } else if self.tag(index, Tags::WH) && !self.sentence.is_one_of(index, &["where", "when"]) {
            Role::Embedded
        } else if self.sentence.is_one_of(
            index,
            &["because", "since", "as", "whereas", "although", "though", "while", "whilst", "so"],
        ) {
            Role::Main
        } else if index > self.floor && self.sentence.is_one_of(index - 1, &OCCASIONS) {
            Role::Relative // "situations when the officer must"
        } else {
            Role::Condition
        };
        let commas = (index..end).any(|at| self.is(at, Kind::Comma));
        if !commas && (!self.tag(index, Tags::REL.with(Tags::WH)) || self.tag(index, Tags::SUBORD))
        {
            let start = self.after_adjunct(index, end);
            // "Where a section 47 enquiry is": one subject, and no verb before its end.
            let one_subject = self.tag(index, Tags::SUBORD)
                && !self.tag(index, Tags::PREP)
                && self.tag(index + 1, Tags::DET)
                && !(index + 1..start).any(|at| {
                    is_finite(self.sentence, at)
                        || self.tag(at, Tags::VERB_S) && !self.tag(at, Tags::NOUN)
                });
            if start > index + 1 && !one_subject {
                return self.subject_from(start, end, Role::Main); // "After the meeting the chair"
            }
        }
        self.subject_from(index + 1, end, role)
    }

    /// "the support they need to": a pronoun right after a noun begins a relative clause without "that"; after "anything",
    /// a question.
    pub(in crate::statements) fn role_of_pronoun(
        &self,
        role: Role,
        start: usize,
        end: usize,
    ) -> Role {
        let doing = self.tag(start, Tags::ING)
            && (self.tag(start + 1, Tags::NOUN)
                || (start..end).any(|index| is_finite(self.sentence, index)));
        if end < start + 2 || self.opens_adjunct(start) && !doing {
            return role;
        }
        match () {
            () if self
                .sentence
                .is_one_of(end - 2, &["anything", "everything", "all", "nothing", "something"]) =>
            {
                Role::Embedded
            }
            () if self.tag(end - 2, Tags::NOUN.with(Tags::AGENT)) => Role::Relative,
            () => role,
        }
    }
}
