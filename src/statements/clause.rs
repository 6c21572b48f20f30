//! The clause that a modal wording stands in: where it begins, what introduces it, and its subject.
//!
//! English puts the subject before the verb, so the walk goes left from the verb. It counts the finite verbs it passes: each
//! must be paid for by the relative or conjunction that introduces its clause ("the body *that commissions* the service
//! must"). With nothing left to pay, a conjunction is where the clause of the modal itself begins.

use std::ops::Range;

use super::{
    modality::Sentence,
    words::{Kind, Tags},
};

/// What a clause is to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
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
pub(super) enum Subject {
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
pub(super) struct Clause {
    pub(super) role: Role,
    pub(super) subject: Subject,
    /// The first token of the clause.
    pub(super) start: usize,
}

impl Clause {
    fn new(role: Role, subject: Subject, start: usize) -> Self {
        Self { role, subject, start }
    }
}

/// The clause whose verb (or modal) is the token `verb`; one past the last token asks for the subject of what follows.
pub(super) fn clause_of(sentence: Sentence<'_>, verb: usize) -> Clause {
    let verb = first_of_chain(sentence, verb);
    let walk = Walk { sentence, floor: floor_of(sentence, verb) };
    walk.clause(verb)
}

/// Whether a token is a finite verb, as far as its neighbours tell.
pub(super) fn is_finite(sentence: Sentence<'_>, index: usize) -> bool {
    let tag = |tags| sentence.tag(index, tags);
    if tag(Tags::MODAL) || tag(Tags::SHORT) {
        return true;
    }
    if tag(Tags::BE) {
        return !sentence.is_one_of(index, &["be", "been", "being"]);
    }
    if tag(Tags::DO.with(Tags::PAST)) {
        return true;
    }
    let before = index.checked_sub(1);
    let after = |tags| before.is_some_and(|before| sentence.tag(before, tags));
    if tag(Tags::HAVE) {
        return !sentence.is_word(index, "having")
            && !after(Tags::MODAL)
            && !follows_to(sentence, index);
    }
    if !tag(Tags::VERB_S.with(Tags::BASE)) || tag(Tags::PREP.with(Tags::ADJ)) {
        return false;
    }
    lexical_verb_is_finite(sentence, index)
}

fn follows_to(sentence: Sentence<'_>, index: usize) -> bool {
    index > 0 && sentence.is_word(index - 1, "to")
}

/// "commissions" in "the body that commissions the service", not in "local commissions".
fn lexical_verb_is_finite(sentence: Sentence<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let subject_before = sentence.tag(before, Tags::PRON.with(Tags::REL))
        && !sentence.tag(before, Tags::POSSESSIVE)
        && (sentence.tag(before, Tags::REL) || !sentence.tag(before, Tags::DET));
    if subject_before {
        return true;
    }
    let object_after = sentence.tag(index + 1, Tags::DET.with(Tags::PRON).with(Tags::POSSESSIVE))
        && !sentence.tag(index + 1, Tags::MODAL);
    let noun_before = sentence.tag(before, Tags::NOUN.with(Tags::AGENT).with(Tags::ACRONYM))
        && !sentence.tag(before, Tags::OWNER.with(Tags::DET).with(Tags::ADJ));
    let agrees = sentence.tag(before, Tags::PLURAL) == sentence.tag(index, Tags::BASE);
    noun_before && agrees && (object_after || !sentence.tag(index, Tags::NOUN))
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
    0
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

    /// Nothing before the verb: a list item ("must cover …"), or an inversion ("Should the authority decide").
    fn without_words_before(&self, verb: usize, end: usize) -> Clause {
        let inverts = self.sentence.is_one_of(verb, &["should", "must", "may", "shall", "need"])
            && (self.tag(verb + 1, Tags::DET.with(Tags::PRON)) || self.subject_follows(verb + 1))
            && !self.tag(verb + 1, Tags::NOT.with(Tags::ADV));
        let role = if inverts { Role::Inverted } else { Role::Main };
        Clause::new(role, Subject::Missing, end)
    }

    fn subject_follows(&self, index: usize) -> bool {
        self.tag(index, Tags::AGENT.with(Tags::PLURAL))
            && !self.tag(index, Tags::BASE.with(Tags::BE))
    }

    /// Skips adverbs, brackets and phrases between commas that stand right before `end`.
    fn skip_left(&self, end: usize) -> usize {
        let mut at = end;
        while at > self.floor {
            let last = at - 1;
            let next = match self.sentence.kind(last) {
                Some(Kind::Close) => self.opening_of(last),
                Some(Kind::Comma) => self.parenthesis_before(last),
                Some(Kind::Dash) => self.dashed_before(last),
                Some(Kind::QuoteClose | Kind::QuoteOpen) => Some(last),
                _ if self.is_floating_adverb(last) => Some(last),
                _ => None,
            };
            match next {
                Some(next) if next >= self.floor && next < at => at = next,
                _ => break,
            }
        }
        at
    }

    fn is_floating_adverb(&self, index: usize) -> bool {
        let adverb = self.tag(index, Tags::ADV)
            && !self.tag(
                index,
                Tags::PRON.with(Tags::COORD).with(Tags::REL).with(Tags::SUBORD).with(Tags::AGENT),
            );
        let floating = self
            .sentence
            .is_one_of(index, &["both", "each", "all", "themselves", "itself", "yet", "so"]);
        let after_or = index > 0 && self.tag(index - 1, Tags::COORD);
        (adverb || floating && index > self.floor)
            && !after_or
            && !self.sentence.is_one_of(index, &["there", "here"])
    }

    fn opening_of(&self, close: usize) -> Option<usize> {
        let mut depth = 0;
        for index in (self.floor..close).rev() {
            match self.sentence.kind(index) {
                Some(Kind::Close) => depth += 1,
                Some(Kind::Open) if depth == 0 => return Some(index),
                Some(Kind::Open) => depth -= 1,
                _ => {}
            }
        }
        None
    }

    fn dashed_before(&self, dash: usize) -> Option<usize> {
        (self.floor + 1..dash).rev().find(|&index| self.is(index, Kind::Dash))
    }

    /// The comma that opens the phrase which the comma at `close` closes: "the authority, where it thinks fit, must".
    fn parenthesis_before(&self, close: usize) -> Option<usize> {
        let mut open = close;
        while let Some(comma) = (self.floor..open).rev().find(|&index| self.is(index, Kind::Comma))
        {
            if self.opens_parenthesis(comma + 1) && comma > self.floor {
                return Some(comma);
            }
            open = comma;
        }
        // "Where it applies, must …" has no subject before; a lone comma before the modal closes a long subject.
        let lone = !self.opens_adjunct(self.floor);
        lone.then_some(close)
    }

    fn opens_parenthesis(&self, index: usize) -> bool {
        let opener = Tags::PREP
            .with(Tags::SUBORD)
            .with(Tags::REL)
            .with(Tags::ING)
            .with(Tags::PART)
            .with(Tags::ADV);
        (self.tag(index, opener) && !self.tag(index, Tags::NOUN))
            || self
                .sentence
                .is_one_of(index, &["such", "or", "and", "a", "an", "usually", "to", "if"])
                && !self.tag(index, Tags::MODAL)
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

    /// Whether a token introduces a clause of its own: a relative or a conjunction that subordinates.
    fn introduces(&self, index: usize) -> bool {
        let relative = self.tag(index, Tags::REL) && !self.is_demonstrative(index);
        let conjunction = self.tag(index, Tags::SUBORD)
            && (!self.tag(index, Tags::PREP.with(Tags::ADV)) || self.begins_clause(index + 1));
        let question = self.tag(index, Tags::WH) && !self.tag(index, Tags::POSSESSIVE);
        relative || conjunction || question
    }

    /// "after it has been made", not "after the meeting".
    fn begins_clause(&self, index: usize) -> bool {
        (index..(index + 6).min(self.sentence.tokens.len()))
            .take_while(|&next| !self.is(next, Kind::Comma))
            .any(|next| is_finite(self.sentence, next))
    }

    /// "that plan", "that is": not a relative.
    fn is_demonstrative(&self, index: usize) -> bool {
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
        (at_start || after_preposition) && (noun_follows || is_finite(self.sentence, index + 1))
    }

    /// "bodies who must", "a plan, which must".
    fn relative(&self, last: usize) -> Option<Clause> {
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
        let start = self.chain_start(before);
        (start < before)
            .then(|| Clause::new(Role::Relative, Subject::Antecedent(start..before), last))
    }

    fn skip_comma(&self, index: usize) -> usize {
        let coordinated = index > self.floor && self.tag(index - 1, Tags::COORD);
        let index = if coordinated { index - 1 } else { index };
        if index > self.floor && self.is(index - 1, Kind::Comma) { index - 1 } else { index }
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
        index + 1 < end || index > self.floor && self.tag(index - 1, Tags::REL)
    }

    /// The clause that the token at `index` introduces.
    fn introduced(&self, index: usize, end: usize) -> Clause {
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
        self.subject_from(index + 1, end, role)
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

    /// "the support they need to": a pronoun right after a noun begins a relative clause without "that"; after "anything",
    /// a question.
    fn role_of_pronoun(&self, role: Role, start: usize, end: usize) -> Role {
        if end < start + 2 || self.opens_adjunct(start) {
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

    fn skip_openers(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end {
            let connective = self.tag(at, Tags::COORD)
                || self.tag(at, Tags::ADV)
                    && !self.tag(at, Tags::DET.with(Tags::PREP).with(Tags::PRON).with(Tags::NOUN));
            let mark = matches!(
                self.sentence.kind(at),
                Some(
                    Kind::Comma
                        | Kind::Dash
                        | Kind::QuoteOpen
                        | Kind::QuoteClose
                        | Kind::Other
                        | Kind::Ellipsis
                )
            );
            let there = self.sentence.is_word(at, "there");
            if (connective || mark) && !there {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Past an opening phrase that no comma ends: "In such cases the authority must", "Where it applies the school must".
    fn after_adjunct(&self, start: usize, end: usize) -> usize {
        if !self.opens_adjunct(start) {
            return start;
        }
        if let Some(comma) = (start..end).rev().find(|&index| self.is(index, Kind::Comma))
            && !self.lists_before(comma, end)
        {
            return comma + 1;
        }
        let noun =
            Tags::NOUN.with(Tags::AGENT).with(Tags::THING).with(Tags::PART).with(Tags::ACRONYM);
        let begins = |index: usize| {
            let determiner =
                self.tag(index, Tags::DET.with(Tags::POSSESSIVE)) && !self.tag(index, Tags::REL);
            let pronoun =
                self.tag(index, Tags::PRON) && !self.tag(index, Tags::DET.with(Tags::REL));
            let after_noun = self.tag(index - 1, noun)
                || self.is(index - 1, Kind::Number)
                || self.is(index - 1, Kind::Close);
            (determiner || pronoun)
                && after_noun
                && !self.tag(index - 1, Tags::DET.with(Tags::PREP).with(Tags::OWNER))
        };
        let adjacent = (start + 1..end).rev().find(|&index| begins(index));
        adjacent.or_else(|| self.after_plural(start, end)).unwrap_or(start)
    }

    /// "In such cases developers": a noun phrase holds no plural before its head, so one begins after it.
    fn after_plural(&self, start: usize, end: usize) -> Option<usize> {
        let noun_phrase = |index: usize| {
            self.tag(index, Tags::NOUN.with(Tags::AGENT).with(Tags::ADJ).with(Tags::ACRONYM))
        };
        let closes = |index: usize| {
            self.tag(index, Tags::PLURAL) && !self.tag(index, Tags::OWNER.with(Tags::PREP))
                || self.is(index, Kind::Number)
                || self.is(index, Kind::Close)
        };
        (start + 2..end).find(|&index| closes(index - 1) && (index..end).all(noun_phrase))
    }

    fn opens_adjunct(&self, index: usize) -> bool {
        if self.tag(index, Tags::ING) && self.tag(index + 1, Tags::AGENT) {
            return false; // "Governing bodies", "Planning authorities"
        }
        let opener = Tags::PREP.with(Tags::SUBORD).with(Tags::ING);
        (self.tag(index, opener) || self.tag(index, Tags::PART) && self.tag(index + 1, Tags::PREP))
            && !self.tag(index, Tags::AGENT.with(Tags::DET).with(Tags::THING))
            || self.sentence.is_word(index, "to") && self.tag(index + 1, Tags::BASE)
    }

    /// Whether the comma at `comma` ends an opening phrase, or joins two sentences, so that the subject begins after it.
    fn comma_begins_clause(&self, comma: usize, end: usize) -> bool {
        if self.tag(comma + 1, Tags::REL.with(Tags::SUBORD)) && comma + 2 < end {
            return false;
        }
        if self.lists_before(comma, end) {
            return false;
        }
        let segment = self.segment_start(comma);
        if segment > self.floor + 1 && self.tag(segment - 2, Tags::COORD) {
            return false; // "and, where one has been appointed, the supervisor"
        }
        if segment > self.floor && self.is_adverbial(segment, comma) {
            return false; // "If, however, the village"
        }
        self.opens_adjunct(segment)
            || self.opens_adjunct(self.floor)
            || self.is_adverbial(segment, comma)
            || (segment..comma).any(|index| is_finite(self.sentence, index))
            || self.chain_start(comma) == comma
    }

    fn is_adverbial(&self, start: usize, end: usize) -> bool {
        (start..end).all(|index| self.tag(index, Tags::ADV.with(Tags::COORD).with(Tags::SUBORD)))
    }

    /// Where the stretch between commas that ends at `comma` begins.
    fn segment_start(&self, comma: usize) -> usize {
        let mark = |&index: &usize| matches!(self.sentence.kind(index), Some(Kind::Comma));
        (self.floor..comma).rev().find(mark).map_or(self.floor, |index| index + 1)
    }

    /// Whether the comma separates the members of one subject: "authorities, schools and colleges must".
    fn lists_before(&self, comma: usize, end: usize) -> bool {
        let joined = (comma + 1..end).any(|index| self.tag(index, Tags::COORD));
        let verbless = !(comma + 1..end)
            .any(|index| is_finite(self.sentence, index) || self.introduces(index));
        let start = self.segment_start(comma);
        let member = !self.opens_adjunct(start)
            && !(start..comma).any(|index| is_finite(self.sentence, index))
            && !self.is_adverbial(start, comma)
            && self.chain_start(comma) < comma;
        let directly = self.tag(comma + 1, Tags::COORD) || self.chain_end_is_list(comma + 1, end);
        joined && verbless && member && directly
    }

    /// Whether the words from `start` up to `end` are noun phrases joined by commas and a coordinator.
    fn chain_end_is_list(&self, start: usize, end: usize) -> bool {
        let first =
            (start..end).find(|&index| self.is(index, Kind::Comma) || self.tag(index, Tags::COORD));
        first.is_some_and(|joint| joint > start && self.chain_start(joint) <= start + 1)
    }

    /// Whether "and" joins two clauses rather than two subjects: what stands before it is what an earlier verb governs.
    fn coordinator_begins_clause(&self, coordinator: usize) -> bool {
        if self.sentence.is_one_of(coordinator, &["but", "so", "yet"]) {
            return true;
        }
        let mut at = coordinator;
        loop {
            at = self.skip_comma_only(at);
            let start = self.chain_start(at);
            if start == at {
                return at > self.floor
                    && (self.floor..at).any(|index| is_finite(self.sentence, index));
            }
            if start <= self.floor {
                return false;
            }
            let before = start - 1;
            if self.tag(before, Tags::COORD) || self.is(before, Kind::Comma) {
                at = before;
                continue;
            }
            let governed = is_finite(self.sentence, before)
                || self.tag(
                    before,
                    Tags::BASE.with(Tags::ING).with(Tags::PART).with(Tags::VERB_S).with(Tags::NOT),
                )
                || self.tag(before, Tags::ADV.with(Tags::ADJ).with(Tags::BE));
            return governed && (self.floor..=before).any(|index| is_finite(self.sentence, index));
        }
    }

    fn skip_comma_only(&self, at: usize) -> usize {
        if at > self.floor && self.is(at - 1, Kind::Comma) { at - 1 } else { at }
    }

    /// Where the noun phrases that end before `end`, with their "of" and "in" phrases, begin.
    fn chain_start(&self, end: usize) -> usize {
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
                && self.in_noun_phrase(index - 1);
            if !(noun_like || links) || is_finite(self.sentence, index) {
                break;
            }
            at = index;
        }
        at
    }

    fn in_noun_phrase(&self, index: usize) -> bool {
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
            Some(Kind::Word) => self.tag(index, inside) && !self.tag(index, outside),
            _ => false,
        }
    }
}

/// The first word of a verb in several words: "has" of "has been made", "will" of "will be".
fn first_of_chain(sentence: Sentence<'_>, verb: usize) -> usize {
    let auxiliary = Tags::MODAL.with(Tags::HAVE).with(Tags::BE).with(Tags::DO).with(Tags::NOT);
    let mut at = verb;
    while at > 0 && sentence.tag(at - 1, auxiliary) && !sentence.tag(at - 1, Tags::PRON) {
        at -= 1;
    }
    at
}
