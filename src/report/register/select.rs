//! Which statements were asked for: "what must CCGs do?"

use crate::{
    draft::Draft,
    report::place::headings,
    statements::{Authority, Found, Modality, Statement},
};

/// What `--holder`, `--modality`, `--part`, `--without-holder` and `--without-authority` say. Empty lists take everything.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Names of bodies, in any of the ways they are written.
    pub holders: Vec<String>,
    pub modalities: Vec<Modality>,
    /// Numbers of parts ("3") or words of their headings.
    pub parts: Vec<String>,
    /// Only statements that name nobody.
    pub without_holder: bool,
    /// Only statements behind which no law was found.
    pub without_authority: bool,
}

impl Selection {
    pub fn takes(&self, draft: &Draft, statement: &Statement) -> bool {
        (self.modalities.is_empty() || self.modalities.contains(&statement.modality))
            && (!self.without_holder || statement.duty_holder.found == Found::None)
            && (!self.without_authority || statement.authority == Authority::None)
            && (self.holders.is_empty()
                || self.holders.iter().any(|it| is_borne_by(draft, statement, it)))
            && (self.parts.is_empty()
                || self.parts.iter().any(|it| stands_in(draft, statement, it)))
    }
}

/// Whether a body of this name has to act, whichever of its names is used.
fn is_borne_by(draft: &Draft, statement: &Statement, wanted: &str) -> bool {
    let vocabulary = &draft.reading.vocabulary;
    let known = vocabulary.holder(wanted);
    let name = known.as_ref().map_or(wanted, |known| vocabulary.name(known));
    draft.names_of(statement).any(|it| it.eq_ignore_ascii_case(name))
}

/// Whether a part on the way to the statement has this number, or these words in its heading.
fn stands_in(draft: &Draft, statement: &Statement, wanted: &str) -> bool {
    let document = draft.document_of(statement);
    let part = document.passage(statement.passage).part;
    let is_number = document.path_of(part).into_iter().any(|id| {
        document
            .part(id)
            .number
            .as_ref()
            .is_some_and(|number| number.as_str().eq_ignore_ascii_case(wanted))
    });
    let looks_like_number =
        wanted.starts_with(|c: char| c.is_ascii_digit()) || wanted.chars().count() == 1;
    let wanted = wanted.to_lowercase();
    let is_named = || headings(document, part).iter().any(|it| it.to_lowercase().contains(&wanted));
    is_number || (!looks_like_number && is_named())
}
