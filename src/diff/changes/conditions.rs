//! The conditions of a statement and its ways out ("where appropriate"), and which of them the other draft does not have.

use super::{
    Change, ChangeRule,
    softer::SOFTER,
    texts,
    twins::{Twins, alike},
};
use crate::{
    diff::{Grade, Revision, Which},
    document::Extent,
    draft::Draft,
    statements::Statement,
};

/// From here on two conditions are one, in other words.
const SAME: f32 = 0.6;

/// A condition that only one of the twins has: the new one, or the old one.
pub(super) fn only_in(
    rule: &'static ChangeRule,
    revision: &Revision<'_>,
    twins: Twins<'_>,
    which: Which,
) -> Option<Change> {
    let (mine, statement, others, other) = match which {
        Which::New => (revision.new.draft, twins.new, revision.old.draft, twins.old),
        Which::Old => (revision.old.draft, twins.old, revision.new.draft, twins.new),
    };
    let there = conditions(others, other);
    let all_there = texts::words(&all_words(others, other));
    let is_there = |words: &[String]| {
        there.iter().any(|(_, it)| alike(it, words) >= SAME) || texts::count(&all_there, words) > 0
    };
    let mut mine_only = conditions(mine, statement).into_iter().filter(|(_, it)| !is_there(it));
    let (extent, said) = match mine_only.next() {
        Some((extent, _)) => (extent, mine.text(statement, extent).to_owned()),
        None => escape(&texts::words(&all_words(mine, statement)), &all_there)
            .map(|phrase| (statement.keyword, phrase.join(" ")))?,
    };
    let message = match which {
        Which::New => format!("now with “{said}”"),
        Which::Old => format!("no longer with “{said}”"),
    };
    let grade = Grade::sure_if(revision.pair(twins.pair).is_same_sentence());
    let change = Change {
        grade,
        old: Some(twins.ids.0),
        new: Some(twins.ids.1),
        old_words: Some(revision.old.draft.span(twins.old, twins.old.keyword)),
        new_words: Some(revision.new.draft.span(twins.new, twins.new.keyword)),
        ..rule.of_pair(revision, twins.pair, message)
    };
    let words = Some(mine.span(statement, extent));
    Some(match which {
        Which::New => Change { new_words: words, ..change },
        Which::Old => Change { old_words: words, ..change },
    })
}

fn conditions(draft: &Draft, statement: &Statement) -> Vec<(Extent, Vec<String>)> {
    let words = |extent: Extent| (extent, texts::words(draft.text(statement, extent)));
    // The full stop is the sentence's, and not the condition's.
    let bare = |extent: &Extent| {
        let text = draft.text(statement, *extent);
        let length = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        Extent { end: extent.start + length as u32, ..*extent }
    };
    statement
        .conditions
        .iter()
        .map(bare)
        .map(words)
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

/// The statement with its lead-in.
fn all_words(draft: &Draft, statement: &Statement) -> String {
    let lead_in = statement.lead_in.map_or("", |extent| draft.text(statement, extent));
    format!("{lead_in} {}", draft.text(statement, statement.extent))
}

/// A way out that `words` have, and `others` have less often.
fn escape(words: &[String], others: &[String]) -> Option<&'static [String]> {
    let escapes = SOFTER.escapes.iter().map(Vec::as_slice);
    let mut more = escapes.filter(|it| texts::count(words, it) > texts::count(others, it));
    more.next()
}
