//! What was changed between the drafts of `corpus/revisions`, as the files there list it.

use std::{fs, path::PathBuf};

use serde::Deserialize;

use super::gold::corpus;

/// The pairs of drafts of one Code.
#[derive(Debug, Deserialize)]
struct Revisions {
    pair: Vec<Pair>,
}

/// Two drafts, and what was changed from one to the other: all of it, and nothing else.
#[derive(Debug, Deserialize)]
struct Pair {
    old: String,
    new: String,
    #[serde(default)]
    change: Vec<Change>,
    /// Sentences of a rewrite that say the same thing.
    #[serde(default)]
    same: Vec<Change>,
}

/// One change: words of the old statement and of the new one; empty where there is none.
#[derive(Debug, Deserialize)]
struct Change {
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
}

fn folder() -> PathBuf {
    corpus().join("revisions/sen")
}

/// A draft in one line, without emphasis and footnote marks.
fn words_of(path: &str) -> String {
    let text = fs::read_to_string(folder().join(path)).unwrap();
    let mut words = String::new();
    for (index, piece) in text.split("[^").enumerate() {
        let rest =
            if index == 0 { piece } else { piece.split_once(']').map_or(piece, |(_, rest)| rest) };
        words.push_str(rest);
    }
    words.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn planted_changes_quote_their_drafts() {
    let list = fs::read_to_string(folder().join("changes.toml")).unwrap();
    let revisions: Revisions = toml::from_str(&list).unwrap();
    for pair in &revisions.pair {
        let (old, new) = (words_of(&pair.old), words_of(&pair.new));
        for change in pair.change.iter().chain(&pair.same) {
            assert!(old.contains(&change.old), "{}: {}", pair.old, change.old);
            assert!(new.contains(&change.new), "{}: {}", pair.new, change.new);
            assert!(!(change.old.is_empty() && change.new.is_empty()), "{} says nothing", pair.new);
        }
    }
}
