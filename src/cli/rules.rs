//! `dutybound rules`: every check and every change, in two tables.

use clap::{Args as ClapArgs, ValueEnum};

use super::{Outcome, look::Look, output};
use crate::report;

/// List the rules of check and the changes of diff, each with its severity
#[derive(ClapArgs)]
pub(super) struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Json,
    Markdown,
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    match args.format {
        Format::Terminal => return list(look),
        Format::Json => output::to_stdout(look, |out, _| report::rules::json(out))?,
        Format::Markdown => output::to_stdout(look, |out, _| report::rules::markdown(out))?,
    }
    Ok(Outcome::Clean)
}

pub(super) fn list(look: &Look) -> anyhow::Result<Outcome> {
    output::to_stdout(look, |out, page| report::rules::terminal(out, page))?;
    Ok(Outcome::Clean)
}
