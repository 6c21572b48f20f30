//! dutybound.toml and the settings of the editor: found, read again when they change, said where they are wrong.

use serde_json::{Value, json};

use super::client::Client;
use crate::run::Folder;

const TEXT: &str = "1.1 Notes must be kept.\n";

fn rules(told: &[Value]) -> Vec<&str> {
    told.iter().map(|it| it["code"].as_str().unwrap()).collect()
}

/// Tells the server that the configuration changed on the disk.
fn changed(client: &mut Client) {
    let change = json!({ "uri": client.uri("dutybound.toml"), "type": 2 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
}

#[test]
fn the_nearest_configuration_above_counts_and_is_read_again() {
    let off = "[rules]\nduty-without-holder = \"off\"\n";
    let folder = Folder::with(&[("dutybound.toml", off)]);
    let mut client = Client::start(&folder);
    let asked = client.wait_for(|it| it["method"] == "client/registerCapability");
    assert_eq!(asked["params"]["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    assert!(!rules(&client.open("drafts/a.md", TEXT)).contains(&"duty-without-holder"));
    folder.write("dutybound.toml", b"[rules]\nduty-without-holder = \"note\"\n");
    changed(&mut client);
    let told = client.published("drafts/a.md");
    let told = told["diagnostics"].as_array().unwrap();
    let unnamed = told.iter().find(|it| it["code"] == "duty-without-holder").unwrap();
    assert_eq!(unnamed["severity"], 3);
}

#[test]
fn what_is_wrong_in_the_configuration_is_said_at_its_line_and_taken_back() {
    let folder = Folder::with(&[("dutybound.toml", "strict = true\nexlude = []\n")]);
    let mut client = Client::start(&folder);
    client.notify(
        "textDocument/didOpen",
        json!({ "textDocument": { "uri": client.uri("a.md"), "languageId": "markdown", "version": 1, "text": TEXT } }),
    );
    let message = client.wait_for(|it| it["method"] == "window/showMessage");
    assert!(message["params"]["message"].as_str().unwrap().contains("did you mean `exclude`?"));
    let told = client.published("dutybound.toml");
    assert_eq!(told["diagnostics"][0]["range"]["start"]["line"], 1);
    folder.write("dutybound.toml", b"strict = true\nexclude = []\n");
    changed(&mut client);
    assert_eq!(client.published("dutybound.toml")["diagnostics"], json!([]));
    assert!(!client.published("a.md")["diagnostics"].as_array().unwrap().is_empty());
}

#[test]
fn what_the_configuration_leaves_out_is_not_checked() {
    let folder = Folder::with(&[("dutybound.toml", "exclude = [\"old/**\"]\n")]);
    let mut client = Client::start(&folder);
    client.notify(
        "textDocument/didOpen",
        json!({ "textDocument": { "uri": client.uri("old/a.md"), "languageId": "markdown", "version": 1, "text": TEXT } }),
    );
    assert!(client.at("textDocument/hover", "old/a.md", 0, 12).is_null());
    assert!(!client.open("a.md", TEXT).is_empty());
}

#[test]
fn settings_of_the_editor_count_when_they_change() {
    let mut client = Client::start_with(&Folder::new(), json!({ "show": "error" }));
    let told = client
        .open("a.md", "1.1 Notes must be kept.\n\n1.2 Schools should act as soon as possible.\n");
    assert_eq!(rules(&told), ["duty-without-holder"]);
    let settings = json!({ "settings": { "dutybound": { "show": null, "config": "" } } });
    client.notify("workspace/didChangeConfiguration", settings);
    let told = client.published("a.md");
    assert!(rules(told["diagnostics"].as_array().unwrap()).contains(&"vague-deadline"), "{told}");
    let wrong = json!({ "settings": { "dutybound": { "show": "everything" } } });
    client.notify("workspace/didChangeConfiguration", wrong);
    let said = client.wait_for(|it| it["method"] == "window/logMessage");
    assert!(said["params"]["message"].as_str().unwrap().contains("settings of dutybound"));
}
