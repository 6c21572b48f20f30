//! Finds the rows of the table of modal wordings in a sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{
    english::{Kind, Sentence, Tags},
    modality::{Modality, Shape, WORDINGS, Wording},
};

/// A modal wording found in a sentence: token indices, end-exclusive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keyword {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) modality: Modality,
    pub(super) shape: Shape,
    /// The token that the row was found by.
    pub(super) anchor: usize,
}

/// A row of the table, its patterns taken apart.
struct Row {
    wording: &'static Wording,
    left: Vec<Part>,
    right: Vec<Part>,
}

/// One word of a pattern.
enum Part {
    /// "~": a gap.
    Gap,
    /// "!only": anything but this word, or nothing.
    Unless(&'static str),
    /// "wish|want|BE": one of these.
    AnyOf(Vec<&'static str>),
}

impl Part {
    fn all(pattern: &[&'static str]) -> Vec<Self> {
        let part = |&word: &&'static str| match word.strip_prefix('!') {
            Some(unwanted) => Self::Unless(unwanted),
            None if word == "~" => Self::Gap,
            None => Self::AnyOf(word.split('|').collect()),
        };
        pattern.iter().map(part).collect()
    }
}

/// The rows of the table by the words they are found by.
static ROWS: LazyLock<FxHashMap<&'static str, Vec<Row>>> = LazyLock::new(|| {
    let mut rows: FxHashMap<&str, Vec<Row>> = FxHashMap::default();
    for wording in WORDINGS {
        for anchor in wording.anchor.split('|') {
            let (left, right) = (Part::all(wording.left), Part::all(wording.right));
            rows.entry(anchor).or_default().push(Row { wording, left, right });
        }
    }
    rows
});

/// The wording anchored at token `at`, where one of the table's rows fits there.
pub(super) fn keyword_at(sentence: Sentence<'_>, at: usize) -> Option<Keyword> {
    let mut word = sentence.word(at).to_ascii_lowercase();
    if !word.is_ascii() {
        word = word.replace('’', "'");
    }
    ROWS.get(word.as_str())?.iter().find_map(|Row { wording, left, right }| {
        let first = match_left(sentence, left, at)?;
        let end = match_right(sentence, right, at + 1)?;
        Some(Keyword { first, end, modality: wording.modality, shape: wording.shape, anchor: at })
    })
}

fn is_any(sentence: Sentence<'_>, options: &[&str], at: usize) -> bool {
    options.iter().any(|&option| match option {
        "BE" => {
            sentence.tag(at, Tags::BE) || sentence.word(at).to_ascii_lowercase().ends_with("'re")
        }
        "HAVE" => sentence.tag(at, Tags::HAVE),
        "DO" => sentence.tag(at, Tags::DO) && !is_negative_do(sentence, at),
        "NODO" => is_negative_do(sentence, at),
        word => sentence.is_word(at, word),
    })
}

/// "don't", "doesn't".
fn is_negative_do(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.tag(at, Tags::DO)
        && sentence.word(at).ends_with(['t', 'T'])
        && sentence.word(at).len() > 3
}

/// Matches the words before `at`, last first; gives where they begin.
fn match_left(sentence: Sentence<'_>, pattern: &[Part], at: usize) -> Option<usize> {
    let Some((last, rest)) = pattern.split_last() else { return Some(at) };
    let before = || at.checked_sub(1);
    match last {
        Part::Gap => gaps_left(sentence, at).find_map(|gap| match_left(sentence, rest, gap)),
        Part::Unless(unwanted) => {
            let stands = before().is_some_and(|before| sentence.is_word(before, unwanted));
            (!stands).then(|| match_left(sentence, rest, at)).flatten()
        }
        Part::AnyOf(options) => {
            let before = before().filter(|&before| is_any(sentence, options, before))?;
            match_left(sentence, rest, before)
        }
    }
}

