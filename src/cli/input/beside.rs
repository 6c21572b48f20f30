//! Which Code one file is of, where the workspace says so: as the configuration says, or as a SUMMARY.md lists.

use std::path::{Path, PathBuf};

use super::{
    files::{InputFile, shown},
    sources, summary,
    walk::{self, Walk},
};
use crate::{cli::settings::Settings, convert::Options, report::NotRead, source::Source};

/// The files of one Code.
pub(in crate::cli) struct Beside {
    pub(in crate::cli) name: String,
    pub(in crate::cli) sources: Vec<(PathBuf, Source)>,
    pub(in crate::cli) not_read: Vec<NotRead>,
}

/// The Code that a file is of; `None` where the configuration leaves the file out, or it is no Markdown. All drafts in the
/// folder `whole` are of one Code, where it is given.
///
/// # Errors
///
/// When a glob of the configuration is none.
pub(in crate::cli) fn beside(
    file: &Path,
    whole: Option<&Path>,
    settings: &Settings,
) -> anyhow::Result<Option<Beside>> {
    let walk = Walk::new(settings)?;
    if walk.leaves_out(file)
        || sources::converted(&shown(file), b"", &Options::default(), &|_, _| ()) != Ok(None)
    {
        return Ok(None);
    }
    let (name, paths) = match whole {
        Some(folder) => (shown(folder), drafts_in(folder, &walk)),
        None => configured(file, &walk, settings)?
            .or_else(|| book(file))
            .unwrap_or_else(|| (shown(file), vec![file.to_path_buf()])),
    };
    let mut found = Beside { name, sources: Vec::new(), not_read: Vec::new() };
    for path in paths {
        let input = InputFile::at(&path);
        match sources::read(&input, super::MAX_BYTES, &Options::default(), &|_, _| ()) {
            Ok(source) => found.sources.push((path, source)),
            // Its text is in the editor; on the disk it may not be yet.
            Err(_) if path == file => {
                let empty = Source::from_bytes(input.name, Vec::new());
                found.sources.extend(empty.ok().map(|source| (path, source)));
            }
            Err(reason) => found.not_read.push(NotRead { path: input.name, reason }),
        }
    }
    Ok(Some(found))
}

fn drafts_in(folder: &Path, walk: &Walk) -> Vec<PathBuf> {
    walk.files_in(folder, &mut Vec::new()).into_iter().filter_map(|it| it.path).collect()
}

/// The `[[code]]` that a file is of.
fn configured(
    file: &Path,
    walk: &Walk,
    settings: &Settings,
) -> anyhow::Result<Option<(String, Vec<PathBuf>)>> {
    for code in &settings.config.code {
        let globs = walk::globs(&code.files)?;
        let belongs = |path: &Path| globs.is_match(walk::relative_to(&settings.folder, path));
        if belongs(file) {
            let mut paths = drafts_in(&settings.folder, walk);
            paths.retain(|path| belongs(path));
            return Ok(Some((code.name.clone(), paths)));
        }
    }
    Ok(None)
}

/// The book whose SUMMARY.md, beside a file or in a folder above it, lists the file.
fn book(file: &Path) -> Option<(String, Vec<PathBuf>)> {
    file.ancestors().skip(1).find_map(|folder| {
        let summary = InputFile::at(&folder.join("SUMMARY.md"));
        let summary =
            sources::read(&summary, super::MAX_BYTES, &Options::default(), &|_, _| ()).ok()?;
        let chapters = summary::chapters(folder, &summary);
        chapters.iter().any(|path| path == file).then(|| (shown(folder), chapters))
    })
}
