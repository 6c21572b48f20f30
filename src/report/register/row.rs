//! One statement as a row of a table: the same columns in csv, xlsx and Markdown.

use crate::{
    draft::Draft,
    report::{Place, words, wrap::one_line},
    statements::{Found, Statement},
};

/// The columns, by the names scripts use.
pub(super) const COLUMNS: [&str; 19] = [
    "draft",
    "id",
    "page",
    "line",
    "part",
    "paragraph",
    "modality",
    "basis",
    "keyword",
    "duty_holder",
    "holder_as_written",
    "found",
    "text",
    "lead_in",
    "deadline",
    "conditions",
    "authority",
    "citations",
    "origin",
];

/// The cells of a statement, in the order of [`COLUMNS`].
pub(super) fn cells(draft: &Draft, statement: &Statement) -> [String; COLUMNS.len()] {
    let text = |extent| one_line(draft.text(statement, extent)).into_owned();
    let place = Place::of(draft, draft.span(statement, statement.extent));
    let holder = &statement.duty_holder;
    let number = |number: Option<u32>| number.map(|it| it.to_string()).unwrap_or_default();
    [
        place.path().to_owned(),
        draft.id(statement),
        number(place.page()),
        place.location().line.to_string(),
        place.headings().join(" › "),
        place.paragraph().unwrap_or_default().to_owned(),
        statement.modality.as_str().to_owned(),
        words::basis(statement.basis).to_owned(),
        text(statement.keyword),
        draft.names_of(statement).collect::<Vec<_>>().join("; "),
        holder.text.map(text).unwrap_or_default(),
        words::found(holder.found).to_owned(),
        text(statement.extent),
        statement.lead_in.map(text).unwrap_or_default(),
        statement.deadline.as_ref().map(|deadline| text(deadline.extent)).unwrap_or_default(),
        statement.conditions.iter().map(|&it| text(it)).collect::<Vec<_>>().join("; "),
        words::authority(statement.authority).to_owned(),
        cited(draft, statement),
        draft.document_of(statement).passage(statement.passage).origin.as_str().to_owned(),
    ]
}

/// The laws a statement cites, as written.
pub(super) fn cited(draft: &Draft, statement: &Statement) -> String {
    let texts = draft
        .citations_in(statement)
        .map(|citation| one_line(draft.text(statement, citation.extent)));
    texts.collect::<Vec<_>>().join("; ")
}

/// Who has to act, for people: "nobody named" where nobody is, "?" where it could not be decided.
pub(super) fn who(draft: &Draft, statement: &Statement) -> String {
    match statement.duty_holder.found {
        Found::None => "nobody named".to_owned(),
        Found::Undecided => "?".to_owned(),
        _ => draft.names_of(statement).collect::<Vec<_>>().join(", "),
    }
}

/// What has to be done, for people: the statement with its lead-in.
pub(super) fn what(draft: &Draft, statement: &Statement) -> String {
    let own = one_line(draft.text(statement, statement.extent)).into_owned();
    match statement.lead_in {
        Some(lead_in) => format!("{} {own}", one_line(draft.text(statement, lead_in))),
        None => own,
    }
}

/// Text that a spreadsheet would run as a formula, made text again.
pub(super) fn inert(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{cell}").into();
    }
    cell.into()
}
