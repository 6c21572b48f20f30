//! A small client: speaks the protocol to the program that a user runs.

#![allow(clippy::needless_pass_by_value)] // messages are written where they are sent

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use crate::run::Folder;

pub(crate) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// What came while something else was waited for.
    waiting: Vec<Value>,
    root: String,
    asked: u64,
}

impl Client {
    /// A client that is initialized, in this folder.
    pub(crate) fn start(folder: &Folder) -> Self {
        Self::start_with(folder, json!({}))
    }

    /// The same with settings.
    pub(crate) fn start_with(folder: &Folder, options: Value) -> Self {
        let mut client = Self::spawn(folder);
        let params = json!({
            "processId": null,
            "rootUri": client.root,
            "capabilities": { "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } },
            "initializationOptions": options,
        });
        assert!(client.ask("initialize", params)["result"]["capabilities"].is_object());
        client.notify("initialized", json!({}));
        client
    }

    /// A client that has said nothing yet.
    pub(crate) fn spawn(folder: &Folder) -> Self {
        let mut child = folder
            .command(&["lsp"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let (sender, messages) = mpsc::channel();
        thread::spawn(move || {
            while let Some(message) = message(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let root = format!("file://{}", folder.path().canonicalize().unwrap().display());
        let input = child.stdin.take();
        Self { child, input, messages, waiting: Vec::new(), root, asked: 0 }
    }

    pub(crate) fn uri(&self, name: &str) -> String {
        format!("{}/{name}", self.root)
    }

    pub(crate) fn write(&mut self, bytes: &str) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes.as_bytes()).unwrap();
        input.flush().unwrap();
    }

    pub(crate) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.write(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The whole answer to a request.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.wait_for(|it| it["id"] == id && it.get("method").is_none())
    }

    /// The result of a request about a place in a file.
    pub(crate) fn at(&mut self, method: &str, name: &str, line: u32, character: u32) -> Value {
        let params = json!({
            "textDocument": { "uri": self.uri(name) },
            "position": { "line": line, "character": character },
        });
        let answer = self.ask(method, params);
        answer.get("result").unwrap_or_else(|| panic!("{answer}")).clone()
    }

    /// Opens a file, and gives what is told of it.
    pub(crate) fn open(&mut self, name: &str, text: &str) -> Vec<Value> {
        let uri = self.uri(name);
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
        self.published(name)["diagnostics"].as_array().unwrap().clone()
    }

    pub(crate) fn change(
        &mut self,
        name: &str,
        version: u32,
        from: (u32, u32),
        to: (u32, u32),
        text: &str,
    ) {
        let at = |(line, character)| json!({ "line": line, "character": character });
        let change = json!({ "range": { "start": at(from), "end": at(to) }, "text": text });
        let document = json!({ "uri": self.uri(name), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        self.notify("textDocument/didChange", params);
    }

    /// The next that is told of a file.
    pub(crate) fn published(&mut self, name: &str) -> Value {
        let uri = self.uri(name);
        let is_it = |it: &Value| {
            it["method"] == "textDocument/publishDiagnostics" && it["params"]["uri"] == uri.as_str()
        };
        self.wait_for(is_it)["params"].clone()
    }

    /// The first message that fits, of those that have come and those to come.
    pub(crate) fn wait_for(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.waiting.iter().position(&fits) {
            return self.waiting.remove(at);
        }
        loop {
            let next = self.messages.recv_timeout(Duration::from_mins(1));
            let message =
                next.unwrap_or_else(|_| panic!("no answer; what came: {:?}", self.waiting));
            if fits(&message) {
                return message;
            }
            self.waiting.push(message);
        }
    }

    /// Leaves as the protocol has it; the exit code.
    pub(crate) fn end(mut self) -> Option<i32> {
        self.ask("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.code()
    }

    /// The exit code, once the input has ended.
    pub(crate) fn code(&mut self) -> Option<i32> {
        self.input = None;
        self.child.wait().unwrap().code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.child.wait();
    }
}

/// The next message of the server.
fn message(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().unwrap(),
            _ => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// The byte that a position of the protocol is at, counted afresh.
pub(crate) fn offset(text: &str, position: &Value) -> usize {
    let line = position["line"].as_u64().unwrap() as usize;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut units = position["character"].as_u64().unwrap();
    let mut at = start;
    for c in text[start..].chars() {
        if units == 0 {
            break;
        }
        units = units.checked_sub(c.len_utf16() as u64).expect("inside a character");
        at += c.len_utf8();
    }
    at
}
