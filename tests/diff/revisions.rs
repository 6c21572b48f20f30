//! The drafts of `corpus/revisions`: the planted changes, all and only.

use std::fs;

use dutybound::{
    diff::{Change, Comparison, Which, compare},
    draft::Draft,
};
use serde::Deserialize;

use super::draft;

#[derive(Debug, Deserialize)]
struct Revisions {
    pair: Vec<Pair>,
}

#[derive(Debug, Deserialize)]
struct Pair {
    old: String,
    new: String,
    /// Old and new numbers.
    #[serde(default)]
    renumbered: Vec<(String, String)>,
    #[serde(default)]
    change: Vec<Planted>,
    #[serde(default)]
    rewrite: bool,
}

#[derive(Debug, Deserialize)]
struct Planted {
    change: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    old_paragraph: String,
    #[serde(default)]
    new_paragraph: String,
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
}

fn read(name: &str) -> Draft {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/revisions/sen");
    draft(&fs::read_to_string(format!("{folder}/{name}")).unwrap())
}

fn pairs() -> Vec<Pair> {
    let list = include_str!("../../corpus/revisions/sen/changes.toml");
    toml::from_str::<Revisions>(list).unwrap().pair
}

/// The paragraph and the words of one side of a change, in one line.
fn side(comparison: &Comparison<'_>, change: &Change, which: Which) -> Option<(String, String)> {
    let draft = comparison.revision.side(which).draft;
    let (statement, words) = match which {
        Which::Old => (change.old, change.old_words),
        Which::New => (change.new, change.new_words),
    };
    let (span, lead_in) = match statement {
        Some(index) => {
            let statement = &draft.statements()[index as usize];
            let lead_in = statement.lead_in.map(|it| draft.text(statement, it)).unwrap_or_default();
            (draft.span(statement, statement.extent), lead_in)
        }
        None => (words?, ""),
    };
    let document = &draft.documents[span.source.index()];
    let passage = document.passage(document.passage_of(span).unwrap());
    let number = passage.paragraph.map(|id| document.paragraph(id).number.to_string());
    let text = match statement {
        Some(index) => {
            let statement = &draft.statements()[index as usize];
            draft.text(statement, statement.extent)
        }
        None => document.text(passage.extent),
    };
    let text = format!("{lead_in} {text}").split_whitespace().collect::<Vec<_>>().join(" ");
    Some((number.unwrap_or_default(), text))
}

impl Planted {
    fn is(&self, comparison: &Comparison<'_>, change: &Change) -> bool {
        let fits = |which, paragraph: &str, words: &str| match side(comparison, change, which) {
            // Cells of a row stand between bars in the list, and not in the text.
            Some((number, text)) => {
                number == paragraph && words.split(" | ").all(|it| text.contains(it))
            }
            None => paragraph.is_empty(),
        };
        change.rule.id == self.change
            && fits(Which::Old, &self.old_paragraph, &self.old)
            && fits(Which::New, &self.new_paragraph, &self.new)
            && self.also.iter().all(|it| change.also.iter().any(|rule| rule.id == it))
            && change
                .also
                .iter()
                .all(|rule| rule.hidden || self.also.iter().any(|it| it == rule.id))
    }
}

#[test]
fn planted_changes_are_found_all_and_only() {
    for pair in pairs().iter().filter(|pair| !pair.rewrite) {
        let (old, new) = (read(&pair.old), read(&pair.new));
        let comparison = compare(&old, &new);
        let changes = || comparison.changes.iter();
        let hidden = |change: &&Change| ["moved", "renumbered"].contains(&change.rule.id);
        let missed: Vec<_> = pair
            .change
            .iter()
            .filter(|it| !changes().any(|change| it.is(&comparison, change)))
            .collect();
        let extra: Vec<_> = changes()
            .filter(|it| !hidden(it))
            .filter(|it| !pair.change.iter().any(|planted| planted.is(&comparison, it)))
            .map(|it| (it.rule.id, &it.also, &it.message, side(&comparison, it, Which::Old)))
            .collect();
        assert!(
            missed.is_empty() && extra.is_empty(),
            "{}: missed {missed:#?}, extra {extra:#?}",
            pair.new
        );
        let renumbered: Vec<(String, String)> =
            comparison.renumbered.iter().map(|it| (it.old.clone(), it.new.clone())).collect();
        assert_eq!(renumbered, pair.renumbered, "{}", pair.new);
    }
}

#[test]
fn a_rewrite_is_called_one() {
    for pair in pairs().iter().filter(|pair| pair.rewrite) {
        let (old, new) = (read(&pair.old), read(&pair.new));
        let comparison = compare(&old, &new);
        assert!(comparison.revision.is_rewrite(), "{} matched", comparison.revision.matched());
        // What went from a text that was written anew is not surely gone, and what comes near stands beside it.
        let alone = comparison.changes.iter().filter(|it| comparison.is_alone(it));
        assert!(alone.filter(|it| it.nearest.is_some()).count() > 10);
    }
}

#[test]
fn a_draft_has_not_changed_from_itself() {
    for pair in pairs() {
        let (old, new) = (read(&pair.old), read(&pair.old));
        let comparison = compare(&old, &new);
        assert!(comparison.changes.is_empty() && comparison.renumbered.is_empty());
        assert!((comparison.revision.matched() - 1.0).abs() < f32::EPSILON);
    }
}
