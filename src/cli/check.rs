//! `dutybound check`: what is wrong in drafts.

use std::{fs, io, path::PathBuf, sync::Arc};

use anyhow::{Context, ensure};
use clap::{Args as ClapArgs, ValueEnum};

use super::{
    Outcome, fail_on,
    input::{Drafts, InputArgs, Past},
    look::Look,
    output::{self, OutputArgs},
    policy,
    settings::{self, Settings},
};
use crate::{
    convert::{self, Comment, Options},
    draft::Draft,
    findings::Severity,
    report::{
        self, NotRead,
        check::{self, CheckReport, CheckedDraft, Show},
        json,
    },
    triage::{self, Baseline, FailOn, Policy},
};

/// Report what is wrong: duties nobody bears, references that do not match, words that say less than they seem to
#[derive(ClapArgs)]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs<Format>,

    /// How much to show people [default: errors and warnings, a few of each rule in each part]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    show: Option<ShowArg>,

    /// What makes the exit code 1: severities (and what is above them), rules, or never
    #[arg(long, value_name = "LIST", default_value = "error", value_parser = fail_on::parse)]
    fail_on: FailOn,

    /// Run these rules and no others
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,

    /// Do not run these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    skip: Vec<String>,

    /// Run the rules that are off unless asked for
    #[arg(long)]
    strict: bool,

    /// Count only the findings that the change since this revision of git introduced
    #[arg(long, value_name = "REV", conflicts_with = "write_baseline")]
    since: Option<String>,

    /// Findings in this file are known: only others are counted
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write what is found to this file, for --baseline
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Json,
    /// For code scanning (SARIF 2.1.0)
    Sarif,
    /// Workflow commands, which GitHub shows beside the lines of a pull request
    Github,
    Junit,
    Markdown,
    /// One page for a browser: the text with findings beside their words, filters, figures
    Html,
    /// A copy of a Word draft with each finding as a comment on its words
    Docx,
}

