//! Who has to act in one statement, as change rules compare it.

use super::softer::SOFTER;
use crate::{
    diff::successors::today,
    draft::Draft,
    source::Span,
    statements::{Found, Statement},
};

/// The canonical names of those who have to act.
pub(super) struct Holders {
    pub(super) names: Vec<String>,
    found: Found,
}

impl Holders {
    pub(super) fn of(draft: &Draft, statement: &Statement) -> Self {
        let names = draft.names_of(statement).map(str::to_owned).collect();
        Self { names, found: statement.duty_holder.found }
    }

    /// Whether it is known that nobody is named.
    pub(super) fn nobody(&self) -> bool {
        self.found == Found::None
    }

    /// The names of today, in order: what counts as another holder.
    pub(super) fn today(&self) -> Vec<String> {
        let mut names: Vec<String> = self.names.iter().map(|it| today(it)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Whether names that say who it is gave way to names that do not.
    pub(super) fn is_vaguer_than(&self, old: &Self) -> bool {
        let all_vague =
            |names: &[String]| !names.is_empty() && names.iter().all(|name| SOFTER.is_vague(name));
        all_vague(&self.names) && !old.names.iter().any(|name| SOFTER.is_vague(name))
    }

    /// The words that name the holders; else the keyword.
    pub(super) fn words(&self, draft: &Draft, statement: &Statement) -> Span {
        let text = statement.duty_holder.text.filter(|_| !self.names.is_empty());
        let inside = |holder: &crate::document::Extent| {
            statement.extent.contains(*holder)
                || statement.lead_in.is_some_and(|lead_in| lead_in.contains(*holder))
        };
        draft.span(statement, text.filter(inside).unwrap_or(statement.keyword))
    }
}

/// "“local authority” and “clinical commissioning group”"; the reader is "you".
pub(super) fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    match quoted.as_slice() {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
