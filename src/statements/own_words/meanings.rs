//! Definitions in sentences: "'institution' means a further education college", "'tenant' includes a joint tenant".

use memchr::memmem;

use super::{Learned, Words, bare_term, is_abbreviation, somebody, without_plural};
use crate::{
    document::Extent,
    statements::{
        HolderName,
        english::{Bearer, Kind, NounPhrase, Phrases, Tags, around},
        vocabulary::HolderKind,
    },
};

pub(super) fn read(words: &Words<'_>) -> Vec<Learned> {
    let bytes = words.text().as_bytes();
    [" means ", " includes ", " refers to "]
        .iter()
        .flat_map(|cue| memmem::find_iter(bytes, cue).map(move |at| (at, cue.len())))
        .filter_map(|(at, length)| definition(words, at, at + length))
        .collect()
}

/// The definition whose verb stands at `verb`, and whose meaning begins at `said`.
fn definition(words: &Words<'_>, verb: usize, said: usize) -> Option<Learned> {
    let text = words.text();
    let passage = words.document.passage_at(verb as u32)?;
    let extent = words.document.passage(passage).extent;
    let sentence = around(text, extent, verb as u32);
    let before = words.tokens(Extent { start: sentence.start, end: verb as u32 });
    let term = term_before(words.phrases(&before))?;
    let after = words.tokens(Extent { start: said as u32, end: sentence.end });
    meaning(words.phrases(&after), term)
}

/// The words in quotation marks that are defined; "in relation to a vessel," may stand after them.
fn term_before(phrases: Phrases<'_>) -> Option<&str> {
    let sentence = phrases.sentence;
    let end = sentence.tokens.len();
    let quote =
        |&index: &usize| matches!(sentence.kind(index), Some(Kind::QuoteClose | Kind::QuoteOpen));
    let close = (end.saturating_sub(14)..end).rev().find(quote)?;
    let aside = sentence.kind(close + 1) == Some(Kind::Comma)
        && sentence.kind(end - 1) == Some(Kind::Comma);
    let open = (close.saturating_sub(6)..close).rev().find(quote)?;
    let term =
        &sentence.text[sentence.tokens[open].end as usize..sentence.tokens[close].start as usize];
    (close + 1 == end || aside).then(|| bare_term(term)).filter(|term| !term.is_empty())
}

/// What a term means, where it is somebody: the one body that is named, or a class of persons or bodies.
pub(super) fn meaning(phrases: Phrases<'_>, term: &str) -> Option<Learned> {
    let end = phrases.sentence.tokens.len();
    let named = phrases.coordinated(0..end);
    let first = named.first()?;
    let Bearer::Agent { name, person, .. } = &first.bearer else { return None };
    let all = |phrase: &NounPhrase| phrase.is_agent();
    if !named.iter().all(all) || *name == HolderName::Reader {
        return None;
    }
    let of_thing = phrases.sentence.is_word(first.words.end, "of") && first.words.len() == 1;
    if of_thing {
        return None; // "the body of a boat"
    }
    let ends = (first.words.end..end).all(|index| phrases.sentence.kind(index) != Some(Kind::Word));
    let proper = phrases.sentence.tag(first.words.end - 1, Tags::CAPITAL) || first.words.len() > 1;
    if named.len() == 1 && ends && proper && !person {
        let name = somebody(phrases, first.words.clone())?;
        return Some(Learned::Short { short: without_plural(term).to_owned(), name });
    }
    if is_abbreviation(without_plural(term)) || term.split(' ').count() > 4 {
        return None;
    }
    Some(Learned::Somebody { name: term.to_lowercase(), kind: HolderKind::Role })
}
