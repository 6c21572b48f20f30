//! An mdBook's SUMMARY.md: which files make the book, and in what order.

use std::path::{Component, Path, PathBuf};

use super::codes::Planned;
use crate::{
    document::Document,
    source::{Source, SourceId},
};

/// Whether a file is a table of contents of mdBook.
pub(super) fn is_summary(planned: &Planned) -> bool {
    let name = planned.file.path.as_deref().and_then(Path::file_name);
    name.is_some_and(|name| name == "SUMMARY.md")
}

/// The files that a SUMMARY.md in `folder` lists, in its order, as paths beside it.
pub(super) fn chapters(folder: &Path, summary: &Source) -> Vec<PathBuf> {
    let document = Document::from_source(SourceId(0), summary);
    let targets = document.links.iter().map(|link| link.target.as_str());
    targets.map(|target| beside(folder, target.split('#').next().unwrap_or(target))).collect()
}

/// A relative path without its "./" and "../" steps, so that it compares equal to one that was walked.
fn beside(folder: &Path, target: &str) -> PathBuf {
    let mut path = folder.to_path_buf();
    for step in Path::new(target).components() {
        match step {
            Component::ParentDir => {
                path.pop();
            }
            Component::CurDir => {}
            other => path.push(other),
        }
    }
    path
}
