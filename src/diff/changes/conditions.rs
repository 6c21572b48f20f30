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
    let (extent, said) = if let Some((extent, _)) = mine_only.next() {
        (extent, mine.text(statement, extent).to_owned())
    } else {
        let words = texts::words(&all_words(mine, statement));
        // Another keyword's clause in the same sentence has its own conditions.
        let pair = revision.pair(twins.pair);
        let unit = if which == Which::New { pair.new } else { pair.old };
        let own = texts::words(revision.side(which).text(unit?));
        let phrase = escape(&words, &all_there).or_else(|| opened(&own, &all_there))?;
        (statement.keyword, phrase.join(" "))
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
fn escape<'w>(words: &'w [String], others: &[String]) -> Option<&'w [String]> {
    let mut more =
        SOFTER.escapes.iter().filter(|it| texts::count(words, it) > texts::count(others, it));
    let phrase = more.next()?;
    let at = texts::find(words, phrase, 0)?;
    Some(&words[at..at + phrase.len()])
}

/// The words that a condition opens with which `others` do not have: "where it considers it appropriate".
fn opened<'w>(words: &'w [String], others: &[String]) -> Option<&'w [String]> {
    const OPENERS: [&str; 4] = ["where", "if", "unless", "provided"];
    let count = |words: &[String], opener: &str| words.iter().filter(|it| *it == opener).count();
    let more = |it: &&&str| count(words, it) > count(others, it);
    let opener = OPENERS.iter().find(more)?;
    let is_new = |at: &usize| {
        words[*at] == **opener && texts::count(others, &words[*at..(*at + 3).min(words.len())]) == 0
    };
    let at = (0..words.len()).find(is_new)?;
    Some(&words[at..(at + 6).min(words.len())])
}
