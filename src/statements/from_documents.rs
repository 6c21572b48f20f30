//! Two passes over the documents of one Code: collect what the draft says of its own words, then read.

use std::sync::OnceLock;

use super::{
    Citation, Convention, NoStatement, Reference, Statement, Vocabulary,
    authority::{Authorities, Boxes},
    citation, own_words,
    places::Places,
    pointing,
    reader::Reader,
    reference,
    wording::Worded,
};
use crate::document::Document;

/// Few drafts have more than a statement in so many bytes: a list that grows is copied each time.
const DENSEST: usize = 128;

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
    /// Where chapters list the laws they rest on.
    pub boxes: Boxes,
    /// Names of the places statements stand in: paragraph ids and heading slugs, unique in the draft.
    pub places: Vec<String>,
    /// The wordings of each document, found when rules first ask.
    worded: OnceLock<Vec<Vec<Worded>>>,
}

impl Reading {
    /// Reads the documents of one Code, with the built-in vocabulary as the configuration extended it.
    pub fn from_documents(documents: &[Document], vocabulary: &Vocabulary) -> Self {
        let mut vocabulary = vocabulary.clone();
        own_words::learn(documents, &mut vocabulary);
        let (convention, declarations) = Convention::of(documents, &vocabulary.convention);
        let mut places = Places::default();
        let bytes: usize = documents.iter().map(|document| document.plain.len()).sum();
        let mut statements = Vec::with_capacity(bytes / DENSEST);
        let mut none = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            let mut reader = Reader::new(
                index as u32,
                document,
                &vocabulary,
                &convention,
                &declarations[index],
                &mut places,
                &mut statements,
                &mut none,
            );
            reader.read();
        }
        let pointing = pointing::sentences(documents);
        let citations = citation::read(documents, &pointing);
        let boxes = Boxes::collect(documents, &citations);
        let authorities = Authorities { documents, citations: &citations, boxes: &boxes };
        for statement in &mut statements {
            statement.authority = authorities.of(statement).0;
        }
        Self {
            convention,
            vocabulary,
            statements,
            none,
            references: reference::read(documents, &pointing, &citations),
            citations,
            boxes,
            places: places.into_names(),
            worded: OnceLock::new(),
        }
    }
    /// The wordings of each document, in the order of the text.
    pub(crate) fn worded(&self, documents: &[Document]) -> &[Vec<Worded>] {
        let all = || documents.iter().map(|it| self.vocabulary.worded(it)).collect();
        self.worded.get_or_init(all)
    }
}
