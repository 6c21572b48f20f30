//! What each PATH names: a file, the drafts in a folder, standard input, or nothing.

use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{bail, ensure};

use super::walk::Walk;
use crate::{cli::settings::Settings, report::NotRead};

/// One file to read.
#[derive(Clone, Debug)]
pub(super) struct InputFile {
    /// How reports name it.
    pub(super) name: String,
    /// `None` is standard input.
    pub(super) path: Option<PathBuf>,
}

/// What one PATH stands for.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder that was named; its files may be one Code.
    pub(super) folder: Option<PathBuf>,
    pub(super) files: Vec<InputFile>,
}

pub(super) struct FoundFiles {
    pub(super) places: Vec<Place>,
    pub(super) not_read: Vec<NotRead>,
}

/// Looks at every PATH, in order. A file named twice is read once.
pub(super) fn find(
    paths: &[PathBuf],
    stdin_path: Option<&Path>,
    settings: &Settings,
) -> anyhow::Result<FoundFiles> {
    ensure!(
        paths.iter().filter(|path| path.as_os_str() == "-").count() <= 1,
        "standard input can be read only once"
    );
    let walk = Walk::new(settings)?;
    let mut found = FoundFiles { places: Vec::new(), not_read: Vec::new() };
    let mut seen = HashSet::new();
    for path in paths.iter().filter(|path| seen.insert(path.as_path())) {
        match place_of(path, stdin_path, &walk, &mut found.not_read) {
            Ok(place) => found.places.push(place),
            Err(reason) => found.not_read.push(NotRead { path: shown(path), reason }),
        }
    }
    Ok(found)
}

fn place_of(
    path: &Path,
    stdin_path: Option<&Path>,
    walk: &Walk,
    not_read: &mut Vec<NotRead>,
) -> Result<Place, String> {
    if path.as_os_str() == "-" {
        let name = stdin_path.map_or_else(|| "<stdin>".to_owned(), shown);
        return Ok(Place { folder: None, files: vec![InputFile { name, path: None }] });
    }
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        _ => error.to_string(),
    })?;
    if !metadata.is_dir() {
        return Ok(Place { folder: None, files: vec![InputFile::at(path)] });
    }
    let files = walk.files_in(path, not_read);
    if files.is_empty() {
        return Err(format!(
            "no draft found in this folder (looked for files that end in {})",
            walk.endings().join(", ")
        ));
    }
    Ok(Place { folder: Some(path.to_path_buf()), files })
}

impl InputFile {
    pub(super) fn at(path: &Path) -> Self {
        Self { name: shown(path), path: Some(path.to_path_buf()) }
    }
}

/// A path as reports name it: without the "./" that walking the current folder adds.
pub(super) fn shown(path: &Path) -> String {
    let short = path.strip_prefix("./").unwrap_or(path);
    let short = if short.as_os_str().is_empty() { path } else { short };
    short.to_string_lossy().into_owned()
}

/// A path that was found by going upward, as reports name it: from the current folder, where it lies below that.
pub(in crate::cli) fn shown_from_here(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    shown(here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path))
}

/// Refuses to write a report over a draft it is about.
pub(super) fn refuse_output(places: &[Place], output: Option<&Path>) -> anyhow::Result<()> {
    let Some(target) = output.and_then(|output| fs::canonicalize(output).ok()) else {
        return Ok(());
    };
    let drafts = places.iter().flat_map(|place| &place.files).filter_map(|file| file.path.as_ref());
    for draft in drafts {
        if fs::canonicalize(draft).is_ok_and(|draft| draft == target) {
            bail!("--output {} would write over a draft; give another name", draft.display());
        }
    }
    Ok(())
}
