//! `dutybound lsp`: the language server, and where it finds files, Codes and configuration.

use std::{
    io::{self, BufReader},
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use clap::Args as ClapArgs;

use super::{
    Outcome,
    input::{self, Beside},
    law::{self, LawPath},
    policy,
    settings::{FILE_NAME, Settings},
    vocabulary,
};
use crate::{
    config::{self, Config},
    law::Law,
    lsp::{self, Code, CodeFile, Ended, Fault, Options, Project},
};

/// Show findings in an editor while a draft is written: a language server on standard input and output
#[derive(ClapArgs)]
#[command(
    after_help = "Editors start this command themselves. What it checks, and how, is said in dutybound.toml."
)]
pub(super) struct Args {
    /// What some editors add to the command; standard input and output are what is used
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(super) fn run(_: &Args) -> anyhow::Result<Outcome> {
    let ended = lsp::serve(&mut Disk::default(), BufReader::new(io::stdin()), io::stdout().lock())?;
    Ok(match ended {
        Ended::AsAsked => Outcome::Clean,
        Ended::Abruptly => Outcome::Failed,
    })
}

/// The files of the machine.
#[derive(Default)]
struct Disk {
    /// The laws that were read last: reading them takes longer than reading a draft.
    laws: Option<(LawFiles, Arc<Law>)>,
}

/// What the law was read from, and the configuration whose words it was read with.
#[derive(PartialEq)]
struct LawFiles {
    files: Vec<(PathBuf, Option<SystemTime>)>,
    config: Config,
}

impl Project for Disk {
    fn code_of(
        &mut self,
        file: &Path,
        root: Option<&Path>,
        options: &Options,
    ) -> Result<Option<Code>, Fault> {
        let given = options.config.as_deref().map(|it| below(root, it));
        self.found(file, root, options, given.as_deref())
            .map_err(|error| fault(&error, given.or_else(|| nearest_config(file))))
    }

    fn law_text(&self, file: &Path) -> Option<String> {
        const SHOWN: [&str; 4] = ["xml", "md", "markdown", "txt"];
        let ending = file.extension()?.to_string_lossy().to_lowercase();
        SHOWN.contains(&ending.as_str()).then(|| std::fs::read_to_string(file).ok()).flatten()
    }
}

impl Disk {
    fn found(
        &mut self,
        file: &Path,
        root: Option<&Path>,
        options: &Options,
        config: Option<&Path>,
    ) -> anyhow::Result<Option<Code>> {
        let settings = Settings::find(config, file)?;
        let whole = root.filter(|_| options.one_code);
        let Some(Beside { name, sources, not_read }) = input::beside(file, whole, &settings)?
        else {
            return Ok(None);
        };
        let vocabulary = Arc::new(vocabulary::of(&settings.config)?);
        let files = sources
            .into_iter()
            .map(|(path, source)| CodeFile { path, text: source.text().to_owned() });
        let as_of = options.as_of.as_deref().map(policy::date).transpose();
        let as_of = as_of.map_err(|why| anyhow::anyhow!("the setting asOf: {why}"))?;
        let mut policy = policy::of(&settings)?;
        policy.strict |= options.strict;
        policy.as_of = as_of;
        let laws: Vec<PathBuf> = options.law.iter().map(|path| below(root, path)).collect();
        let law = self.law(&law::named(&laws, &settings), &settings.config)?;
        Ok(Some(Code { name, files: files.collect(), not_read, vocabulary, policy, law, as_of }))
    }

    /// The laws in these files and folders, read again where one of them changed.
    fn law(&mut self, paths: &[LawPath], config: &Config) -> anyhow::Result<Arc<Law>> {
        let changed = |path: &PathBuf| std::fs::metadata(path).and_then(|it| it.modified()).ok();
        let files = paths.iter().map(|law| (law.path.clone(), changed(&law.path))).collect();
        let now = LawFiles { files, config: config.clone() };
        match &self.laws {
            Some((then, law)) if *then == now => Ok(Arc::clone(law)),
            _ => {
                let law = law::read(paths, input::MAX_BYTES, &vocabulary::of(config)?)?;
                self.laws = Some((now, Arc::clone(&law)));
                Ok(law)
            }
        }
    }
}

/// A path of the editor's settings: relative to the workspace's folder.
fn below(root: Option<&Path>, path: &Path) -> PathBuf {
    root.map_or_else(|| path.to_path_buf(), |root| root.join(path))
}

fn nearest_config(file: &Path) -> Option<PathBuf> {
    let mut configs = file.ancestors().skip(1).map(|folder| folder.join(FILE_NAME));
    configs.find(|path| path.is_file())
}

/// An error as the editor is told of it: at its line, where it is the configuration's.
fn fault(error: &anyhow::Error, config: Option<PathBuf>) -> Fault {
    let line = error.chain().find_map(|cause| cause.downcast_ref::<config::Invalid>());
    let line = line.and_then(|invalid| invalid.line).unwrap_or(1).saturating_sub(1) as u32;
    Fault { message: format!("{error:#}"), at: config.map(|path| (path, line)) }
}
