//! What stands between quotation marks, held against the words it claims to be.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::document::Extent;

/// A quotation of fewer words is a term, and no restatement.
const SHORTEST: usize = 6;

/// In per cent: of a quotation that shares fewer words with a text, nobody can say that it is meant to be that text.
const ALIKE: u32 = 70;

/// So many words of a difference are shown.
const SHOWN: usize = 8;

/// How a quotation departs from a text, at the first place where it does.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Difference {
    None,
    LeftOut(String),
    PutIn(String),
    /// What the quotation has, and what the text.
    Changed(String, String),
}

impl Difference {
    /// "section 27(1) of the Widgets Act 2031 says “training”, and the quotation leaves it out".
    pub(super) fn said_of(&self, source: &str) -> String {
        match self {
            Self::None => format!("as {source} has it"),
            Self::LeftOut(words) => {
                format!("{source} has “{words}” here, and the quotation does not")
            }
            Self::PutIn(words) => format!("{source} does not have “{words}” here"),
            Self::Changed(own, law) => format!("{source} says “{law}” where this has “{own}”"),
        }
    }
}

/// The stretches of a text between quotation marks. `at` is where the text begins.
pub(super) fn stretches(text: &str, at: u32) -> Vec<Extent> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (offset, c) in text.char_indices() {
        match (open, c) {
            (None, '“' | '"' | '‘') => {
                let close = match c {
                    '“' => '”',
                    '‘' => '’',
                    _ => '"',
                };
                open = Some((offset + c.len_utf8(), close));
            }
            // An apostrophe within words closes nothing.
            (Some((start, close)), c) if c == close => {
                let after = text[offset + c.len_utf8()..].chars().next();
                if c == '’' && after.is_some_and(char::is_alphanumeric) {
                    continue;
                }
                found.push(Extent::new(at as usize + start, at as usize + offset));
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether a quotation says enough to be held against a text.
pub(super) fn is_long(quote: &str) -> bool {
    words(quote).len() >= SHORTEST
}

/// How much of a quotation is in a text, in per cent, and how it departs from it; `None` where it is not meant to be that text.
pub(super) fn compare(quote: &str, text: &str) -> Option<(u32, Difference)> {
    let law = words(text);
    let keys: Vec<String> = law.iter().map(|word| key(word)).collect();
    let segments: Vec<Vec<&str>> = segments(quote);
    let mut from = 0;
    let mut all = true;
    for segment in &segments {
        match position(&keys[from.min(keys.len())..], segment) {
            Some(at) => from += at + segment.len(),
            None => all = false,
        }
    }
    if all && !segments.is_empty() {
        return Some((100, Difference::None));
    }
    // What is left out on purpose leaves nothing to compare word by word.
    let [own] = segments.as_slice() else { return None };
    nearest(own, &law, &keys)
}

/// The first difference within the stretch of the text that a quotation is nearest to.
fn nearest(own: &[&str], law: &[&str], keys: &[String]) -> Option<(u32, Difference)> {
    let own_keys: Vec<String> = own.iter().map(|word| key(word)).collect();
    let ops = capture_diff_slices(Algorithm::Myers, &own_keys, keys);
    let equal: usize =
        ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum();
    let share = (equal * 100 / own.len().max(1)) as u32;
    let first = ops.iter().position(|op| op.tag() == DiffTag::Equal)?;
    let last = ops.iter().rposition(|op| op.tag() == DiffTag::Equal)?;
    // Words scattered over a long text are no quotation of it.
    let inserted = |op: &&similar::DiffOp| op.tag() != DiffTag::Equal;
    let spread: usize =
        ops[first..=last].iter().filter(inserted).map(|op| op.new_range().len()).sum();
    if share < ALIKE || spread > own.len() {
        return None;
    }
    let within = ops[first..=last].iter().find(|op| op.tag() != DiffTag::Equal);
    let outside = ops.iter().find(|op| !op.old_range().is_empty() && op.tag() != DiffTag::Equal);
    let op = within.or(outside)?;
    let said = |words: &[&str]| {
        let shown = words.iter().take(SHOWN).copied().collect::<Vec<_>>().join(" ");
        shown.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let (has, lacks) = (said(&own[op.old_range()]), said(&law[op.new_range()]));
    Some((
        share,
        match op.tag() {
            _ if within.is_none() => Difference::PutIn(has),
            DiffTag::Insert => Difference::LeftOut(lacks),
            DiffTag::Delete => Difference::PutIn(has),
            _ => Difference::Changed(has, lacks),
        },
    ))
}

/// Where a run of words begins in another.
fn position(keys: &[String], segment: &[&str]) -> Option<usize> {
    let own: Vec<String> = segment.iter().map(|word| key(word)).collect();
    keys.windows(own.len().max(1)).position(|window| window == own)
}

/// The runs of words between what a quotation leaves out ("…") and what it puts in ("[the authority]").
fn segments(quote: &str) -> Vec<Vec<&str>> {
    let mut runs = vec![Vec::new()];
    let mut inside = false;
    for word in quote.split_whitespace() {
        let opens = word.contains('[');
        let dots = word.contains('…') || word.contains("..") || word == ".";
        if opens || inside || dots {
            runs.push(Vec::new());
        } else if is_word(word) {
            runs.last_mut().map(|run| run.push(word)).unwrap_or_default();
        }
        inside = (inside || opens) && !word.contains(']');
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| is_word(word)).collect()
}

/// Whether something between spaces is a word: not a dash, and not the label of an item, which a text of a law has no words for.
fn is_word(word: &str) -> bool {
    let label = word.starts_with('(') && word.ends_with(')') && word.len() <= 6;
    !label && word.chars().any(char::is_alphanumeric)
}

/// A word without case and points.
fn key(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAW: &str = "A local authority must— keep under review the educational provision, training provision and social \
                       care provision made in its area.";

    fn difference(quote: &str) -> Option<Difference> {
        compare(quote, LAW).map(|(_, difference)| difference)
    }

    #[test]
    fn words_as_they_stand_are_no_difference() {
        let same = [
            "a local authority must (a) keep under review the educational provision",
            "keep under review … social care provision made in its area",
            "[The council] must keep under review the educational provision",
        ];
        for quote in same {
            assert_eq!(difference(quote), Some(Difference::None), "{quote}");
        }
    }

    #[test]
    fn what_differs_is_named() {
        let quote = "keep under review the educational provision and social care provision made in its area";
        assert_eq!(difference(quote), Some(Difference::LeftOut("training provision".into())));
        let quote = "must keep under close review the educational provision, training provision";
        assert_eq!(difference(quote), Some(Difference::PutIn("close".into())));
        let quote = "may keep under review the educational provision, training provision";
        assert_eq!(difference(quote), Some(Difference::PutIn("may".into())));
    }

    #[test]
    fn the_words_of_somebody_else_are_left_alone() {
        assert_eq!(difference("we were never told what the school had agreed to do"), None);
    }

    #[test]
    fn an_apostrophe_closes_no_quotation() {
        let text = "It says ‘the authority’s plan is final’ and “so be it”.";
        let found: Vec<&str> = stretches(text, 0).iter().map(|it| &text[it.range()]).collect();
        assert_eq!(found, ["the authority’s plan is final", "so be it"]);
    }
}
