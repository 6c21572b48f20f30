//! The drafts of `corpus/` are read as people read them: gold is whole, and accuracy stays over its floors.

mod exits;
mod gold;
mod names;
mod revisions;
mod score;

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use crate::readme;
use gold::{Text, corpus, texts};
use score::{Reading, Score};

const HARD: &str = "hard-sentences";
const HEADER: &str = "| texts | keywords | keyword F1 | modality | nobody named: precision | recall | holder | undecided |\n\
    | --- | --: | --: | --: | --: | --: | --: | --: |\n";

/// Under these the suite fails: keyword F1, modality, nobody-named precision and recall, holder.
const FLOORS: [f64; 5] = [0.97, 0.99, 0.93, 0.97, 0.92];

fn folders() -> [PathBuf; 5] {
    ["", "hostile", "kept-aside", "manners", "revisions/sen"].map(|folder| corpus().join(folder))
}

#[test]
fn gold_slices_its_draft_to_the_keyword() {
    for text in folders().iter().flat_map(|folder| texts(folder)) {
        let mut after = 0;
        for gold in &text.gold {
            let words = String::from_utf8_lossy(&text.bytes[gold.start..gold.end]).into_owned();
            let first = |words: &str| words.chars().find(char::is_ascii_alphabetic);
            assert_eq!(
                first(&words),
                first(&gold.keyword),
                "{}: {gold:?} is at {words:?}",
                text.name
            );
            assert!(gold.start >= after, "{}: {gold:?} is out of order", text.name);
            after = gold.end;
        }
    }
}

#[test]
fn accuracy_stays_over_its_floors() {
    let mut all = Score::default();
    for (_, part) in &parts() {
        all.join(part);
    }
    let reached = [
        all.keyword_f1(),
        all.modality(),
        all.nobody_precision(),
        all.nobody_recall(),
        all.holder(),
    ];
    if std::env::var_os("MISSES").is_some() {
        println!("{}", all.misses.join("\n"));
    }
    for (floor, reached) in FLOORS.iter().zip(reached) {
        assert!(
            reached >= *floor,
            "fell under {floor}: {}\n{}",
            all.row("all"),
            all.misses.join("\n")
        );
    }
}

#[test]
fn readme_says_what_was_measured() {
    let parts = parts();
    let mut all = Score::default();
    let mut table = HEADER.to_owned();
    for (name, part) in &parts {
        let _ = writeln!(table, "{}", part.row(name));
        all.join(part);
    }
    let kept_aside = score(&texts(&corpus().join("kept-aside")));
    let _ = writeln!(table, "{}", all.row("all of these"));
    let _ = writeln!(table, "{}", kept_aside.row("drafts kept aside while the rules were made"));
    let _ = writeln!(table, "{}", published());
    println!("{table}");
    readme::keep("README.md", "accuracy", &table);
}

/// The figures on real published guidance, which is not part of this repository: where it is absent, as they stand.
fn published() -> String {
    const NAME: &str = "published guidance the rules were made on (not in this repository)";
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reading/dev");
    if folder.is_dir() {
        return score(&texts(&folder)).row(NAME);
    }
    println!("skipped: ../shared/reading is not here; its figures are left as they stand");
    let readme = include_str!("../../README.md");
    readme.lines().find(|line| line.contains(NAME)).unwrap_or_default().to_owned()
}

#[test]
fn corpus_readme_says_which_sentences_are_hard() {
    let table = classes().iter().fold(HEADER.replace("texts", "class"), |table, (class, score)| {
        format!("{table}{}\n", score.row(class))
    });
    println!("{table}{}", fields());
    readme::keep("corpus/README.md", "classes", &table);
    readme::keep("corpus/README.md", "fields", &fields());
}

/// Whole drafts, drafts in many manners, hard sentences, hostile input: what the tables tell apart.
fn parts() -> [(&'static str, Score); 4] {
    let (hard, drafts): (Vec<Text>, Vec<Text>) =
        texts(&corpus()).into_iter().partition(|text| text.name == HARD);
    let hostile = texts(&corpus().join("hostile"));
    [
        ("drafts written for this project", score(&drafts)),
        ("drafts in the manner of many fields", score(&texts(&corpus().join("manners")))),
        ("sentences chosen to be hard", score(&hard)),
        ("hostile input", score(&hostile)),
    ]
}

fn score(texts: &[Text]) -> Score {
    let mut score = Score::default();
    for text in texts {
        score.join(&Reading::of(text).score(|_| true));
    }
    score
}

/// The hard sentences, a score a class.
fn classes() -> BTreeMap<String, Score> {
    let texts = texts(&corpus());
    let hard = texts.iter().find(|text| text.name == HARD).expect("the hard sentences are there");
    let reading = Reading::of(hard);
    let names = hard.gold.iter().filter_map(|gold| gold.class.clone());
    names
        .map(|name| {
            let score = reading.score(|gold| gold.class.as_ref() == Some(&name));
            (name, score)
        })
        .collect()
}

/// How often the other fields of a statement are read as in gold, where gold says them.
fn fields() -> String {
    let mut all = Score::default();
    for (_, part) in &parts() {
        all.join(part);
    }
    let rows = [
        ("action", all.fields.action),
        ("conditions", all.fields.condition),
        ("deadline", all.fields.deadline),
        ("authority", all.fields.authority),
    ];
    rows.iter().fold(
        "| field | cases | right |\n| --- | --: | --: |\n".to_owned(),
        |table, (name, share)| format!("{table}| {name} | {} | {:.2} |\n", share.of, share.value()),
    )
}
