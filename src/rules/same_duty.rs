//! Statements that ask the same of the same holder: what the two rules about conflicts share.

use rustc_hash::FxHashMap;

use crate::{
    document::Extent,
    draft::Draft,
    statements::{HolderName, Statement},
};

/// Words that do not tell two actions apart.
fn is_empty(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "of"
            | "to"
            | "in"
            | "for"
            | "their"
            | "its"
            | "his"
            | "her"
            | "any"
            | "all"
            | "each"
            | "every"
            | "such"
            | "that"
            | "this"
            | "be"
            | "also"
            | "and"
            | "on"
            | "with"
            | "at"
    )
}

/// An action of fewer words than this is too general to be the same: "do so", "comply".
const FEWEST: usize = 2;

/// Who is asked, and the words of the action.
type Key<'a> = (Vec<&'a HolderName>, String);

/// Groups of two or more of these statements, unconditional ones, in which the same holders are asked for the same action, deadline
/// aside.
pub(super) fn groups(
    draft: &Draft,
    of_these: fn(&Statement) -> bool,
) -> Vec<Vec<(u32, &Statement)>> {
    let mut by_key: FxHashMap<Key<'_>, Vec<(u32, &Statement)>> = FxHashMap::default();
    for (index, statement) in draft.own_statements().filter(|(_, it)| of_these(it)) {
        if let Some(key) = key(draft, statement) {
            by_key.entry(key).or_default().push((index, statement));
        }
    }
    let mut groups: Vec<_> = by_key.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_by_key(|group| group[0].0);
    groups
}

fn key<'a>(draft: &Draft, statement: &'a Statement) -> Option<Key<'a>> {
    let mut holders: Vec<&HolderName> =
        statement.duty_holder.holders.iter().map(|it| &it.name).collect();
    if holders.is_empty() || !statement.conditions.is_empty() {
        return None;
    }
    holders.sort();
    holders.dedup();
    Some((holders, words(draft, statement)?))
}

/// The words that carry an action, singular, in lower case: without its deadline, and without what stands in brackets.
/// `None` where they are too few.
fn words(draft: &Draft, statement: &Statement) -> Option<String> {
    let action = statement.action;
    let deadline = statement.deadline.as_ref().map(|it| it.extent);
    let cut = deadline.filter(|it| action.contains(*it));
    let cut = cut.unwrap_or(Extent { start: action.end, end: action.end });
    let parts = [
        Extent { start: action.start, end: cut.start },
        Extent { start: cut.end, end: action.end },
    ];
    let mut words = String::with_capacity(action.range().len());
    let mut count = 0;
    let mut depth = 0usize;
    for part in parts {
        for word in draft.text(statement, part).split_inclusive(ends_word) {
            let mark = word.chars().next_back().filter(|&c| ends_word(c));
            let bare = &word[..word.len() - mark.map_or(0, char::len_utf8)];
            let capital = bare.starts_with(|c: char| c.is_ascii_uppercase());
            let empty = is_empty(bare) || capital && is_empty(&bare.to_ascii_lowercase());
            if depth == 0 && !bare.is_empty() && !empty {
                words.push_str(bare.strip_suffix(['s', 'S']).unwrap_or(bare));
                words.push(' ');
                count += 1;
            }
            match mark {
                Some('(' | '[') => depth += 1,
                Some(')' | ']') => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    words.make_ascii_lowercase();
    (count >= FEWEST).then_some(words)
}

fn ends_word(c: char) -> bool {
    !c.is_alphanumeric() && c != '-'
}
