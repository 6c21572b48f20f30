//! Crashes in a request and in reading are answers like others.

use std::{
    io::Cursor,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::{Value, json};

use super::{Code, CodeFile, Ended, Fault, Options, Project, serve};
use crate::{
    law::{Instrument, Law},
    source::{SourceId, Span},
    statements::Vocabulary,
    triage::{ConfigAllow, Files, Policy},
};

/// A project in which something breaks.
struct Broken(Breaks);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Breaks {
    LookingUp,
    Checking,
    Asking,
}

impl Project for Broken {
    fn code_of(
        &mut self,
        file: &Path,
        _: Option<&Path>,
        _: &Options,
    ) -> Result<Option<Code>, Fault> {
        assert!(self.0 != Breaks::LookingUp, "looking up breaks");
        let vocabulary = Vocabulary::default();
        let files = if self.0 == Breaks::Checking {
            Files::those(|_| panic!("checking breaks"))
        } else {
            Files::all()
        };
        let allow = ConfigAllow {
            rule: "duty-without-holder",
            files,
            paragraph: None,
            words: Some("no such words".to_owned()),
            reason: "agreed".to_owned(),
            until: None,
            span: Span { source: SourceId(0), start: 0, end: 0 },
        };
        let act = "Children and Families Act 2014\n27. A local authority must publish a plan.\n";
        let act = Instrument::from_text("act.md", act, &vocabulary).unwrap();
        Ok(Some(Code {
            name: "code".to_owned(),
            files: vec![CodeFile { path: file.to_path_buf(), text: String::new() }],
            not_read: Vec::new(),
            vocabulary: Arc::new(vocabulary),
            policy: Policy { allows: vec![allow], ..Policy::default() },
            law: Arc::new(Law { instruments: vec![act] }),
            as_of: None,
        }))
    }

    fn law_text(&self, file: &Path) -> Option<String> {
        assert_eq!(file, PathBuf::from("act.md"));
        panic!("asking breaks")
    }
}

const TEXT: &str =
    "1.1 Notes must be kept under section 27 of the Children and Families Act 2014.\n";

/// What a server answers that is asked for a definition, and then for a hover.
fn answers(breaks: Breaks) -> Vec<Value> {
    let document = json!({ "uri": "file:///a.md" });
    let place = |character: u32| json!({ "textDocument": document, "position": { "line": 0, "character": character } });
    let opened =
        json!({ "uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": TEXT });
    let messages = [
        json!({ "id": 1, "method": "initialize", "params": {} }),
        json!({ "method": "textDocument/didOpen", "params": { "textDocument": opened } }),
        json!({ "id": 2, "method": "textDocument/definition", "params": place(36) }),
        json!({ "id": 3, "method": "textDocument/hover", "params": place(11) }),
    ];
    let framed = |message: &Value| {
        let body = message.to_string();
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    };
    let input: String = messages.iter().map(framed).collect();
    let mut output = Vec::new();
    let ended = serve(&mut Broken(breaks), Cursor::new(input), &mut output).unwrap();
    assert_eq!(ended, Ended::Abruptly);
    let output = String::from_utf8(output).unwrap();
    let bodies = output.split("Content-Length: ").filter_map(|it| it.split_once("\r\n\r\n"));
    bodies.map(|(_, body)| serde_json::from_str(body).unwrap()).collect()
}

fn answer(answers: &[Value], id: u32) -> &Value {
    answers.iter().find(|it| it["id"] == id && it.get("method").is_none()).unwrap()
}

#[test]
fn a_crash_in_a_request_is_answered_and_the_next_is_heard() {
    let answers = answers(Breaks::Asking);
    let error = &answer(&answers, 2)["error"];
    assert_eq!(error["code"], -32603);
    assert!(error["message"].as_str().unwrap().contains("asking breaks"), "{error}");
    assert!(answer(&answers, 3)["result"]["contents"]["value"].is_string());
}

#[test]
fn a_crash_while_reading_is_shown_at_the_text() {
    let answers = answers(Breaks::Checking);
    let told = answers.iter().find(|it| it["method"] == "textDocument/publishDiagnostics").unwrap();
    let message = told["params"]["diagnostics"][0]["message"].as_str().unwrap();
    assert!(message.contains("checking breaks"), "{message}");
    assert_eq!(answer(&answers, 3)["result"], Value::Null);
}

#[test]
fn a_crash_while_looking_up_is_said() {
    let answers = answers(Breaks::LookingUp);
    let said = answers.iter().find(|it| it["method"] == "window/showMessage").unwrap();
    assert!(said["params"]["message"].as_str().unwrap().contains("looking up breaks"));
    assert_eq!(answer(&answers, 3)["result"], Value::Null);
}
