//! Finds dutybound.toml, reads it, and checks the names in it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};

use crate::{
    config::{self, Config},
    rules,
};

/// The name that is looked for from the first PATH's folder upward.
pub(super) const FILE_NAME: &str = "dutybound.toml";

/// The configuration, and the folder its globs are relative to.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    pub(super) config: Config,
    pub(super) folder: PathBuf,
    /// The file it was read from, with its text.
    pub(super) file: Option<(PathBuf, String)>,
}

impl Settings {
    /// Reads the file given with `--config`, else the nearest one from `start` upward, else none.
    pub(super) fn find(given: Option<&Path>, start: &Path) -> anyhow::Result<Self> {
        match given {
            Some(path) => Self::read(path)?
                .with_context(|| format!("{}: no such file (--config)", path.display())),
            None => Self::discover(start),
        }
    }

    fn discover(start: &Path) -> anyhow::Result<Self> {
        // An absolute path has all its parents; "drafts" has only itself and "".
        let start = std::path::absolute(start).unwrap_or_else(|_| start.to_path_buf());
        let folder =
            if start.is_dir() { start.as_path() } else { start.parent().unwrap_or(&start) };
        for folder in folder.ancestors() {
            if let Some(settings) = Self::read(&folder.join(FILE_NAME))? {
                return Ok(settings);
            }
        }
        Ok(Self { folder: folder.to_path_buf(), ..Self::default() })
    }

    fn read(path: &Path) -> anyhow::Result<Option<Self>> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        let config = Config::from_toml(&text).with_context(|| path.display().to_string())?;
        check_names(&config).with_context(|| path.display().to_string())?;
        let folder = path.parent().unwrap_or(Path::new(".")).to_path_buf();
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        Ok(Some(Self { config, folder, file: Some((path.to_path_buf(), text)) }))
    }
}

/// Refuses names of rules that do not exist.
fn check_names(config: &Config) -> anyhow::Result<()> {
    let levels =
        config.rules.keys().chain(config.paths.iter().flat_map(|paths| paths.rules.keys()));
    let allows = config.allow.iter().map(|allow| &allow.get_ref().rule);
    levels.chain(allows).try_for_each(|id| rule_named(id).map(|_| ()))
}

/// The rule of this id, or an error that suggests the nearest.
pub(super) fn rule_named(id: &str) -> anyhow::Result<&'static rules::Rule> {
    if let Some(rule) = rules::find(id) {
        return Ok(rule);
    }
    match config::nearest(id, rules::RULES.iter().map(|rule| rule.id)) {
        Some(name) => bail!("there is no rule `{id}`; did you mean `{name}`?"),
        None => bail!("there is no rule `{id}`; `dutybound rules` lists them all"),
    }
}
