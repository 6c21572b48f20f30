//! Positions count UTF-16 units: an emoji is two.

use serde_json::Value;

use super::client::{Client, offset};
use crate::run::Folder;

/// Every line has characters outside of the first plane before its words.
const TEXT: &str = "# 😀 Code 𝔘\n\n1.1 🐝🐝 Bees: 𝔘 notes must be kept.\n\n1.2 Ünder 👩‍👩‍👧 see paragraph 9.4, schools must act.\n\n1.3 Forms may be used.\n";

fn words(text: &str, diagnostic: &Value) -> String {
    let range = &diagnostic["range"];
    text[offset(text, &range["start"])..offset(text, &range["end"])].to_owned()
}

fn of<'a>(told: &'a [Value], rule: &str) -> Vec<&'a Value> {
    told.iter().filter(|it| it["code"] == rule).collect()
}

#[test]
fn ranges_are_right_after_emoji() {
    let mut client = Client::start(&Folder::new());
    let told = client.open("draft.md", TEXT);
    let unnamed = of(&told, "duty-without-holder");
    assert_eq!(words(TEXT, unnamed[0]), "must");
    // "1.1 " is 4 units, two bees are 4, " Bees: " is 7, the letter 2, " notes " is 7.
    assert_eq!(unnamed[0]["range"]["start"]["character"], 24);
    let broken = of(&told, "broken-reference");
    assert_eq!(words(TEXT, broken[0]), "paragraph 9.4");
}

#[test]
fn changes_after_and_inside_lines_with_emoji_are_made_where_they_are_meant() {
    let mut client = Client::start(&Folder::new());
    client.open("draft.md", TEXT);
    client.change("draft.md", 2, (2, 18), (2, 23), "schools");
    client.published("draft.md");
    // An emoji more before it.
    client.change("draft.md", 3, (2, 4), (2, 4), "😀");
    let told = client.published("draft.md");
    let told = told["diagnostics"].as_array().unwrap();
    let now = TEXT.replacen("notes must be kept", "schools must be kept", 1).replacen(
        "🐝🐝",
        "😀🐝🐝",
        1,
    );
    assert_eq!(words(&now, of(told, "broken-reference")[0]), "paragraph 9.4");
    assert!(of(told, "duty-without-holder").iter().all(|it| words(&now, it) == "must"));
    let hover = client.at("textDocument/hover", "draft.md", 2, 29);
    let said = hover["contents"]["value"].as_str().unwrap();
    assert!(said.contains("“must”"), "{said}");
    assert_eq!(offset(&now, &hover["range"]["start"]), now.find("😀🐝🐝").unwrap());
}

#[test]
fn carriage_returns_end_lines() {
    let text = "1.1 Schools must act.\r\n\r\n1.2 Notes must be kept.\r\n";
    let mut client = Client::start(&Folder::new());
    let told = client.open("draft.md", text);
    let unnamed = of(&told, "duty-without-holder");
    assert_eq!(unnamed[0]["range"]["start"]["line"], 2);
    client.change("draft.md", 2, (0, 99), (2, 23), "");
    let told = client.published("draft.md");
    assert_eq!(of(told["diagnostics"].as_array().unwrap(), "duty-without-holder").len(), 0);
}
