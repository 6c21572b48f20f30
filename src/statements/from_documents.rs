//! Two passes over the documents of one Code: collect what the draft says of its own words, then read.

use super::{Citation, Convention, NoStatement, Reference, Statement, Vocabulary};
use crate::document::Document;

/// All that was read in the documents of one Code. Everything is in the order of the text.
#[derive(Debug)]
pub struct Reading {
    pub convention: Convention,
    pub vocabulary: Vocabulary,
    pub statements: Vec<Statement>,
    /// Every modal word that is no statement.
    pub none: Vec<NoStatement>,
    pub references: Vec<Reference>,
    pub citations: Vec<Citation>,
    /// Names of the places statements stand in: paragraph ids and heading slugs, unique in the draft.
    pub places: Vec<String>,
}

impl Reading {
    /// Reads the documents of one Code, with the built-in vocabulary as the configuration extended it.
    pub fn from_documents(_documents: &[Document], vocabulary: &Vocabulary) -> Self {
        Self {
            convention: Convention::default(),
            vocabulary: vocabulary.clone(),
            statements: Vec::new(),
            none: Vec::new(),
            references: Vec::new(),
            citations: Vec::new(),
            places: Vec::new(),
        }
    }
}
