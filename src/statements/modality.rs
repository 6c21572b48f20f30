//! The one table of modal words, and how its rows are found in a sentence.

use super::words::{Kind, Tags, Token};

/// What a statement asks: READING.md's classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modality {
    Duty,
    Prohibition,
    Guidance,
    GuidanceAgainst,
    Permission,
    /// Obligation wording outside the convention: "need to", "has to", "it is essential that".
    Undeclared,
    /// Soft wording: "will want to", "are encouraged to".
    Encouragement,
}

impl Modality {
    pub const ALL: [Self; 7] = [
        Self::Duty,
        Self::Prohibition,
        Self::Guidance,
        Self::GuidanceAgainst,
        Self::Permission,
        Self::Undeclared,
        Self::Encouragement,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Prohibition => "prohibition",
            Self::Guidance => "guidance",
            Self::GuidanceAgainst => "guidance-against",
            Self::Permission => "permission",
            Self::Undeclared => "undeclared",
            Self::Encouragement => "encouragement",
        }
    }

    /// Its opposite where the subject is negative: "no person may", "no commitment should be made".
    pub(super) fn negated(self) -> Self {
        match self {
            Self::Duty | Self::Permission => Self::Prohibition,
            Self::Guidance => Self::GuidanceAgainst,
            other => other,
        }
    }
}

/// The shape of a modal wording: what its verb and its subject are to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A modal verb: the subject stands to its left, the verb to its right.
    Modal,
    /// "is required to", "has a duty to", "need to": the same, in several words.
    Phrase,
    /// "it is essential that", "it is good practice to": nobody is the subject.
    Impersonal,
    /// "it is the duty of X to": the subject stands inside.
    DutyOf,
}

/// One modal wording. It is looked for around its `anchor`, a word that the text is searched for.
///
/// In `left` and `right` a word stands for itself, `BE`, `HAVE` and `DO` for any form of that verb, `~` for up to five words that
/// hold no verb ("are, under section 27, required to"), `a|b` for either, and `!` for a word that must not stand there.
pub(super) struct Wording {
    pub(super) anchor: &'static str,
    left: &'static [&'static str],
    right: &'static [&'static str],
    pub(super) modality: Modality,
    pub(super) shape: Shape,
}

const fn row(
    left: &'static [&'static str],
    anchor: &'static str,
    right: &'static [&'static str],
    modality: Modality,
    shape: Shape,
) -> Wording {
    Wording { anchor, left, right, modality, shape }
}

use Modality::{
    Duty, Encouragement, Guidance, GuidanceAgainst, Permission, Prohibition, Undeclared,
};
use Shape::{DutyOf, Impersonal, Modal, Phrase};

/// All modal wording. Of the rows with one anchor the first that fits counts.
pub(super) static WORDINGS: &[Wording] = &[
    row(&[], "must", &["~", "not|never", "!only"], Prohibition, Modal),
    row(&[], "must", &[], Duty, Modal),
    row(&[], "mustn't", &[], Prohibition, Modal),
    row(&[], "shall", &["~", "not|never", "!only"], Prohibition, Modal),
    row(&[], "shall", &[], Duty, Modal),
    row(&[], "should", &["~", "not|never", "!only"], GuidanceAgainst, Modal),
    row(&[], "should", &[], Guidance, Modal),
    row(&[], "shouldn't", &[], GuidanceAgainst, Modal),
    row(&[], "ought", &["not", "to"], GuidanceAgainst, Modal),
    row(&[], "ought", &["to"], Guidance, Modal),
    row(&[], "may", &["~", "find", "it", "useful|helpful|beneficial", "to"], Encouragement, Modal),
    row(&[], "may", &["~", "wish|want|like|prefer|choose", "to"], Encouragement, Modal),
    row(&[], "may", &["~", "not"], Prohibition, Modal),
    row(&[], "may", &[], Permission, Modal),
    row(
        &[],
        "might|could",
        &["~", "find", "it", "useful|helpful|beneficial", "to"],
        Encouragement,
        Modal,
    ),
    row(&[], "might|could", &["~", "wish|want|like|choose", "to"], Encouragement, Modal),
    row(&[], "might|could", &["~", "consider"], Encouragement, Modal),
    row(&["will", "~"], "want|wish", &["to"], Encouragement, Modal),
    row(&[], "cannot", &[], Prohibition, Modal),
    row(&["DO", "not"], "need", &["to"], Permission, Phrase),
    row(&["NODO"], "need", &["to"], Permission, Phrase),
    row(&[], "need", &["not"], Permission, Modal),
    row(&[], "need|needs", &["~", "to"], Undeclared, Phrase),
    row(&["DO", "not"], "have", &["to"], Permission, Phrase),
    row(&["NODO"], "have", &["to"], Permission, Phrase),
    row(&[], "have|has", &["to"], Undeclared, Phrase),
    row(&["BE", "not"], "required|obliged", &["~", "to"], Permission, Phrase),
    row(&["BE", "~"], "required|obliged", &["~", "to"], Duty, Phrase),
    row(&["it", "BE", "~"], "duty", &["of"], Duty, DutyOf),
    row(&["HAVE|under|owe|owes", "~"], "duty", &["~", "to"], Duty, Phrase),
    row(&["BE", "not"], "expected", &["to"], GuidanceAgainst, Phrase),
    row(&["BE", "~"], "expected", &["to"], Guidance, Phrase),
    row(&["BE", "~"], "encouraged|advised|recommended", &["to|that"], Encouragement, Phrase),
    row(&["HAVE", "~"], "power", &["~", "to"], Permission, Phrase),
    row(
        &["it|it's", "~"],
        "essential|important|vital|crucial|imperative",
        &["that|to|for"],
        Undeclared,
        Impersonal,
    ),
    row(&["it|it's", "~"], "practice", &["to|for|that"], Encouragement, Impersonal),
    row(&["it|it's", "~"], "helpful|useful|advisable", &["to|for|if"], Encouragement, Impersonal),
    row(&[], "is|are", &["to"], Undeclared, Phrase),
];

