//! Short names that the draft does not explain, and that do or are what only somebody can: "the RFO must report", "appointed as RFO".

use memchr::memmem;

use super::{Learned, Words, is_abbreviation, without_plural};
use crate::{
    document::Extent,
    statements::{HolderName, duty_holder::is_personal, english::Sentence},
};

/// What stands between a short name and what it does.
const MODALS: [&str; 3] = [" must ", " shall ", " should "];

/// What stands before the name of an office that somebody is given.
const OFFICES: [&str; 3] = ["appointed as ", "appointed to be ", "designated as "];

/// The words after a modal that tell what is done.
const REACH: usize = 80;

pub(super) fn read(words: &Words<'_>) -> Vec<Learned> {
    let text = words.text();
    let acting = MODALS.iter().flat_map(|modal| {
        let found = memmem::find_iter(text.as_bytes(), modal);
        found.filter_map(|at| acts(words, at, at + modal.len()))
    });
    let offices = OFFICES.iter().flat_map(|before| {
        let found = memmem::find_iter(text.as_bytes(), before);
        found.filter_map(|at| office(&text[at + before.len()..]))
    });
    acting.chain(offices).filter_map(|short| learned(words, short)).collect()
}

/// "The RFO must report": the short name that ends at `end`, where what follows `after` is a deed.
fn acts<'a>(words: &Words<'a>, end: usize, after: usize) -> Option<&'a str> {
    let text = words.text();
    let before = &text[..end];
    let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '&').map_or(0, |at| at + 1);
    let short = before.get(start..).filter(|word| is_abbreviation(without_plural(word)))?;
    let stop = text[after..].char_indices().map(|(at, _)| after + at).nth(REACH);
    let tokens = words.tokens(Extent::new(after, stop.unwrap_or(text.len())));
    is_personal(Sentence { text, tokens: &tokens }, 0).then_some(short)
}

/// "appointed as the RFO": the short name that a text begins with.
fn office(text: &str) -> Option<&str> {
    let bare = text.strip_prefix("the ").or(text.strip_prefix("an ")).unwrap_or(text);
    let length = bare.find(|c: char| !c.is_alphanumeric() && c != '&').unwrap_or(bare.len());
    bare.get(..length).filter(|word| is_abbreviation(word))
}

fn learned(words: &Words<'_>, short: &str) -> Option<Learned> {
    let short = without_plural(short);
    let unknown = words.vocabulary.abbreviation(short).is_none();
    let name = HolderName::Written(short.into());
    unknown.then(|| Learned::Short { short: short.to_owned(), name })
}
