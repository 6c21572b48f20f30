//! The language server, over its own standard input and output.

mod allow;
mod client;
mod codes;
mod places;
mod positions;
mod settings;
mod survives;

use serde_json::{Value, json};

use self::client::Client;
use crate::run::Folder;

/// What `check` calls severities, in the protocol's numbers.
pub(crate) fn severity(number: &Value) -> &'static str {
    match number.as_u64() {
        Some(1) => "error",
        Some(2) => "warning",
        Some(3) => "note",
        _ => panic!("{number} is no severity of a finding"),
    }
}

#[test]
fn diagnostics_are_the_findings_of_check() {
    let text = include_str!("../corpus/indicative-sen-code.md");
    let folder = Folder::with(&[("draft.md", text)]);
    let report = folder.json(&["check", "--format", "json", "draft.md"]);
    let mut client = Client::start(&folder);
    let told = client.open("draft.md", text);
    let shown: Vec<Value> = told
        .iter()
        .map(|it| {
            let start = client::offset(text, &it["range"]["start"]);
            let end = client::offset(text, &it["range"]["end"]);
            json!([it["code"], it["message"], severity(&it["severity"]), start, end])
        })
        .collect();
    let findings = report["findings"].as_array().unwrap().iter();
    let found: Vec<Value> = findings
        .filter(|it| it["allowed"].is_null())
        .map(|it| {
            let span = &it["span"];
            json!([it["rule"], it["message"], it["severity"], span["start"], span["end"]])
        })
        .collect();
    assert!(found.len() > 20, "{found:?}");
    assert_eq!(shown, found);
    assert!(told.iter().all(|it| it["source"] == "dutybound"));
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_burst_of_changes_is_read_to_its_last() {
    let folder = Folder::new();
    let mut client = Client::start(&folder);
    client.open("draft.md", "1.1 Schools must act.\n");
    for version in 2..60 {
        client.change("draft.md", version, (0, 0), (0, 0), "1.1 Notes must be kept.\n\n");
    }
    let (mut published, mut last) = (0, Value::Null);
    while last["version"] != 59 {
        last = client.published("draft.md");
        published += 1;
    }
    let count = |rule: &str| {
        let all = last["diagnostics"].as_array().unwrap().iter();
        all.filter(|it| it["code"] == rule).count()
    };
    assert_eq!(count("duplicate-number"), 58);
    println!("58 changes, told {published} times");
}

#[test]
fn closing_a_file_takes_its_diagnostics_back() {
    let folder = Folder::with(&[("draft.md", "1.1 Notes must be kept.\n")]);
    let mut client = Client::start(&folder);
    assert!(!client.open("draft.md", "1.1 Notes must be kept.\n").is_empty());
    client.notify(
        "textDocument/didClose",
        json!({ "textDocument": { "uri": client.uri("draft.md") } }),
    );
    assert_eq!(client.published("draft.md")["diagnostics"], json!([]));
}
