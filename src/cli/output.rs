//! Where a report goes: standard output, or a file that is written beside its name and then renamed.

use std::{
    fs::{self, File},
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

/// Writes a file whole or not at all. What is there and is no file (a pipe, `/dev/stdout`) is written to as it is.
pub(super) fn to_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let failed = || format!("cannot write {}", path.display());
    // A link stays a link: the file behind it is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if fs::metadata(&target).is_ok_and(|it| !it.is_file() && !it.is_dir()) {
        let mut out = BufWriter::new(File::create(&target).with_context(failed)?);
        return write(&mut out).and_then(|()| out.flush()).with_context(failed);
    }
    let beside = written_beside(&target, write).with_context(failed)?;
    if let Ok(old) = fs::metadata(&target) {
        beside.as_file().set_permissions(old.permissions()).with_context(failed)?;
    }
    beside.persist(&target).map_err(|error| error.error).with_context(failed)?;
    Ok(())
}

/// Writes a file whole, and only where there is none: of several runs at once, one does.
pub(super) fn to_new_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let beside =
        written_beside(path, write).with_context(|| format!("cannot write {}", path.display()))?;
    match beside.persist_noclobber(path) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => {
            Err(error.error).with_context(|| format!("cannot write {}", path.display()))
        }
        Err(_) => bail!("{} is there already and is left as it is", path.display()),
        Ok(_) => Ok(()),
    }
}

/// What will be `target`, whole, under another name in the same folder. It is gone again if anything fails.
fn written_beside(
    target: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut out = BufWriter::with_capacity(1 << 16, beside(folder)?);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)
}

/// A file without a name of its own yet, with the rights of any new file: a temporary one would be its owner's alone.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dutybound-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666)); // less what the umask takes away
    }
    builder.tempfile_in(folder)
}
