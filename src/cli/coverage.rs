//! `dutybound coverage`: the duties in the law against those of the drafts.

use anyhow::ensure;
use clap::{Args as ClapArgs, ValueEnum};

use super::{Outcome, input::InputArgs, look::Look, output::OutputArgs};
use crate::report::coverage;

/// Hold the duties and powers of a law against the statements that cite them (needs --law)
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
    Csv,
    Json,
    Html,
}

fn by_ending(ending: &str) -> Option<Format> {
    match ending {
        "txt" => Some(Format::Terminal),
        "csv" => Some(Format::Csv),
        "json" => Some(Format::Json),
        "html" | "htm" => Some(Format::Html),
        _ => None,
    }
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    let format = args.output.format(Format::Terminal, by_ending)?;
    let drafts = args.input.read(look, args.output.path())?;
    ensure!(
        !drafts.law.instruments.is_empty(),
        "coverage needs a law: --law FILE, or [[law]] in dutybound.toml (dutybound laws PATH says where to get one)"
    );
    let rows = coverage::rows(&drafts.read);
    args.output.write(look, |out, _| match format {
        Format::Terminal => coverage::terminal(out, &rows),
        Format::Csv => coverage::csv(out, &rows),
        Format::Json => coverage::json(out, &rows),
        Format::Html => coverage::html(out, &rows, &drafts.read),
    })?;
    Ok(if drafts.not_read.is_empty() { Outcome::Clean } else { Outcome::NotAllRead })
}
