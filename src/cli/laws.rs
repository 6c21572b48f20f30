//! `dutybound laws`: the instruments cited, how often, and where to get each.

use clap::{Args as ClapArgs, ValueEnum};

use super::{Outcome, input::InputArgs, look::Look, output::OutputArgs};
use crate::report::laws;

/// List the laws that drafts cite: how often, and where the data file of each is
#[derive(ClapArgs)]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs<Format>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Terminal,
    Json,
}

fn by_ending(ending: &str) -> Option<Format> {
    match ending {
        "txt" => Some(Format::Terminal),
        "json" => Some(Format::Json),
        _ => None,
    }
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    let format = args.output.format(Format::Terminal, by_ending)?;
    let drafts = args.input.read(look, args.output.path())?;
    let cited = laws::cited(&drafts.read);
    args.output.write(look, |out, _| match format {
        Format::Terminal => laws::terminal(out, &cited),
        Format::Json => laws::json(out, &cited),
    })?;
    Ok(if drafts.not_read.is_empty() { Outcome::Clean } else { Outcome::NotAllRead })
}
