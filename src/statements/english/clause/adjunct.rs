//! What stands around a subject without being it: adverbs, asides between commas, opening phrases.

use super::Walk;
use crate::statements::english::{Kind, Tags, past_absence};

impl Walk<'_> {
    /// Skips adverbs, brackets and phrases between commas that stand right before `end`.
    pub(in crate::statements) fn skip_left(&self, end: usize) -> usize {
        let mut at = end;
        while at > self.floor {
            let last = at - 1;
            let next = match self.sentence.kind(last) {
                Some(Kind::Close) => self.opening_of(last),
                Some(Kind::Comma) => self.parenthesis_before(last),
                Some(Kind::Dash) => self.dashed_before(last),
                Some(Kind::QuoteClose | Kind::QuoteOpen) => Some(last),
                _ if self.is_floating_adverb(last) => Some(last),
                _ if self
                    .sentence
                    .is_one_of(last, &["particular", "addition", "turn", "practice"])
                    && last > self.floor
                    && self.sentence.is_word(last - 1, "in") =>
                {
                    Some(last - 1)
                }
                _ => None,
            };
            match next {
                Some(next) if next >= self.floor && next < at => at = next,
                _ => break,
            }
        }
        at
    }

    pub(in crate::statements) fn is_floating_adverb(&self, index: usize) -> bool {
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

    pub(in crate::statements) fn opening_of(&self, close: usize) -> Option<usize> {
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

    pub(in crate::statements) fn dashed_before(&self, dash: usize) -> Option<usize> {
        (self.floor + 1..dash).rev().find(|&index| self.is(index, Kind::Dash))
    }

    /// The comma that opens the phrase which the comma at `close` closes: "the authority, where it thinks fit, must".
    pub(in crate::statements) fn parenthesis_before(&self, close: usize) -> Option<usize> {
        let mut open = close;
        while let Some(comma) = (self.floor..open).rev().find(|&index| self.is(index, Kind::Comma))
        {
            if self.opens_parenthesis(comma + 1) && comma > self.floor {
                return Some(if self.adds_somebody(comma + 1) { close } else { comma });
            }
            open = comma;
        }
        if self.is(close - 1, Kind::Close) {
            return Some(close); // "the assurer (or analyst), should"
        }
        // "Where it applies, must …" has no subject before; a lone comma before the modal closes a long subject.
        let lone = !self.opens_adjunct(self.floor);
        lone.then_some(close)
    }

    /// "Landlords, and the agents who act for them, must": one more subject, and no aside.
    /// So does "as well as".
    fn adds_somebody(&self, coordinator: usize) -> bool {
        let joined = self.sentence.is_one_of(coordinator, &["and", "or"]);
        let next = past_absence(self.sentence, coordinator + 1);
        let somebody = self.tag(next, Tags::DET.with(Tags::AGENT).with(Tags::POSSESSIVE))
            && !self.tag(next, Tags::ADV.with(Tags::PREP).with(Tags::SUBORD));
        joined && somebody || self.sentence.starts_with(coordinator, &["as", "well", "as"])
    }

    pub(in crate::statements) fn opens_parenthesis(&self, index: usize) -> bool {
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
            || self.sentence.is_word(index, "but")
                && self.sentence.is_one_of(index + 1, &["particularly", "especially", "not"])
    }

    pub(in crate::statements) fn skip_openers(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end {
            if self.is(at, Kind::Open)
                && let Some(close) = (at..end).find(|&index| self.is(index, Kind::Close))
            {
                at = close + 1; // "—(1) A local authority"
                continue;
            }
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
            let kept = self.sentence.is_word(at, "there")
                || self.tag(at, Tags::SUBORD) && !self.is(at + 1, Kind::Comma);
            if (connective || mark) && !kept {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Past an opening phrase that no comma ends: "In such cases the authority must", "Where it applies the school must".
    pub(in crate::statements) fn after_adjunct(&self, start: usize, end: usize) -> usize {
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
                || self.is(index - 1, Kind::Close)
                || index > start + 1 && self.ends_condition(index - 1);
            (determiner || pronoun)
                && after_noun
                && !self.tag(index - 1, Tags::DET.with(Tags::PREP).with(Tags::OWNER))
        };
        let adjacent = (start + 1..end).rev().find(|&index| begins(index));
        adjacent.or_else(|| self.after_plural(start, end)).unwrap_or(start)
    }

    /// "If the applicant agrees the officer", "Where practicable the officer": the last word of a clause without a comma.
    fn ends_condition(&self, last: usize) -> bool {
        let closes = Tags::VERB_S.with(Tags::BASE).with(Tags::ADJ).with(Tags::PAST);
        self.tag(last, closes)
            && !self.tag(last, Tags::PREP.with(Tags::SUBORD))
            && !(last.saturating_sub(2)..last).any(|index| self.tag(index, Tags::REL))
    }

    /// "In such cases developers": a noun phrase holds no plural before its head, so one begins after it.
    pub(in crate::statements) fn after_plural(&self, start: usize, end: usize) -> Option<usize> {
        let noun_phrase = |index: usize| {
            self.tag(index, Tags::NOUN.with(Tags::AGENT).with(Tags::ADJ).with(Tags::ACRONYM))
        };
        let closes = |index: usize| {
            self.tag(index, Tags::PLURAL)
                && !self.tag(index, Tags::OWNER.with(Tags::PREP))
                && !self.sentence.is_word(index, "police")
                || self.tag(index, Tags::CAPITAL)
                    && !self.tag(index + 1, Tags::CAPITAL)
                    && index > start
                || self.is(index, Kind::Number)
                || self.is(index, Kind::Close)
        };
        // "in most cases staff with concerns": somebody in the plural may have more behind it
        let people = |index: usize| {
            self.tag(index, Tags::AGENT)
                && self.tag(index - 1, Tags::PLURAL)
                && !self.tag(index - 1, Tags::AGENT.with(Tags::OWNER))
        };
        (start + 2..end)
            .find(|&index| closes(index - 1) && (people(index) || (index..end).all(noun_phrase)))
    }

    pub(in crate::statements) fn opens_adjunct(&self, index: usize) -> bool {
        if self.tag(index, Tags::ING) && self.tag(index + 1, Tags::AGENT) {
            return false; // "Governing bodies", "Planning authorities"
        }
        let opener = Tags::PREP.with(Tags::SUBORD).with(Tags::ING);
        (self.tag(index, opener) || self.tag(index, Tags::PART) && self.tag(index + 1, Tags::PREP))
            && !self.tag(index, Tags::AGENT.with(Tags::DET).with(Tags::THING))
            || self.sentence.is_word(index, "to") && self.tag(index + 1, Tags::BASE)
            || self.sentence.is_one_of(index, &["subject", "prior", "due", "owing"])
                && self.sentence.is_word(index + 1, "to")
            || index == self.floor
                && self.sentence.is_word(index, "should")
                && self.tag(index + 1, Tags::DET.with(Tags::PRON)) // "Should the chair be absent,"
            || self.sentence.starts_with(index, &["other", "than"])
            || self.sentence.starts_with(index, &["apart", "from"])
            || self.counts_time(index)
    }

    /// "28 days before the meeting", "not less than 14 working days after it".
    fn counts_time(&self, index: usize) -> bool {
        const AMOUNT: [&str; 7] = ["not", "no", "less", "more", "fewer", "later", "than"];
        const UNITS: [&str; 8] =
            ["day", "days", "week", "weeks", "month", "months", "year", "years"];
        let is = |at: usize, words: &[&str]| self.sentence.is_one_of(at, words);
        let number = (index..index + 4).find(|&at| !is(at, &AMOUNT)).unwrap_or(index);
        let unit = (number + 1..number + 3).find(|&at| is(at, &UNITS));
        self.is(number, Kind::Number)
            && unit.is_some_and(|unit| is(unit + 1, &["before", "after", "from"]))
    }
}
