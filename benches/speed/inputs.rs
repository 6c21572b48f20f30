//! What is measured: drafts of three lengths, an empty one, and the Highway Code where it is there.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use tempfile::TempDir;

use super::generated;

/// One draft, in memory and on the disk.
pub(crate) struct Input {
    pub(crate) name: &'static str,
    /// A file, or a folder with the files of one Code.
    pub(crate) path: PathBuf,
    /// Its next version, where `diff` is measured.
    pub(crate) next: Option<PathBuf>,
    pub(crate) texts: Vec<String>,
}

impl Input {
    pub(crate) fn bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}

pub(crate) const EMPTY: &str = "empty";

/// Inputs by name, in the order they are shown.
pub(crate) fn names() -> Vec<&'static str> {
    INPUTS.inputs.iter().map(|input| input.name).filter(|name| *name != EMPTY).collect()
}

/// As [`names`], and an empty file: what it costs to start.
pub(crate) fn names_and_empty() -> Vec<&'static str> {
    INPUTS.inputs.iter().map(|input| input.name).collect()
}

/// The names of inputs that have a next version.
pub(crate) fn names_with_next() -> Vec<&'static str> {
    INPUTS.inputs.iter().filter(|input| input.next.is_some()).map(|input| input.name).collect()
}

pub(crate) fn named(name: &str) -> &'static Input {
    INPUTS.inputs.iter().find(|input| input.name == name).expect("a name from this list")
}

/// The Markdown files of a folder, in the order of their names.
pub(crate) fn markdown_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    files.sort();
    files
}

struct Inputs {
    inputs: Vec<Input>,
    /// Holds the files while they are measured.
    _folder: TempDir,
}

static INPUTS: LazyLock<Inputs> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder for drafts");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("room for a draft");
        path
    };
    let made = |name, bytes: usize| {
        let text = generated::code(bytes);
        let next = write(&format!("{bytes}-next.md"), &generated::revised(bytes));
        Input {
            name,
            path: write(&format!("{bytes}.md"), &text),
            next: Some(next),
            texts: vec![text],
        }
    };
    let mut inputs = vec![
        Input { name: EMPTY, path: write("empty.md", ""), next: None, texts: vec![String::new()] },
        made("100 KB", 100_000),
        made("1 MB", 1_000_000),
        made("20 MB", 20_000_000),
    ];
    inputs.extend(highway_code());
    Inputs { inputs, _folder: folder }
});

/// The newest version of the Highway Code beside the checkout; it is not part of the project.
fn highway_code() -> Option<Input> {
    let versions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/highway-code");
    let Ok(versions) = fs::read_dir(&versions) else {
        println!("skipped: {} is not here", versions.display());
        return None;
    };
    let path = versions.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).max()?;
    let texts =
        markdown_in(&path).iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
    Some(Input { name: "Highway Code", path, next: None, texts })
}
