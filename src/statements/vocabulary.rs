//! Who can bear a duty, and the wordings that rules look for.
//!
//! Built-in data (`holders/`, `wording/`), merged with the configuration once and with what a draft says of its own words
//! ("Clinical Commissioning Groups (CCGs)") when it is read. Rules read it, never the configuration.

use std::{
    borrow::Cow,
    cell::LazyCell,
    sync::{Arc, OnceLock},
};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use serde::Deserialize;

use super::{
    HolderName,
    convention::StatedConvention,
    english::plural_of_phrase,
    wording::{Finder, Worded, Wording},
};
use crate::document::Document;

/// Names, one a line.
const LISTS: [(&str, HolderKind); 3] = [
    (include_str!("holders/body.txt"), HolderKind::Body),
    (include_str!("holders/role.txt"), HolderKind::Role),
    (include_str!("holders/person.txt"), HolderKind::Person),
];

/// Those with several names.
const SEVERAL: &str = include_str!("holders/several.toml");

/// About how many forms these have, plurals among them: a map that grows is made anew each time.
const FORMS: usize = 3500;

/// Borrowed from the program where it comes with it.
type Name = Cow<'static, str>;

/// What sort of holder a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolderKind {
    /// An organisation.
    Body,
    /// A person by office or trade.
    Role,
    /// A person as such, often at the receiving end of a duty.
    Person,
}

/// One holder and the ways it is written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct HolderEntry {
    /// The name it is reported under, singular.
    pub name: String,
    pub kind: HolderKind,
    /// Other ways to write it, singular; any case.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Abbreviations, which count only as written.
    #[serde(default)]
    pub abbr: Vec<String>,
    /// They count only in a draft that has this word, in lower case: other things are called so too.
    #[serde(default)]
    pub with: Option<String>,
}

/// Everything a reading knows of words. Readings of several drafts share it; what one adds to it is copied then.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    names: Arc<Vec<(Name, HolderKind)>>,
    /// Lower-case forms, singular and plural.
    forms: Arc<FxHashMap<Name, u32>>,
    abbreviations: Arc<FxHashMap<Name, u32>>,
    /// Abbreviations that count only where a draft has a word, and this word.
    doubtful: Arc<Vec<(String, String)>>,
    /// First words of the forms that hold an "of", "for" or "and": "secretary" of "Secretary of State".
    long_starts: Arc<FxHashSet<Name>>,
    wording: Arc<Wording>,
    /// Made of the wording when it is first looked for.
    finder: Arc<OnceLock<Finder>>,
    /// What the configuration says of must and should.
    pub convention: StatedConvention,
}

