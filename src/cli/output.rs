//! Where a report goes: standard output, or a file that is written beside its name and then renamed.

use std::{
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
};

use anstream::AutoStream;
use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use tempfile::NamedTempFile;

use super::look::Look;
use crate::report::Page;

/// Options of every command that writes a report in several formats.
#[derive(Args)]
pub(super) struct OutputArgs<F: ValueEnum + Clone + Send + Sync + 'static> {
    /// How to write the report [default: by the ending of --output, else terminal]
    #[arg(long, value_enum)]
    format: Option<F>,

    /// Write to this file instead of standard output; its ending chooses the format
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl<F: ValueEnum + Clone + Send + Sync + 'static> OutputArgs<F> {
    /// The format asked for, or that of the file's ending, or `default`.
    pub(super) fn format(&self, default: F, by_ending: fn(&str) -> Option<F>) -> anyhow::Result<F> {
        if let Some(format) = &self.format {
            return Ok(format.clone());
        }
        let Some(path) = &self.output else { return Ok(default) };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match by_ending(&ending.to_ascii_lowercase()) {
            Some(format) => Ok(format),
            None => bail!(
                "{}: its ending does not say which format to write; add --format",
                path.display()
            ),
        }
    }

    /// The file that is written, where it is one.
    pub(super) fn path(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// Runs `write` on where the report goes.
    pub(super) fn write(
        &self,
        look: &Look,
        write: impl FnOnce(&mut dyn Write, Page) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        match &self.output {
            Some(path) => to_file(path, |out| write(out, Page::default())),
            None => to_stdout(look, write),
        }
    }
}

/// Writes to standard output; an error of the last flush counts as much as one of the first byte.
pub(super) fn to_stdout(
    look: &Look,
    write: impl FnOnce(&mut dyn Write, Page) -> io::Result<()>,
) -> anyhow::Result<()> {
    let stdout = io::stdout().lock();
    let page = Page { width: width(&stdout), color: look.colors(&stdout) };
    let raw = if page.color { AutoStream::always(stdout) } else { AutoStream::always_ansi(stdout) };
    let mut out = BufWriter::with_capacity(1 << 16, raw);
    write(&mut out, page).and_then(|()| out.flush()).context("cannot write to standard output")
}

/// Columns of the terminal. What goes elsewhere has the same width everywhere, so that it can be compared.
fn width(stdout: &io::StdoutLock<'_>) -> usize {
    if !stdout.is_terminal() {
        return Page::default().width;
    }
    terminal_size::terminal_size_of(stdout)
        .map_or(Page::default().width, |(width, _)| width.0.into())
}

/// Writes a file whole or not at all.
pub(super) fn to_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let failed = || format!("cannot write {}", path.display());
    let beside = NamedTempFile::new_in(folder).with_context(failed)?;
    let mut out = BufWriter::with_capacity(1 << 16, beside);
    write(&mut out).with_context(failed)?;
    let beside = out.into_inner().map_err(io::IntoInnerError::into_error).with_context(failed)?;
    allow_reading(beside.as_file(), path).with_context(failed)?;
    beside.persist(path).map_err(|error| error.error).with_context(failed)?;
    Ok(())
}

/// A temporary file is its owner's alone; a report gets the rights of the file it replaces, or those of any new file.
#[cfg(unix)]
fn allow_reading(file: &std::fs::File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let rights = match std::fs::metadata(path) {
        Ok(old) => old.permissions(),
        Err(_) => std::fs::Permissions::from_mode(0o644),
    };
    file.set_permissions(rights)
}

#[cfg(not(unix))]
fn allow_reading(_: &std::fs::File, _: &Path) -> io::Result<()> {
    Ok(())
}
