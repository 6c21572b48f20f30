//! dutybound.toml as plain data. The command line finds the file, reads it, and checks the names in it.

use std::{collections::BTreeMap, fmt};

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// What a project says of its own drafts. Every part may be left out.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Files of a folder to read: globs, relative to this file. Without it, every Markdown file.
    pub include: Vec<String>,
    /// Files of a folder to leave out: globs, relative to this file.
    pub exclude: Vec<String>,
    /// Endings that are read as Markdown besides .md and .markdown: "md.erb".
    pub extensions: Vec<String>,
    /// Run the rules that are off unless asked for.
    pub strict: bool,
    /// Severity of a rule's findings, by its id.
    pub rules: BTreeMap<String, Level>,
    /// Severities for some files only. Later ones win over earlier ones, and all over `rules`.
    pub paths: Vec<PathRules>,
    /// Phrases and holders that rules look for, besides those that come with the program.
    pub words: Words,
    /// Terms that are to be written in one way: the forms of each.
    pub terms: Vec<Vec<String>>,
    /// Bodies and terms that are no longer there.
    pub stale: Vec<Stale>,
    /// What must and should mean in these drafts, whatever they say themselves.
    pub convention: Convention,
    /// Codes made of several files.
    pub code: Vec<Code>,
    /// Who can bear a duty here, besides those that are known.
    pub holder: Vec<Holder>,
    /// Words that are read as a holder, and are none here: "setting".
    pub not_holders: Vec<String>,
    /// Laws to hold the drafts against, as `--law` does.
    pub law: Vec<SuppliedLaw>,
    /// Findings that stand with a reason, for drafts that cannot carry a comment.
    #[schemars(with = "Vec<Allow>")]
    pub allow: Vec<Spanned<Allow>>,
}

/// How much the findings of a rule matter here.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Error,
    Warning,
    Note,
    /// The rule is not run.
    Off,
}

/// What rules look for, besides the lists that come with the program.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Words {
    /// Sounds like a request and asks nothing: "are asked to reflect on".
    pub soft: Vec<String>,
    /// Lets the reader decide that nothing is asked: "budget allowing".
    pub escape: Vec<String>,
    /// Says that there is a time, and not which: "in good time".
    pub vague_deadlines: Vec<String>,
    /// Verb phrases whose doing cannot be shown, in base form: "work strategically".
    pub weak_verbs: Vec<String>,
    /// Holders that are a crowd, singular: "partner".
    pub vague_holders: Vec<String>,
    /// Abbreviations that every reader of these drafts knows: "EHCP".
    pub known_abbreviations: Vec<String>,
    /// Entries of any of these lists that are to be left out here.
    pub not: Vec<String>,
}

/// A body or term that is no longer there.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Stale {
    /// The name, singular.
    pub name: String,
    /// Other ways to write it, singular; any case.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Abbreviations, which count only as written.
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// The first day it was no longer there: "2022-07-01".
    pub ended: String,
    /// What stands in its place.
    pub now: String,
}

/// What must and should mean. What is left out, the draft decides.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Convention {
    /// Whether "must" restates a law, makes law itself, or belongs to an owner's own standard.
    pub kind: Option<ConventionKind>,
    /// Which spellings count: in any case, or only in capitals ("upper", as RFC 8174 has it).
    pub case: Option<Case>,
    /// What single words rest on: `shall = "standard"`.
    pub words: BTreeMap<ModalWord, Basis>,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ConventionKind {
    RestatesLaw,
    MakesLaw,
    OwnStandard,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Case {
    Any,
    Upper,
}

/// On what a word rests: the law, or the owner's own standard.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    Law,
    Standard,
}

/// A word that a convention can speak of.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum ModalWord {
    Must,
    Shall,
    Should,
    May,
}

/// Severities in the files that a glob matches.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PathRules {
    /// Globs, relative to this file.
    pub files: Vec<String>,
    /// Severity of a rule's findings there, by its id.
    pub rules: BTreeMap<String, Level>,
}

/// Files that together are one Code.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Code {
    /// How reports name it.
    pub name: String,
    /// Globs, relative to this file. The files are read in the order of their names.
    pub files: Vec<String>,
}

/// A body, office or person that can bear a duty.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Holder {
    /// The name it is reported under, singular: "designated medical officer". One that is known gets further forms.
    pub name: String,
    pub kind: HolderKind,
    /// Other ways to write it, singular, in any case.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Abbreviations, which count only as written: "DMO".
    #[serde(default)]
    pub abbreviations: Vec<String>,
}

/// What sort of holder a name is.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum HolderKind {
    /// An organisation.
    Body,
    /// A person by office or trade.
    Role,
    /// A person as such, often at the receiving end of a duty.
    Person,
}

/// A law that comes with the project.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuppliedLaw {
    /// legislation.gov.uk XML, or the text of a Bill or draft Regulations, or a folder of them: relative to this file.
    pub file: String,
}

/// A finding that stands, and why. What is not given matches anything.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Allow {
    /// The id of the rule.
    pub rule: String,
    /// Globs of the files it holds for, relative to this file.
    #[serde(default)]
    pub files: Vec<String>,
    /// Number of the paragraph: "9.12".
    pub paragraph: Option<String>,
    /// Words of the sentence, as they stand in the draft.
    pub words: Option<String>,
    /// Why it stands. Reviewers read this.
    pub reason: String,
    /// The last day it holds: "2027-01-01".
    pub until: Option<String>,
}

/// What is wrong with the text of a dutybound.toml.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// Line from 1, where it is known.
    pub line: Option<usize>,
    pub message: String,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for Invalid {}

impl Config {
    /// Reads the text of a dutybound.toml.
    ///
    /// # Errors
    ///
    /// When it is no TOML, or has a key or value that means nothing here.
    pub fn from_toml(text: &str) -> Result<Self, Invalid> {
        toml::from_str(text).map_err(|error| Invalid {
            line: error.span().map(|span| text[..span.start].matches('\n').count() + 1),
            message: with_suggestion(error.message()),
        })
    }
}

/// Adds the nearest name to "unknown field `x`, expected one of `y`, `z`".
fn with_suggestion(message: &str) -> String {
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let plain = message.replacen("unknown field", "unknown key", 1);
    match names.split_first() {
        Some((unknown, known)) if message.starts_with("unknown ") => {
            match nearest(unknown, known.iter().copied()) {
                Some(name) => format!("{plain}; did you mean `{name}`?"),
                None => plain,
            }
        }
        _ => plain,
    }
}

/// The name most like a misspelt one, where one is like it at all.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|&(distance, name)| distance <= 1 + name.len() / 4)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_is_refused_with_the_nearest() {
        let invalid = Config::from_toml("strict = true\nexlude = []\n").unwrap_err();
        assert_eq!(invalid.line, Some(2));
        assert!(invalid.message.starts_with("unknown key `exlude`"), "{invalid}");
        assert!(invalid.message.ends_with("did you mean `exclude`?"), "{invalid}");
    }

    #[test]
    fn a_misspelt_level_is_refused_with_the_nearest() {
        let invalid = Config::from_toml("[rules]\nsoft-wording = \"warnning\"\n").unwrap_err();
        assert!(invalid.message.ends_with("did you mean `warning`?"), "{invalid}");
    }

    #[test]
    fn a_word_like_nothing_known_gets_no_suggestion() {
        assert_eq!(nearest("colour-of-paper", ["include", "exclude"]), None);
    }
}
