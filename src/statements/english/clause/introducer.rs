//! Relatives, conjunctions and question words: what introduces a clause, and what the clause then is.

use super::{Clause, Role, Subject, Walk, finite::is_finite};
use crate::statements::english::{Kind, Tags};

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
        if self.tag(index, Tags::WH.with(Tags::SUBORD)) && self.sentence.is_word(index + 1, "to") {
            return false; // "decisions about when to move on"
        }
        let relative = self.tag(index, Tags::REL) && !self.is_demonstrative(index);
        let conjunction = self.tag(index, Tags::SUBORD)
            && (!self.tag(index, Tags::PREP.with(Tags::ADV)) || self.begins_clause(index + 1));
        let question = self.tag(index, Tags::WH) && !self.tag(index, Tags::POSSESSIVE);
        relative || conjunction || question
    }

    /// "after it has been made", not "after the meeting".
    pub(in crate::statements) fn begins_clause(&self, index: usize) -> bool {
        (index..(index + 6).min(self.sentence.tokens.len()))
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
            return Some(Clause::new(Role::Embedded, Subject::Missing, last));
        }
        let asks = self.tag(before - 1, Tags::BASE.with(Tags::PREP).with(Tags::ING))
            && !self.tag(before - 1, Tags::NOUN);
        if asks && self.sentence.is_one_of(last, &["who", "which"]) {
            return Some(Clause::new(Role::Embedded, Subject::Missing, last));
        }
        let start = self.chain_start(before).min(before - 1); // "works that": a noun, whatever else it could be
        (start < before)
            .then(|| Clause::new(Role::Relative, Subject::Antecedent(start..before), last))
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
        } else {
            Role::Condition
        };
        let commas = (index..end).any(|at| self.is(at, Kind::Comma));
        if !commas && (!self.tag(index, Tags::REL.with(Tags::WH)) || self.tag(index, Tags::SUBORD))
        {
            let start = self.after_adjunct(index, end);
            if start > index + 1 {
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
