//! `dutybound register`: who must do what, by when, under which law.

use anyhow::ensure;
use clap::{Args as ClapArgs, ValueEnum};

use super::{Outcome, input::InputArgs, look::Look, output::OutputArgs};
use crate::{
    report::{
        json,
        register::{self, RegisterReport, Selected, Selection},
    },
    statements::Modality,
};

/// The duty register: every duty, prohibition, piece of guidance and permission, with who must act
#[derive(ClapArgs)]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs<Format>,
    #[command(flatten)]
    selection: SelectionArgs,

    /// Counts by part and by body instead of the statements
    #[arg(long)]
    summary: bool,

    /// List every modal word that is no statement, and why (terminal and json)
    #[arg(long)]
    uncounted: bool,
}

/// Which statements are wanted.
#[derive(ClapArgs)]
pub(super) struct SelectionArgs {
    /// Only what this body has to do; any of its names will do. May be given several times
    #[arg(long, value_name = "NAME")]
    holder: Vec<String>,

    /// Only statements of this modality: duty, prohibition, guidance, guidance-against, permission, undeclared, encouragement
    #[arg(long, value_name = "M", value_delimiter = ',', value_parser = modality)]
    modality: Vec<Modality>,

    /// Only statements in this part: its number, or words of its heading
    #[arg(long, value_name = "P")]
    part: Vec<String>,

    /// Only statements that name nobody
    #[arg(long)]
    without_holder: bool,

    /// Only statements that no law was found behind
    #[arg(long)]
    without_authority: bool,
}

impl SelectionArgs {
    pub(super) fn selection(&self) -> Selection {
        Selection {
            holders: self.holder.clone(),
            modalities: self.modality.clone(),
            parts: self.part.clone(),
            without_holder: self.without_holder,
            without_authority: self.without_authority,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Terminal,
    Csv,
    /// A workbook for Excel and its like: a sheet for each modality, and one of counts
    Xlsx,
    Json,
    Jsonl,
    Markdown,
}

fn by_ending(ending: &str) -> Option<Format> {
    match ending {
        "txt" => Some(Format::Terminal),
        "csv" => Some(Format::Csv),
        "xlsx" => Some(Format::Xlsx),
        "json" => Some(Format::Json),
        "jsonl" => Some(Format::Jsonl),
        "md" => Some(Format::Markdown),
        _ => None,
    }
}

fn modality(written: &str) -> Result<Modality, String> {
    let known = Modality::ALL.into_iter().find(|modality| modality.as_str() == written);
    known.ok_or_else(|| {
        let names = Modality::ALL.map(Modality::as_str);
        match crate::config::nearest(written, names) {
            Some(name) => format!("did you mean {name}?"),
            None => format!("choose one of {}", names.join(", ")),
        }
    })
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    let format = args.output.format(Format::Terminal, by_ending)?;
    ensure!(
        !args.summary || format == Format::Terminal || format == Format::Xlsx,
        "--summary is for people: leave --format out, or open the first sheet of an xlsx"
    );
    ensure!(
        !args.uncounted || matches!(format, Format::Terminal | Format::Json),
        "--uncounted goes with the formats terminal and json"
    );
    let drafts = args.input.read(look, args.output.path())?;
    let selection = args.selection.selection();
    let report = RegisterReport {
        drafts: drafts.read.iter().map(|draft| Selected::of(draft, &selection)).collect(),
        not_read: &drafts.not_read,
        uncounted: args.uncounted,
    };
    args.output.write(look, |out, page| match format {
        Format::Terminal if args.summary => register::summary(out, &report, page),
        Format::Terminal => register::terminal(out, &report, page),
        Format::Csv => register::csv(out, &report),
        Format::Xlsx => register::xlsx(out, &report),
        Format::Json => json::register(out, &report),
        Format::Jsonl => json::register_lines(out, &report),
        Format::Markdown => register::markdown(out, &report),
    })?;
    Ok(if drafts.not_read.is_empty() { Outcome::Clean } else { Outcome::NotAllRead })
}
