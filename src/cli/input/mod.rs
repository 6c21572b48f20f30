//! From what the user named to drafts: paths, the files in them, which of them are one Code, and what was read in each.

mod beside;
mod codes;
mod files;
mod list;
mod natural;
mod pair;
mod plan;
mod since;
pub(super) mod size;
mod sources;
mod summary;
pub(super) mod walk;

use std::{
    num::{NonZeroU32, NonZeroUsize},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::{anyhow, bail, ensure};
use clap::{Args, ValueEnum};

use super::{
    law, look::Look, parallel, policy, progress::Progress, settings::Settings, time_limit,
    vocabulary,
};
use crate::{
    convert::{self, OnPage, Options, Tracked},
    document::Date,
    draft::Draft,
    law::Law,
    report::NotRead,
    source::Source,
    statements::Vocabulary,
};
pub(super) use beside::{Beside, beside};
use codes::Code;
use files::InputFile;
pub(super) use files::shown_from_here;
pub(super) use pair::OldAndNew;
pub(super) use plan::Plan;
pub(super) use since::Past;
pub(super) use sources::text_of;

/// What `--max-bytes` is unless it is given.
pub(super) const MAX_BYTES: u64 = 64 << 20;

/// Options of every command that reads drafts.
#[derive(Args)]
pub(super) struct InputArgs {
    /// Drafts: files, folders, or - for standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Read PATHs from this file (- for standard input), one a line or separated by NUL
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,

    /// Read everything given as one Code: references, numbers and definitions reach across its files
    #[arg(long, conflicts_with = "separate")]
    one_code: bool,

    /// Read every file as a draft of its own
    #[arg(long)]
    separate: bool,

    #[command(flatten)]
    reading: ReadArgs,
}

/// How drafts are read, whichever they are.
#[derive(Args, Clone)]
pub(super) struct ReadArgs {
    /// What to call the draft read from standard input
    #[arg(long, value_name = "NAME")]
    stdin_path: Option<PathBuf>,

    /// The day to read drafts for, as 2027-01-31: which bodies are still there, which allows still hold [default: the draft's own date]
    #[arg(long, value_name = "DATE", value_parser = policy::date)]
    as_of: Option<Date>,

    /// The configuration to use [default: dutybound.toml in the first PATH's folder, or the nearest above it]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Refuse files over this size; K, M and G are understood
    #[arg(long, value_name = "N", default_value = "64M", value_parser = size::parse)]
    max_bytes: u64,

    /// Give up on a draft that takes longer than this to read, or to check [default: no limit]
    #[arg(long, value_name = "N")]
    max_seconds: Option<NonZeroU32>,

    /// A law to hold the drafts against: legislation.gov.uk XML, or the text of a Bill or draft Regulations; or a folder of them
    #[arg(long, value_name = "FILE|DIR")]
    law: Vec<PathBuf>,

    #[command(flatten)]
    tracked: TrackedArg,

    /// How many drafts to read at once [default: one a processor]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,

    /// Draw no progress bar
    #[arg(long)]
    no_progress: bool,
}

/// Which side of tracked changes is read.
#[derive(Args, Clone)]
pub(super) struct TrackedArg {
    /// Read a Word draft as it was before its tracked changes, or with them [default: with them]
    #[arg(long, value_enum, value_name = "SIDE")]
    tracked: Option<Side>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Side {
    Old,
    New,
}

impl TrackedArg {
    fn options(&self) -> Options {
        let tracked = match self.tracked {
            None => Tracked::Accepted,
            Some(Side::Old) => Tracked::Old,
            Some(Side::New) => Tracked::New,
        };
        Options { tracked, ..Options::default() }
    }
}

/// One file's Markdown, for `convert`.
///
/// # Errors
///
/// When it cannot be read or converted, or is Markdown already.
pub(super) fn markdown_of(
    path: &Path,
    max_bytes: u64,
    tracked: &TrackedArg,
    look: &Look,
) -> anyhow::Result<String> {
    let progress = Progress::new(1, !look.is_quiet());
    let on_page = |done, all| progress.page(done, all);
    let stdin = path.as_os_str() == "-";
    let file = if stdin {
        InputFile { name: "<stdin>".to_owned(), path: None }
    } else {
        InputFile::at(path)
    };
    let markdown = sources::bytes_of(&file, max_bytes)
        .and_then(|bytes| sources::converted(&file.name, &bytes, &tracked.options(), &on_page))
        .map_err(|reason| anyhow!("{}: {reason}", file.name))?;
    markdown.ok_or_else(|| {
        anyhow!("{}: this is Markdown already, or no format that can be converted", file.name)
    })
}

/// All that was read, in the order it was named.
pub(super) struct Drafts {
    pub(super) settings: Settings,
    pub(super) read: Vec<Draft>,
    pub(super) not_read: Vec<NotRead>,
    /// What they are held against.
    pub(super) law: Arc<Law>,
    paths: Vec<PathBuf>,
    words: Vocabulary,
}

impl InputArgs {
    /// Reads every draft that the arguments name. What cannot be read is listed, and said on stderr.
    pub(super) fn read(&self, look: &Look, output: Option<&Path>) -> anyhow::Result<Drafts> {
        Ok(self.plan(look, output)?.read()?)
    }

    /// Settles what will be read: paths, configuration, which files are one Code, and the laws to hold drafts against.
    pub(super) fn plan<'a>(
        &'a self,
        look: &'a Look,
        output: Option<&Path>,
    ) -> anyhow::Result<Plan<'a>> {
        let paths = self.paths()?;
        let settings = self.reading.settings(&paths)?;
        let found = files::find(&paths, self.reading.stdin_path.as_deref(), &settings)?;
        files::refuse_output(&found.places, output)?;
        let words = vocabulary::of(&settings.config)?;
        let named = law::named(&self.reading.law, &settings);
        let law = law::read(&named, self.reading.max_bytes, &words)?;
        let codes = self.codes(found.places, &settings, look)?;
        let not_read = found.not_read;
        Ok(Plan { args: self, look, paths, settings, codes, words, law, not_read })
    }

    pub(super) fn as_of(&self) -> Option<Date> {
        self.reading.as_of
    }

    /// The bytes of the one Word draft that a marked copy is made of.
    pub(super) fn word_file(&self, output: Option<&Path>) -> anyhow::Result<Vec<u8>> {
        ensure!(
            output.is_some(),
            "--format docx writes a Word file; say where with -o marked.docx"
        );
        let [path] = self.paths.as_slice() else {
            bail!("--format docx marks one Word draft; name exactly one");
        };
        let file = InputFile::at(path);
        let bytes = sources::bytes_of(&file, self.reading.max_bytes)
            .map_err(|reason| anyhow!("{}: {reason}", file.name))?;
        ensure!(
            matches!(convert::kind_of(&file.name, &bytes), Ok(Some(convert::Kind::Word))),
            "{}: --format docx marks a Word draft (.docx), and this is none",
            file.name
        );
        Ok(bytes)
    }

    /// How files in other formats are converted.
    pub(super) fn options(&self) -> Options {
        self.reading.tracked.options()
    }

    /// Does `work` on every draft, on as many threads as asked for and in the time that is allowed, with a bar for long work.
    /// What takes longer is said on stderr, and given back.
    pub(super) fn each<U: Send + 'static>(
        &self,
        look: &Look,
        drafts: Vec<Draft>,
        work: impl Fn(Draft) -> U + Sync + Send + Clone + 'static,
    ) -> anyhow::Result<(Vec<U>, Vec<NotRead>)> {
        let in_time = |draft: Draft| {
            let (name, work) = (draft.path.clone(), work.clone());
            self.reading.in_time(&name, move || work(draft))
        };
        let all = self.reading.each(look, drafts, |draft| draft.path.clone(), in_time)?;
        let (mut done, mut late) = (Vec::new(), Vec::new());
        for one in all {
            match one {
                Ok(one) => done.push(one),
                Err(reason) => late.push(reason),
            }
        }
        plan::say(look, &late);
        Ok((done, late))
    }

    fn paths(&self) -> anyhow::Result<Vec<PathBuf>> {
        let mut paths = self.paths.clone();
        if let Some(list) = &self.files_from {
            anyhow::ensure!(
                list.as_os_str() != "-" || !paths.iter().any(|path| path.as_os_str() == "-"),
                "standard input cannot be both a draft and the list of --files-from"
            );
            paths.extend(list::read(list)?);
        } else if paths.is_empty() {
            paths.push(PathBuf::from("."));
        }
        Ok(paths)
    }

    /// Sees which files of every place are one Code.
    fn codes(
        &self,
        places: Vec<files::Place>,
        settings: &Settings,
        look: &Look,
    ) -> anyhow::Result<Vec<Code>> {
        let mut codes = Vec::new();
        for place in places {
            match &place.folder {
                Some(folder) if !self.separate && !self.one_code => {
                    let folder = folder.clone();
                    let with = (settings, &self.reading, look);
                    codes.extend(codes::of_folder(&folder, place.files, with)?);
                }
                _ => codes.extend(codes::of_each(place)),
            }
        }
        Ok(if self.one_code { codes::joined(codes) } else { codes })
    }
}

