//! Where something stands, as people say it: file, line, the draft's own word for the paragraph, the page.

use std::fmt;

use crate::{
    document::{Document, ParagraphId, Part, PartId, PassageId},
    draft::Draft,
    report::words,
    source::{Location, Span},
    statements::Statement,
};

/// A span of a draft with all that people use to find it.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    draft: &'a Draft,
    pub span: Span,
    passage: Option<PassageId>,
}

impl<'a> Place<'a> {
    pub fn of(draft: &'a Draft, span: Span) -> Self {
        let document = &draft.documents[span.source.index()];
        Self { draft, span, passage: document.passage_of(span) }
    }

    /// The place of words of a statement, which knows its passage.
    pub(super) fn of_statement(draft: &'a Draft, statement: &Statement, span: Span) -> Self {
        Self { draft, span, passage: Some(statement.passage) }
    }

    fn document(&self) -> &'a Document {
        &self.draft.documents[self.span.source.index()]
    }

    /// The file it stands in.
    pub fn path(&self) -> &'a str {
        self.draft.source(self.span.source).path()
    }

    pub fn location(&self) -> Location {
        self.draft.source(self.span.source).location(self.span.start)
    }

    pub fn end(&self) -> Location {
        self.draft.source(self.span.source).location(self.span.end)
    }

    /// The page of the original, where the file was converted from one with pages.
    pub fn page(&self) -> Option<u32> {
        self.document().page_at(self.span.start)
    }

    /// Whether its lines are those of a conversion, and not of the file that was named.
    pub fn is_converted(&self) -> bool {
        self.draft.source(self.span.source).converted()
    }

    /// Page and paragraph, in the draft's own words: "page 3, Rule 253".
    pub fn said(&self) -> Option<String> {
        let page = self.page().map(|page| format!("page {page}"));
        let said: Vec<String> = page.into_iter().chain(self.named()).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// The words themselves, markup and all.
    pub fn words(&self) -> &'a str {
        &self.draft.source(self.span.source).text()[self.span.range()]
    }

    pub fn passage(&self) -> Option<PassageId> {
        self.passage
    }

    fn paragraph_id(&self) -> Option<ParagraphId> {
        self.document().passage(self.passage?).paragraph
    }

    /// The number of its paragraph: "9.12".
    pub fn paragraph(&self) -> Option<&'a str> {
        Some(self.document().paragraph(self.paragraph_id()?).number.as_str())
    }

    /// The paragraph's number; where nothing is numbered, the page or the line.
    pub fn label(&self) -> String {
        match (self.paragraph(), self.page()) {
            (Some(number), _) => number.to_owned(),
            (None, Some(page)) => format!("page {page}"),
            (None, None) => format!("line {}", self.location().line),
        }
    }

    /// The part it stands in; the document itself where it is in none.
    pub fn part(&self) -> PartId {
        self.passage.map_or(PartId(0), |passage| self.document().passage(passage).part)
    }

    /// Parts from the outermost inward.
    pub fn part_path(&self) -> Vec<PartId> {
        self.document().path_of(self.part())
    }

    /// Headings from the outermost part inward.
    pub fn headings(&self) -> Vec<&'a str> {
        headings(self.document(), self.part())
    }

    /// The paragraph in the draft's own words: "Rule 253", "paragraph 9.12".
    pub fn paragraph_named(&self) -> Option<String> {
        let paragraph = self.document().paragraph(self.paragraph_id()?);
        let unit = paragraph.unit.map_or("paragraph", words::unit);
        Some(format!("{unit} {}", paragraph.number))
    }

    /// The paragraph in the draft's own words; the heading where nothing is numbered.
    pub fn named(&self) -> Option<String> {
        let heading = || self.headings().last().map(|heading| format!("“{heading}”"));
        self.paragraph_named().or_else(heading)
    }
}

/// The parts of a draft without the one that is the draft itself: whose heading is its title, or that holds all others of its
/// only file.
pub(super) struct Parts<'a> {
    draft: &'a Draft,
    whole: Option<PartId>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(draft: &'a Draft) -> Self {
        let whole = match draft.documents.as_slice() {
            [document] => only_outermost(document),
            _ => None,
        };
        Self { draft, whole }
    }

    /// From the outermost inward.
    pub(super) fn path(&self, document: &Document, part: PartId) -> Vec<PartId> {
        let mut path = document.path_of(part);
        let is_title =
            |id: PartId| Some(document.text(document.part(id).heading)) == self.draft.title();
        if path.first().is_some_and(|&first| Some(first) == self.whole || is_title(first)) {
            path.remove(0);
        }
        path
    }
}

/// The one part that stands in no other, if there is just one.
fn only_outermost(document: &Document) -> Option<PartId> {
    let is_outermost = |part: &Part| part.level > 0 && part.parent.is_none_or(|it| it.0 == 0);
    let ids = (0u32..).map(PartId);
    let mut outermost = ids.zip(&document.parts).filter(|(_, part)| is_outermost(part));
    let (first, _) = outermost.next()?;
    outermost.next().is_none().then_some(first)
}

/// Headings from the outermost part to this one.
pub(super) fn headings(document: &Document, part: PartId) -> Vec<&str> {
    let path = document.path_of(part);
    path.into_iter().map(|id| document.text(document.part(id).heading)).collect()
}

/// "draft.md:12:5, paragraph 9.12"; of a converted file, whose lines are not those people see, "draft.pdf, page 3, paragraph 9.12".
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path())?;
        if !self.is_converted() {
            let Location { line, column } = self.location();
            write!(f, ":{line}:{column}")?;
        }
        match self.said() {
            Some(said) => write!(f, ", {said}"),
            None => Ok(()),
        }
    }
}
