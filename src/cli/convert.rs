//! `dutybound convert`: the Markdown that the other commands read in a PDF, Word, HTML or text file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::bail;
use clap::Args as ClapArgs;

use super::{
    Outcome,
    input::{self, TrackedArg, size},
    look::Look,
    output,
};

/// PDF, Word, HTML or text to the Markdown the other commands read
#[derive(ClapArgs)]
pub(super) struct Args {
    /// The file to convert, or - for standard input
    #[arg(value_name = "FILE")]
    path: PathBuf,

    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "OUT.md")]
    output: Option<PathBuf>,

    #[command(flatten)]
    tracked: TrackedArg,

    /// Refuse files over this size; K, M and G are understood
    #[arg(long, value_name = "N", default_value = "64M", value_parser = size::parse)]
    max_bytes: u64,
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    let markdown = input::markdown_of(&args.path, args.max_bytes, &args.tracked, look)?;
    match &args.output {
        Some(path) if same_file(path, &args.path) => {
            bail!("--output {} would write over the file itself; give another name", path.display())
        }
        Some(path) => output::to_file(path, |out| out.write_all(markdown.as_bytes()))?,
        None => output::to_stdout(look, |out, _| out.write_all(markdown.as_bytes()))?,
    }
    Ok(Outcome::Clean)
}

fn same_file(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}
