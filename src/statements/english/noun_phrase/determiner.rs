//! Words before a noun phrase that say which and how many.

use super::Phrases;
use crate::statements::english::{Kind, Tags};

impl Phrases<'_> {
    /// Where the noun phrase proper begins, and the last determiner before it.
    pub(super) fn after_determiners(&self, start: usize, end: usize) -> (usize, Option<usize>) {
        let mut at = start;
        let mut determiner = None;
        while at < end {
            let mark = matches!(
                self.sentence.kind(at),
                Some(Kind::QuoteOpen | Kind::QuoteClose | Kind::Other)
            );
            let his_or_her = self.sentence.kind(at) == Some(Kind::Slash)
                && determiner.is_some()
                && self.tag(at + 1, Tags::POSSESSIVE);
            if his_or_her {
                at += 1;
                continue;
            }
            let opener = self.tag(at, Tags::DET.with(Tags::POSSESSIVE))
                || self.sentence.is_one_of(
                    at,
                    &["both", "either", "neither", "any", "of", "such", "whichever"],
                ) && at + 1 < end;
            let amount = self.amount_length(at);
            if !(opener || mark || amount > 0)
                || self.is_pronoun(at, end) && !self.tag(at, Tags::DET)
            {
                break;
            }
            if amount > 0 {
                at += amount;
                continue;
            }
            if opener && self.is_share(at + 1, end) {
                determiner = Some(at);
                at += 3; // "a majority of"
                continue;
            }
            if opener && !self.sentence.is_word(at, "of") {
                determiner = Some(at);
            }
            at += 1;
        }
        (at, determiner)
    }

    /// "majority of": how many of those that follow.
    fn is_share(&self, at: usize, end: usize) -> bool {
        const SHARES: [&str; 8] =
            ["majority", "minority", "number", "proportion", "quorum", "half", "third", "pair"];
        at + 2 < end && self.sentence.is_one_of(at, &SHARES) && self.sentence.is_word(at + 1, "of")
    }

    /// How many words say only how many: "more than one", "at least two", "two or more", "50%".
    pub(super) fn amount_length(&self, at: usize) -> usize {
        let is = |offset: usize, words: &[&str]| self.sentence.is_one_of(at + offset, words);
        match () {
            () if is(1, &["or"]) && is(2, &["more", "fewer"]) => 3,
            () if is(1, &["than"]) && is(0, &["more", "less", "fewer", "other"]) => 2,
            () if is(0, &["at"]) && is(1, &["least"]) => 2,
            () if is(0, &["up"]) && is(1, &["to"]) => 2,
            () if self.sentence.kind(at) == Some(Kind::Number) && is(1, &["%"]) => 2,
            () => 0,
        }
    }
}
