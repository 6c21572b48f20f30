//! Reads the laws a draft is held against: legislation.gov.uk XML, or the text of a Bill or of draft Regulations.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, bail};

use super::input;
use crate::{
    convert::Options,
    law::{Instrument, Law},
    statements::Vocabulary,
};

/// The laws in these files and folders. A file that cannot be read is an error: findings would be missing.
pub(super) fn read(
    paths: &[PathBuf],
    max_bytes: u64,
    vocabulary: &Vocabulary,
) -> anyhow::Result<Arc<Law>> {
    let mut law = Law::default();
    for path in paths {
        let files = files_of(path)
            .with_context(|| format!("{}: cannot be read (--law)", path.display()))?;
        if files.is_empty() {
            bail!(
                "{}: no law in this folder; a law is a .xml, .md, .txt, .docx or .pdf file (--law)",
                path.display()
            );
        }
        for file in files {
            law.instruments.push(instrument(&file, max_bytes, vocabulary)?);
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

fn instrument(path: &Path, max_bytes: u64, vocabulary: &Vocabulary) -> anyhow::Result<Instrument> {
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
    read().map_err(|reason| anyhow::anyhow!("{name}: {reason} (--law)"))
}
