//! What the client says of files: opened, changed, saved, closed; and of settings.

use std::{
    collections::HashMap,
    io::{self, Write},
    path::{Path, PathBuf},
};

use ls_types::{
    Diagnostic, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, FileChangeType, MessageType, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Options, server::Server, text::Text};

/// A file that the editor holds.
#[derive(Debug)]
pub(super) struct OpenFile {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: Text,
    /// What the client was told last of it, and of which version.
    pub(super) told: Option<(i32, Vec<Diagnostic>)>,
}

/// Every open file, by its path.
pub(super) type OpenFiles = HashMap<PathBuf, OpenFile>;

/// The path of a file; of a text that is in no file, its address.
pub(super) fn path_of(uri: &Uri) -> PathBuf {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    let path = uri.to_file_path().filter(|_| is_file);
    path.map_or_else(|| PathBuf::from(uri.as_str()), std::borrow::Cow::into_owned)
}

impl<W: Write> Server<'_, W> {
    pub(super) fn sync(&mut self, method: &str, params: Value) -> io::Result<()> {
        let done = match method {
            "textDocument/didOpen" => parsed(params).map(|it| self.opened(it)),
            "textDocument/didChange" => parsed(params).and_then(|it| self.changed(it)),
            "textDocument/didClose" => match parsed(params) {
                Ok(closed) => return self.closed(&closed),
                Err(why) => Err(why),
            },
            "textDocument/didSave" if !self.watches => {
                self.forget();
                Ok(())
            }
            "workspace/didChangeWatchedFiles" => parsed(params).map(|it| self.changed_on_disk(&it)),
            "workspace/didChangeConfiguration" => return self.configure(params.get("settings")),
            _ => Ok(()),
        };
        done.or_else(|why| self.log(MessageType::ERROR, &format!("{method}: {why}")))
    }

    fn opened(&mut self, params: DidOpenTextDocumentParams) {
        let it = params.text_document;
        let path = path_of(&it.uri);
        self.codes.forget(&path);
        let text = Text::new(it.text);
        self.open.insert(path, OpenFile { uri: it.uri, version: it.version, text, told: None });
        self.revision += 1;
    }

    fn changed(&mut self, params: DidChangeTextDocumentParams) -> Result<(), String> {
        let path = path_of(&params.text_document.uri);
        let Some(file) = self.open.get_mut(&path) else {
            return Err(format!("{} is not open", params.text_document.uri.as_str()));
        };
        file.text.change(params.content_changes);
        file.version = params.text_document.version;
        self.codes.read_again(&path);
        self.revision += 1;
        Ok(())
    }

    fn closed(&mut self, params: &DidCloseTextDocumentParams) -> io::Result<()> {
        let path = path_of(&params.text_document.uri);
        let Some(file) = self.open.remove(&path) else { return Ok(()) };
        // What stands on the disk counts from now on, for the files of the same Code too.
        self.codes.forget(&path);
        self.revision += 1;
        self.tell(&file.uri, None, &[])
    }

    /// Of an open file, what the editor holds counts, whatever is saved.
    fn changed_on_disk(&mut self, params: &DidChangeWatchedFilesParams) {
        let counts = |path: &Path, how: FileChangeType| {
            how != FileChangeType::CHANGED || !self.open.contains_key(path)
        };
        if params.changes.iter().any(|it| counts(&path_of(&it.uri), it.typ)) {
            self.forget();
        }
    }

    /// Takes the settings of the editor: those under `dutybound`, or all, where nothing stands under it.
    pub(super) fn configure(&mut self, settings: Option<&Value>) -> io::Result<()> {
        let Some(settings) = settings.filter(|it| it.is_object()) else { return Ok(()) };
        let own = settings.get("dutybound").unwrap_or(settings);
        match Options::read(own) {
            Ok(options) => self.options = options,
            Err(why) => {
                self.log(MessageType::ERROR, &format!("the settings of dutybound: {why}"))?;
            }
        }
        self.forget();
        Ok(())
    }

    /// Everything is looked up and read anew.
    fn forget(&mut self) {
        self.codes.clear();
        self.revision += 1;
    }
}

fn parsed<T: DeserializeOwned>(params: Value) -> Result<T, String> {
    serde_json::from_value(params).map_err(|error| error.to_string())
}
