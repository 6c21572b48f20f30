//! `dutybound init`: a dutybound.toml to start from.

use std::path::PathBuf;

use anyhow::ensure;
use clap::Args as ClapArgs;

use super::{Outcome, look::Look, output, settings::FILE_NAME};

/// The file that `init` writes: every key, commented out, with what it is for.
const TEMPLATE: &str = include_str!("init.toml");

/// Write a commented dutybound.toml
#[derive(ClapArgs)]
pub(super) struct Args {
    /// The folder to write it into
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    ensure!(args.folder.is_dir(), "{}: no such folder", args.folder.display());
    let path = args.folder.join(FILE_NAME);
    output::to_new_file(&path, |out| out.write_all(TEMPLATE.as_bytes()))?;
    look.note(&format!("wrote {}", path.display()));
    Ok(Outcome::Clean)
}

#[cfg(test)]
mod tests {
    use super::TEMPLATE;
    use crate::config::Config;

    #[test]
    fn the_template_changes_nothing_as_it_stands() {
        assert_eq!(Config::from_toml(TEMPLATE), Ok(Config::default()));
    }

    /// Comments of prose start "# "; commented-out TOML starts "#" and the key.
    #[test]
    fn every_example_in_the_template_is_read() {
        let lines = TEMPLATE.lines().map(|line| match line.strip_prefix('#') {
            Some(toml) if !toml.starts_with(' ') => toml,
            _ => line,
        });
        let config = Config::from_toml(&lines.collect::<Vec<_>>().join("\n")).unwrap();
        assert!(config.strict);
        assert_eq!(config.allow.len(), 1);
        assert_eq!(config.code.len(), 1);
        assert_eq!(config.paths.len(), 1);
        assert_eq!(config.holder.len(), 1);
    }
}
