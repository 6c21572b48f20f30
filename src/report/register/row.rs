//! One statement as a row of a table: the same columns in csv, xlsx and Markdown.

use crate::{
    document::Extent,
    draft::Draft,
    report::{Place, words, wrap::one_line},
    statements::{Found, Statement},
};

/// One column: its name for scripts, its heading for people, its width in a spreadsheet.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) heading: &'static str,
    pub(super) width: u8,
}

const fn column(name: &'static str, heading: &'static str, width: u8) -> Column {
    Column { name, heading, width }
}

/// The columns of a register.
pub(super) const COLUMNS: [Column; 20] = [
    column("draft", "Draft", 24),
    column("id", "Id", 10),
    column("page", "Page", 6),
    column("line", "Line", 6),
    column("part", "Part", 30),
    column("paragraph", "Paragraph", 10),
    column("modality", "Force", 12),
    column("basis", "Rests on", 9),
    column("keyword", "Keyword", 12),
    column("duty_holder", "Who", 26),
    column("holder_as_written", "Who, as written", 26),
    column("found", "Found in", 10),
    column("text", "Statement", 80),
    column("action", "What has to be done", 50),
    column("lead_in", "Lead-in", 30),
    column("deadline", "By when", 18),
    column("conditions", "Conditions", 30),
    column("authority", "Law found in", 12),
    column("citations", "Law cited", 40),
    column("origin", "Origin", 10),
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
        text(statement.action),
        statement.lead_in.map(text).unwrap_or_default(),
        statement.deadline.as_ref().map(|deadline| text(deadline.extent)).unwrap_or_default(),
        statement.conditions.iter().map(|&it| text(it)).collect::<Vec<_>>().join("; "),
        words::authority(statement.authority).to_owned(),
        cited(draft, statement),
        draft.document_of(statement).passage(statement.passage).origin.as_str().to_owned(),
    ]
}

/// The laws a statement cites, as written. A phrase that cites several provisions is said once.
pub(super) fn cited(draft: &Draft, statement: &Statement) -> String {
    let mut extents: Vec<Extent> = draft.citations_in(statement).map(|it| it.extent).collect();
    extents.dedup();
    let texts = extents.into_iter().map(|extent| one_line(draft.text(statement, extent)));
    texts.collect::<Vec<_>>().join("; ")
}

/// Who has to act, for people: "nobody named" where nobody is, "?" where it could not be decided.
pub(crate) fn who(draft: &Draft, statement: &Statement) -> String {
    match statement.duty_holder.found {
        Found::None => "nobody named".to_owned(),
        Found::Undecided => "?".to_owned(),
        _ => draft.names_of(statement).collect::<Vec<_>>().join(", "),
    }
}

/// What has to be done, for people: the statement with its lead-in. Of a sentence that says several things, the rows
/// after the first say only their own.
pub(super) fn what(draft: &Draft, statement: &Statement, before: Option<&Statement>) -> String {
    let text = |extent| one_line(draft.text(statement, extent)).into_owned();
    let place = |it: &Statement| (it.document, it.extent);
    if before.is_some_and(|before| place(before) == place(statement))
        && !statement.action.is_empty()
    {
        return format!("… {} {}", text(statement.keyword), text(statement.action));
    }
    match statement.lead_in {
        Some(lead_in) => format!("{} {}", text(lead_in), text(statement.extent)),
        None => text(statement.extent),
    }
}

/// Text that a spreadsheet would run as a formula, made text again.
pub(in crate::report) fn inert(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{cell}").into();
    }
    cell.into()
}
