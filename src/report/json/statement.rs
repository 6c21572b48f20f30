//! One statement as scripts see it.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{CitationWire, DeadlineWire, ReferenceWire, SpanWire, WordsWire};
use crate::{
    document::Extent,
    draft::Draft,
    report::{Place, words, wrap::one_line},
    statements::{DutyHolder, Statement},
};

/// One obligation, recommendation or permission.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Statement")]
pub struct StatementWire<'a> {
    /// Its paragraph and a running number in it. Unique in the draft.
    id: String,
    path: &'a str,
    /// The page of the original, where the file was converted from one with pages.
    page: Option<u32>,
    /// Headings from the outermost part inward.
    part: Vec<&'a str>,
    paragraph: Option<&'a str>,
    #[schemars(extend("enum" = ["draft", "quotation", "example", "note", "table", "footnote", "history"]))]
    origin: &'static str,
    text: Cow<'a, str>,
    lead_in: Option<Cow<'a, str>>,
    span: SpanWire,
    #[schemars(extend("enum" = ["duty", "prohibition", "guidance", "guidance-against", "permission", "undeclared", "encouragement"]))]
    modality: &'static str,
    #[schemars(extend("enum" = ["law", "standard"]))]
    basis: &'static str,
    keyword: WordsWire<'a>,
    duty_holder: DutyHolderWire<'a>,
    action: Cow<'a, str>,
    conditions: Vec<Cow<'a, str>>,
    deadline: Option<DeadlineWire<'a>>,
    authority: AuthorityWire<'a>,
    references: Vec<ReferenceWire<'a>>,
    citations: Vec<CitationWire<'a>>,
}

/// Who has to act.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DutyHolder")]
struct DutyHolderWire<'a> {
    #[schemars(extend("enum" = ["subject", "by-agent", "relative", "pronoun", "elided", "lead-in", "row", "heading", "reader", "none", "undecided"]))]
    found: &'static str,
    #[schemars(extend("enum" = ["passive", "thing", "expletive", "receiver", null]))]
    why: Option<&'static str>,
    #[schemars(extend("enum" = ["certain", "likely"]))]
    grade: &'static str,
    text: Option<Cow<'a, str>>,
    written: Vec<Cow<'a, str>>,
    names: Vec<&'a str>,
}

/// Where the law behind a statement was found.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Authority")]
struct AuthorityWire<'a> {
    #[serde(rename = "where")]
    #[schemars(extend("enum" = ["sentence", "note", "row", "paragraph", "part", "none"]))]
    place: &'static str,
    citations: Vec<CitationWire<'a>>,
}

impl<'a> StatementWire<'a> {
    pub fn of(draft: &'a Draft, statement: &'a Statement) -> Self {
        let text = |extent: Extent| one_line(draft.text(statement, extent));
        let cited =
            || draft.citations_in(statement).map(|it| CitationWire::of(draft, it)).collect();
        let span = draft.span(statement, statement.extent);
        let place = Place::of_statement(draft, statement, span);
        let passage = draft.document_of(statement).passage(statement.passage);
        Self {
            id: draft.id(statement),
            path: place.path(),
            page: place.page(),
            part: place.headings(),
            paragraph: place.paragraph(),
            origin: passage.origin.as_str(),
            text: text(statement.extent),
            lead_in: statement.lead_in.map(text),
            span: SpanWire::of(draft, span),
            modality: statement.modality.as_str(),
            basis: words::basis(statement.basis),
            keyword: WordsWire::of(
                draft,
                draft.text(statement, statement.keyword),
                draft.span(statement, statement.keyword),
            ),
            duty_holder: DutyHolderWire::of(draft, statement, &statement.duty_holder),
            action: text(statement.action),
            conditions: statement.conditions.iter().map(|&extent| text(extent)).collect(),
            deadline: statement
                .deadline
                .as_ref()
                .map(|deadline| DeadlineWire::of(draft.text(statement, deadline.extent), deadline)),
            authority: AuthorityWire {
                place: words::authority(statement.authority),
                citations: draft
                    .authority_of(statement)
                    .into_iter()
                    .map(|it| CitationWire::of(draft, it))
                    .collect(),
            },
            references: draft
                .references_in(statement)
                .map(|reference| ReferenceWire::of(draft, reference))
                .collect(),
            citations: cited(),
        }
    }
}

impl<'a> DutyHolderWire<'a> {
    fn of(draft: &'a Draft, statement: &'a Statement, holder: &'a DutyHolder) -> Self {
        let text = |extent: Extent| one_line(draft.text(statement, extent));
        Self {
            found: words::found(holder.found),
            why: holder.why.map(words::unnamed),
            grade: words::grade(holder.grade),
            text: holder.text.map(text),
            written: holder.holders.iter().map(|holder| text(holder.written)).collect(),
            names: draft.names_of(statement).collect(),
        }
    }
}
