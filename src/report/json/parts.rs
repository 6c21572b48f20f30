//! The small parts that statements, references and findings are made of.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    draft::{Draft, Uncounted},
    report::{words, wrap::one_line},
    source::Span,
    statements::{Citation, Deadline, Reference},
};

/// Bytes of a file, with the line and column they begin at.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Span")]
pub(super) struct SpanWire {
    start: u32,
    end: u32,
    line: u32,
    column: u32,
}

impl SpanWire {
    pub(super) fn of(draft: &Draft, span: Span) -> Self {
        let location = draft.source(span.source).location(span.start);
        Self { start: span.start, end: span.end, line: location.line, column: location.column }
    }
}

/// Words of the draft, where they stand.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Words")]
pub(super) struct WordsWire<'a> {
    text: Cow<'a, str>,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
}

impl<'a> WordsWire<'a> {
    pub(super) fn of(draft: &Draft, text: &'a str, span: Span) -> Self {
        let SpanWire { start, end, line, column } = SpanWire::of(draft, span);
        Self { text: one_line(text), start, end, line, column }
    }
}

/// By when.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Deadline")]
pub(super) struct DeadlineWire<'a> {
    text: Cow<'a, str>,
    value: Option<u32>,
    #[schemars(extend("enum" = ["hour", "day", "week", "month", "term", "year", null]))]
    unit: Option<&'static str>,
    #[schemars(extend("enum" = ["calendar", "working", "school", null]))]
    counting: Option<&'static str>,
}

impl<'a> DeadlineWire<'a> {
    pub(super) fn of(text: &'a str, deadline: &Deadline) -> Self {
        Self {
            text: one_line(text),
            value: deadline.value,
            unit: deadline.unit.map(words::time_unit),
            counting: deadline.counting.map(words::counting),
        }
    }
}

/// A reference to another place in the draft.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reference")]
pub(super) struct ReferenceWire<'a> {
    text: Cow<'a, str>,
    start: u32,
    end: u32,
    target: &'a str,
    /// Null where it cannot be decided.
    resolves: Option<bool>,
}

impl<'a> ReferenceWire<'a> {
    pub(super) fn of(draft: &'a Draft, reference: &'a Reference) -> Self {
        let document = &draft.documents[reference.document as usize];
        let span = document.span(reference.extent);
        Self {
            text: one_line(document.text(reference.extent)),
            start: span.start,
            end: span.end,
            target: &reference.target,
            resolves: reference.resolves,
        }
    }
}

/// A citation of a law.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Citation")]
pub(super) struct CitationWire<'a> {
    text: Cow<'a, str>,
    start: u32,
    end: u32,
    instrument: Option<&'a str>,
    provision: Option<&'a str>,
    uri: Option<&'a str>,
    /// Whether the supplied law was looked at.
    checked: bool,
}

impl<'a> CitationWire<'a> {
    pub(super) fn of(draft: &'a Draft, citation: &'a Citation) -> Self {
        let document = &draft.documents[citation.document as usize];
        let span = document.span(citation.extent);
        Self {
            text: one_line(document.text(citation.extent)),
            start: span.start,
            end: span.end,
            instrument: citation.instrument.as_deref(),
            provision: citation.provision.as_deref(),
            uri: citation.uri.as_deref(),
            checked: citation.checked,
        }
    }
}

/// One of all a draft holds, with the file it stands in.
#[derive(Serialize, JsonSchema)]
pub(super) struct InFile<'a, T> {
    path: &'a str,
    #[serde(flatten)]
    item: T,
}

impl<'a, T> InFile<'a, T> {
    pub(super) fn of(draft: &'a Draft, document: u32, item: T) -> Self {
        Self { path: draft.sources[document as usize].path(), item }
    }
}

/// A modal word that is no statement.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "None")]
pub(super) struct NoneWire<'a> {
    path: &'a str,
    keyword: WordsWire<'a>,
    #[schemars(extend("enum" = ["mention", "possibility", "question", "heading", "inverted-condition", "reading-advice", "noun", "month", "lower-case", "convention", "code", "history", "description"]))]
    reason: &'static str,
}

impl<'a> NoneWire<'a> {
    pub(super) fn of(draft: &'a Draft, none: &Uncounted<'a>) -> Self {
        Self {
            path: draft.source(none.span.source).path(),
            keyword: WordsWire::of(draft, none.text, none.span),
            reason: words::none_reason(none.reason),
        }
    }
}
