//! What the draft says its own must and should mean.

use super::{Basis, Modality};
use crate::source::Span;

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
    pub word: String,
    pub modality: Modality,
    pub basis: Basis,
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
