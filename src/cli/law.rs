//! Reads the laws a draft is held against: legislation.gov.uk XML, or the text of a Bill or of draft Regulations.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, anyhow, bail};

use super::{
    input::{self, shown_from_here},
    settings::Settings,
};
use crate::{
    convert::Options,
    law::{Instrument, Law},
    statements::Vocabulary,
};

/// A file or folder that somebody named as a law.
#[derive(Clone, Debug)]
pub(super) struct LawPath {
    pub(super) path: PathBuf,
    /// Where it was named: "--law".
    asked: &'static str,
}

/// What the command line names, then what the configuration does.
pub(super) fn named(options: &[PathBuf], settings: &Settings) -> Vec<LawPath> {
    let options = options.iter().map(|path| LawPath { path: path.clone(), asked: "--law" });
    let configured = settings.config.law.iter().map(|law| {
        let path = PathBuf::from(shown_from_here(&settings.folder.join(&law.file)));
        LawPath { path, asked: "[[law]] of dutybound.toml" }
    });
    options.chain(configured).collect()
}

/// The laws in these files and folders. A file that cannot be read is an error: findings would be missing.
pub(super) fn read(
    paths: &[LawPath],
    max_bytes: u64,
    vocabulary: &Vocabulary,
) -> anyhow::Result<Arc<Law>> {
    let mut law = Law::default();
    for LawPath { path, asked } in paths {
        let files = files_of(path)
            .with_context(|| format!("{}: cannot be read ({asked})", path.display()))?;
        if files.is_empty() {
            bail!(
                "{}: no law in this folder; a law is a .xml, .md, .txt, .docx, .odt or .pdf file ({asked})",
                path.display()
            );
        }
        for file in files {
            let read = instrument(&file, max_bytes, vocabulary);
            law.instruments.push(read.map_err(|reason| anyhow!("{reason} ({asked})"))?);
        }
    }
    Ok(Arc::new(law))
}

fn files_of(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    const ENDINGS: [&str; 7] = ["xml", "md", "markdown", "txt", "docx", "odt", "pdf"];
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
    let is_law = |path: &PathBuf| {
        path.extension()
            .is_some_and(|it| ENDINGS.iter().any(|ending| it.eq_ignore_ascii_case(ending)))
    };
    let mut files: Vec<PathBuf> =
        entries.into_iter().map(|entry| entry.path()).filter(is_law).collect();
    files.sort();
    Ok(files)
}

fn instrument(path: &Path, max_bytes: u64, vocabulary: &Vocabulary) -> Result<Instrument, String> {
    let name = path.display().to_string();
    let read = || -> Result<Instrument, String> {
        let is_xml = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("xml"));
        let text = input::text_of(path, max_bytes, &Options::default(), is_xml)?;
        let law = if is_xml || text.trim_start_matches('\u{feff}').trim_start().starts_with("<?xml")
        {
            Instrument::from_clml(&name, &text, vocabulary)
        } else {
            Instrument::from_text(&name, &text, vocabulary)
        };
        law.map_err(|error| error.to_string())
    };
    read().map_err(|reason| format!("{name}: {reason}"))
}
