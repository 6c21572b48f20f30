//! Texts that repeat themselves: what a sentence is, its neighbours decide.

use std::fmt::Write;

use dutybound::diff::{Change, compare};

use super::draft;

const HOLDERS: [&str; 4] = ["The trustees", "An employer", "The local authority", "Each school"];
const ACTIONS: [&str; 5] =
    ["keep a record of", "publish", "consult on", "review each year", "make available on request"];
const THINGS: [&str; 3] =
    ["its policy on charging", "the outcome of each case", "the evidence it relied on"];

/// Paragraphs of a chapter, without numbers: of few sentences, in an order that looks like chance and is always the same.
fn chapter(chapter: usize) -> Vec<String> {
    let mut state = chapter * 7919 + 17;
    let mut next = |of: usize| {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648;
        (state >> 8) % of
    };
    let mut sentence = || {
        let (holder, action, thing) = (HOLDERS[next(4)], ACTIONS[next(5)], THINGS[next(3)]);
        let modal = ["must", "should"][next(2)];
        match next(5) {
            0 => format!("Records {modal} be kept."),
            _ => format!("{holder} {modal} {action} {thing}."),
        }
    };
    (0..12).map(|_| format!("{} {} {}", sentence(), sentence(), sentence())).collect()
}

/// A Code of these chapters, numbered as they stand.
fn code(chapters: &[Vec<String>]) -> String {
    let mut text = String::from("# A Code that repeats itself\n");
    for (number, paragraphs) in chapters.iter().enumerate() {
        write!(text, "\n## Chapter {}: Duties\n", number + 1).unwrap();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            write!(text, "\n{}.{} {paragraph}\n", number + 1, at + 1).unwrap();
        }
    }
    text
}

/// What is not hidden of the changes between two Codes, by name.
fn names(old: &[Vec<String>], new: &[Vec<String>]) -> Vec<&'static str> {
    let (old, new) = (draft(&code(old)), draft(&code(new)));
    let comparison = compare(&old, &new);
    let shown = comparison.changes.iter().filter(|it| !Change::is_hidden(it));
    shown.map(|it| it.rule.id).collect()
}

fn chapters() -> Vec<Vec<String>> {
    (0..10).map(chapter).collect()
}

#[test]
fn whole_chapters_in_another_order_change_nothing_that_is_asked() {
    let mut other = chapters();
    other.reverse();
    other.swap(2, 7);
    assert_eq!(names(&chapters(), &other), Vec::<&str>::new());
}

#[test]
fn one_word_in_a_paragraph_that_moved_is_found() {
    let mut other = chapters();
    let moved = other[3].remove(4).replacen("must", "should", 1);
    assert_ne!(moved, chapters()[3][4], "the paragraph has a must");
    other[6].push(moved);
    other[1].insert(0, "The inspector must visit every library in spring.".to_owned());
    assert_eq!(names(&chapters(), &other), ["duty-weakened", "duty-added"]);
}

#[test]
fn a_chapter_that_is_gone_is_gone_and_no_other() {
    let mut other = chapters();
    let gone = other.remove(4).join(" ");
    let count = |word: &str| gone.matches(word).count();
    let found = names(&chapters(), &other);
    let named = |id: &str| found.iter().filter(|it| **it == id).count();
    assert_eq!(
        (named("duty-removed"), named("guidance-removed")),
        (count("must"), count("should"))
    );
    assert_eq!(found.len(), count("must") + count("should"));
}

#[test]
fn the_same_text_with_other_signs_is_the_same_text() {
    let text = code(&chapters());
    let (old, new) =
        (draft(&text), draft(&text.replace(" must ", " **MUST** ").replace('\n', "\r\n")));
    let comparison = compare(&old, &new);
    assert!(comparison.changes.is_empty(), "{:?}", comparison.changes[0]);
}

#[test]
fn sentences_split_and_merged_are_the_same_duties() {
    let one =
        "1.1 Schools must keep a record of support and send a copy of the record to parents.\n";
    let two = "1.1 Schools must keep a record of support. They must send a copy of the record to parents.\n";
    for (old, new) in [(one, two), (two, one)] {
        let (old, new) = (draft(old), draft(new));
        let comparison = compare(&old, &new);
        let shown: Vec<_> = comparison.changes.iter().filter(|it| !it.is_hidden()).collect();
        assert!(shown.is_empty(), "{shown:?}");
    }
}
