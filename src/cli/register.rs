//! `dutybound register`: who must do what, by when, under which law.

use std::io::{self, Write};

use anyhow::ensure;
use clap::{Args as ClapArgs, ValueEnum};

use super::{
    Outcome,
    input::{Drafts, InputArgs, Plan},
    look::Look,
    output::OutputArgs,
};
use crate::{
    draft::Draft,
    report::{
        NotRead, json,
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
    /// One page for a browser: the text with every statement marked, filters, figures
    Html,
}

fn by_ending(ending: &str) -> Option<Format> {
    match ending {
        "txt" => Some(Format::Terminal),
        "csv" => Some(Format::Csv),
        "xlsx" => Some(Format::Xlsx),
        "json" => Some(Format::Json),
        "jsonl" => Some(Format::Jsonl),
        "md" => Some(Format::Markdown),
        "html" | "htm" => Some(Format::Html),
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
        !args.summary || matches!(format, Format::Terminal | Format::Xlsx | Format::Html),
        "--summary is for people: leave --format out, or look at the first sheet of an xlsx or the figures of an html"
    );
    ensure!(
        !args.uncounted || matches!(format, Format::Terminal | Format::Json),
        "--uncounted goes with the formats terminal and json"
    );
    let plan = args.input.plan(look, args.output.path())?;
    let reading =
        Reading { plan, selection: args.selection.selection(), uncounted: args.uncounted };
    let mut not_read = Vec::new();
    args.output.write(look, |out, page| {
        not_read = match format {
            Format::Terminal if args.summary => {
                reading.whole(out, |out, report| register::summary(out, report, page))
            }
            Format::Terminal => {
                reading.whole(out, |out, report| register::terminal(out, report, page))
            }
            Format::Csv => {
                register::csv_header(out).and_then(|()| reading.by_draft(out, register::csv))
            }
            Format::Xlsx => reading.whole(out, register::xlsx),
            Format::Json => reading.whole(out, json::register),
            Format::Jsonl => reading.by_draft(out, json::register_lines),
            Format::Markdown => reading.whole(out, register::markdown),
            Format::Html => reading.whole(out, register::html),
        }?;
        Ok(())
    })?;
    Ok(if not_read.is_empty() { Outcome::Clean } else { Outcome::NotAllRead })
}

/// What will be read, and what of it is wanted.
struct Reading<'a> {
    plan: Plan<'a>,
    selection: Selection,
    uncounted: bool,
}

impl Reading<'_> {
    /// Writes one report over all drafts.
    fn whole(
        self,
        out: &mut dyn Write,
        write: impl FnOnce(&mut dyn Write, &RegisterReport<'_>) -> io::Result<()>,
    ) -> io::Result<Vec<NotRead>> {
        let Drafts { read, not_read, .. } = self.plan.read()?;
        let report = RegisterReport {
            drafts: read.iter().map(|draft| Selected::of(draft, &self.selection)).collect(),
            not_read: &not_read,
            uncounted: self.uncounted,
        };
        write(out, &report)?;
        Ok(not_read)
    }

    /// Writes the lines of one draft after those of another, and forgets the draft: ten thousand take no more memory than ten.
    fn by_draft(
        self,
        out: &mut dyn Write,
        write: impl Fn(&mut dyn Write, &RegisterReport<'_>) -> io::Result<()> + Sync + Send,
    ) -> io::Result<Vec<NotRead>> {
        let Self { plan, selection, uncounted } = self;
        let lines = |draft: Draft| {
            let drafts = vec![Selected::of(&draft, &selection)];
            let mut lines = Vec::new();
            write(&mut lines, &RegisterReport { drafts, not_read: &[], uncounted })?;
            Ok(lines)
        };
        plan.stream(lines, |lines: io::Result<Vec<u8>>| out.write_all(&lines?))
    }
}
