//! Bad messages are answered with an error, and the server goes on.

use serde_json::{Value, json};

use super::client::Client;
use crate::run::Folder;

fn code(answer: &Value) -> i64 {
    answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("no error: {answer}"))
}

#[test]
fn bad_messages_are_answered_and_the_server_goes_on() {
    let mut client = Client::start(&Folder::new());
    client.open("a.md", "1.1 Schools must act.\n");
    client.write("Content-Length: 9\r\n\r\n{ no JSON");
    assert_eq!(
        code(&client.wait_for(|it| it["id"].is_null() && it.get("error").is_some())),
        -32700
    );
    client.send(&json!([1, 2]));
    assert_eq!(
        code(&client.wait_for(|it| it["id"].is_null() && it.get("error").is_some())),
        -32600
    );
    assert_eq!(code(&client.ask("textDocument/rename", json!({}))), -32601);
    assert_eq!(code(&client.ask("textDocument/hover", json!({ "position": "here" }))), -32602);
    let unknown = json!({ "textDocument": { "uri": "file:///none.md" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(code(&client.ask("textDocument/hover", unknown)), -32602);
    client.notify("textDocument/didChange", json!({ "textDocument": 7 }));
    client.wait_for(|it| it["method"] == "window/logMessage");
    assert!(client.at("textDocument/hover", "a.md", 0, 14).is_object());
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_text_that_is_none_is_said_to_be_none() {
    let mut client = Client::start(&Folder::new());
    let told = client.open("a.md", "1.1 Schools must\u{0} act.\n");
    assert!(told[0]["message"].as_str().unwrap().contains("binary"), "{told:?}");
    client.change("a.md", 2, (0, 16), (0, 17), "");
    let told = client.published("a.md");
    assert!(!told["diagnostics"].to_string().contains("binary"), "{told}");
}

#[test]
fn a_question_of_a_text_that_has_changed_since_is_refused() {
    let mut client = Client::start(&Folder::new());
    client.open("a.md", "1.1 Schools must act.\n");
    let params = json!({ "textDocument": { "uri": client.uri("a.md") }, "position": { "line": 0, "character": 14 } });
    let message = |value: Value| {
        let body = value.to_string();
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    };
    let hover = |id: u32| {
        message(
            json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": params }),
        )
    };
    let change = message(json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
        "textDocument": { "uri": client.uri("a.md"), "version": 2 },
        "contentChanges": [{ "text": "1.1 Parents may act.\n" }],
    } }));
    // In one piece, so that the server has both before it answers; either answer is right where it does not.
    client.write(&[hover(100), change, hover(101)].concat());
    let first = client.wait_for(|it| it["id"] == 100);
    assert!(first.get("result").is_some() || code(&first) == -32801, "{first}");
    let second = client.wait_for(|it| it["id"] == 101);
    assert!(
        second["result"]["contents"]["value"].as_str().unwrap().contains("Permission"),
        "{second}"
    );
}

#[test]
fn a_server_lives_from_initialize_to_exit() {
    let folder = Folder::new();
    let mut client = Client::spawn(&folder);
    assert_eq!(code(&client.ask("textDocument/hover", json!({}))), -32002);
    client.ask("initialize", json!({ "capabilities": {} }));
    client.ask("shutdown", Value::Null);
    assert_eq!(code(&client.ask("textDocument/hover", json!({}))), -32600);
    client.notify("exit", Value::Null);
    assert_eq!(client.code(), Some(0));
    let mut client = Client::start(&folder);
    assert_eq!(client.code(), Some(1), "a client that goes away without a word");
}
