//! The command line: one file a command. Files, git, folders, progress and threads live here and nowhere else.

mod check;
mod convert;
mod coverage;
mod diff;
mod explain;
mod fail_on;
mod generate;
mod git;
mod init;
mod input;
mod law;
mod laws;
mod look;
mod lsp;
mod output;
mod parallel;
mod policy;
mod progress;
mod register;
mod rules;
mod settings;
mod time_limit;
mod usage;
mod version;
mod vocabulary;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use look::Look;

/// Reads a draft Code of Practice and says who must do what, under which law.
#[derive(Parser)]
#[command(name = "dutybound", version, subcommand_required = true, arg_required_else_help = true)]
#[command(after_help = "Exit codes: 0 nothing that --fail-on names, 1 something, 2 could not run.")]
struct Cli {
    #[command(flatten)]
    look: Look,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Register(register::Args),
    Coverage(coverage::Args),
    Laws(laws::Args),
    Diff(diff::Args),
    Convert(convert::Args),
    Explain(explain::Args),
    Rules(rules::Args),
    Init(init::Args),
    Lsp(lsp::Args),
    Generate(generate::Args),
}

/// How a command that could run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing that `--fail-on` names.
    Clean,
    /// Something that `--fail-on` names.
    Failed,
    /// A PATH could not be read; what could be was done.
    NotAllRead,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Failed => Self::from(1),
            Outcome::NotAllRead => Self::from(2),
        }
    }
}

/// Runs the command that the process was given.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage::refuse(&error),
    };
    match run(&cli) {
        Ok(outcome) => outcome.into(),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            cli.look.error(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(cli: &Cli) -> anyhow::Result<Outcome> {
    let look = &cli.look;
    match &cli.command {
        Command::Check(args) => check::run(args, look),
        Command::Register(args) => register::run(args, look),
        Command::Coverage(args) => coverage::run(args, look),
        Command::Laws(args) => laws::run(args, look),
        Command::Diff(args) => diff::run(args, look),
        Command::Convert(args) => convert::run(args, look),
        Command::Explain(args) => explain::run(args, look),
        Command::Rules(args) => rules::run(args, look),
        Command::Init(args) => init::run(args, look),
        Command::Lsp(args) => lsp::run(args),
        Command::Generate(args) => generate::run(args, look),
    }
}

/// Whether the reader of our output went away (`dutybound check | head`): that is their choice and no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// Writes to stderr. A stderr that nobody holds open is no reason to fail.
fn to_stderr(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}