fn by_ending(ending: &str) -> Option<Format> {
    match ending {
        "txt" => Some(Format::Terminal),
        "json" => Some(Format::Json),
        "sarif" => Some(Format::Sarif),
        "xml" => Some(Format::Junit),
        "md" => Some(Format::Markdown),
        "html" | "htm" => Some(Format::Html),
        "docx" => Some(Format::Docx),
        _ => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ShowArg {
    /// Every error
    Error,
    /// Every error and warning
    Warning,
    /// Every finding
    Note,
    /// Every finding, those allowed or in the baseline too
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

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    let format = args.output.format(Format::Terminal, by_ending)?;
    let mut baseline = args.baseline.as_deref().map(read_baseline).transpose()?;
    let mut now = args.input.read(look, args.output.path())?;
    let mut past = args.findings_then(look, &mut now)?;
    let read = std::mem::take(&mut now.read);
    let (mut drafts, late) = args.check(look, read, &now.settings)?;
    now.not_read.extend(late);
    for known in baseline.iter_mut().chain(&mut past) {
        for checked in &mut drafts {
            known.apply(&mut checked.findings);
        }
    }
    if let Some(path) = &args.write_baseline {
        let known = || drafts.iter().map(|it| (&it.draft, it.findings.as_slice()));
        output::to_file(path, |out| Baseline::write(out, known()))?;
    }
    let original = if format == Format::Docx { args.original(&drafts)? } else { Vec::new() };
    let report = CheckReport {
        drafts: &drafts,
        not_read: &now.not_read,
        show: args.show.into(),
        known_as: args.known_as(),
    };
    args.output.write(look, |out, page| match format {
        Format::Terminal => check::terminal(out, &report, page),
        Format::Json => json::check(out, &report),
        Format::Sarif => check::sarif(out, &report),
        Format::Github => check::github(out, &report),
        Format::Junit => check::junit(out, &report, &args.fail_on),
        Format::Markdown => check::markdown(out, &report),
        Format::Html => check::html(out, &report),
        Format::Docx => out.write_all(&marked(&report, &original, &args.input.options())?),
    })?;
    let failed = drafts.iter().any(|it| args.fail_on.fails(&it.findings));
    Ok(match (now.not_read.is_empty(), failed) {
        (false, _) => Outcome::NotAllRead,
        (true, true) => Outcome::Failed,
        (true, false) => Outcome::Clean,
    })
}

/// A copy of the Word draft of a report with its findings in the margin.
fn marked(report: &CheckReport<'_>, original: &[u8], options: &Options) -> io::Result<Vec<u8>> {
    let comments = report::margin(report).into_iter();
    let comments: Vec<Comment> =
        comments.map(|it| Comment { words: it.words, text: it.text }).collect();
    convert::commented(original, options, &comments).map_err(io::Error::other)
}

impl Args {
    /// The bytes of the Word draft that is marked: those that were read, or the marks would stand on other words.
    fn original(&self, drafts: &[CheckedDraft]) -> anyhow::Result<Vec<u8>> {
        let bytes = self.input.word_file(self.output.path())?;
        let now = convert::to_markdown(convert::Kind::Word, &bytes, &self.input.options());
        for source in drafts.iter().flat_map(|checked| &checked.draft.sources) {
            let same = now.as_ref().is_ok_and(|markdown| markdown == source.text());
            ensure!(same, "{}: changed while it was being read; run it again", source.path());
        }
        Ok(bytes)
    }

    /// What the project says of findings, with what the command line adds.
    fn policy(&self, settings: &Settings) -> anyhow::Result<Policy> {
        let project = policy::of(settings)?;
        Ok(Policy {
            only: rule_ids(&self.only)?,
            skip: rule_ids(&self.skip)?,
            strict: self.strict || project.strict,
            as_of: self.input.as_of(),
            ..project
        })
    }

    /// Runs the rules over every draft; last comes what the configuration has to answer for itself. Drafts on which time ran out
    /// are given back.
    fn check(
        &self,
        look: &Look,
        drafts: Vec<Draft>,
        settings: &Settings,
    ) -> anyhow::Result<(Vec<CheckedDraft>, Vec<NotRead>)> {
        let policy = Arc::new(self.policy(settings)?);
        let own = Arc::clone(&policy);
        let check = move |draft: Draft| {
            let triage::Outcome { findings, used } = triage::check(&draft, &own);
            (CheckedDraft { draft, findings, is_settings: false }, used)
        };
        let (checked, late) = self.input.each(look, drafts, check)?;
        let (mut checked, used): (Vec<_>, Vec<_>) = checked.into_iter().unzip();
        checked.extend(policy::unused_allows(settings, &policy, &checked, &used.concat()));
        Ok((checked, late))
    }

    /// What was found at the revision of `--since`.
    fn findings_then(&self, look: &Look, now: &mut Drafts) -> anyhow::Result<Option<Baseline>> {
        let Some(revision) = &self.since else { return Ok(None) };
        let mut found = Vec::new();
        for Past { settings, read } in self.input.past(look, now, revision)? {
            let (checked, late) = self.check(look, read, &settings)?;
            found.extend(checked);
            now.not_read.extend(late);
        }
        Ok(Some(Baseline::of(found.iter().flat_map(|checked| &checked.findings))))
    }

    /// How people say of a finding that it is not news.
    fn known_as(&self) -> Option<String> {
        let since = self.since.as_ref().map(|revision| format!("there at {revision}"));
        let known = self.baseline.as_ref().map(|_| "in the baseline".to_owned());
        let both: Vec<String> = since.into_iter().chain(known).collect();
        (!both.is_empty()).then(|| both.join(" or "))
    }
}

fn rule_ids(names: &[String]) -> anyhow::Result<Vec<&'static str>> {
    names.iter().map(|name| Ok(settings::rule_named(name)?.id)).collect()
}

fn read_baseline(path: &std::path::Path) -> anyhow::Result<Baseline> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Baseline::from_json(&text).with_context(|| path.display().to_string())
}
