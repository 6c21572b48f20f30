//! Severities that a project gives to rules, everywhere or in some files.

use std::fmt;

use crate::findings::Severity;

/// How much the findings of a rule matter in a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    At(Severity),
    /// They are not reported.
    Off,
}

/// Says of a path whether it is meant.
type Matcher = Box<dyn Fn(&str) -> bool + Send + Sync>;

/// Which files something holds for, by the path reports name them with.
pub struct Files(Option<Matcher>);

impl Files {
    pub fn all() -> Self {
        Self(None)
    }

    pub fn those(matches: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        Self(Some(Box::new(matches)))
    }

    pub fn contain(&self, path: &str) -> bool {
        self.0.as_ref().is_none_or(|matches| matches(path))
    }
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Files(some)" } else { "Files(all)" })
    }
}

/// The level of one rule in some files.
#[derive(Debug)]
pub struct PathLevel {
    pub files: Files,
    pub rule: &'static str,
    pub level: Level,
}

/// The level of a rule in a file: the last one that is said.
pub(super) fn of(levels: &[PathLevel], rule: &str, path: &str) -> Option<Level> {
    let said = levels.iter().rev().find(|it| it.rule == rule && it.files.contain(path));
    said.map(|it| it.level)
}

/// Whether a level other than off is given to a rule anywhere: that asks for it to be run.
pub(super) fn names(levels: &[PathLevel], rule: &str) -> bool {
    levels.iter().any(|it| it.rule == rule && it.level != Level::Off)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_level_said_of_a_file_wins() {
        let everywhere = PathLevel {
            files: Files::all(),
            rule: "soft-wording",
            level: Level::At(Severity::Warning),
        };
        let annexes = PathLevel {
            files: Files::those(|path| path.starts_with("annex/")),
            rule: "soft-wording",
            level: Level::Off,
        };
        let levels = [everywhere, annexes];
        assert_eq!(of(&levels, "soft-wording", "annex/a.md"), Some(Level::Off));
        assert_eq!(of(&levels, "soft-wording", "b.md"), Some(Level::At(Severity::Warning)));
        assert_eq!(of(&levels, "broken-reference", "b.md"), None);
    }
}