#[derive(Deserialize)]
struct Several {
    holder: Vec<HolderEntry>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Vocabulary {
    /// The holders and wordings that come with the program.
    ///
    /// # Panics
    ///
    /// Never: the built-in data is read by the suite.
    pub fn built_in() -> Self {
        let several: Several = toml::from_str(SEVERAL).expect("several.toml is tested");
        let mut vocabulary = Self {
            names: Arc::default(),
            forms: Arc::new(FxHashMap::with_capacity_and_hasher(FORMS, FxBuildHasher)),
            abbreviations: Arc::default(),
            doubtful: Arc::default(),
            long_starts: Arc::default(),
            wording: Arc::new(Wording::built_in()),
            finder: Arc::default(),
            convention: StatedConvention::default(),
        };
        for entry in &several.holder {
            vocabulary.add(entry);
        }
        for (list, kind) in LISTS {
            for name in list.lines() {
                vocabulary.add_name(name, kind);
            }
        }
        vocabulary
    }

    /// Adds a holder, or further forms of one that is there under the same name.
    pub fn add(&mut self, entry: &HolderEntry) {
        let index = self.add_name(entry.name.clone(), entry.kind);
        for form in &entry.forms {
            self.add_form(form.clone(), index);
        }
        for abbreviation in &entry.abbr {
            self.add_abbreviation(abbreviation, index);
            if let Some(word) = &entry.with {
                Arc::make_mut(&mut self.doubtful).push((abbreviation.clone(), word.clone()));
            }
        }
    }

    /// Drops the abbreviations that mean something else in these texts.
    pub(super) fn drop_doubtful(&mut self, texts: &[&str]) {
        let lower =
            LazyCell::new(|| texts.iter().map(|text| text.to_lowercase()).collect::<Vec<_>>());
        for (abbreviation, word) in Arc::clone(&self.doubtful).iter() {
            let is_used = texts.iter().any(|text| text.contains(abbreviation.as_str()));
            if is_used && !lower.iter().any(|text| text.contains(word.as_str())) {
                let abbreviations = Arc::make_mut(&mut self.abbreviations);
                abbreviations.remove(abbreviation.as_str());
                abbreviations.remove(format!("{abbreviation}s").as_str());
            }
        }
    }

    /// Makes `abbreviation` (and its plural in s) another way to write the holder at `index`.
    pub(super) fn add_abbreviation(&mut self, abbreviation: &str, index: u32) {
        let abbreviations = Arc::make_mut(&mut self.abbreviations);
        abbreviations.insert(abbreviation.to_owned().into(), index);
        abbreviations.insert(format!("{abbreviation}s").into(), index);
    }

    /// No longer reads these words as a holder.
    pub fn drop_form(&mut self, form: &str) {
        let lower = form.to_lowercase();
        let forms = Arc::make_mut(&mut self.forms);
        forms.remove(plural_of_phrase(&lower).as_str());
        forms.remove(lower.as_str());
        Arc::make_mut(&mut self.abbreviations).remove(form);
    }

    /// Phrases, bodies that are gone, terms with two spellings.
    pub fn wording(&self) -> &Wording {
        &self.wording
    }

    /// The same, to be changed.
    pub fn wording_mut(&mut self) -> &mut Wording {
        self.finder = Arc::default();
        Arc::make_mut(&mut self.wording)
    }

    /// The wordings of a document, in the order of the text.
    pub(super) fn worded(&self, document: &Document) -> Vec<Worded> {
        self.finder.get_or_init(|| Finder::of(&self.wording)).find(document)
    }

    /// The name a holder is reported under.
    pub fn name<'a>(&'a self, holder: &'a HolderName) -> &'a str {
        match holder {
            HolderName::Known(index) => &self.names[*index as usize].0,
            HolderName::Written(words) => words,
            HolderName::Reader => "you",
        }
    }

    /// What sort of holder this is, where the vocabulary knows it.
    pub fn kind(&self, holder: &HolderName) -> Option<HolderKind> {
        match holder {
            HolderName::Known(index) => Some(self.names[*index as usize].1),
            HolderName::Written(_) | HolderName::Reader => None,
        }
    }

    /// The holder that these words name in any case, singular or plural, or as an abbreviation.
    pub fn holder(&self, words: &str) -> Option<HolderName> {
        let form =
            || if is_lower(words) { self.form(words) } else { self.form(&words.to_lowercase()) };
        self.abbreviation(words).or_else(form).map(HolderName::Known)
    }

    /// The holder with this lower-case form.
    pub(super) fn form(&self, lower: &str) -> Option<u32> {
        self.forms.get(lower).copied()
    }

    pub(super) fn abbreviation(&self, word: &str) -> Option<u32> {
        self.abbreviations.get(word).copied()
    }

    /// Whether a form that goes on past "of", "for" or "and" begins with this lower-case word.
    pub(super) fn starts_long_form(&self, lower: &str) -> bool {
        self.long_starts.contains(lower)
    }

    /// The index of the holder that is called so: of one that is there, or else of a new one.
    pub(super) fn add_name(&mut self, name: impl Into<Name>, kind: HolderKind) -> u32 {
        let name = name.into();
        let form = lower(name.clone());
        if let Some(&index) = self.forms.get(&form) {
            return index;
        }
        let index = self.names.len() as u32;
        Arc::make_mut(&mut self.names).push((name, kind));
        self.add_form(form, index);
        index
    }

    pub(super) fn add_form(&mut self, form: impl Into<Name>, index: u32) {
        let form = lower(form.into());
        let mut words = form.split(' ');
        let start = words.next().unwrap_or_default();
        if words.any(|word| matches!(word, "of" | "for" | "and")) {
            let starts = Arc::make_mut(&mut self.long_starts);
            starts.insert(start.to_owned().into());
            starts.insert(plural_of_phrase(start).into());
        }
        let forms = Arc::make_mut(&mut self.forms);
        forms.insert(plural_of_phrase(&form).into(), index);
        forms.insert(form, index);
    }
}

fn lower(name: Name) -> Name {
    if is_lower(&name) { name } else { name.to_lowercase().into() }
}

/// Whether words are in lower case as they stand, and plainly so.
fn is_lower(words: &str) -> bool {
    words.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
}
