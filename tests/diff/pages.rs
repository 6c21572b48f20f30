//! Every change rule does what its page says.

use std::collections::BTreeSet;

use dutybound::{
    diff::{CHANGES, Change, ChangeRule, compare},
    findings::Severity,
    source::Span,
};

use super::draft;
use crate::pages::{Example, examples, headings, title};

const HEADINGS: [&str; 5] =
    ["Why it matters", "Flagged", "Passes", "How to mend it", "When to allow it"];

#[test]
fn every_page_has_the_same_headings_and_shows_both_sides() {
    for rule in CHANGES {
        assert_eq!(title(rule.page), rule.id);
        assert_eq!(headings(rule.page), HEADINGS, "{}", rule.id);
        let sides: BTreeSet<bool> = examples(rule.page).iter().map(|it| it.draft.flagged).collect();
        assert_eq!(sides.len(), 2, "{} shows one side only", rule.id);
    }
}

#[test]
fn examples_show_the_change_exactly_where_marked() {
    let wrong: Vec<String> = CHANGES
        .iter()
        .flat_map(|rule| examples(rule.page).into_iter().map(move |it| (*rule, it)))
        .filter_map(|(rule, example)| complaint(rule, &example))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What an example shows otherwise than it says.
fn complaint(rule: &ChangeRule, example: &Example) -> Option<String> {
    let old = example.block("old").unwrap();
    let new = &example.draft;
    let (before, after) = (draft(&old.text), draft(&new.text));
    let comparison = compare(&before, &after);
    let mine: Vec<&Change> = comparison.changes.iter().filter(|it| it.is(rule.id)).collect();
    let words = |text: &str, span: Option<Span>| span.map(|it| text[it.range()].to_owned());
    // What is beside another change has no words of its own.
    let found: Vec<_> = mine
        .iter()
        .map(|it| (words(&old.text, it.old_words), words(&new.text, it.new_words)))
        .collect();
    let marked = |block: &crate::pages::Block| {
        block.marked.first().map(|range| block.text[range.clone()].to_owned())
    };
    let said = (marked(old), marked(new));
    let right = if new.flagged {
        found.len() == 1 && found[0] == said && mine[0].rule.id == rule.id
    } else {
        found.is_empty() && said == (None, None)
    };
    let all: Vec<_> = comparison.changes.iter().map(|it| (it.rule.id, &it.message)).collect();
    (!right).then(|| {
        format!("{}.md, line {}: marked {said:?}, found {found:?} among {all:?}", rule.id, new.line)
    })
}

#[test]
fn every_file_is_registered() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diff/changes");
    let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let pages = entries.filter(|path| path.extension().is_some_and(|it| it == "md"));
    let names: BTreeSet<String> =
        pages.map(|it| it.file_stem().unwrap().to_str().unwrap().replace('_', "-")).collect();
    assert!(
        names
            .iter()
            .map(String::as_str)
            .eq(CHANGES.iter().map(|rule| rule.id).collect::<BTreeSet<_>>())
    );
}

/// What scripts count on: a change here is a change for users.
#[test]
fn severities_are_those_that_were_promised() {
    use Severity::{Error, Note, Warning};
    let promised = [
        (Error, &["convention-changed", "duty-weakened", "holder-removed"][..]),
        (
            Warning,
            &[
                "prohibition-weakened",
                "guidance-weakened",
                "duty-removed",
                "duty-added",
                "holder-changed",
                "deadline-changed",
                "condition-added",
                "verb-softened",
            ],
        ),
        (
            Note,
            &[
                "duty-strengthened",
                "guidance-strengthened",
                "guidance-added",
                "guidance-removed",
                "permission-changed",
                "condition-removed",
                "authority-changed",
                "reworded",
                "moved",
                "renumbered",
            ],
        ),
    ];
    let promised =
        promised.iter().flat_map(|(severity, ids)| ids.iter().map(move |id| (*id, *severity)));
    assert!(promised.eq(CHANGES.iter().map(|rule| (rule.id, rule.severity))));
    let hidden = CHANGES.iter().filter(|rule| rule.hidden).map(|rule| rule.id);
    assert!(hidden.eq(["reworded", "moved", "renumbered"]));
}
