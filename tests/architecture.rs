//! The stages know only the stages before them; each file says why it is there; one file knows Markdown.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The stages, left to right. A stage may use what stands to its left.
const STAGES: [&str; 14] = [
    "roman",
    "source",
    "document",
    "acts",
    "statements",
    "law",
    "draft",
    "findings",
    "rules",
    "diff",
    "triage",
    "report",
    "lsp",
    "cli",
];

/// Stages beside the line: `convert` may use the first two alone, and `config` is plain data.
const BESIDE: [(&str, &[&str]); 2] = [("convert", &["roman", "source"]), ("config", &[])];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file under `src`, with its path from there.
fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn stage_of(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The stages that a file names with `crate::`, alone or in a list of imports.
fn named(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for after in text.split("crate::").skip(1) {
        let list = after.strip_prefix('{').map(top_level);
        match list {
            Some(list) => names.extend(list),
            None => names.push(first_word(after)),
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The first words of the entries of `{a::b, c::{d, e}}`, after its opening brace.
fn top_level(inner: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = vec![first_word(inner.trim_start())];
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_word(inner[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// What a stage may not name: itself left out, everything that is not to its left.
fn forbidden(stage: &str) -> Vec<&'static str> {
    let beside = BESIDE.iter().map(|(name, _)| *name);
    if let Some((_, allowed)) = BESIDE.iter().find(|(name, _)| *name == stage) {
        return STAGES
            .into_iter()
            .chain(beside)
            .filter(|s| *s != stage && !allowed.contains(s))
            .collect();
    }
    let Some(place) = STAGES.iter().position(|s| *s == stage) else { return Vec::new() };
    // The marked copy of a Word draft is written by what read the draft; the command line uses both.
    let may = |name: &str| matches!((stage, name), ("cli" | "lsp", _) | ("report", "convert"));
    STAGES[place + 1..].iter().copied().chain(beside.filter(|name| !may(name))).collect()
}

#[test]
fn stages_import_only_from_their_left() {
    let mut wrong = Vec::new();
    for (file, text) in files() {
        let forbidden = forbidden(stage_of(&file));
        let names = named(&text).into_iter().filter(|name| forbidden.contains(&name.as_str()));
        wrong.extend(
            names.map(|name| format!("{file}: `{}` must not use `{name}`", stage_of(&file))),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = files()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(file, _)| file)
        .collect();
    assert!(silent.is_empty(), "no `//!` line: {silent:?}");
}

#[test]
fn only_one_file_knows_markdown() {
    let knowing: Vec<String> = files()
        .into_iter()
        .filter(|(_, text)| text.contains("pulldown_cmark"))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(knowing, ["document/from_source.rs"]);
}

#[test]
fn the_library_starts_no_thread_and_reads_no_clock_or_disk() {
    const WORLD: [&str; 5] = ["std::fs", "std::thread", "std::time", "std::process", "std::env"];
    let mut wrong = Vec::new();
    for (file, text) in files() {
        if !matches!(stage_of(&file), "cli" | "lsp" | "main") {
            wrong.extend(
                WORLD
                    .iter()
                    .filter(|name| text.contains(**name))
                    .map(|name| format!("{file}: {name}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_import_that_points_right_is_seen() {
    let text = "use crate::{\n    document::Document,\n    rules::{Rule, RULES},\n};\nfn f() { crate::report::json() }";
    assert_eq!(named(text), ["document", "rules", "report"].map(String::from));
    assert!(forbidden("statements").contains(&"rules"));
    assert!(forbidden("document").contains(&"acts"));
    assert!(!forbidden("report").contains(&"rules"));
}
