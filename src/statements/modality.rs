//! The one table of modal words.

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
    pub(super) left: &'static [&'static str],
    pub(super) right: &'static [&'static str],
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
    row(
        &[],
        "must|shall",
        &["on|under|in", "no", "account|circumstances|circumstance|case|event"],
        Prohibition,
        Modal,
    ),
    row(
        &[],
        "should",
        &["on|under|in", "no", "account|circumstances|circumstance|case|event"],
        GuidanceAgainst,
        Modal,
    ),
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
    row(&[], "may", &["~", "wish|want|like|prefer", "to"], Encouragement, Modal),
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
    row(&[], "cannot|can't", &[], Prohibition, Modal),
    row(&["DO", "not"], "need", &["to"], Permission, Phrase),
    row(&["NODO"], "need", &["to"], Permission, Phrase),
    row(&[], "need", &["not"], Permission, Modal),
    row(&[], "needn't", &[], Permission, Modal),
    row(&[], "need|needs", &["~", "to"], Undeclared, Phrase),
    row(&["DO", "not"], "have", &["to"], Permission, Phrase),
    row(&["NODO"], "have", &["to"], Permission, Phrase),
    row(&[], "have|has", &["to"], Undeclared, Phrase),
    row(&["BE", "not"], "required|obliged", &["~", "to"], Permission, Phrase),
    row(&["BE", "~"], "required|obliged", &["not", "to"], Prohibition, Phrase),
    row(&["BE", "~"], "required|obliged", &["~", "to"], Duty, Phrase),
    row(&["it", "BE", "~"], "duty", &["of"], Duty, DutyOf),
    row(&["HAVE|under|owe|owes", "~"], "duty", &["~", "to"], Duty, Phrase),
    row(&["BE", "not"], "expected", &["to"], GuidanceAgainst, Phrase),
    row(&["BE", "~"], "expected", &["to"], Guidance, Phrase),
    row(&["BE", "~"], "expected", &["not", "to"], GuidanceAgainst, Phrase),
    row(&["it", "BE", "~"], "advised|recommended", &["that"], Encouragement, Impersonal),
    row(&["BE", "~"], "encouraged|advised|recommended", &["to|that"], Encouragement, Phrase),
    row(&["BE", "~"], "encouraged|advised|recommended", &["not", "to"], Encouragement, Phrase),
    row(&["HAVE", "~"], "power|powers", &["~", "to"], Permission, Phrase),
    row(
        &["it|it's", "~"],
        "essential|important|vital|crucial|imperative",
        &["that|to|for|you|everyone|everybody|we"],
        Undeclared,
        Impersonal,
    ),
    row(&["it|it's", "~"], "practice", &["to|for|that"], Encouragement, Impersonal),
    row(&["it|it's", "~"], "helpful|useful|advisable", &["to|for|if"], Encouragement, Impersonal),
    row(&[], "is|are", &["~", "to"], Undeclared, Phrase),
];

/// Where single modal words stand in a text that is not read: in code, or in the alternative text of a picture.
pub fn modal_words(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    const WORDS: [&str; 10] = [
        "must",
        "mustn't",
        "shall",
        "should",
        "shouldn't",
        "ought",
        "may",
        "cannot",
        "can't",
        "needn't",
    ];
    let separates = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '_' || c == '-');
    text.split_inclusive(separates)
        .scan(0, |at, piece| {
            let start = *at;
            *at += piece.len();
            Some((start, piece))
        })
        .map(move |(start, piece)| (start, piece.trim_end_matches(separates)))
        .filter(|(_, word)| WORDS.iter().any(|modal| word.eq_ignore_ascii_case(modal)))
        .map(|(start, word)| start..start + word.len())
}

/// The words to search a text for, each with what must follow it there: only forms of be and have that "to" follows are
/// modal wording.
pub(super) fn anchors() -> impl Iterator<Item = String> {
    let mut seen: Vec<&str> =
        WORDINGS.iter().flat_map(|wording| wording.anchor.split('|')).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.into_iter().flat_map(|anchor| match anchor {
        "is" | "are" => vec![format!("{anchor} to"), format!("{anchor},")],
        "has" | "have" => vec![format!("{anchor} to")],
        _ if anchor.contains('\'') => vec![anchor.to_owned(), anchor.replace('\'', "’")],
        _ => vec![anchor.to_owned()],
    })
}
