//! What the configuration says of findings, as triage takes it.

use anyhow::Context;
use toml::Spanned;

use super::{
    input::{shown_from_here, walk},
    settings::{FILE_NAME, Settings, rule_named},
};
use crate::{
    config::{self, Allow},
    draft::Draft,
    findings::Severity,
    report::check::CheckedDraft,
    source::{Source, SourceId, Span},
    triage::{self, ConfigAllow, Date, Files, Level, PathLevel, Policy},
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

fn allow(settings: &Settings, said: &Spanned<Allow>) -> anyhow::Result<ConfigAllow> {
    let (said, at) = (said.get_ref(), said.span());
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
        span: Span { source: SourceId(0), start: at.start as u32, end: at.end as u32 },
    })
}

/// Files that globs of the configuration match.
fn files(settings: &Settings, patterns: &[String]) -> anyhow::Result<Files> {
    let globs = walk::globs(patterns)?;
    let folder = settings.folder.clone();
    Ok(Files::those(move |path| globs.is_match(walk::relative_to(&folder, path.as_ref()))))
}

/// The allows of the configuration that matched nothing in what was checked, as findings in its own file.
pub(super) fn unused_allows(
    settings: &Settings,
    policy: &Policy,
    drafts: &[CheckedDraft],
    used: &[usize],
) -> Option<CheckedDraft> {
    if (0..policy.allows.len()).all(|index| used.contains(&index)) {
        return None;
    }
    let (path, text) = settings.file.as_ref()?;
    let source = Source::from_bytes(shown_from_here(path), text.clone().into_bytes()).ok()?;
    let draft = Draft::of_settings(source, &drafts.first()?.draft.reading.vocabulary);
    let sources = drafts.iter().flat_map(|it| &it.draft.sources);
    let paths: Vec<&str> = sources.map(Source::path).collect();
    let findings = triage::unused_allows(&draft, policy, used, &paths);
    (!findings.is_empty()).then_some(CheckedDraft { draft, findings, is_settings: true })
}