/// The words to search a text for, each with what must follow it there: only forms of be and have that "to" follows are
/// modal wording.
pub(super) fn anchors() -> impl Iterator<Item = String> {
    let mut seen: Vec<&str> =
        WORDINGS.iter().flat_map(|wording| wording.anchor.split('|')).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.into_iter().map(|anchor| match anchor {
        "is" | "are" | "has" | "have" => format!("{anchor} to"),
        _ => anchor.to_owned(),
    })
}

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

/// The tokens of one sentence with the text they came from.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl<'a> Sentence<'a> {
    pub(super) fn word(&self, index: usize) -> &'a str {
        let token = &self.tokens[index];
        &self.text[token.start as usize..token.end as usize]
    }

    pub(super) fn is_word(&self, index: usize, word: &str) -> bool {
        index < self.tokens.len() && same_word(self.word(index), word)
    }

    pub(super) fn is_one_of(&self, index: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is_word(index, word))
    }

    pub(super) fn tag(&self, index: usize, tags: Tags) -> bool {
        self.tokens.get(index).is_some_and(|token| token.is(tags))
    }

    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        self.tokens.get(index).map(|token| token.kind)
    }
}

/// Whether two words are the same but for case and the shape of apostrophes.
fn same_word(written: &str, word: &str) -> bool {
    written.eq_ignore_ascii_case(word)
        || (written.contains('’') && written.replace('’', "'").eq_ignore_ascii_case(word))
}

/// The wording anchored at token `at`, where one of the table's rows fits there.
pub(super) fn keyword_at(sentence: Sentence<'_>, at: usize) -> Option<Keyword> {
    WORDINGS.iter().filter(|wording| alternatives(wording.anchor, sentence, at)).find_map(
        |wording| {
            let first = match_left(sentence, wording.left, at)?;
            let end = match_right(sentence, wording.right, at + 1)?;
            Some(Keyword {
                first,
                end,
                modality: wording.modality,
                shape: wording.shape,
                anchor: at,
            })
        },
    )
}

fn alternatives(pattern: &str, sentence: Sentence<'_>, at: usize) -> bool {
    pattern.split('|').any(|option| match option {
        "BE" => {
            sentence.tag(at, Tags::BE) || sentence.word(at).to_ascii_lowercase().ends_with("'re")
        }
        "HAVE" => sentence.tag(at, Tags::HAVE),
        "DO" => sentence.tag(at, Tags::DO) && !is_negative_do(sentence, at),
        "NODO" => is_negative_do(sentence, at),
        word => same_word(sentence.word(at), word),
    })
}

/// "don't", "doesn't".
fn is_negative_do(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.tag(at, Tags::DO)
        && sentence.word(at).ends_with(['t', 'T'])
        && sentence.word(at).len() > 3
}

/// Matches the words before `at`, last first; gives where they begin.
fn match_left(sentence: Sentence<'_>, pattern: &[&str], at: usize) -> Option<usize> {
    let Some((last, rest)) = pattern.split_last() else { return Some(at) };
    if *last == "~" {
        return gaps_left(sentence, at).find_map(|gap| match_left(sentence, rest, gap));
    }
    let before = at.checked_sub(1)?;
    alternatives(last, sentence, before).then(|| match_left(sentence, rest, before)).flatten()
}

/// Matches the words from `at` on; gives where they end.
fn match_right(sentence: Sentence<'_>, pattern: &[&str], at: usize) -> Option<usize> {
    let Some((first, rest)) = pattern.split_first() else { return Some(at) };
    if let Some(unwanted) = first.strip_prefix('!') {
        return (!sentence.is_word(at, unwanted))
            .then(|| match_right(sentence, rest, at))
            .flatten();
    }
    if *first == "~" {
        return gaps_right(sentence, at).find_map(|gap| match_right(sentence, rest, gap));
    }
    (at < sentence.tokens.len() && alternatives(first, sentence, at))
        .then(|| match_right(sentence, rest, at + 1))
        .flatten()
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
    std::iter::once(at).chain(adverbs).chain(closing)
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
