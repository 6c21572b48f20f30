//! "Allow with a reason": the comment allows the finding it was written for, and leaves all others as they are.

use serde_json::{Value, json};

use super::client::{Client, offset};
use crate::run::Folder;

fn actions(client: &mut Client, text: &str) -> Vec<Value> {
    let end = json!({ "line": text.lines().count(), "character": 0 });
    let params = json!({
        "textDocument": { "uri": client.uri("draft.md") },
        "range": { "start": { "line": 0, "character": 0 }, "end": end },
        "context": { "diagnostics": [] },
    });
    client.ask("textDocument/codeAction", params)["result"].as_array().unwrap().clone()
}

/// The text after an action, with a reason written in.
fn done(client: &Client, text: &str, action: &Value) -> String {
    let edit = &action["edit"]["changes"][client.uri("draft.md")][0];
    let at = offset(text, &edit["range"]["start"]);
    assert_eq!(edit["range"]["start"], edit["range"]["end"], "nothing is written over");
    let comment = edit["newText"].as_str().unwrap().replace("\"\"", "\"agreed\"");
    format!("{}{comment}{}", &text[..at], &text[at..])
}

fn counted(told: &Value) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for it in told["diagnostics"].as_array().unwrap() {
        let rule = it["code"].as_str().unwrap();
        match counts.iter_mut().find(|(name, _)| name == rule) {
            Some((_, count)) => *count += 1,
            None => counts.push((rule.to_owned(), 1)),
        }
    }
    counts.sort();
    counts
}

/// Does each action alone; fewer findings of its rule have to be left, and as many as before of every other.
fn each_allows_its_own(text: &str) -> usize {
    let mut client = Client::start(&Folder::new());
    let before = counted(&json!({ "diagnostics": client.open("draft.md", text) }));
    let actions = actions(&mut client, text);
    for (version, action) in (2..).zip(&actions) {
        let changed = done(&client, text, action);
        let document = json!({ "uri": client.uri("draft.md"), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": [{ "text": changed }] });
        client.notify("textDocument/didChange", params);
        let after = counted(&client.published("draft.md"));
        let rule = action["diagnostics"][0]["code"].as_str().unwrap();
        let count = |counts: &[(String, usize)], name: &str| {
            counts.iter().find(|(it, _)| it == name).map_or(0, |(_, count)| *count)
        };
        assert!(count(&after, rule) < count(&before, rule), "{action}\n{changed}");
        for (name, _) in before.iter().chain(&after).filter(|(name, _)| name != rule) {
            assert_eq!(count(&after, name), count(&before, name), "{name} after {action}");
        }
    }
    actions.len()
}

/// Numbered and unnumbered text, lists in and out of paragraphs, a table, a quotation, a footnote, a broken line.
const SHAPES: &str = "\
# Code 😀

Notes must be kept. See paragraph 9.4.

3.1 Notes must be kept  
and filed.
3.2 Forms must be filled in, as soon as possible.

    3.3 Records must be kept.

Schools must:

- see that notes are kept as soon as possible,
- keep to paragraph 9.5;
  and more

1. Notes must be kept.
2. Forms must be filled in.

> Notes must be kept.

| who | what |
| --- | --- |
| – | Notes must be kept |
| Schools | Forms must be filled in, as appropriate |

## 3.9 Notes must be kept

Records must be kept.[^1]

[^1]: Forms must be filled in.
";

#[test]
fn each_action_allows_its_finding_and_changes_no_other() {
    assert!(each_allows_its_own(SHAPES) > 12);
    assert!(each_allows_its_own(&SHAPES.replace('\n', "\r\n")) > 12);
}

#[test]
fn a_comment_without_its_reason_allows_nothing_and_says_so() {
    let text = "1.1 Notes must be kept.\n";
    let mut client = Client::start(&Folder::new());
    client.open("draft.md", text);
    let actions = actions(&mut client, text);
    let action =
        actions.iter().find(|it| it["title"].as_str().unwrap().contains("duty-without-holder"));
    let edit = &action.unwrap()["edit"]["changes"][client.uri("draft.md")][0];
    assert_eq!(edit["newText"], "<!-- dutybound: allow duty-without-holder reason=\"\" -->\n");
    client.change("draft.md", 2, (0, 0), (0, 0), edit["newText"].as_str().unwrap());
    let told = client.published("draft.md");
    let said = told["diagnostics"].to_string();
    assert!(said.contains("gives no reason"), "{said}");
    assert!(said.contains("duty-without-holder"), "{said}");
}
