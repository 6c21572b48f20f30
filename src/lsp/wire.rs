//! The wire: JSON-RPC messages behind a `Content-Length` each, read on a thread of their own, written by the server.

use std::{
    io::{self, BufRead, Read, Write},
    sync::mpsc::{self, Receiver},
    thread,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// No message of an editor comes near: a draft may have 64 MB, and JSON writes some characters six times as long.
const LONGEST: u64 = 512 << 20;

/// What JSON-RPC and the protocol call what went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub(super) enum ErrorCode {
    Parse = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    Internal = -32603,
    NotInitialized = -32002,
    Cancelled = -32800,
    ContentModified = -32801,
}

/// One message of the client.
#[derive(Debug)]
pub(super) enum Event {
    Request {
        id: Value,
        method: String,
        params: Value,
    },
    Notification {
        method: String,
        params: Value,
    },
    /// An answer to something the server asked.
    Answer,
    /// No message at all; its id, where it has one.
    Malformed {
        id: Value,
        code: ErrorCode,
        why: String,
    },
}

#[derive(Deserialize)]
struct Incoming {
    id: Option<Value>,
    method: Option<String>,
    #[serde(default)]
    params: Value,
}

/// Reads messages until the input ends.
pub(super) fn listen(mut input: impl BufRead + Send + 'static) -> Receiver<Event> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        while let Ok(Some(event)) = next(&mut input) {
            let is_exit = matches!(&event, Event::Notification { method, .. } if method == "exit");
            if sender.send(event).is_err() || is_exit {
                break;
            }
        }
    });
    receiver
}

/// The next message; `None` where the input ends. What is no message is one that says so, and the next is looked for.
fn next(input: &mut impl BufRead) -> io::Result<Option<Event>> {
    let malformed = |code, why| Ok(Some(Event::Malformed { id: Value::Null, code, why }));
    let length = match header(input)? {
        Header::End => return Ok(None),
        Header::Length(length) => length,
        Header::WithoutLength => {
            let why = "a header without Content-Length".to_owned();
            return malformed(ErrorCode::Parse, why);
        }
    };
    if length > LONGEST {
        io::copy(&mut input.take(length), &mut io::sink())?;
        return malformed(ErrorCode::InvalidRequest, format!("{length} bytes are too many"));
    }
    // The length is what the other side claims: memory is taken as bytes come.
    let mut body = Vec::new();
    if input.take(length).read_to_end(&mut body)? as u64 != length {
        return Ok(None);
    }
    Ok(Some(event(&body)))
}

/// What stands before a message.
enum Header {
    Length(u64),
    WithoutLength,
    /// The input ends.
    End,
}

fn header(input: &mut impl BufRead) -> io::Result<Header> {
    const LONGEST_LINE: u64 = 64 << 10;
    let mut length = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(Header::End);
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim();
        if text.is_empty() {
            return Ok(length.map_or(Header::WithoutLength, Header::Length));
        }
        let (name, value) = text.split_once(':').unwrap_or((text, ""));
        if name.eq_ignore_ascii_case("Content-Length") {
            length = value.trim().parse().ok();
        }
    }
}

fn event(body: &[u8]) -> Event {
    let malformed = |id, code, why| Event::Malformed { id, code, why };
    let value: Value = match serde_json::from_slice(body) {
        Ok(value) => value,
        Err(error) => return malformed(Value::Null, ErrorCode::Parse, error.to_string()),
    };
    let id = value.get("id").filter(|id| is_id(id)).cloned().unwrap_or(Value::Null);
    match serde_json::from_value(value) {
        Ok(Incoming { id: Some(id), method: Some(method), params }) if is_id(&id) => {
            Event::Request { id, method, params }
        }
        Ok(Incoming { id: None, method: Some(method), params }) => {
            Event::Notification { method, params }
        }
        Ok(Incoming { id: Some(_), method: None, .. }) => Event::Answer,
        Ok(_) => malformed(
            id,
            ErrorCode::InvalidRequest,
            "neither a request nor a notification".to_owned(),
        ),
        Err(error) => malformed(id, ErrorCode::InvalidRequest, error.to_string()),
    }
}

fn is_id(id: &Value) -> bool {
    id.is_number() || id.is_string()
}

/// The client, as the server speaks to it.
pub(super) struct Client<W> {
    out: W,
    asked: u32,
}

/// What the server sends: exactly one of these shapes.
#[derive(Serialize)]
#[serde(untagged)]
enum Outgoing<'a, P> {
    Request { jsonrpc: &'a str, id: u32, method: &'a str, params: P },
    Notification { jsonrpc: &'a str, method: &'a str, params: P },
    Result { jsonrpc: &'a str, id: &'a Value, result: P },
    Error { jsonrpc: &'a str, id: &'a Value, error: ErrorBody<'a> },
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    code: i32,
    message: &'a str,
}

const JSONRPC: &str = "2.0";

impl<W: Write> Client<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, asked: 0 }
    }

    pub(super) fn notify(&mut self, method: &str, params: impl Serialize) -> io::Result<()> {
        self.send(&Outgoing::Notification { jsonrpc: JSONRPC, method, params })
    }

    /// Asks something of the client; what it answers is not needed.
    pub(super) fn ask(&mut self, method: &str, params: impl Serialize) -> io::Result<()> {
        self.asked += 1;
        self.send(&Outgoing::Request { jsonrpc: JSONRPC, id: self.asked, method, params })
    }

    pub(super) fn answer(&mut self, id: &Value, result: impl Serialize) -> io::Result<()> {
        self.send(&Outgoing::Result { jsonrpc: JSONRPC, id, result })
    }

    pub(super) fn refuse(&mut self, id: &Value, code: ErrorCode, why: &str) -> io::Result<()> {
        let error = ErrorBody { code: code as i32, message: why };
        let message: Outgoing<'_, ()> = Outgoing::Error { jsonrpc: JSONRPC, id, error };
        self.send(&message)
    }

    fn send<P: Serialize>(&mut self, message: &Outgoing<'_, P>) -> io::Result<()> {
        let body = serde_json::to_vec(message)?;
        write!(self.out, "Content-Length: {}\r\n\r\n", body.len())?;
        self.out.write_all(&body)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(wire: &str) -> Vec<Event> {
        listen(io::Cursor::new(wire.to_owned())).iter().collect()
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn what_is_no_message_is_said_and_the_next_is_read() {
        let wire = [
            framed("{ this is no JSON"),
            framed("[]"),
            framed(r#"{"id": 7, "method": 8}"#),
            "X-Header: 1\r\n\r\n".to_owned(),
            framed(r#"{"id": "x", "method": "hover"}"#),
        ];
        let events = events(&wire.concat());
        let codes: Vec<Option<ErrorCode>> = events
            .iter()
            .map(|event| match event {
                Event::Malformed { code, .. } => Some(*code),
                _ => None,
            })
            .collect();
        let (parse, invalid) = (Some(ErrorCode::Parse), Some(ErrorCode::InvalidRequest));
        assert_eq!(codes, [parse, invalid, invalid, parse, None]);
        assert!(matches!(&events[2], Event::Malformed { id, .. } if *id == 7));
        assert!(matches!(&events[4], Event::Request { id, .. } if *id == "x"));
    }

    #[test]
    fn a_length_that_is_only_claimed_takes_no_memory() {
        assert!(events("Content-Length: 536870912\r\n\r\n{}").is_empty());
        assert!(matches!(
            events("Content-Length: 99999999999999\r\n\r\n{}").as_slice(),
            [Event::Malformed { code: ErrorCode::InvalidRequest, .. }]
        ));
    }
}
