//! `dutybound diff`: what changed between two drafts, duty by duty.

use std::path::PathBuf;

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};

use super::{
    Outcome,
    input::{OldAndNew, ReadArgs},
    look::Look,
    output::OutputArgs,
    register::SelectionArgs,
};
use crate::{
    config, diff,
    findings::Severity,
    report::{
        self,
        diff::{DiffReport, Show},
        json,
    },
};

/// What changed between two drafts: duties weakened, holders removed, time limits moved, whatever was renumbered
#[derive(ClapArgs)]
#[command(
    override_usage = "dutybound diff [OPTIONS] OLD NEW\n       dutybound diff [OPTIONS] --since REV PATH"
)]
pub(super) struct Args {
    /// The old draft and the new: files, folders (each one Code), or - for standard input
    #[arg(value_name = "PATH", required = true, num_args = 1..=2)]
    paths: Vec<PathBuf>,

    /// Compare PATH with what it was at this revision of git
    #[arg(long, value_name = "REV")]
    since: Option<String>,

    #[command(flatten)]
    output: OutputArgs<Format>,
    #[command(flatten)]
    selection: SelectionArgs,

    /// How much to show people [default: all that changed what is asked of anybody]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    show: Option<ShowArg>,

    /// What makes the exit code 1: changes, severities (and what is above them), or never
    #[arg(long, value_name = "LIST", default_value = "never", value_parser = fail_on)]
    fail_on: FailOn,

    #[command(flatten)]
    reading: ReadArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Json,
    Markdown,
    /// One page for a browser: both sentences of each change, and the new draft with the changes beside their words
    Html,
    Sarif,
    /// Workflow commands, for GitHub Actions
    Github,
}

fn by_ending(ending: &str) -> Option<Format> {
    match ending {
        "txt" => Some(Format::Terminal),
        "json" => Some(Format::Json),
        "md" => Some(Format::Markdown),
        "html" | "htm" => Some(Format::Html),
        "sarif" => Some(Format::Sarif),
        _ => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ShowArg {
    Error,
    /// Errors and warnings
    Warning,
    /// All but what was only reworded, moved or renumbered
    Note,
    /// What was only reworded, moved or renumbered too
    All,
}

impl From<Option<ShowArg>> for Show {
    fn from(show: Option<ShowArg>) -> Self {
        match show {
            None => Self::Brief,
            Some(ShowArg::Error) => Self::From(Severity::Error),
            Some(ShowArg::Warning) => Self::From(Severity::Warning),
            Some(ShowArg::Note) => Self::From(Severity::Note),
            Some(ShowArg::All) => Self::All,
        }
    }
}

/// What of the changes makes the exit code 1. Empty is `never`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FailOn(Vec<FailOnItem>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FailOnItem {
    /// This severity or a higher one; what is hidden has none.
    Severity(Severity),
    /// Any change of this name, first or beside.
    Change(&'static str),
}

fn fail_on(written: &str) -> Result<FailOn, String> {
    if written.trim() == "never" {
        return Ok(FailOn(Vec::new()));
    }
    written.split(',').map(str::trim).map(fail_on_item).collect::<Result<_, _>>().map(FailOn)
}

fn fail_on_item(written: &str) -> Result<FailOnItem, String> {
    if let Some(severity) = Severity::ALL.into_iter().find(|it| it.as_str() == written) {
        return Ok(FailOnItem::Severity(severity));
    }
    if let Some(rule) = diff::find(written) {
        return Ok(FailOnItem::Change(rule.id));
    }
    let names = || diff::CHANGES.iter().map(|rule| rule.id);
    Err(match config::nearest(written, names()) {
        Some(name) => format!("there is no change `{written}`; did you mean `{name}`?"),
        None => format!(
            "there is no change `{written}`; choose among {}, error, warning, note and never",
            names().collect::<Vec<_>>().join(", ")
        ),
    })
}

impl FailOn {
    fn fails(&self, changes: &[&diff::Change]) -> bool {
        changes.iter().any(|change| {
            self.0.iter().any(|item| match *item {
                FailOnItem::Severity(severity) => {
                    !change.is_hidden() && change.severity() >= severity
                }
                FailOnItem::Change(id) => change.is(id),
            })
        })
    }
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    let format = args.output.format(Format::Terminal, by_ending)?;
    let OldAndNew { old, new, not_read } = args.read(look)?;
    let comparison = diff::compare(&old, &new);
    let selection = args.selection.selection();
    let report = DiffReport::of(&comparison, &selection, &not_read, args.show.into());
    args.output.write(look, |out, page| match format {
        Format::Terminal => report::diff::terminal(out, &report, page),
        Format::Json => json::diff(out, &report),
        Format::Markdown => report::diff::markdown(out, &report),
        Format::Html => report::diff::html(out, &report),
        Format::Sarif => report::diff::sarif(out, &report),
        Format::Github => report::diff::github(out, &report),
    })?;
    Ok(match (not_read.is_empty(), args.fail_on.fails(&report.changes)) {
        (false, _) => Outcome::NotAllRead,
        (true, true) => Outcome::Failed,
        (true, false) => Outcome::Clean,
    })
}

impl Args {
    fn read(&self, look: &Look) -> anyhow::Result<OldAndNew> {
        let output = self.output.path();
        match (&self.since, self.paths.as_slice()) {
            (Some(revision), [path]) => self.reading.read_since(look, output, revision, path),
            (None, [old, new]) => self.reading.read_two(look, output, &[old.clone(), new.clone()]),
            (Some(_), _) => bail!("--since compares one PATH with its own past; give one"),
            (None, _) => bail!("give two drafts, or one with --since REV"),
        }
    }
}