/// Matches the words from `at` on; gives where they end.
fn match_right(sentence: Sentence<'_>, pattern: &[Part], at: usize) -> Option<usize> {
    let Some((first, rest)) = pattern.split_first() else { return Some(at) };
    match first {
        Part::Gap => gaps_right(sentence, at).find_map(|gap| match_right(sentence, rest, gap)),
        Part::Unless(unwanted) => {
            let stands = sentence.is_word(at, unwanted);
            (!stands).then(|| match_right(sentence, rest, at)).flatten()
        }
        Part::AnyOf(options) => {
            let fits = at < sentence.tokens.len() && is_any(sentence, options, at);
            fits.then(|| match_right(sentence, rest, at + 1)).flatten()
        }
    }
}

/// A gap in a keyword holds up to this many words.
const GAP: usize = 6;

/// Where a gap that begins at `at` can end: adverbs, or a phrase between two commas.
fn gaps_right(sentence: Sentence<'_>, at: usize) -> impl Iterator<Item = usize> {
    let adverbs =
        (at..at + 3).take_while(move |&index| bridges(sentence, index)).map(|index| index + 1);
    let closing = (sentence.kind(at) == Some(Kind::Comma))
        .then(|| (at + 1..at + 2 + GAP).find(|&index| sentence.kind(index) == Some(Kind::Comma)))
        .flatten()
        .map(|index| index + 1);
    let where_necessary = sentence.tag(at, Tags::SUBORD)
        && sentence.tag(at + 1, Tags::ADJ.with(Tags::PART))
        && sentence.kind(at + 2) == Some(Kind::Word);
    let aside = where_necessary.then_some(at + 2);
    std::iter::once(at).chain(adverbs).chain(closing).chain(aside).chain(past_law(sentence, at))
}

/// "is required by section 47 of the Children Act 1989 to": the words before "to" that say by which law.
fn past_law(sentence: Sentence<'_>, at: usize) -> Option<usize> {
    const LAWS: [&str; 10] = [
        "section",
        "sections",
        "regulation",
        "regulations",
        "act",
        "article",
        "schedule",
        "law",
        "paragraph",
        "order",
    ];
    if !sentence.is_one_of(at, &["by", "under"]) {
        return None;
    }
    let to = (at + 1..at + 16).find(|&index| sentence.is_word(index, "to"))?;
    let verb = Tags::MODAL.with(Tags::COORD).with(Tags::REL).with(Tags::BE);
    let law = (at + 1..to).any(|index| sentence.is_one_of(index, &LAWS));
    let plain = !(at + 1..to).any(|index| sentence.tag(index, verb));
    (law && plain).then_some(to)
}

fn gaps_left(sentence: Sentence<'_>, at: usize) -> impl Iterator<Item = usize> {
    let words = (1..=4).map_while(move |back| at.checked_sub(back)).take_while(move |&index| {
        bridges(sentence, index) || sentence.tag(index, Tags::DET.with(Tags::BE))
    });
    let opening = at
        .checked_sub(1)
        .filter(|&index| sentence.kind(index) == Some(Kind::Comma))
        .and_then(|last| {
            (last.saturating_sub(GAP)..last)
                .rev()
                .find(|&index| sentence.kind(index) == Some(Kind::Comma))
        });
    std::iter::once(at).chain(words).chain(opening)
}

/// Whether a word may stand inside a modal wording: an adverb, an adjective, "by law".
fn bridges(sentence: Sentence<'_>, index: usize) -> bool {
    let verb = Tags::MODAL.with(Tags::NOT).with(Tags::COORD).with(Tags::REL).with(Tags::SUBORD);
    sentence.tag(index, Tags::ADV.with(Tags::ADJ)) && !sentence.tag(index, verb)
        || sentence.is_one_of(
            index,
            &[
                "statutory",
                "legal",
                "by",
                "law",
                "therefore",
                "duty",
                "under",
                "strongly",
                "good",
                "best",
            ],
        )
}
