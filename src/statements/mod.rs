//! Each obligation, recommendation and permission of a draft: its modality, who bears it, and on what it rests.

mod anchors;
pub mod authority;
mod citation;
mod conditions;
pub mod convention;
mod deadline;
mod duty_holder;
mod english;
mod from_documents;
mod items;
mod keyword;
mod mention;
pub mod modality;
mod own_words;
mod places;
mod pointing;
mod reader;
pub(crate) mod reference;
mod sense;
mod verb_phrase;
pub mod vocabulary;
pub mod wording;

use crate::document::{Extent, PassageId};

pub use convention::Convention;
pub use english::sentences_in;
pub use from_documents::Reading;
pub use mention::Mentions;
pub use modality::Modality;
pub use vocabulary::Vocabulary;

/// One obligation, recommendation or permission: a sentence, or a list item or table row read with its lead-in.
///
/// Extents are stretches of the plain text of the document at `document`.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Index of its document in the draft.
    pub document: u32,
    pub passage: PassageId,
    /// Its own words: the sentence, the item, or the row.
    pub extent: Extent,
    /// The lead-in it is read with, where the keyword or the holder stands there.
    pub lead_in: Option<Extent>,
    pub modality: Modality,
    pub basis: Basis,
    /// From the first to the last word of the modal wording ("must, in any case, not"); in the lead-in, where it stands there.
    pub keyword: Extent,
    pub duty_holder: DutyHolder,
    /// The verb phrase: "keep the arrangements under review".
    pub action: Extent,
    /// "where …", "if …", "unless …", "subject to …" clauses.
    pub conditions: Vec<Extent>,
    pub deadline: Option<Deadline>,
    /// Where the law behind it was found.
    pub authority: Authority,
    /// What names its place, an index into [`Reading::places`], and its running number there, from 1.
    pub place: u32,
    pub ordinal: u32,
}

/// What a statement rests on, as the draft's convention says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    Law,
    Standard,
}

/// Who has to act, and how that was read.
#[derive(Clone, Debug)]
pub struct DutyHolder {
    pub found: Found,
    /// Why nobody is named; only where `found` is [`Found::None`].
    pub why: Option<Unnamed>,
    pub grade: Grade,
    /// The words that name the holders, conjunctions and all: "local authorities and their partner CCGs".
    pub text: Option<Extent>,
    pub holders: Vec<Holder>,
}

/// One holder: the words as they stand, and the name they are known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    pub written: Extent,
    /// The canonical name: of the vocabulary, or the words themselves made singular. The reader is "you".
    pub name: HolderName,
}

/// A canonical holder name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HolderName {
    /// Index into the names of [`Vocabulary`].
    Known(u32),
    /// Not in the vocabulary: the words as written, lower case, without article, singular.
    Written(Box<str>),
    /// "you".
    Reader,
}

/// How the duty-holder was found; READING.md's terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Found {
    Subject,
    ByAgent,
    Relative,
    Pronoun,
    Elided,
    LeadIn,
    Row,
    Heading,
    Reader,
    /// Nobody is named, and `why` says how that is known.
    None,
    /// Neither named nor missing: counted, listed on request, never a finding.
    Undecided,
}

/// Why a statement names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unnamed {
    /// "The plan must be reviewed".
    Passive,
    /// "The arrangements must promote".
    Thing,
    /// "There must be a policy".
    Expletive,
    /// "Parents must be informed": a person at the receiving end.
    Receiver,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    Likely,
    Certain,
}

/// By when, as written and, where it can be, as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub extent: Extent,
    pub value: Option<u32>,
    pub unit: Option<TimeUnit>,
    pub counting: Option<Counting>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    Hour,
    Day,
    Week,
    Month,
    Term,
    Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    Calendar,
    Working,
    School,
}

/// Where the law behind a statement was found, nearest first. Which citations those are, [`Reading`] knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Authority {
    Sentence,
    Note,
    Row,
    Paragraph,
    Part,
    None,
}

