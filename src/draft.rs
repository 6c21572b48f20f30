//! The sources of one Code with all that was read in them: what rules are given.

use std::sync::Arc;

use crate::{
    document::{Date, Document, Extent, NoteMark, Origin},
    law::Law,
    source::{Source, SourceId, Span},
    statements::{
        Citation, NoneReason, Reading, Reference, Statement, Vocabulary,
        authority::Authorities,
        modality::modal_words,
        reference::links_across,
        wording::{List, Worded},
    },
};

/// One Code, in one or more sources, read and understood.
#[derive(Debug)]
pub struct Draft {
    /// How reports name it: its file, or the folder or the name of a Code in several files.
    pub path: String,
    pub sources: Vec<Source>,
    /// One a source, in the same order.
    pub documents: Vec<Document>,
    pub reading: Reading,
    /// The day it is read for: the day that was asked for, else its own date, where it states one.
    pub as_of: Option<Date>,
    /// The laws it is held against: none, unless some are supplied.
    pub law: Arc<Law>,
}

/// A modal word that is no statement, its words as they read, and why.
#[derive(Clone, Copy, Debug)]
pub struct Uncounted<'a> {
    pub span: Span,
    pub text: &'a str,
    pub reason: NoneReason,
}

impl Draft {
    /// Reads the sources of one Code.
    pub fn from_sources(sources: Vec<Source>, vocabulary: &Vocabulary) -> Self {
        let documents: Vec<Document> = sources
            .iter()
            .enumerate()
            .map(|(index, source)| Document::from_source(SourceId(index as u32), source))
            .collect();
        let mut reading = Reading::from_documents(&documents, vocabulary);
        let paths: Vec<&str> = sources.iter().map(Source::path).collect();
        let across = links_across(&documents, &paths);
        if !across.is_empty() {
            reading.references.extend(across);
            reading.references.sort_by_key(|it| (it.document, it.extent.start, it.extent.end));
        }
        let path = sources.first().map(|source| source.path().to_owned()).unwrap_or_default();
        let as_of = documents.iter().filter_map(Document::own_date).max();
        Self { path, sources, documents, reading, as_of, law: Arc::default() }
    }

    /// What a project says of its drafts, as a draft that says nothing itself: for findings about the configuration.
    pub fn of_settings(source: Source, vocabulary: &Vocabulary) -> Self {
        let path = source.path().to_owned();
        let nothing = Source::from_bytes(path.clone(), Vec::new());
        let silent = Self::from_sources(nothing.into_iter().collect(), vocabulary);
        Self { path, sources: vec![source], ..silent }
    }

    /// The draft held against these laws: citations of what they hold count as looked up.
    #[must_use]
    pub fn with_law(mut self, law: &Arc<Law>) -> Self {
        for citation in &mut self.reading.citations {
            citation.checked = law.provision_of(citation).is_some();
        }
        Self { law: Arc::clone(law), ..self }
    }

