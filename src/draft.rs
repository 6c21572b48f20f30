//! The sources of one Code with all that was read in them: what rules are given.

use crate::{
    document::{Document, Extent},
    source::{Source, SourceId, Span},
    statements::{Reading, Statement, Vocabulary},
};

/// One Code, in one or more sources, read and understood.
#[derive(Debug)]
pub struct Draft {
    pub sources: Vec<Source>,
    /// One a source, in the same order.
    pub documents: Vec<Document>,
    pub reading: Reading,
}

impl Draft {
    /// Reads the sources of one Code.
    pub fn from_sources(sources: Vec<Source>, vocabulary: &Vocabulary) -> Self {
        let documents: Vec<Document> = sources
            .iter()
            .enumerate()
            .map(|(index, source)| Document::from_source(SourceId(index as u32), source))
            .collect();
        let reading = Reading::from_documents(&documents, vocabulary);
        Self { sources, documents, reading }
    }

    pub fn statements(&self) -> &[Statement] {
        &self.reading.statements
    }

    pub fn document_of(&self, statement: &Statement) -> &Document {
        &self.documents[statement.document as usize]
    }

    /// The words of an extent in a statement's document.
    pub fn text(&self, statement: &Statement, extent: Extent) -> &str {
        self.document_of(statement).text(extent)
    }

    pub fn span(&self, statement: &Statement, extent: Extent) -> Span {
        self.document_of(statement).span(extent)
    }

    /// "3.2/1": unique in the draft.
    pub fn id(&self, statement: &Statement) -> String {
        format!("{}/{}", self.reading.places[statement.place as usize], statement.ordinal)
    }

    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }
}
