//! The drafts in a folder: Markdown, as `.gitignore` and the configuration let them be found.

use std::path::{Path, PathBuf};

use anyhow::Context;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use ignore::WalkBuilder;

use super::{
    files::{InputFile, shown},
    natural,
};
use crate::{cli::settings::Settings, report::NotRead};

/// What the configuration says of files in folders.
pub(super) struct Walk {
    endings: Vec<String>,
    include: GlobSet,
    exclude: GlobSet,
    /// What the globs are relative to.
    folder: PathBuf,
}

impl Walk {
    pub(super) fn new(settings: &Settings) -> anyhow::Result<Self> {
        let config = &settings.config;
        let further = config.extensions.iter().map(|ending| ending.trim_start_matches('.'));
        let endings = ["md", "markdown"].into_iter().chain(further);
        Ok(Self {
            endings: endings.map(|ending| format!(".{}", ending.to_lowercase())).collect(),
            include: globs(&config.include).context("include")?,
            exclude: globs(&config.exclude).context("exclude")?,
            folder: settings.folder.clone(),
        })
    }

    /// What names of drafts end in: ".md".
    pub(super) fn endings(&self) -> &[String] {
        &self.endings
    }

    /// The drafts in a folder and the folders in it, in the order of their names.
    pub(super) fn files_in(&self, folder: &Path, not_read: &mut Vec<NotRead>) -> Vec<InputFile> {
        let mut paths = Vec::new();
        // A .gitignore means what it says whether or not the folder was cloned.
        for entry in WalkBuilder::new(folder).require_git(false).build() {
            match entry {
                Ok(entry) => {
                    // A pipe or a device among drafts is none, and may never end.
                    let kind = entry.file_type();
                    let is_file = kind.is_some_and(|kind| kind.is_file() || kind.is_symlink());
                    if is_file && self.takes(entry.path()) {
                        paths.push(entry.into_path());
                    }
                }
                Err(error) => {
                    not_read.push(NotRead { path: shown(folder), reason: error.to_string() });
                }
            }
        }
        paths.sort_by(|a, b| natural::compare(a, b));
        paths.iter().map(|path| InputFile::at(path)).collect()
    }

    /// Whether the configuration leaves a file out, whatever its name ends in.
    pub(super) fn leaves_out(&self, path: &Path) -> bool {
        let below = relative_to(&self.folder, path);
        let included = self.include.is_empty() || self.include.is_match(&below);
        !included || self.exclude.is_match(&below)
    }

    fn takes(&self, path: &Path) -> bool {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
        let named = name.is_some_and(|name| self.endings.iter().any(|end| name.ends_with(end)));
        let below = relative_to(&self.folder, path);
        let included = if self.include.is_empty() { named } else { self.include.is_match(&below) };
        included && !self.exclude.is_match(&below)
    }
}

/// A path as globs of the configuration see it: relative to the configuration's folder.
pub(in crate::cli) fn relative_to(folder: &Path, path: &Path) -> PathBuf {
    let clean = path.strip_prefix("./").unwrap_or(path);
    let absolute = std::path::absolute(clean).unwrap_or_else(|_| clean.to_path_buf());
    absolute.strip_prefix(folder).map_or(absolute.clone(), Path::to_path_buf)
}

/// Globs in which `*` stops at folders and `**` does not.
pub(in crate::cli) fn globs(patterns: &[String]) -> anyhow::Result<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(GlobBuilder::new(pattern).literal_separator(true).build()?);
    }
    Ok(set.build()?)
}
