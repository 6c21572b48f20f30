//! What the draft says its own must and should mean.

mod declared;
mod meaning;
mod mention;

use regex::Regex;

use super::{Basis, Modality};
use crate::{
    document::{Document, Extent},
    source::Span,
};

/// A pattern of English words in lower case: without Unicode's classes and a second case of each letter it is made ready
/// many times faster.
fn pattern(pattern: &str) -> Regex {
    Regex::new(&format!("(?-u){pattern}")).expect("the patterns are tested")
}

/// The meaning of the modal words in one Code, and where it was said.
#[derive(Clone, Debug)]
pub struct Convention {
    pub kind: ConventionKind,
    pub found: ConventionFound,
    pub case: Case,
    pub words: Vec<Word>,
    /// The sentence that declares it.
    pub declared_at: Option<Span>,
}

/// One word of a convention: "must", a duty, resting on law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without "not".
    pub word: String,
    pub modality: Modality,
    pub basis: Basis,
    /// How the draft writes it where it declares it.
    pub form: Form,
}

/// How a word looks, where its looks can carry meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub capitals: bool,
    pub bold: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConventionKind {
    /// "must" reports a duty that exists elsewhere.
    RestatesLaw,
    /// The document itself imposes the requirement, because an enactment says so.
    MakesLaw,
    /// Policy, contract, professional or technical standard.
    OwnStandard,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConventionFound {
    Declared,
    Config,
    Default,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Any,
    /// Only capitals count (RFC 8174).
    Upper,
}

/// What a project says of the convention; what it leaves open, the draft decides.
#[derive(Clone, Debug, Default)]
pub struct StatedConvention {
    pub kind: Option<ConventionKind>,
    pub case: Option<Case>,
    pub words: Vec<Word>,
}

impl StatedConvention {
    fn says_anything(&self) -> bool {
        self.kind.is_some() || self.case.is_some() || !self.words.is_empty()
    }
}

impl Default for Convention {
    fn default() -> Self {
        Self {
            kind: ConventionKind::RestatesLaw,
            found: ConventionFound::Default,
            case: Case::Any,
            words: Vec::new(),
            declared_at: None,
        }
    }
}

impl Convention {
    /// The convention of one Code, and the stretches of each document that declare it: their modal words are named
    /// there and not used.
    pub(super) fn of(
        documents: &[Document],
        stated: &StatedConvention,
    ) -> (Self, Vec<Vec<Extent>>) {
        let (declared, extents) = declared::find(documents);
        (declared.overruled_by(stated), extents)
    }

    fn overruled_by(mut self, stated: &StatedConvention) -> Self {
        if !stated.says_anything() {
            return self;
        }
        self.found = ConventionFound::Config;
        self.kind = stated.kind.unwrap_or(self.kind);
        self.case = stated.case.unwrap_or(self.case);
        if stated.kind.is_some() {
            let basis = self.default_basis();
            self.words.iter_mut().for_each(|word| word.basis = basis);
        }
        for word in &stated.words {
            self.words.retain(|known| known.word != word.word);
            self.words.push(word.clone());
        }
        self
    }

    /// What the convention says of a modal word, in any case.
    pub fn word(&self, word: &str) -> Option<&Word> {
        self.words.iter().find(|declared| declared.word.eq_ignore_ascii_case(word))
    }

    /// What words rest on that the convention does not speak of.
    pub fn default_basis(&self) -> Basis {
        match self.kind {
            ConventionKind::OwnStandard => Basis::Standard,
            ConventionKind::RestatesLaw | ConventionKind::MakesLaw => Basis::Law,
        }
    }
}
