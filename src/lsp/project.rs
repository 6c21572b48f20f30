//! What the server asks of the world. Files, folders and configuration are the command line's.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::Deserialize;
use serde_json::Value;

use crate::{
    document::Date, findings::Severity, law::Law, report::NotRead, statements::Vocabulary,
    triage::Policy,
};

/// Finds what a file belongs to, and reads what lies beside it.
pub trait Project {
    /// The Code that a file is of, with all that holds for it; `None` where the project leaves the file out.
    ///
    /// # Errors
    ///
    /// When the configuration, or a law it names, cannot be read.
    fn code_of(
        &mut self,
        file: &Path,
        root: Option<&Path>,
        options: &Options,
    ) -> Result<Option<Code>, Fault>;

    /// The text of a file of the law; `None` where it is none that an editor shows.
    fn law_text(&self, file: &Path) -> Option<String>;
}

/// What the editor's settings say, under `dutybound`. What a project says stands in its dutybound.toml.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, rename_all = "camelCase")]
pub struct Options {
    /// The configuration to use, instead of the nearest dutybound.toml.
    pub config: Option<PathBuf>,
    /// Laws to hold drafts against: files and folders.
    pub law: Vec<PathBuf>,
    /// The day to read drafts for.
    pub as_of: Option<String>,
    /// Whether every draft of the workspace's folder is of one Code.
    pub one_code: bool,
    /// Run the rules that are off unless asked for.
    pub strict: bool,
    /// How much is shown.
    pub show: Show,
}

impl Options {
    /// Reads settings. What is null or empty is not set.
    pub(super) fn read(settings: &Value) -> Result<Self, String> {
        let mut set = settings.clone();
        if let Some(keys) = set.as_object_mut() {
            keys.retain(|_, value| !value.is_null() && value != "");
        }
        serde_json::from_value(set).map_err(|error| error.to_string())
    }
}

/// The least severity that is shown.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    Error,
    Warning,
    #[default]
    Note,
}

impl Show {
    pub(super) fn takes(self, severity: Severity) -> bool {
        let least = match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        };
        severity >= least
    }
}

/// One Code, in one or more files, with all that holds for it.
pub struct Code {
    /// How reports name it.
    pub name: String,
    /// In the order they are read.
    pub files: Vec<CodeFile>,
    /// Files of it that could not be read.
    pub not_read: Vec<NotRead>,
    pub vocabulary: Arc<Vocabulary>,
    pub policy: Policy,
    pub law: Arc<Law>,
    /// The day that was asked for.
    pub as_of: Option<Date>,
}

/// One file of a Code, as it stands on the disk. Where it is open, what the editor holds counts.
pub struct CodeFile {
    pub path: PathBuf,
    pub text: String,
}

/// Why nothing can be said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub message: String,
    /// The configuration that is at fault, with the line, from 0.
    pub at: Option<(PathBuf, u32)>,
}
