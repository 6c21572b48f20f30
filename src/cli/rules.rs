//! `dutybound rules`: every check, in one table.

use clap::{Args as ClapArgs, ValueEnum};

use super::{Outcome, look::Look, output};
use crate::{report, rules::RULES};

/// List the rules, with the severity of their findings
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
        Format::Json => output::to_stdout(look, |out, _| report::rules::json(out, RULES))?,
        Format::Markdown => output::to_stdout(look, |out, _| report::rules::markdown(out, RULES))?,
    }
    Ok(Outcome::Clean)
}

pub(super) fn list(look: &Look) -> anyhow::Result<Outcome> {
    output::to_stdout(look, |out, page| report::rules::terminal(out, RULES, page))?;
    Ok(Outcome::Clean)
}
