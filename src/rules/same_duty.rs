//! Statements that ask the same of the same holder: what the two rules about conflicts share.

use std::collections::HashMap;

use crate::{
    document::Extent,
    draft::Draft,
    statements::{HolderName, Statement},
};

/// Words that do not tell two actions apart.
const EMPTY: &[&str] = &[
    "the", "a", "an", "of", "to", "in", "for", "their", "its", "his", "her", "any", "all", "each",
    "every", "such", "that", "this", "be", "also", "and", "on", "with", "at",
];

/// An action of fewer words than this is too general to be the same: "do so", "comply".
const FEWEST: usize = 2;

/// Who is asked, and the words of the action.
type Key<'a> = (Vec<&'a HolderName>, Vec<String>);

/// Groups of two or more unconditional statements in which the same holders are asked for the same action, deadline aside.
pub(super) fn groups(draft: &Draft) -> Vec<Vec<(u32, &Statement)>> {
    let mut by_key: HashMap<Key<'_>, Vec<(u32, &Statement)>> = HashMap::new();
    for (index, statement) in draft.own_statements() {
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
    holders.sort();
    holders.dedup();
    let words = words(draft, statement);
    let told = !holders.is_empty() && words.len() >= FEWEST && statement.conditions.is_empty();
    told.then_some((holders, words))
}

/// The words that carry an action, singular, in lower case: without its deadline, and without what stands in brackets.
fn words(draft: &Draft, statement: &Statement) -> Vec<String> {
    let action = statement.action;
    let deadline =
        statement.deadline.as_ref().map(|it| it.extent).filter(|it| action.contains(*it));
    let parts = match deadline {
        Some(cut) => [
            Extent { start: action.start, end: cut.start },
            Extent { start: cut.end, end: action.end },
        ],
        None => [action, Extent { start: action.end, end: action.end }],
    };
    let text = parts.map(|part| draft.text(statement, part)).join(" ").to_lowercase();
    let text = without_brackets(&text);
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty() && !EMPTY.contains(word))
        .map(|word| word.strip_suffix('s').unwrap_or(word).to_owned())
        .collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    text.chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}
