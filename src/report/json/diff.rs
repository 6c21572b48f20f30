//! Changes as scripts see them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{NotReadWire, StatementWire};
use crate::{
    diff::{CHANGES, Change, Item, Nearest, Renumbered, Side, Which},
    report::{Place, diff::DiffReport, wrap::one_line},
};

/// `diff --format json`.
#[derive(Serialize, JsonSchema)]
pub struct DiffWire<'a> {
    /// "dutybound/diff/1".
    schema: &'static str,
    not_read: Vec<NotReadWire<'a>>,
    old: SideWire<'a>,
    new: SideWire<'a>,
    /// The share of the old draft's statements that the new one still has, from 0 to 1.
    matched: f64,
    /// Below a half, these are two different texts.
    rewrite: bool,
    /// How many changes there are of each name.
    counts: BTreeMap<&'static str, usize>,
    changes: Vec<ChangeWire<'a>>,
    renumbered: Vec<RenumberedWire<'a>>,
}

/// One of the two drafts.
#[derive(Serialize, JsonSchema)]
struct SideWire<'a> {
    path: &'a str,
    paths: Vec<&'a str>,
    title: Option<&'a str>,
    /// How many keywords make its statements; the items of a list count as one.
    keywords: usize,
}

/// What became of one keyword, or of the convention.
#[derive(Serialize, JsonSchema)]
struct ChangeWire<'a> {
    change: &'static str,
    also: Vec<&'static str>,
    severity: &'static str,
    grade: &'static str,
    old: Option<StatementWire<'a>>,
    new: Option<StatementWire<'a>>,
    items: Vec<ItemWire<'a>>,
    nearest: Option<NearestWire<'a>>,
    message: &'a str,
}

/// What became of one item of a list.
#[derive(Serialize, JsonSchema)]
struct ItemWire<'a> {
    /// "unchanged", "reworded", "added" or "removed".
    change: &'static str,
    old: Option<StatementWire<'a>>,
    new: Option<StatementWire<'a>>,
}

/// The sentence of the other draft that comes nearest to one that came or went.
#[derive(Serialize, JsonSchema)]
struct NearestWire<'a> {
    /// Its statement, where it is one.
    id: Option<String>,
    path: &'a str,
    paragraph: Option<&'a str>,
    text: String,
    /// From 0 to 1.
    similarity: f64,
}

/// A paragraph that has another number now.
#[derive(Serialize, JsonSchema)]
struct RenumberedWire<'a> {
    old: &'a str,
    new: &'a str,
}

impl<'a> DiffWire<'a> {
    pub fn of(report: &'a DiffReport<'a>) -> Self {
        let comparison = report.comparison;
        let count = |id: &str| report.changes.iter().filter(|it| it.rule.id == id).count();
        let revision = &comparison.revision;
        let renumbered = comparison.renumbered.iter();
        Self {
            schema: "dutybound/diff/1",
            not_read: NotReadWire::all(report.not_read),
            old: SideWire::of(&revision.old),
            new: SideWire::of(&revision.new),
            matched: rounded(revision.matched()),
            rewrite: revision.is_rewrite(),
            counts: CHANGES.iter().map(|rule| (rule.id, count(rule.id))).collect(),
            changes: report.changes.iter().map(|it| ChangeWire::of(report, it)).collect(),
            renumbered: renumbered
                .map(|Renumbered { old, new }| RenumberedWire { old, new })
                .collect(),
        }
    }
}

/// To four places: enough for people, and the same on every machine.
fn rounded(share: f32) -> f64 {
    (f64::from(share) * 10_000.0).round() / 10_000.0
}

impl<'a> SideWire<'a> {
    fn of(side: &'a Side<'a>) -> Self {
        Self {
            path: &side.draft.path,
            paths: side.draft.sources.iter().map(crate::source::Source::path).collect(),
            title: side.draft.title(),
            keywords: side.units.len(),
        }
    }
}

fn statement<'a>(
    report: &'a DiffReport<'a>,
    which: Which,
    index: Option<u32>,
) -> Option<StatementWire<'a>> {
    let draft = report.comparison.revision.side(which).draft;
    Some(StatementWire::of(draft, &draft.statements()[index? as usize]))
}

impl<'a> ChangeWire<'a> {
    fn of(report: &'a DiffReport<'a>, change: &'a Change) -> Self {
        let nearest = change.nearest.as_ref();
        Self {
            change: change.rule.id,
            also: change.also.iter().map(|rule| rule.id).collect(),
            severity: change.severity().as_str(),
            grade: change.grade.as_str(),
            old: statement(report, Which::Old, change.old),
            new: statement(report, Which::New, change.new),
            items: change.items.iter().map(|item| ItemWire::of(report, item)).collect(),
            nearest: nearest.map(|it| NearestWire::of(report, change, it)),
            message: &change.message,
        }
    }
}

impl<'a> ItemWire<'a> {
    fn of(report: &'a DiffReport<'a>, item: &Item) -> Self {
        Self {
            change: match (item.old, item.new) {
                (Some(_), Some(_)) if item.reworded => "reworded",
                (None, _) => "added",
                (_, None) => "removed",
                _ => "unchanged",
            },
            old: statement(report, Which::Old, item.old),
            new: statement(report, Which::New, item.new),
        }
    }
}

impl<'a> NearestWire<'a> {
    fn of(report: &'a DiffReport<'a>, change: &Change, nearest: &Nearest) -> Self {
        // What went has its nearest in the new draft, what came in the old.
        let which = if change.old.is_some() { Which::New } else { Which::Old };
        let draft = report.comparison.revision.side(which).draft;
        let document = &draft.documents[nearest.document as usize];
        let place = Place::of(draft, document.span(nearest.extent));
        Self {
            id: nearest.statement.map(|index| draft.id(&draft.statements()[index as usize])),
            path: place.path(),
            paragraph: place.paragraph(),
            text: one_line(document.text(nearest.extent)).into_owned(),
            similarity: rounded(nearest.similarity),
        }
    }
}
