//! The server's life: what it knows, and the order in which it does things.

use std::{
    any::Any,
    io::{self, BufRead, Write},
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    sync::mpsc::Receiver,
};

use ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, HoverProviderCapability,
    InitializeResult, MessageType, OneOf, SaveOptions, ServerCapabilities, ServerInfo,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions, Uri,
};
use serde_json::{Value, json};

use super::{
    Options, Project,
    codes::Codes,
    requests::Pending,
    sync::{OpenFiles, path_of},
    wire::{self, Client, ErrorCode, Event},
};

/// How the client left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It asked the server to shut down, as the protocol has it.
    AsAsked,
    /// It went away.
    Abruptly,
}

/// Where the server is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Fresh,
    Running,
    ShutDown,
    Ended(Ended),
}

pub(super) struct Server<'a, W> {
    pub(super) project: &'a mut dyn Project,
    pub(super) client: Client<W>,
    phase: Phase,
    /// The workspace's folder.
    pub(super) root: Option<PathBuf>,
    pub(super) options: Options,
    /// Whether the client tells of files that change on the disk.
    pub(super) watches: bool,
    pub(super) open: OpenFiles,
    pub(super) codes: Codes,
    pub(super) pending: Vec<Pending>,
    /// Counts what changes texts or how they are read: what was read before it is stale.
    pub(super) revision: u64,
}

/// Serves one client until it leaves.
///
/// # Errors
///
/// When `output` cannot be written to.
pub fn serve(
    project: &mut dyn Project,
    input: impl BufRead + Send + 'static,
    output: impl Write,
) -> io::Result<Ended> {
    let events = wire::listen(input);
    let mut server = Server {
        project,
        client: Client::new(output),
        phase: Phase::Fresh,
        root: None,
        options: Options::default(),
        watches: false,
        open: OpenFiles::default(),
        codes: Codes::default(),
        pending: Vec::new(),
        revision: 0,
    };
    loop {
        if let Phase::Ended(ended) = server.phase {
            return Ok(ended);
        }
        let Ok(event) = events.recv() else { return Ok(Ended::Abruptly) };
        server.take(event)?;
        server.take_waiting(&events)?;
        server.read_stale(&events)?;
        server.answer_pending()?;
    }
}

impl<W: Write> Server<'_, W> {
    /// Takes all messages that have come by now.
    pub(super) fn take_waiting(&mut self, events: &Receiver<Event>) -> io::Result<()> {
        while let Ok(event) = events.try_recv() {
            self.take(event)?;
        }
        Ok(())
    }

    fn take(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::Answer => Ok(()),
            Event::Malformed { id, code, why } => self.client.refuse(&id, code, &why),
            Event::Notification { method, params } => self.notified(&method, params),
            Event::Request { id, method, params } => self.asked(id, &method, &params),
        }
    }

    fn asked(&mut self, id: Value, method: &str, params: &Value) -> io::Result<()> {
        match (self.phase, method) {
            (Phase::Fresh, "initialize") => self.initialize(&id, params),
            (Phase::Fresh, _) => {
                let why = "the first request has to be “initialize”";
                self.client.refuse(&id, ErrorCode::NotInitialized, why)
            }
            (Phase::Running, "shutdown") => {
                self.phase = Phase::ShutDown;
                self.client.answer(&id, Value::Null)
            }
            (Phase::Running, "initialize") => {
                self.client.refuse(&id, ErrorCode::InvalidRequest, "initialized already")
            }
            (Phase::Running, _) => self.queue(id, method, params),
            (Phase::ShutDown | Phase::Ended(_), _) => {
                self.client.refuse(&id, ErrorCode::InvalidRequest, "shut down already")
            }
        }
    }

    fn notified(&mut self, method: &str, params: Value) -> io::Result<()> {
        match (self.phase, method) {
            (phase, "exit") => {
                let asked = phase == Phase::ShutDown;
                self.phase = Phase::Ended(if asked { Ended::AsAsked } else { Ended::Abruptly });
                Ok(())
            }
            (Phase::Running, "initialized") => self.watch_files(),
            (Phase::Running, "$/cancelRequest") => self.cancel(&params),
            (Phase::Running, _) => self.sync(method, params),
            _ => Ok(()),
        }
    }

    /// Reads of the client's many capabilities only what is used: a word it gets wrong elsewhere does no harm.
    fn initialize(&mut self, id: &Value, params: &Value) -> io::Result<()> {
        self.phase = Phase::Running;
        let roots = ["/workspaceFolders/0/uri", "/rootUri"];
        let root = roots.iter().find_map(|at| params.pointer(at)?.as_str()?.parse::<Uri>().ok());
        self.root = root.map(|uri| path_of(&uri));
        self.watches = params
            .pointer("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration")
            .is_some_and(|it| it == true);
        let server_info = ServerInfo {
            name: "dutybound".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        };
        let result = InitializeResult {
            capabilities: capabilities(),
            server_info: Some(server_info),
            ..InitializeResult::default()
        };
        self.client.answer(id, result)?;
        self.configure(params.get("initializationOptions"))
    }

    /// Asks to be told of files that change on the disk, where the client can.
    fn watch_files(&mut self) -> io::Result<()> {
        if !self.watches {
            return Ok(());
        }
        let globs = ["**/dutybound.toml", "**/*.{md,markdown}"];
        let watchers: Vec<Value> = globs.iter().map(|it| json!({ "globPattern": it })).collect();
        let registration = json!({
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        });
        self.client.ask("client/registerCapability", json!({ "registrations": [registration] }))
    }

    /// Says something in the client's log.
    pub(super) fn log(&mut self, kind: MessageType, message: &str) -> io::Result<()> {
        self.client.notify("window/logMessage", json!({ "type": kind, "message": message }))
    }

    pub(super) fn is_running(&self) -> bool {
        self.phase == Phase::Running
    }
}

fn capabilities() -> ServerCapabilities {
    let save = SaveOptions { include_text: Some(false) };
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(save)),
        ..TextDocumentSyncOptions::default()
    };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
        ..CodeActionOptions::default()
    };
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
        ..ServerCapabilities::default()
    }
}

/// Does some work; a crash in it is an error like another, and the server lives on.
pub(super) fn survived<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|cause| {
        let said = said(cause.as_ref());
        format!(
            "dutybound made a mistake of its own here ({said}); please report it with this text"
        )
    })
}

fn said(cause: &(dyn Any + Send)) -> &str {
    let owned = cause.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or("no reason given")
}
