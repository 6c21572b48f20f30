//! Abbreviations in what a draft asks for, and whether it says anywhere what they are short for.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    document::{Document, Extent},
    draft::Draft,
};

/// An abbreviation that the draft does not explain.
#[derive(Debug)]
pub(super) struct Undefined {
    pub(super) short: String,
    /// The statement it is first met in, a duty where there is one.
    pub(super) statement: u32,
    pub(super) at: Extent,
    /// How often more it stands in what the draft asks for.
    pub(super) more: usize,
}

/// The abbreviations in the draft's own statements that nothing in the draft explains, in the order of the text.
pub(super) fn undefined(draft: &Draft) -> Vec<Undefined> {
    let found = used(draft);
    if found.is_empty() {
        return found;
    }
    let explained = explained(draft, &found);
    let unexplained = (0..).zip(found).filter(|(index, _)| !explained.contains(index));
    unexplained.map(|(_, it)| it).collect()
}

/// Those that stand in statements, but for those that every reader knows.
fn used(draft: &Draft) -> Vec<Undefined> {
    let wording = draft.reading.vocabulary.wording();
    let known = |short: &str| {
        let shouted = || wording.shouted.iter().any(|it| it.eq_ignore_ascii_case(short));
        wording.known_abbreviations.iter().any(|it| it == short) || shouted()
    };
    let mut found: Vec<Undefined> = Vec::new();
    let mut places = FxHashMap::default();
    for (index, statement) in draft.own_statements() {
        let document = draft.document_of(statement);
        for (short, at) in abbreviations(document.text(statement.extent), statement.extent.start) {
            let cited = draft
                .citations_within(statement.document, statement.extent)
                .any(|citation| citation.extent.overlaps(at));
            if cited || known(short) || is_inert(document, at) {
                continue;
            }
            let place = *places.entry(short.to_owned()).or_insert(found.len());
            match found.get_mut(place) {
                Some(first) if first.at != at => first.more += 1,
                Some(_) => {}
                None => {
                    found.push(Undefined {
                        short: short.to_owned(),
                        statement: index,
                        at,
                        more: 0,
                    });
                }
            }
        }
    }
    found
}

/// Code, and words of links: a link leads to what the abbreviation is.
fn is_inert(document: &Document, at: Extent) -> bool {
    document.inert.iter().any(|it| it.overlaps(at))
        || document.links.iter().any(|link| link.extent.overlaps(at))
}

/// The abbreviations of a text, without a plural s: "EHCPs". Words that are shouted are none.
fn abbreviations(text: &str, start: u32) -> impl Iterator<Item = (&str, Extent)> {
    // Most texts have no two capitals side by side, and are read no further.
    let has_capitals =
        text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
    let words: Vec<(usize, &str)> = if has_capitals { words(text).collect() } else { Vec::new() };
    let shouted: Vec<bool> = words.iter().map(|(_, word)| is_shouted(word)).collect();
    let mut found = Vec::new();
    for (index, &(offset, word)) in words.iter().enumerate() {
        let beside =
            |other: Option<usize>| other.and_then(|it| shouted.get(it)).is_some_and(|it| *it);
        let alone = !beside(index.checked_sub(1)) && !beside(Some(index + 1));
        if let Some(short) = short(word).filter(|_| alone) {
            let at = start as usize + offset;
            found.push((short, Extent::new(at, at + short.len())));
        }
    }
    found.into_iter()
}

/// The words of a text with where they begin; what is joined by a hyphen, a slash or an ampersand is one.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '/' | '&' | '.' | '_' | '@' | '’' | '\'')
    };
    text.split(move |c: char| !is_part(c)).filter(|it| !it.is_empty()).map(|word| {
        let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric());
        let offset = trimmed.as_ptr() as usize - text.as_ptr() as usize;
        (offset, trimmed)
    })
}

fn is_shouted(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether a word is written as words are: in small letters, or with one capital at most.
fn is_plain(word: &str) -> bool {
    word.chars().skip(1).all(|c| !c.is_uppercase())
}

/// In bytes: seven capitals and a small letter.
const LONGEST: usize = 8;

/// What of a word is an abbreviation: three capitals or more, at most one small letter at its end.
fn short(word: &str) -> Option<&str> {
    let singular = word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word);
    let singular = singular.strip_suffix('s').filter(|it| is_shouted(it)).unwrap_or(singular);
    let capitals = singular.chars().filter(char::is_ascii_uppercase).count();
    let small = singular.len() - capitals;
    let ends_small = singular.ends_with(|c: char| c.is_ascii_lowercase());
    let is_number = singular.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    ((3..=7).contains(&capitals) && !is_number && (small == 0 || (small == 1 && ends_small)))
        .then_some(singular)
}

