//! Noun phrases side by side: "governing bodies of maintained schools, academy proprietors and management committees".

use std::ops::Range;

use super::{Bearer, NounPhrase, Phrases};
use crate::statements::english::{Kind, Sentence, Tags};

/// Past "in the manager's absence" or "in their absence", which says when the next member stands in.
pub(in crate::statements) fn past_absence(sentence: Sentence<'_>, at: usize) -> usize {
    let absence = (at + 1..at + 5).find(|&index| sentence.is_word(index, "absence"));
    absence.filter(|_| sentence.is_word(at, "in")).map_or(at, |absence| absence + 1)
}

impl Phrases<'_> {
    /// The noun phrases that stand side by side in `region`: those joined by commas, "and", "or".
    pub(in crate::statements) fn coordinated(&self, region: Range<usize>) -> Vec<NounPhrase> {
        let mut phrases = Vec::new();
        let mut at = region.start;
        while let Some(mut phrase) = self.phrase_at(at, region.end) {
            while let Some(other) = self.other_word_for(&phrase, region.end) {
                phrase.words.end = other.words.end;
            }
            if let Some(next) = self.modified_after(&phrase, region.end) {
                at = next;
                continue;
            }
            let end = phrase.words.end;
            phrases.push(phrase);
            match self.next_member(end, &region, phrases.last()) {
                Some(next) => at = next,
                None => break,
            }
        }
        phrases
    }

    /// "parents/carers", "Clerk/Proper Officer": one holder with two words for it.
    fn other_word_for(&self, phrase: &NounPhrase, end: usize) -> Option<NounPhrase> {
        let slash = phrase.words.end;
        let glued = self.is_glued(slash) && slash + 1 < end;
        let other = glued.then(|| self.phrase_at(slash + 1, end)).flatten()?;
        (other.words.start == slash + 1 && phrase.is_agent() && other.is_agent()).then_some(other)
    }

    /// "PhD/DrPH students": the word before the slash only says which, and somebody is named after it.
    fn modified_after(&self, phrase: &NounPhrase, end: usize) -> Option<usize> {
        let slash = phrase.words.end;
        let glued = self.is_glued(slash) && slash + 1 < end && phrase.words.len() == 1;
        let other = glued.then(|| self.phrase_at(slash + 1, end)).flatten()?;
        let modifies = !phrase.is_agent() || !self.tag(phrase.words.start, Tags::AGENT);
        (modifies && other.is_agent() && other.words.len() > 1).then_some(slash + 1)
    }

    /// A slash with nothing beside it: "parents/carers".
    fn is_glued(&self, slash: usize) -> bool {
        let tokens = self.sentence.tokens;
        slash > 0
            && slash + 1 < tokens.len()
            && self.sentence.kind(slash) == Some(Kind::Slash)
            && tokens[slash - 1].end == tokens[slash].start
            && tokens[slash].end == tokens[slash + 1].start
    }

    /// Where the next member of the coordination begins after a phrase that ends at `end`.
    pub(in crate::statements) fn next_member(
        &self,
        end: usize,
        region: &Range<usize>,
        last: Option<&NounPhrase>,
    ) -> Option<usize> {
        let mut modified = false;
        let mut at = end;
        while at < region.end {
            if let Some(next) = self.after_joining_phrase(at) {
                return Some(next);
            }
            let so_named = self.sentence.is_word(at, "so") && self.tag(at + 1, Tags::PART);
            let his_or_her =
                self.sentence.kind(at) == Some(Kind::Slash) && self.tag(at + 1, Tags::POSSESSIVE);
            let joint = self.tag(at, Tags::COORD) && !so_named
                || matches!(self.sentence.kind(at), Some(Kind::Comma | Kind::Slash)) && !his_or_her;
            if joint {
                let next = self.after_joint(at, region.end);
                let opens = self.tag(next, Tags::REL.with(Tags::SUBORD))
                    || self.sentence.starts_with(next, &["other", "than"])
                    || self.sentence.is_preposition(next) && self.amount_length(next) == 0
                    || next >= region.end;
                let listed = self.sentence.kind(at) == Some(Kind::Comma);
                if !opens && (!modified || self.stands_apart(next, region.end, last, listed)) {
                    return Some(next);
                }
                at = next.max(at + 1);
                continue;
            }
            if self.sentence.kind(at) == Some(Kind::Open) {
                at = self.after_bracket(at, region.end);
                continue;
            }
            modified = true;
            at += 1;
        }
        None
    }

    /// "as well as", "together with".
    pub(in crate::statements) fn after_joining_phrase(&self, at: usize) -> Option<usize> {
        const JOINING: [&[&str]; 2] = [&["as", "well", "as"], &["together", "with"]];
        JOINING
            .iter()
            .find(|words| self.sentence.starts_with(at, words))
            .map(|words| at + words.len())
    }

    pub(in crate::statements) fn after_joint(&self, joint: usize, end: usize) -> usize {
        let mut at = joint + 1;
        while at < end
            && (self.tag(at, Tags::COORD)
                || self.tag(at, Tags::ADV)
                    && !self.tag(at, Tags::DET.with(Tags::PRON).with(Tags::NOUN).with(Tags::ADJ))
                || matches!(self.sentence.kind(at), Some(Kind::Slash | Kind::Comma)))
        {
            at += 1;
        }
        if self.sentence.kind(at) == Some(Kind::Open) && self.after_bracket(at, end) < end {
            return self.after_joint(self.after_bracket(at, end) - 1, end); // "or (in Wales) the Ministers"
        }
        if past_absence(self.sentence, at) > at {
            return past_absence(self.sentence, at);
        }
        if self.is_aside(at) {
            // ", where relevant, youth offending teams"
            if let Some(comma) =
                (at..end).find(|&index| self.sentence.kind(index) == Some(Kind::Comma))
            {
                return self.after_joint(comma, end);
            }
            return end;
        }
        at
    }

    pub(in crate::statements) fn is_aside(&self, index: usize) -> bool {
        self.sentence.is_one_of(
            index,
            &["where", "if", "when", "i.e.", "e.g.", "namely", "not", "particularly", "especially"],
        )
    }

    pub(in crate::statements) fn after_bracket(&self, open: usize, end: usize) -> usize {
        (open..end)
            .find(|&index| self.sentence.kind(index) == Some(Kind::Close))
            .map_or(end, |close| close + 1)
    }

    /// After "governing bodies of maintained schools and …": does what follows "and" stand beside the bodies or the schools?
    /// `listed`: a comma joins it, and not only "and".
    pub(in crate::statements) fn stands_apart(
        &self,
        next: usize,
        end: usize,
        last: Option<&NounPhrase>,
        listed: bool,
    ) -> bool {
        if self.tag(next, Tags::DET.with(Tags::POSSESSIVE)) {
            return true;
        }
        let Some(phrase) = self.phrase_at(next, end) else { return false };
        let body = |phrase: &NounPhrase| {
            matches!(&phrase.bearer, Bearer::Agent { person: false, known: true, .. })
        };
        last.is_some_and(body) && body(&phrase) && (phrase.words.len() > 1 || listed)
    }
}
