//! Another law is cited, or another provision, or none.

use super::{Change, ChangeRule, texts, twins};
use crate::{
    diff::{Grade, PairId, Revision, Side, unit::UnitId},
    draft::Draft,
    findings::Severity,
    source::Span,
    statements::{Citation, Statement},
};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "authority-changed",
    summary: "another law or provision is cited for it, or none",
    counted: ["citation changed", "citations changed"],
    severity: Severity::Note,
    hidden: false,
    page: include_str!("authority_changed.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    twins::pairs(revision).filter_map(|id| changed(revision, id)).collect()
}

fn changed(revision: &Revision<'_>, id: PairId) -> Option<Change> {
    let pair = revision.pair(id);
    let (old, new) = (cited(&revision.old, pair.old?), cited(&revision.new, pair.new?));
    let missing = |mine: &[Cited], others: &[Cited]| {
        mine.iter()
            .find(|it| others.iter().all(|other| other.key != it.key && other.text != it.text))
            .cloned()
    };
    let (was, is) = (missing(&old, &new), missing(&new, &old));
    let message = match (&was, &is) {
        (None, None) => return None,
        (Some(was), Some(is)) => format!("“{}” became “{}”", was.text, is.text),
        (Some(was), None) => format!("“{}” is cited no more", was.text),
        (None, Some(is)) => format!("“{}” is cited now", is.text),
    };
    let change = RULE.of_pair(revision, id, message);
    Some(Change {
        grade: Grade::sure_if(pair.is_same_sentence()),
        old_words: was.map(|it| it.span).or(change.old_words),
        new_words: is.map(|it| it.span).or(change.new_words),
        ..change
    })
}

/// A citation, and what makes it the same citation in another draft.
#[derive(Clone)]
struct Cited {
    key: String,
    text: String,
    span: Span,
}

/// What a keyword's own words cite, the items of its list, and the notes they are marked with.
fn cited(side: &Side<'_>, unit: UnitId) -> Vec<Cited> {
    let draft = side.draft;
    let first = side.statement(unit);
    let own = side.unit(unit).own;
    let items = side.statements_of(unit).map(|it| it.extent).filter(|it| !it.overlaps(own));
    let mut cited: Vec<Cited> = Vec::new();
    let extents = std::iter::once(own).chain(row_of(draft, first)).chain(items);
    for extent in extents {
        let within = draft.citations_within(first.document, extent);
        cited.extend(within.map(|it| Cited::of(draft, it)));
        for note in draft.notes_of(first.document, extent) {
            let within = draft.citations_within(first.document, note);
            cited.extend(within.map(|it| Cited::of(draft, it)));
        }
    }
    cited
}

/// The row that a statement of a table stands in: its law may stand in another cell.
fn row_of(draft: &Draft, statement: &Statement) -> Option<crate::document::Extent> {
    let passage = draft.document_of(statement).passage(statement.passage);
    let is_row = matches!(passage.kind, crate::document::PassageKind::Row { .. });
    is_row.then_some(passage.extent)
}

impl Cited {
    fn of(draft: &Draft, citation: &Citation) -> Self {
        let document = &draft.documents[citation.document as usize];
        let text = document.text(citation.extent).to_owned();
        let key = match (&citation.id, &citation.instrument, &citation.provision) {
            (None, None, None) => texts::words(&text).join(" "),
            (id, instrument, provision) => format!(
                "{} {}",
                id.as_deref().or(instrument.as_deref()).unwrap_or_default().to_lowercase(),
                provision.as_deref().unwrap_or_default()
            ),
        };
        Self { key, text, span: document.span(citation.extent) }
    }
}
