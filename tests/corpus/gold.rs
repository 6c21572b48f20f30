//! Gold readings: what each keyword of a corpus draft means, as people read it (corpus/README.md says how).

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

/// The gold reading of one keyword. Offsets are bytes of the draft beside it.
#[derive(Debug, Deserialize)]
pub(crate) struct Gold {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) keyword: String,
    pub(crate) modality: String,
    /// One list of accepted names a holder; empty: nobody is named; `None`: not judged.
    pub(crate) holder: Option<Vec<Vec<String>>>,
    /// Contested: read by nobody's standard, and not scored.
    #[serde(default)]
    pub(crate) skip: bool,
    /// Which kind of hard sentence it stands in.
    pub(crate) class: Option<String>,
    pub(crate) action: Option<String>,
    pub(crate) deadline: Option<String>,
    pub(crate) authority: Option<String>,
    #[serde(default)]
    pub(crate) conditions: Vec<String>,
}

/// A draft and its gold reading.
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) gold: Vec<Gold>,
}

pub(crate) fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The texts of one folder (not of the folders in it) that have a gold reading, by name.
pub(crate) fn texts(folder: &Path) -> Vec<Text> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .collect();
    files.sort();
    files.iter().map(|file| text(file)).collect()
}

fn text(gold_file: &Path) -> Text {
    let gold = fs::read_to_string(gold_file)
        .expect("gold is UTF-8")
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            serde_json::from_str(line)
                .unwrap_or_else(|error| panic!("{}: {error}: {line}", gold_file.display()))
        })
        .collect();
    Text {
        name: gold_file.file_stem().expect("a file has a name").to_string_lossy().into_owned(),
        bytes: fs::read(gold_file.with_extension("md")).expect("gold stands beside its draft"),
        gold,
    }
}
