//! What the program is built of: every direct dependency has its line in CONTRIBUTING.md, and there is no unsafe code of ours.

use std::{collections::BTreeSet, fs, path::Path};

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The crates that `Cargo.toml` names in a section.
fn named_in(section: &str) -> BTreeSet<String> {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    manifest[section].as_table().unwrap().keys().cloned().collect()
}

/// The crates of the table in CONTRIBUTING.md, each with what it is for besides the program: "tests", "benchmarks".
fn listed() -> BTreeSet<(String, String)> {
    let text = read("CONTRIBUTING.md");
    let table = text.split("| crate | what for | not chosen |").nth(1).unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let names = rows.map(|row| row.split('|').nth(1).unwrap().trim());
    names
        .flat_map(|names| {
            let (names, only) = match names.split_once(" (") {
                Some((names, only)) => (names, only.trim_end_matches(')')),
                None => (names, ""),
            };
            names.split(", ").map(|name| (name.to_owned(), only.to_owned())).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn the_table_of_dependencies_is_up_to_date() {
    let of = |program: bool| -> BTreeSet<String> {
        let rows = listed().into_iter().filter(|(_, only)| only.is_empty() == program);
        rows.map(|(name, _)| name).collect()
    };
    assert_eq!(of(true), named_in("dependencies"));
    assert_eq!(of(false), named_in("dev-dependencies"));
}

#[test]
fn no_code_of_ours_is_unsafe() {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
}
