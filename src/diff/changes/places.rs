//! Where the two of a pair stand.

use crate::{
    diff::{PairId, Revision, Side, UnitId},
    document::Number,
};

/// Whether both stand in numbered paragraphs, and under different numbers.
pub(super) fn is_renumbered(revision: &Revision<'_>, id: PairId) -> bool {
    let pair = revision.pair(id);
    let old = pair.old.and_then(|unit| number(&revision.old, unit));
    let new = pair.new.and_then(|unit| number(&revision.new, unit));
    old.zip(new).is_some_and(|(old, new)| old != new)
}

/// Where both stand, for people: "3.7", or the name of the place where nothing is numbered.
pub(super) fn of(revision: &Revision<'_>, id: PairId) -> (String, String) {
    let pair = revision.pair(id);
    let named =
        |side: &Side<'_>, unit: Option<UnitId>| unit.map_or_else(String::new, |it| place(side, it));
    (named(&revision.old, pair.old), named(&revision.new, pair.new))
}

fn place(side: &Side<'_>, unit: UnitId) -> String {
    match number(side, unit) {
        Some(number) => number.to_string(),
        None => side.draft.reading.places[side.unit(unit).place as usize].clone(),
    }
}

fn number<'a>(side: &Side<'a>, unit: UnitId) -> Option<&'a Number> {
    let statement = side.statement(unit);
    let document = side.draft.document_of(statement);
    let paragraph = document.passage(statement.passage).paragraph?;
    Some(&document.paragraph(paragraph).number)
}