    /// The wordings of a list in a stretch of one of the documents, in order.
    pub fn worded<'a>(
        &'a self,
        list: List,
        document: &Document,
        extent: Extent,
    ) -> impl Iterator<Item = &'a Worded> {
        let all = &self.reading.worded(&self.documents)[document.source.index()];
        let first = all.partition_point(|it| it.extent.start < extent.start);
        let here = all[first..].iter().take_while(move |it| it.extent.start < extent.end);
        here.filter(move |it| it.list == list && it.extent.end <= extent.end)
    }

    pub fn statements(&self) -> &[Statement] {
        &self.reading.statements
    }

    /// The statements that the Code itself makes, each with its index: not those it quotes, and none in its examples and notes.
    pub fn own_statements(&self) -> impl Iterator<Item = (u32, &Statement)> {
        let indexed = (0u32..).zip(self.statements());
        indexed.filter(|(_, statement)| self.origin(statement).speaks_for_the_code())
    }

    pub fn origin(&self, statement: &Statement) -> Origin {
        self.document_of(statement).passage(statement.passage).origin
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

    /// The citations that are the authority of a statement: those nearest to it, wherever they stand.
    pub fn authority_of<'a>(&'a self, statement: &Statement) -> Vec<&'a Citation> {
        let Reading { citations, boxes, .. } = &self.reading;
        Authorities { documents: &self.documents, citations, boxes }.of(statement).1
    }

    /// The title of its document; that of one chapter is not the title of a Code in several files.
    pub fn title(&self) -> Option<&str> {
        match self.documents.as_slice() {
            [document] => document.title.as_deref(),
            _ => None,
        }
    }

    /// The canonical names of those who have to act.
    pub fn names_of<'a>(&'a self, statement: &'a Statement) -> impl Iterator<Item = &'a str> {
        let holders = statement.duty_holder.holders.iter();
        holders.map(|holder| self.reading.vocabulary.name(&holder.name))
    }

    /// Citations in a statement's own words or in the lead-in it is read with.
    pub fn citations_in<'a>(
        &'a self,
        statement: &'a Statement,
    ) -> impl Iterator<Item = &'a Citation> {
        let key = |citation: &Citation| (citation.document, citation.at);
        within(&self.reading.citations, statement, key)
    }

    /// References in a statement's own words or in the lead-in it is read with.
    pub fn references_in<'a>(
        &'a self,
        statement: &'a Statement,
    ) -> impl Iterator<Item = &'a Reference> {
        let key = |reference: &Reference| (reference.document, reference.extent);
        within(&self.reading.references, statement, key)
    }

    /// Citations in a stretch of a document.
    pub fn citations_within(
        &self,
        document: u32,
        extent: Extent,
    ) -> impl Iterator<Item = &Citation> {
        beginning_in(&self.reading.citations, document, extent, |it| (it.document, it.extent))
    }

    /// References that begin in a stretch of a document.
    pub fn references_within(
        &self,
        document: u32,
        extent: Extent,
    ) -> impl Iterator<Item = &Reference> {
        beginning_in(&self.reading.references, document, extent, |it| (it.document, it.extent))
    }

    /// The footnotes that a stretch of a document is marked with.
    pub fn notes_of(&self, document: u32, extent: Extent) -> impl Iterator<Item = Extent> + '_ {
        let document = &self.documents[document as usize];
        let first = document.marks.partition_point(|mark| mark.at < extent.start);
        let inside = move |mark: &&NoteMark| mark.at <= extent.end;
        let marks = document.marks[first..].iter().take_while(inside);
        marks.filter_map(|mark| Some(document.passage(mark.note?).extent))
    }

    /// Every modal word that is no statement, in the order of the text, and why: those of code blocks and pictures too.
    pub fn uncounted(&self) -> Vec<Uncounted<'_>> {
        let read = self.reading.none.iter().map(|none| {
            let document = &self.documents[none.document as usize];
            let (span, text) = (document.span(none.keyword), document.text(none.keyword));
            Uncounted { span, text, reason: none.reason }
        });
        let unread = self.documents.iter().flat_map(|document| &document.code).flat_map(|code| {
            let text = &self.source(code.source).text()[code.range()];
            modal_words(text).map(move |word| {
                let start = code.start + word.start as u32;
                let span = Span { start, end: start + word.len() as u32, ..*code };
                Uncounted { span, text: &text[word], reason: NoneReason::Code }
            })
        });
        let mut all: Vec<Uncounted<'_>> = read.chain(unread).collect();
        all.sort_by_key(|one| (one.span.source, one.span.start));
        all
    }

    /// Whether a plain-text offset of a document lies in a reference to another place of this draft.
    pub fn is_reference(&self, document: u32, offset: u32) -> bool {
        let references = &self.reading.references;
        let after =
            references.partition_point(|it| (it.document, it.extent.start) <= (document, offset));
        let before = after.checked_sub(1).map(|index| &references[index]);
        before.is_some_and(|it| it.document == document && offset < it.extent.end)
    }

    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }
}

/// Those of a list in the order of the text that lie in a statement's words.
fn within<'a, T>(
    items: &'a [T],
    statement: &'a Statement,
    key: impl Fn(&T) -> (u32, Extent) + Copy + 'a,
) -> impl Iterator<Item = &'a T> {
    let own = statement.lead_in.into_iter().chain([statement.extent]);
    own.flat_map(move |extent| beginning_in(items, statement.document, extent, key))
}

/// Those of a list in the order of the text that begin in a stretch of a document.
fn beginning_in<'a, T>(
    items: &'a [T],
    document: u32,
    extent: Extent,
    key: impl Fn(&T) -> (u32, Extent) + Copy + 'a,
) -> impl Iterator<Item = &'a T> {
    let first = items.partition_point(|item| {
        let (of, place) = key(item);
        (of, place.start) < (document, extent.start)
    });
    items[first..].iter().take_while(move |item| {
        let (of, place) = key(item);
        of == document && place.start < extent.end
    })
}
