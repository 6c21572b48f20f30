//! Noun phrases: which words name somebody, where one name ends and the next begins, and whether it can bear a duty.

use std::ops::Range;

use super::{
    HolderName,
    clause::is_finite,
    inflection::singular,
    modality::Sentence,
    vocabulary::{HolderKind, Vocabulary},
    words::{Kind, Tags},
};

/// A noun phrase, without its determiner and without what follows its head ("of …", "who …").
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NounPhrase {
    pub(super) words: Range<usize>,
    pub(super) bearer: Bearer,
    /// "this person", "these bodies": names somebody by pointing back.
    pub(super) points_back: bool,
    pub(super) plural: bool,
    /// "no person", "neither party".
    pub(super) negative: bool,
}

/// Whether a noun phrase can bear a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bearer {
    Reader,
    /// A person or body: its canonical name, and whether it is a person as such.
    Agent {
        name: HolderName,
        person: bool,
        known: bool,
    },
    Thing,
    /// "services": a thing or a body, as the verb says.
    Either {
        name: HolderName,
    },
    /// they, it, this.
    Pronoun,
    /// A head that the vocabulary does not know.
    Unknown,
}

impl NounPhrase {
    pub(super) fn name(&self) -> Option<&HolderName> {
        match &self.bearer {
            Bearer::Agent { name, .. } | Bearer::Either { name } => Some(name),
            Bearer::Reader => Some(&HolderName::Reader),
            Bearer::Thing | Bearer::Pronoun | Bearer::Unknown => None,
        }
    }

    pub(super) fn is_agent(&self) -> bool {
        matches!(self.bearer, Bearer::Agent { .. } | Bearer::Reader)
    }
}

/// Reads the noun phrases of a stretch of words.
#[derive(Clone, Copy)]
pub(super) struct Phrases<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) vocabulary: &'a Vocabulary,
}