/// Which of the abbreviations the draft explains somewhere, and which are no abbreviations but words in capitals.
fn explained(draft: &Draft, found: &[Undefined]) -> FxHashSet<usize> {
    let lower: Vec<String> = found.iter().map(|it| it.short.to_lowercase()).collect();
    let shorts = || found.iter().map(|it| it.short.as_str());
    let (Ok(written), Ok(spelt)) = (AhoCorasick::new(shorts()), AhoCorasick::new(&lower)) else {
        return (0..found.len()).collect(); // more than can be looked for
    };
    let written_as: FxHashMap<&str, usize> = shorts().zip(0..).collect();
    let lower_as: FxHashMap<&str, usize> = lower.iter().map(String::as_str).zip(0..).collect();
    let mut explained = FxHashSet::default();
    for document in &draft.documents {
        for passage in &document.passages {
            let text = document.text(passage.extent);
            let initials = initials(text);
            let spelt = spelt.find_overlapping_iter(&initials);
            explained.extend(spelt.map(|it| it.pattern().as_usize()));
            let written = written.find_overlapping_iter(text);
            let written = written.filter(|it| explains(text, it.range()));
            explained.extend(written.map(|it| it.pattern().as_usize()));
            let plain = words(text).map(|(_, word)| word);
            let plain = plain.filter(|word| word.len() <= LONGEST && is_plain(word));
            let shouted = plain.filter_map(|word| {
                let index = lower_as.get(word.to_lowercase().as_str())?;
                (found[*index].short != word).then_some(*index)
            });
            explained.extend(shouted);
        }
        for link in &document.links {
            let linked = words(document.text(link.extent)).filter_map(|(_, word)| short(word));
            explained.extend(linked.filter_map(|short| written_as.get(short)));
        }
    }
    explained
}

/// Words that give no letter to an abbreviation.
const LINKING: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "that",
    "the", "to", "with",
];

/// The first letters of the words of a text; of "co-ordinator" two.
fn initials(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let words = words.filter(|word| !word.is_empty() && !is_shouted(word));
    let links = |word: &str| LINKING.iter().any(|link| link.eq_ignore_ascii_case(word));
    let words = words.filter(|word| !links(word));
    words.filter_map(|word| word.chars().next()).flat_map(char::to_lowercase).collect()
}

/// Whether the text sets the abbreviation that it has here beside what it is short for: "(EHCP)", "EHCP (…", "EHCP: …",
/// "EHCP means …".
fn explains(text: &str, at: Range<usize>) -> bool {
    const BESIDE: [&str; 10] = [
        ":",
        " –",
        " —",
        " - ",
        " means ",
        " stands for ",
        " is short for ",
        "\n",
        " is the ",
        " = ",
    ];
    let (before, short, after) = (&text[..at.start], &text[at.clone()], &text[at.end..]);
    let before = before.trim_end_matches(['‘', '“', '"', '\'', '*']);
    let before = before.strip_suffix("the ").unwrap_or(before);
    let after = after.strip_prefix('s').unwrap_or(after);
    let plain = after.trim_start_matches(['’', '”', '"', '\'', '*']);
    let bracketed = before.ends_with(['(', '[']) && plain.starts_with([')', ']', ',', ';']);
    let first = || before.trim().is_empty();
    let expands = after.trim_start().strip_prefix('(').is_some_and(|inside| {
        let inside = inside.strip_prefix("the ").unwrap_or(inside);
        inside.contains(' ') && begins_alike(inside, short)
    });
    let labels = || after.is_empty() || BESIDE.iter().any(|it| after.starts_with(it));
    bracketed || expands || (first() && labels())
}

fn begins_alike(text: &str, short: &str) -> bool {
    let first = |it: &str| it.chars().next().map(|c| c.to_ascii_lowercase());
    first(text) == first(short)
}

#[cfg(test)]
mod tests {
    use super::{abbreviations, explains, initials};

    fn found(text: &str) -> Vec<&str> {
        abbreviations(text, 0).map(|(short, _)| short).collect()
    }

    #[test]
    fn capitals_are_abbreviations_unless_they_shout() {
        assert_eq!(found("The EHCPs and the SENCo's report for an ICB"), ["EHCP", "SENCo", "ICB"]);
        assert_eq!(
            found("RED AND YELLOW LINES mean NO STOPPING on the M25 and in class XIV"),
            [""; 0]
        );
    }

    #[test]
    fn what_explains_an_abbreviation() {
        assert_eq!(initials("special educational needs co-ordinator of the school"), "sencos");
        let is_explained = |text: &str, short: &str| {
            text.match_indices(short).any(|(at, _)| explains(text, at..at + short.len()))
        };
        assert!(is_explained("an Education plan (EHCP) or", "EHCP"));
        assert!(is_explained("EHCP (the education plan of a child) or", "EHCP"));
        assert!(is_explained("EHCP: a plan", "EHCP"));
        assert!(!is_explained("write the EHCP in time", "EHCP"));
        assert!(!is_explained("the SENCO (who was great) was also", "SENCO"));
    }
}
