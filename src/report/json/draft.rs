//! One draft of the register as scripts see it. Statements are made as they are written.

use std::{borrow::Cow, collections::BTreeMap};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::{
    NotReadWire, StatementWire,
    parts::{CitationWire, InFile, NoneWire, ReferenceWire},
};
use crate::{
    draft::Draft,
    report::{
        register::{RegisterReport, Selected},
        words,
    },
    statements::Convention,
};

/// `register --format json`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Register")]
pub struct RegisterWire<'a> {
    /// "dutybound/register/1".
    #[schemars(extend("enum" = ["dutybound/register/1"]))]
    schema: &'static str,
    not_read: Vec<NotReadWire<'a>>,
    drafts: Vec<DraftWire<'a>>,
}

impl<'a> RegisterWire<'a> {
    pub fn of(report: &'a RegisterReport<'a>) -> Self {
        Self {
            schema: "dutybound/register/1",
            not_read: NotReadWire::all(report.not_read),
            drafts: report
                .drafts
                .iter()
                .map(|selected| DraftWire::of(selected, report.uncounted))
                .collect(),
        }
    }
}

/// One draft with its statements.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Draft")]
pub struct DraftWire<'a> {
    path: &'a str,
    paths: Vec<&'a str>,
    title: Option<&'a str>,
    converted: bool,
    convention: ConventionWire<'a>,
    statements: StatementsWire<'a>,
    references: Vec<InFile<'a, ReferenceWire<'a>>>,
    citations: Vec<InFile<'a, CitationWire<'a>>>,
    /// Modal words that are no statement; only with `--uncounted`.
    none: Vec<NoneWire<'a>>,
}

impl<'a> DraftWire<'a> {
    fn of(selected: &'a Selected<'a>, uncounted: bool) -> Self {
        let draft = selected.draft;
        let none = if uncounted { draft.uncounted() } else { Vec::new() };
        Self {
            path: &draft.path,
            paths: draft.sources.iter().map(crate::source::Source::path).collect(),
            title: draft.title(),
            converted: draft.sources.iter().any(crate::source::Source::converted),
            convention: ConventionWire::of(draft),
            statements: StatementsWire(selected),
            references: draft
                .reading
                .references
                .iter()
                .map(|it| InFile::of(draft, it.document, ReferenceWire::of(draft, it)))
                .collect(),
            citations: draft
                .reading
                .citations
                .iter()
                .map(|it| InFile::of(draft, it.document, CitationWire::of(draft, it)))
                .collect(),
            none: none.iter().map(|none| NoneWire::of(draft, none)).collect(),
        }
    }
}

/// The statements of a draft that were asked for.
struct StatementsWire<'a>(&'a Selected<'a>);

impl Serialize for StatementsWire<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let draft = self.0.draft;
        serializer.collect_seq(self.0.statements().map(|it| StatementWire::of(draft, it)))
    }
}

impl JsonSchema for StatementsWire<'_> {
    fn schema_name() -> Cow<'static, str> {
        Vec::<StatementWire>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<StatementWire>::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}

/// What the draft says its modal words mean.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Convention")]
struct ConventionWire<'a> {
    #[schemars(extend("enum" = ["restates-law", "makes-law", "own-standard"]))]
    kind: &'static str,
    #[schemars(extend("enum" = ["declared", "config", "default"]))]
    found: &'static str,
    #[schemars(extend("enum" = ["any", "upper"]))]
    case: &'static str,
    words: BTreeMap<&'a str, WordWire>,
    /// The line of the sentence that declares it.
    line: Option<u32>,
}

/// What one modal word means.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Word")]
struct WordWire {
    #[schemars(extend("enum" = ["duty", "prohibition", "guidance", "guidance-against", "permission", "undeclared", "encouragement"]))]
    modality: &'static str,
    #[schemars(extend("enum" = ["law", "standard"]))]
    basis: &'static str,
}

impl<'a> ConventionWire<'a> {
    fn of(draft: &'a Draft) -> Self {
        let Convention { kind, found, case, words: meanings, declared_at } =
            &draft.reading.convention;
        let meaning = |word: &'a crate::statements::convention::Word| {
            let modality = word.modality.as_str();
            (word.word.as_str(), WordWire { modality, basis: words::basis(word.basis) })
        };
        Self {
            kind: words::convention_kind(*kind),
            found: words::convention_found(*found),
            case: words::case(*case),
            words: meanings.iter().map(meaning).collect(),
            line: declared_at.map(|span| draft.source(span.source).location(span.start).line),
        }
    }
}