/// A modal word that is no statement, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStatement {
    pub document: u32,
    pub keyword: Extent,
    pub reason: NoneReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoneReason {
    /// The word is named, not used: "the word MUST means".
    Mention,
    /// "this should help", "must have been".
    Possibility,
    /// "What must be included?"
    Question,
    /// A heading is a title.
    Heading,
    /// "Should the authority decide …".
    InvertedCondition,
    /// "It should be noted that".
    ReadingAdvice,
    /// "special educational needs to be met".
    Noun,
    /// May the month.
    Month,
    /// The convention counts capitals only.
    LowerCase,
    /// Part of the sentence that declares the convention.
    Convention,
    /// It describes a condition or a thing, and asks nothing: "when they need to".
    Description,
    /// Stands in code.
    Code,
    /// Stands in a change log.
    History,
}

/// A reference to another place in this draft.
#[derive(Clone, Debug)]
pub struct Reference {
    pub document: u32,
    pub passage: PassageId,
    /// The words as written, of one number: "paragraphs 5.36", "5.38", "Annex B".
    pub extent: Extent,
    /// What it points at: the number as a reader would say it ("9.12", "Annex B", "5.36 to 5.38"), or the anchor of a
    /// link; empty where the words name none ("see above").
    pub target: String,
    /// `None`: cannot be decided.
    pub resolves: Option<bool>,
    /// What is wrong with it, or doubtful.
    pub fault: Option<ReferenceFault>,
    /// Where it points, where that is one place; of a range, its first.
    pub place: Option<ReferencePlace>,
}

/// Where something that a reference names begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReferencePlace {
    /// Index of the document in the draft.
    pub document: u32,
    /// A byte of its source.
    pub at: u32,
}

/// What is wrong with a reference, or doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceFault {
    /// Nothing in the draft has this number or anchor; `existing` has, and comes nearest.
    Missing { existing: Option<String> },
    /// "paragraph 9.123", where 9.12 and footnote 3 exist.
    GluedFootnote { paragraph: String, footnote: String },
    /// "paragraphs 5.38 to 5.36".
    ReversedRange,
    /// The words beside the number are not the heading that bears it.
    OtherHeading { says: Extent, heading: String },
    /// "paragraph 9.12 below" in 9.20.
    WrongDirection { says: &'static str },
    /// "as set out in the section on transition", and no heading has such words; or "see above" and no more.
    Vague,
}

/// A citation of a law outside the draft: of one provision or range, or of a whole instrument.
#[derive(Clone, Debug)]
pub struct Citation {
    pub document: u32,
    pub passage: PassageId,
    /// The words as written: "section 27(1) of the Children and Families Act 2014". Where one phrase cites several
    /// provisions, each has the whole phrase.
    pub extent: Extent,
    /// Its own words in the phrase: "20" in "sections 19, 20 and 22 of the Act". Unique to the citation.
    pub at: Extent,
    /// Full title where it is known: "Children and Families Act 2014".
    pub instrument: Option<String>,
    /// The id of the instrument on legislation.gov.uk, where it is known: "ukpga/2014/6".
    pub id: Option<String>,
    /// "section/27/1".
    pub provision: Option<String>,
    /// The last provision, of a range: "section/29".
    pub to: Option<String>,
    pub uri: Option<String>,
    /// The words in brackets after it that may be a heading: "duty to keep provision under review".
    pub label: Option<Extent>,
    /// What is wrong with it, or doubtful.
    pub fault: Option<CitationFault>,
    /// Whether the supplied law was looked at.
    pub checked: bool,
}

/// What is wrong with a citation, or doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CitationFault {
    /// No instrument is named, and none can be told from the words around it.
    NoInstrument,
    /// "the Act", and the draft has not said which; the titles are those it may be, if any.
    Ambiguous { candidates: Vec<String> },
    /// A short name that the draft does not explain; `near` is one it does.
    Undefined { short: String, near: Option<String> },
    /// There is no instrument of this title and year; `meant` is the one that comes near.
    Mismatch { meant: String, proven: bool },
}
