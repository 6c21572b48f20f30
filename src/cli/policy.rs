//! What the configuration says of findings, as triage takes it.

use anyhow::Context;

use super::{
    input::walk,
    look::Look,
    settings::{FILE_NAME, Settings, rule_named},
};
use crate::{
    config::{self, Allow},
    findings::Severity,
    triage::{ConfigAllow, Date, Files, Level, PathLevel, Policy},
};

/// Reads a day of the command line.
pub(super) fn date(written: &str) -> Result<Date, String> {
    Date::from_iso(written).ok_or_else(|| "write a day as 2027-01-31".to_owned())
}

/// The policy of a project.
pub(super) fn of(settings: &Settings) -> anyhow::Result<Policy> {
    let config = &settings.config;
    let mut levels = Vec::new();
    for (rule, &said) in &config.rules {
        let rule = rule_named(rule)?.id;
        levels.push(PathLevel { files: Files::all(), rule, level: level(said) });
    }
    for paths in &config.paths {
        for (rule, &said) in &paths.rules {
            let files = files(settings, &paths.files)?;
            levels.push(PathLevel { files, rule: rule_named(rule)?.id, level: level(said) });
        }
    }
    let allows = config.allow.iter().enumerate().map(|(index, it)| {
        allow(settings, it).with_context(|| format!("{FILE_NAME}: the {}. [[allow]]", index + 1))
    });
    let allows = allows.collect::<anyhow::Result<_>>()?;
    Ok(Policy { strict: config.strict, levels, allows, ..Policy::default() })
}

fn level(said: config::Level) -> Level {
    match said {
        config::Level::Error => Level::At(Severity::Error),
        config::Level::Warning => Level::At(Severity::Warning),
        config::Level::Note => Level::At(Severity::Note),
        config::Level::Off => Level::Off,
    }
}

fn allow(settings: &Settings, said: &Allow) -> anyhow::Result<ConfigAllow> {
    anyhow::ensure!(!said.reason.trim().is_empty(), "the reason is empty");
    let until =
        said.until.as_deref().map(|until| date(until).map_err(anyhow::Error::msg)).transpose();
    let all = said.files.is_empty();
    Ok(ConfigAllow {
        rule: rule_named(&said.rule)?.id,
        files: if all { Files::all() } else { files(settings, &said.files)? },
        paragraph: said.paragraph.clone(),
        words: said.words.clone(),
        reason: said.reason.clone(),
        until: until.context("until")?,
    })
}

/// Files that globs of the configuration match.
fn files(settings: &Settings, patterns: &[String]) -> anyhow::Result<Files> {
    let globs = walk::globs(patterns)?;
    let folder = settings.folder.clone();
    Ok(Files::those(move |path| globs.is_match(walk::relative_to(&folder, path.as_ref()))))
}

/// Says which allows of the configuration matched nothing: they have no place in a draft to be reported at.
pub(super) fn note_unused(policy: &Policy, used: &[usize], look: &Look) {
    for (index, allow) in policy.allows.iter().enumerate() {
        if !used.contains(&index) {
            let (nth, rule) = (index + 1, allow.rule);
            look.note(&format!(
                "{FILE_NAME}: the {nth}. [[allow]] ({rule}) matches no finding here"
            ));
        }
    }
}
