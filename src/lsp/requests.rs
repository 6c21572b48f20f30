//! What the client asks of a file: answered from the text as it stands, or refused where the text has changed since.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use ls_types::{CodeAction, DocumentSymbol, Hover, Location, Position, Range, Uri};
use serde::Serialize;
use serde_json::Value;

use super::{
    actions, definition, hover,
    server::{Server, survived},
    symbols,
    sync::path_of,
    view::View,
    wire::ErrorCode,
};
use crate::source::SourceId;

/// A request that waits until all changes that came before it are read.
pub(super) struct Pending {
    id: Value,
    asked: Asked,
    path: PathBuf,
    /// The version of the text it was asked of.
    version: i32,
}

/// What is asked.
enum Asked {
    Hover(Position),
    Definition(Position),
    Symbols,
    /// The quick fixes in a range; `None` where other actions are wanted.
    Actions(Option<Range>),
}

/// What is answered.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Nothing,
    Hover(Option<Hover>),
    Definition(Option<Location>),
    Symbols(Vec<DocumentSymbol>),
    Actions(Vec<CodeAction>),
}

impl Asked {
    /// Reads a request; `None` where it is none that is answered here.
    fn read(method: &str, params: &Value) -> Option<Result<Self, String>> {
        fn part<T: serde::de::DeserializeOwned>(params: &Value, name: &str) -> Result<T, String> {
            let value = params.get(name).cloned().unwrap_or(Value::Null);
            serde_json::from_value(value).map_err(|error| format!("{name}: {error}"))
        }
        Some(match method {
            "textDocument/hover" => part(params, "position").map(Self::Hover),
            "textDocument/definition" => part(params, "position").map(Self::Definition),
            "textDocument/documentSymbol" => Ok(Self::Symbols),
            "textDocument/codeAction" => {
                let wanted = params.pointer("/context/only").and_then(Value::as_array);
                let wanted = wanted.is_none_or(|kinds| kinds.iter().any(|it| it == "quickfix"));
                part(params, "range").map(|range| Self::Actions(wanted.then_some(range)))
            }
            _ => return None,
        })
    }
}

impl<W: Write> Server<'_, W> {
    /// Keeps a request until the texts are read.
    pub(super) fn queue(&mut self, id: Value, method: &str, params: &Value) -> io::Result<()> {
        let asked = match Asked::read(method, params) {
            Some(Ok(asked)) => asked,
            Some(Err(why)) => return self.client.refuse(&id, ErrorCode::InvalidParams, &why),
            None => {
                let why = format!("dutybound does not answer “{method}”");
                return self.client.refuse(&id, ErrorCode::MethodNotFound, &why);
            }
        };
        let uri = params.pointer("/textDocument/uri").and_then(Value::as_str);
        let path = uri.and_then(|uri| uri.parse::<Uri>().ok()).map(|uri| path_of(&uri));
        let open = path.and_then(|path| Some((self.open.get(&path)?.version, path)));
        let Some((version, path)) = open else {
            let why = "textDocument: not a file that is open";
            return self.client.refuse(&id, ErrorCode::InvalidParams, why);
        };
        self.pending.push(Pending { id, asked, path, version });
        Ok(())
    }

    pub(super) fn cancel(&mut self, params: &Value) -> io::Result<()> {
        let id = params.get("id").cloned().unwrap_or(Value::Null);
        let before = self.pending.len();
        self.pending.retain(|pending| pending.id != id);
        if self.pending.len() < before {
            return self.client.refuse(&id, ErrorCode::Cancelled, "cancelled");
        }
        Ok(())
    }

    /// Answers every request that waits. All texts have been read.
    pub(super) fn answer_pending(&mut self) -> io::Result<()> {
        for Pending { id, asked, path, version } in std::mem::take(&mut self.pending) {
            if self.open.get(&path).is_none_or(|open| open.version != version) {
                let why = "the text has changed since";
                self.client.refuse(&id, ErrorCode::ContentModified, why)?;
                continue;
            }
            let answer = survived(|| {
                let view = self.codes.view_of(&path);
                let of = view.and_then(|view| Some((view, view.source_of(&path)?)));
                of.map_or(Answer::Nothing, |(view, source)| self.answer(&asked, view, source))
            });
            match answer {
                Ok(answer) => self.client.answer(&id, answer)?,
                Err(why) => self.client.refuse(&id, ErrorCode::Internal, &why)?,
            }
        }
        Ok(())
    }

    fn answer(&self, asked: &Asked, view: &View, source: SourceId) -> Answer {
        let offset = |position| view.lines(source).offset(view.text(source), position);
        match *asked {
            Asked::Hover(at) => Answer::Hover(hover::at(view, source, offset(at))),
            Asked::Definition(at) => {
                let project = &*self.project;
                Answer::Definition(definition::of(view, source, offset(at), project))
            }
            Asked::Symbols => Answer::Symbols(symbols::of(view, source)),
            Asked::Actions(range) => {
                let range = range.map(|it| offset(it.start)..offset(it.end));
                Answer::Actions(range.map_or_else(Vec::new, |it| actions::on(view, source, it)))
            }
        }
    }
}
