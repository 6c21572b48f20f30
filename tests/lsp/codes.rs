//! Several files that are one Code: where the workspace says so, references reach across them.

use serde_json::{Value, json};

use super::client::Client;
use crate::run::Folder;

const FIRST: &str = "# One\n\n1.1 Schools should follow paragraph 2.1.\n";
const SECOND: &str =
    "# Two\n\n2.1 Schools may act.\n\n2.2 See paragraph 1.1.\n\n2.3 Schools may wait.\n";

fn broken(told: &[Value]) -> usize {
    told.iter().filter(|it| it["code"] == "broken-reference").count()
}

/// Opens the first file, follows its reference into the second, and edits there what it refers to.
fn reaches_across(folder: &Folder, options: Value) {
    let mut client = Client::start_with(folder, options);
    assert_eq!(broken(&client.open("a.md", FIRST)), 0);
    let found = client.at("textDocument/definition", "a.md", 2, 30);
    assert_eq!(found["uri"], client.uri("b.md"), "{found}");
    assert_eq!(found["range"]["start"]["line"], 2);
    client.open("b.md", SECOND);
    client.change("b.md", 2, (2, 0), (2, 3), "2.9");
    client.published("b.md");
    let told = client.published("a.md");
    assert_eq!(broken(told["diagnostics"].as_array().unwrap()), 1, "{told}");
}

#[test]
fn a_code_of_the_configuration_is_one() {
    let code = "[[code]]\nname = \"Code\"\nfiles = [\"*.md\"]\n";
    let folder = Folder::with(&[("dutybound.toml", code), ("a.md", FIRST), ("b.md", SECOND)]);
    reaches_across(&folder, json!({}));
}

#[test]
fn the_chapters_of_a_book_are_one() {
    let summary = "# Summary\n\n- [One](a.md)\n- [Two](./b.md)\n";
    let folder = Folder::with(&[("SUMMARY.md", summary), ("a.md", FIRST), ("b.md", SECOND)]);
    reaches_across(&folder, json!({}));
}

#[test]
fn a_folder_is_one_where_the_editor_says_so() {
    let folder = Folder::with(&[("a.md", FIRST), ("b.md", SECOND)]);
    reaches_across(&folder, json!({ "oneCode": true }));
}

#[test]
fn else_each_file_is_a_draft_of_its_own() {
    let folder = Folder::with(&[("a.md", FIRST), ("b.md", SECOND)]);
    let mut client = Client::start(&folder);
    client.open("a.md", FIRST);
    let found = client.at("textDocument/definition", "a.md", 2, 30);
    assert!(found.is_null(), "{found}");
}
