//! Wordings that rules look for: soft phrases, escape clauses, bodies that are gone, terms with two spellings.
//!
//! Built-in data (`*.toml` here), extended by the configuration. Rules read it through the vocabulary.

mod beginnings;
mod finder;
mod phrases;

use serde::Deserialize;

use crate::document::Date;

pub(super) use finder::Finder;
pub use finder::{List, Worded};
pub(super) use phrases::PhraseList;

/// All wordings that rules look for.
#[derive(Clone, Debug)]
pub struct Wording {
    /// Reads like a duty and asks nothing.
    pub soft: Vec<String>,
    /// Lets whoever is asked decide that nothing is asked.
    pub escape: Vec<String>,
    /// Says that there is a time, and not which.
    pub vague_deadline: Vec<String>,
    /// Verb phrases in base form whose doing cannot be shown.
    pub weak_verbs: Vec<String>,
    /// Canonical names of holders that are a crowd.
    pub vague_holders: Vec<String>,
    pub stale: Vec<StaleBody>,
    /// Terms, each with the forms it is written in.
    pub terms: Vec<Vec<String>>,
    /// Abbreviations that every reader knows.
    pub known_abbreviations: Vec<String>,
    /// Words that people write in capitals to stress them.
    pub shouted: Vec<String>,
}

/// A body or term that is no longer there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaleBody {
    pub name: String,
    /// Other ways to write it, singular; any case.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Abbreviations, which count only as written.
    #[serde(default)]
    pub abbr: Vec<String>,
    /// Counts only as written: "School Action".
    #[serde(default)]
    pub exact: bool,
    /// The first day it was no longer there.
    #[serde(deserialize_with = "day")]
    pub ended: Date,
    /// What stands in its place.
    pub now: String,
    /// Where that is said.
    #[serde(default)]
    pub source: String,
}

impl StaleBody {
    /// The ways to write it, singular.
    fn written(&self) -> Vec<&str> {
        let all = std::iter::once(&self.name).chain(&self.forms).chain(&self.abbr);
        all.map(String::as_str).collect()
    }
}

fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let written = String::deserialize(deserializer)?;
    Date::from_iso(&written).ok_or_else(|| serde::de::Error::custom("write a day as 2022-07-01"))
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct BuiltIn {
    soft: Vec<String>,
    escape: Vec<String>,
    vague_deadline: Vec<String>,
    weak_verb: Vec<String>,
    vague_holder: Vec<String>,
}

#[derive(Deserialize)]
struct Stale {
    stale: Vec<StaleBody>,
}

#[derive(Deserialize)]
struct Terms {
    term: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct Abbreviations {
    known: Vec<String>,
    shouted: Vec<String>,
}

impl Wording {
    /// The wordings that come with the program.
    pub(super) fn built_in() -> Self {
        const PHRASES: &str = include_str!("phrases.toml");
        const STALE: &str = include_str!("stale.toml");
        const TERMS: &str = include_str!("terms.toml");
        const ABBREVIATIONS: &str = include_str!("abbreviations.toml");
        let phrases: BuiltIn = toml::from_str(PHRASES).expect("phrases.toml is tested");
        let stale: Stale = toml::from_str(STALE).expect("stale.toml is tested");
        let terms: Terms = toml::from_str(TERMS).expect("terms.toml is tested");
        let abbreviations: Abbreviations =
            toml::from_str(ABBREVIATIONS).expect("abbreviations.toml is tested");
        Self {
            soft: phrases.soft,
            escape: phrases.escape,
            vague_deadline: phrases.vague_deadline,
            weak_verbs: phrases.weak_verb,
            vague_holders: phrases.vague_holder,
            stale: stale.stale,
            terms: terms.term,
            known_abbreviations: abbreviations.known,
            shouted: abbreviations.shouted,
        }
    }
}