impl ReadArgs {
    /// What `work` on one draft gives, if it does so in the time that is allowed.
    fn in_time<T: Send + 'static>(
        &self,
        draft: &str,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, NotRead> {
        let Some(seconds) = self.max_seconds else { return Ok(work()) };
        let limit = Duration::from_secs(seconds.get().into());
        time_limit::within(limit, work).ok_or_else(|| NotRead {
            path: draft.to_owned(),
            reason: format!("takes longer than the {seconds} s that --max-seconds allows"),
        })
    }

    /// The configuration that holds for the first of the paths that is one.
    fn settings(&self, paths: &[PathBuf]) -> anyhow::Result<Settings> {
        let start = paths.iter().find(|path| path.as_os_str() != "-");
        Settings::find(self.config.as_deref(), start.map_or(Path::new("."), PathBuf::as_path))
    }

    /// The text of one file, converted where it is no Markdown. The error says why not, for people.
    fn source(&self, file: &InputFile, on_page: OnPage<'_>) -> Result<Source, String> {
        sources::read(file, self.max_bytes, &self.tracked.options(), on_page)
    }

    fn wants_progress(&self, look: &Look) -> bool {
        !self.no_progress && !look.is_quiet()
    }

    /// Does `work` on every item, on as many threads as asked for, with a bar for long work.
    pub(super) fn each<T: Send, U: Send>(
        &self,
        look: &Look,
        items: Vec<T>,
        name: impl Fn(&T) -> String + Sync + Send,
        work: impl Fn(T) -> U + Sync + Send,
    ) -> anyhow::Result<Vec<U>> {
        let progress = Progress::new(items.len(), self.wants_progress(look));
        parallel::map(self.jobs, items, |item| {
            let name = name(&item);
            let done = work(item);
            progress.done(&name);
            done
        })
    }
}
