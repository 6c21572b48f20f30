//! Glossaries and tables of abbreviations: "| CCG | clinical commissioning group |", "ICB: integrated care board".

use super::{
    Learned, Words, initials::spelt_out, is_abbreviation, meanings::meaning, somebody,
    without_plural,
};
use crate::document::{Extent, Passage, PassageKind};

/// What a column or a heading says that explains words.
const EXPLAINS: [&str; 9] = [
    "abbreviation",
    "acronym",
    "term",
    "meaning",
    "definition",
    "glossary",
    "stands for",
    "full name",
    "interpretation",
];

pub(super) fn read(words: &Words<'_>) -> Vec<Learned> {
    words.document.passages.iter().filter_map(|passage| entry(words, passage)).collect()
}

fn entry(words: &Words<'_>, passage: &Passage) -> Option<Learned> {
    let document = words.document;
    match &passage.kind {
        PassageKind::Row { cells } => {
            let header = document.passage(passage.lead_in?).extent;
            let mut cells = document.cells[cells.start as usize..cells.end as usize].iter();
            let (term, said) = (cells.next()?.extent, cells.next()?.extent);
            explains(document.text(header)).then(|| explained(words, document.text(term), said))?
        }
        PassageKind::Text | PassageKind::Item { .. } => {
            let text = document.text(passage.extent);
            let colon =
                text.bytes().take(60).position(|byte| byte == b':').or_else(|| text.find(" – "))?;
            let term = text.get(..colon)?;
            let glossary = is_abbreviation(without_plural(term.trim()))
                || explains(document.text(document.part(passage.part).name));
            let start = passage.extent.start as usize + colon + 1;
            let start = start + words.text()[start..].find(char::is_alphanumeric)?;
            let said = Extent::new(start, passage.extent.end as usize);
            (glossary && !said.is_empty()).then(|| explained(words, term, said))?
        }
        _ => None,
    }
}

fn explains(text: &str) -> bool {
    let lower = text.to_lowercase();
    EXPLAINS.iter().any(|word| lower.contains(word))
}

/// What a term is said to mean, where that is somebody.
fn explained(words: &Words<'_>, term: &str, said: Extent) -> Option<Learned> {
    let term = term.trim().trim_matches(['‘', '’', '“', '”', '"', '\'']);
    let tokens = words.tokens(said);
    let phrases = words.phrases(&tokens);
    let short = without_plural(term);
    if is_abbreviation(short) {
        let end = (1..=tokens.len().min(12))
            .find(|&end| spelt_out(phrases.sentence, end, short) == Some(0))?;
        let name = somebody(phrases, 0..end)?;
        return Some(Learned::Short { short: short.to_owned(), name });
    }
    if term.is_empty() || term.split(' ').count() > 4 {
        return None;
    }
    meaning(phrases, term)
}
