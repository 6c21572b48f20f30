//! Which open files are of which Code, and what was read of each: looked up when it is needed, read again when it changed.

use std::{
    collections::HashMap,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::mpsc::Receiver,
};

use ls_types::{Diagnostic, MessageType, Uri};
use serde_json::json;

use super::{
    Code, CodeFile, Fault, diagnostics,
    server::{Server, survived},
    view::View,
    wire::Event,
};

/// The Codes that open files are of.
#[derive(Default)]
pub(super) struct Codes {
    all: Vec<KnownCode>,
    /// Open files of which nothing is said: the project leaves them out, or is at fault.
    left_out: HashMap<PathBuf, Option<Fault>>,
    /// The faults that the user was told of.
    told: Vec<Fault>,
}

struct KnownCode {
    code: Code,
    /// What was read; an error where it could not be. `None` until then.
    view: Option<Result<View, String>>,
}

impl Codes {
    /// Everything is to be looked up again. What the user was told of is not told again.
    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.left_out.clear();
    }

    /// The Code of a file is to be looked up again.
    pub(super) fn forget(&mut self, path: &Path) {
        self.all.retain(|known| !known.code.has(path));
        self.left_out.remove(path);
    }

    /// The Code of a file is to be read again.
    pub(super) fn read_again(&mut self, path: &Path) {
        for known in self.all.iter_mut().filter(|known| known.code.has(path)) {
            known.view = None;
        }
    }

    fn know(&self, path: &Path) -> bool {
        self.left_out.contains_key(path) || self.all.iter().any(|known| known.code.has(path))
    }

    /// What was read of the Code of a file.
    pub(super) fn view_of(&self, path: &Path) -> Option<&View> {
        let known = self.all.iter().find(|known| known.code.has(path))?;
        known.view.as_ref()?.as_ref().ok()
    }
}

impl Code {
    fn has(&self, path: &Path) -> bool {
        self.files.iter().any(|file| file.path == path)
    }
}

impl<W: Write> Server<'_, W> {
    /// Reads every Code that has not been read since it changed, and tells the client what was found. What comes meanwhile is taken;
    /// where that changes a text, what was just read is dropped.
    pub(super) fn read_stale(&mut self, events: &Receiver<Event>) -> io::Result<()> {
        while self.is_running() {
            self.look_up()?;
            let all = &self.codes.all;
            let Some(at) = all.iter().position(|known| known.view.is_none()) else { break };
            let revision = self.revision;
            let read = || View::of(&all[at].code, &self.open, &self.options);
            let view = survived(read).and_then(|view| view);
            self.take_waiting(events)?;
            if self.revision == revision {
                self.codes.all[at].view = Some(view);
                self.publish(at)?;
            }
        }
        Ok(())
    }

    /// Finds the Code of every open file that has none yet.
    fn look_up(&mut self) -> io::Result<()> {
        let unknown: Vec<PathBuf> =
            self.open.keys().filter(|path| !self.codes.know(path)).cloned().collect();
        for path in unknown {
            if self.codes.know(&path) {
                continue;
            }
            let (root, options) = (self.root.as_deref(), &self.options);
            let found = survived(|| self.project.code_of(&path, root, options));
            match found.unwrap_or_else(|message| Err(Fault { message, at: None })) {
                Ok(Some(code)) => self.add(code, &path)?,
                Ok(None) => self.leave_out(path, None)?,
                Err(fault) => self.leave_out(path, Some(fault))?,
            }
        }
        self.tell_faults()
    }

    fn add(&mut self, mut code: Code, path: &Path) -> io::Result<()> {
        if !code.has(path) {
            // It is not saved yet.
            code.files.push(CodeFile { path: path.to_path_buf(), text: String::new() });
        }
        for file in &code.not_read {
            let message = format!("{}: {}", file.path, file.reason);
            self.log(MessageType::WARNING, &message)?;
        }
        self.codes.all.push(KnownCode { code, view: None });
        Ok(())
    }

    fn leave_out(&mut self, path: PathBuf, fault: Option<Fault>) -> io::Result<()> {
        let file = self.open.get_mut(&path);
        let uri = file.and_then(|file| file.told.take().map(|_| file.uri.clone()));
        self.codes.left_out.insert(path, fault);
        uri.map_or(Ok(()), |uri| self.tell(&uri, None, &[]))
    }

    /// Says what is wrong with the project, in a message and at its place; and takes back what is no longer wrong.
    fn tell_faults(&mut self) -> io::Result<()> {
        let mut faults: Vec<Fault> = Vec::new();
        for fault in self.codes.left_out.values().flatten() {
            if !faults.contains(fault) {
                faults.push(fault.clone());
            }
        }
        let told = std::mem::replace(&mut self.codes.told, faults.clone());
        for mended in told.iter().filter(|fault| !faults.contains(fault)) {
            if let Some((uri, _)) = diagnostics::of_fault(mended) {
                self.tell(&uri, None, &[])?;
            }
        }
        for fault in faults.iter().filter(|fault| !told.contains(fault)) {
            let message = format!("dutybound checks nothing here: {}", fault.message);
            let params = json!({ "type": MessageType::ERROR, "message": message });
            self.client.notify("window/showMessage", params)?;
            if let Some((uri, found)) = diagnostics::of_fault(fault) {
                self.tell(&uri, None, &[found])?;
            }
        }
        Ok(())
    }

    /// Tells the client what was found in the open files of a Code, where that is news.
    fn publish(&mut self, at: usize) -> io::Result<()> {
        let KnownCode { code, view } = &self.codes.all[at];
        let Some(view) = view else { return Ok(()) };
        for file in &code.files {
            let Some(open) = self.open.get_mut(&file.path) else { continue };
            let found = match view {
                Ok(view) => diagnostics::of_file(view, &file.path),
                Err(why) => vec![diagnostics::of_unread(why)],
            };
            let told = Some((open.version, found));
            if open.told != told {
                open.told = told;
                let Some((version, found)) = &open.told else { continue };
                let params =
                    Published { uri: &open.uri, version: Some(*version), diagnostics: found };
                self.client.notify(PUBLISH, params)?;
            }
        }
        Ok(())
    }

    /// Tells the client what is wrong in a file, instead of what it was told before.
    pub(super) fn tell(
        &mut self,
        uri: &Uri,
        version: Option<i32>,
        diagnostics: &[Diagnostic],
    ) -> io::Result<()> {
        self.client.notify(PUBLISH, Published { uri, version, diagnostics })
    }
}

const PUBLISH: &str = "textDocument/publishDiagnostics";

/// What `publishDiagnostics` takes, borrowed: a long draft has thousands.
#[derive(serde::Serialize)]
struct Published<'a> {
    uri: &'a Uri,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
    diagnostics: &'a [Diagnostic],
}