impl Phrases<'_> {
    fn tag(&self, index: usize, tags: Tags) -> bool {
        self.sentence.tag(index, tags)
    }

    /// The noun phrases that stand side by side in `region`: those joined by commas, "and", "or".
    pub(super) fn coordinated(&self, region: Range<usize>) -> Vec<NounPhrase> {
        let mut phrases = Vec::new();
        let mut at = region.start;
        while let Some(phrase) = self.phrase_at(at, region.end) {
            let end = phrase.words.end;
            phrases.push(phrase);
            match self.next_member(end, &region, phrases.last()) {
                Some(next) => at = next,
                None => break,
            }
        }
        phrases
    }

    /// Where the next member of the coordination begins after a phrase that ends at `end`.
    fn next_member(
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
            let joint = self.tag(at, Tags::COORD)
                || matches!(self.sentence.kind(at), Some(Kind::Comma | Kind::Slash));
            if joint {
                let next = self.after_joint(at, region.end);
                let opens = self.tag(next, Tags::REL.with(Tags::SUBORD))
                    || self.is_preposition(next)
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
    fn after_joining_phrase(&self, at: usize) -> Option<usize> {
        const JOINING: [&[&str]; 2] = [&["as", "well", "as"], &["together", "with"]];
        let fits = |words: &&&[&str]| {
            words.iter().enumerate().all(|(offset, word)| self.sentence.is_word(at + offset, word))
        };
        JOINING.iter().find(fits).map(|words| at + words.len())
    }

    fn is_preposition(&self, index: usize) -> bool {
        self.tag(index, Tags::PREP) && !self.tag(index, Tags::NOUN.with(Tags::ADJ).with(Tags::DET))
    }

    fn after_joint(&self, joint: usize, end: usize) -> usize {
        let mut at = joint + 1;
        while at < end
            && (self.tag(at, Tags::COORD)
                || self.tag(at, Tags::ADV)
                    && !self.tag(at, Tags::DET.with(Tags::PRON).with(Tags::NOUN))
                || matches!(self.sentence.kind(at), Some(Kind::Slash | Kind::Comma)))
        {
            at += 1;
        }
        if self.is_aside(at) {
            // ", where relevant, youth offending teams"
            if let Some(comma) =
                (at..end).find(|&index| self.sentence.kind(index) == Some(Kind::Comma))
            {
                return self.after_joint(comma, end);
            }
        }
        at
    }

    fn is_aside(&self, index: usize) -> bool {
        self.sentence.is_one_of(index, &["where", "if", "when"])
    }

    fn after_bracket(&self, open: usize, end: usize) -> usize {
        (open..end)
            .find(|&index| self.sentence.kind(index) == Some(Kind::Close))
            .map_or(end, |close| close + 1)
    }

    /// After "governing bodies of maintained schools and …": does what follows "and" stand beside the bodies or the schools?
    /// `listed`: a comma joins it, and not only "and".
    fn stands_apart(
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

    /// The noun phrase that begins at or after `start`, determiner skipped.
    pub(super) fn phrase_at(&self, start: usize, end: usize) -> Option<NounPhrase> {
        let (first, determiner) = self.after_determiners(start, end);
        let those_who = determiner.filter(|&at| {
            self.sentence.is_word(at, "those")
                && self.tag(at + 1, Tags::REL.with(Tags::ING).with(Tags::PREP))
        });
        if let Some(those) = those_who {
            return self.pronoun(those);
        }
        if first >= end {
            return determiner.and_then(|at| self.pronoun(at));
        }
        if self.is_pronoun(first, end) {
            return self.pronoun(first);
        }
        let stop = self.end_of_base(first, end);
        if stop == first {
            return determiner.and_then(|at| self.pronoun(at));
        }
        let (stop, long) = self.long_form(first, self.without_quotes(first, stop), end);
        let plural = self.tag(stop - 1, Tags::PLURAL)
            || self
                .sentence
                .is_one_of(stop - 1, &["people", "staff", "police", "children", "persons"]);
        let bearer = long.map_or_else(|| self.bearer(first..stop), |index| self.known(index));
        let points_back = determiner.is_some_and(|at| {
            self.tag(at, Tags::DEMONSTRATIVE) || self.sentence.is_word(at, "such")
        }) || self.sentence.is_one_of(first, &["latter", "former"]);
        let negative = (start..first).any(|at| self.sentence.is_one_of(at, &["no", "neither"]));
        Some(NounPhrase { words: first..stop, bearer, points_back, plural, negative })
    }

    fn after_determiners(&self, start: usize, end: usize) -> (usize, Option<usize>) {
        let mut at = start;
        let mut determiner = None;
        while at < end {
            let mark = matches!(
                self.sentence.kind(at),
                Some(Kind::QuoteOpen | Kind::QuoteClose | Kind::Other)
            );
            let opener = self.tag(at, Tags::DET.with(Tags::POSSESSIVE))
                || self.sentence.is_one_of(at, &["both", "either", "neither", "any", "of", "such"])
                    && at + 1 < end;
            if !(opener || mark) || self.is_pronoun(at, end) && !self.tag(at, Tags::DET) {
                break;
            }
            if opener && !self.sentence.is_word(at, "of") {
                determiner = Some(at);
            }
            at += 1;
        }
        (at, determiner)
    }

    fn is_pronoun(&self, index: usize, end: usize) -> bool {
        self.tag(index, Tags::PRON)
            && !self.tag(index, Tags::POSSESSIVE)
            && (!self.tag(index, Tags::DET.with(Tags::ADJ)) || index + 1 >= end)
    }

    fn pronoun(&self, index: usize) -> Option<NounPhrase> {
        if !self.tag(index, Tags::PRON.with(Tags::DET)) {
            return None;
        }
        let lower = self.sentence.word(index).to_lowercase();
        let person = |name: &str| Bearer::Agent {
            name: HolderName::Written(name.into()),
            person: true,
            known: true,
        };
        let bearer = match lower.as_str() {
            _ if self.tag(index, Tags::READER) => Bearer::Reader,
            "we" | "i" | "we'll" | "we’ll" | "we're" | "we’re" => person("we"),
            "everyone" | "everybody" => person("everyone"),
            "anyone" | "anybody" | "whoever" | "someone" | "somebody" => person("anyone"),
            "nobody" | "none" => person("no one"),
            "one" if self.sentence.is_word(index.wrapping_sub(1), "no") => person("no one"),
            "those"
                if self.tag(index + 1, Tags::REL.with(Tags::ING).with(Tags::PREP))
                    && !self.sentence.is_word(index + 1, "that") =>
            {
                person("those")
            }
            "others" => person("others"),
            "anything" | "something" | "everything" | "nothing" => Bearer::Thing,
            _ => Bearer::Pronoun,
        };
        let negative = matches!(lower.as_str(), "nobody" | "none")
            || self.sentence.is_word(index.wrapping_sub(1), "no");
        let plural = matches!(
            lower.as_str(),
            "they" | "these" | "those" | "them" | "both" | "they'll" | "they’ll" | "they're"
        );
        Some(NounPhrase { words: index..index + 1, bearer, points_back: false, plural, negative })
    }

    /// Where the adjectives and nouns from `first` on end: at a preposition, a relative, a verb, a reduced relative.
    fn end_of_base(&self, first: usize, end: usize) -> usize {
        let mut at = first;
        let mut noun_seen = false;
        while at < end && self.continues_base(at, first, end, noun_seen) {
            noun_seen |= self.is_noun(at);
            at += 1;
        }
        while at > first && matches!(self.sentence.kind(at - 1), Some(Kind::QuoteOpen)) {
            at -= 1;
        }
        at
    }

    fn without_quotes(&self, first: usize, stop: usize) -> usize {
        let quote = |index: usize| {
            matches!(self.sentence.kind(index), Some(Kind::QuoteOpen | Kind::QuoteClose))
        };
        (first + 1..=stop).rev().find(|&end| !quote(end - 1)).unwrap_or(stop)
    }

    fn is_noun(&self, index: usize) -> bool {
        let noun =
            Tags::NOUN.with(Tags::AGENT).with(Tags::THING).with(Tags::EITHER).with(Tags::ACRONYM);
        self.tag(index, noun) && !self.tag(index, Tags::OWNER)
    }

    fn continues_base(&self, at: usize, first: usize, end: usize, noun_seen: bool) -> bool {
        match self.sentence.kind(at) {
            Some(Kind::Word) => {}
            Some(Kind::Number) => return true,
            Some(Kind::QuoteOpen | Kind::QuoteClose) => return at + 1 < end,
            _ => return false,
        }
        let stop = Tags::COORD.with(Tags::REL).with(Tags::SUBORD).with(Tags::MODAL).with(Tags::BE);
        let preposition =
            self.tag(at, Tags::PREP) && at > first && !self.tag(at, Tags::NOUN.with(Tags::THING));
        if preposition
            || self.tag(at, stop) && !self.tag(at, Tags::CAPITAL)
            || self.tag(at, Tags::PRON)
        {
            return false;
        }
        if noun_seen
            && self.tag(at, Tags::PART.with(Tags::ING))
            && !self.tag(at, Tags::NOUN.with(Tags::CAPITAL))
        {
            // "services accessed through …" ends here, "authority maintained schools" goes on
            return at + 1 < end
                && self.is_noun(at + 1)
                && !self.tag(at + 1, Tags::DET.with(Tags::PREP));
        }
        if noun_seen
            && (self.tag(at, Tags::DET.with(Tags::POSSESSIVE))
                || self.tag(at, Tags::ADJ) && !self.is_noun(at + 1))
        {
            return false;
        }
        !(at > first && is_finite(self.sentence, at) && !self.is_noun(at + 1))
    }

    /// A name of the vocabulary that goes on past "of" or "and": "Secretary of State", "members of staff".
    fn long_form(&self, first: usize, stop: usize, end: usize) -> (usize, Option<u32>) {
        let linked = stop < end && self.sentence.is_one_of(stop, &["of", "for", "and"]);
        if !linked {
            return (stop, None);
        }
        for start in first..stop {
            if !self.vocabulary.starts_long_form(&self.sentence.word(start).to_lowercase()) {
                continue;
            }
            for last in (stop + 1..(stop + 6).min(end)).rev() {
                if let Some(index) = self.vocabulary.form(&self.joined(start..last + 1)) {
                    return (last + 1, Some(index));
                }
            }
        }
        (stop, None)
    }

    /// The words in lower case with one space between.
    fn joined(&self, words: Range<usize>) -> String {
        let mut joined = String::with_capacity(32);
        for index in words {
            if matches!(self.sentence.kind(index), Some(Kind::QuoteOpen | Kind::QuoteClose)) {
                continue;
            }
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.extend(
                self.sentence
                    .word(index)
                    .chars()
                    .flat_map(char::to_lowercase)
                    .map(|c| if c == '’' { '\'' } else { c }),
            );
        }
        joined
    }

    fn known(&self, index: u32) -> Bearer {
        let name = HolderName::Known(index);
        let person = self.vocabulary.kind(&name) == Some(HolderKind::Person);
        Bearer::Agent { name, person, known: true }
    }

    /// What the words of a base noun phrase are, by the longest name that ends them, or by their last noun.
    fn bearer(&self, words: Range<usize>) -> Bearer {
        let head = words.end - 1;
        if let Some(index) = self.vocabulary.abbreviation(self.sentence.word(head)) {
            return self.known(index);
        }
        let thing_head = self.tag(head, Tags::THING) && !self.tag(head, Tags::AGENT);
        for start in words.clone() {
            if let Some(index) = self.vocabulary.form(&self.joined(start..words.end)) {
                return self.known_with(index, start, &words);
            }
        }
        let written = || HolderName::Written(self.written_name(words.clone()).into());
        match () {
            () if self.tag(head, Tags::OWNER) => Bearer::Unknown,
            () if self.tag(head, Tags::EITHER) => Bearer::Either { name: written() },
            () if thing_head => Bearer::Thing,
            () if self.tag(head, Tags::AGENT) && !self.tag(head, Tags::THING) => {
                Bearer::Agent { name: written(), person: false, known: false }
            }
            () if self.tag(head, Tags::ING) => Bearer::Thing,
            () => Bearer::Unknown,
        }
    }

    /// A known name, or the fuller words where they say more: "competent severe weather decision makers".
    fn known_with(&self, index: u32, start: usize, words: &Range<usize>) -> Bearer {
        let Bearer::Agent { name, person, known } = self.known(index) else {
            return Bearer::Unknown;
        };
        let bare = words.end - start == 1;
        let more = start > words.start && bare && !self.all_plain_adjectives(words.start..start);
        let name =
            if more { HolderName::Written(self.written_name(words.clone()).into()) } else { name };
        Bearer::Agent { name, person, known }
    }

    fn all_plain_adjectives(&self, words: Range<usize>) -> bool {
        words.into_iter().all(|index| {
            self.sentence.is_one_of(
                index,
                &["other", "relevant", "new", "same", "such", "responsible", "appropriate", "all"],
            ) || self.tag(index, Tags::DET)
        })
    }

    /// The words as a name: lower case but for names and abbreviations, the last word singular.
    fn written_name(&self, words: Range<usize>) -> String {
        let mut name = String::new();
        for index in words.clone() {
            if !name.is_empty() {
                name.push(' ');
            }
            let word = self.sentence.word(index);
            let keeps_case =
                self.tag(index, Tags::ACRONYM) || self.tag(index, Tags::CAPITAL) && index > 0;
            let word = if keeps_case { word.to_owned() } else { word.to_lowercase() };
            name.push_str(&if index + 1 == words.end { singular(&word) } else { word });
        }
        name
    }
}
