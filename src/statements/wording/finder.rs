//! One pass over a document for all wordings that rules look for.

use super::{
    StaleBody, Wording,
    beginnings::{Beginnings, end_of, is_joined},
};
use crate::document::{Document, Extent};

/// A list of the wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Soft,
    Escape,
    VagueDeadline,
    WeakVerb,
    Stale,
    Term,
}

const LISTS: usize = 6;

/// A wording in a document.
#[derive(Clone, Copy, Debug)]
pub struct Worded {
    pub list: List,
    /// Index of the phrase in its list, or of the body or term that it writes.
    pub index: u32,
    pub extent: Extent,
}

/// The phrases of all lists, as they are looked for: whole words, in any (ASCII) case.
#[derive(Debug)]
pub(in crate::statements) struct Finder {
    phrases: Vec<String>,
    /// Of each phrase, its list and index.
    owners: Vec<(List, u32)>,
    beginnings: Beginnings,
}

impl Finder {
    pub(in crate::statements) fn of(wording: &Wording) -> Self {
        let plain = [
            (List::Soft, &wording.soft),
            (List::Escape, &wording.escape),
            (List::VagueDeadline, &wording.vague_deadline),
            (List::WeakVerb, &wording.weak_verbs),
        ];
        let mut all = Vec::new();
        for (list, phrases) in plain {
            let phrases = (0..).zip(phrases).filter(|(_, phrase)| !is_blank(phrase));
            all.extend(phrases.map(|(index, phrase)| (phrase.clone(), (list, index))));
        }
        let bodies = wording.stale.iter().map(StaleBody::written);
        let bodies = (0..).zip(bodies).map(|(index, forms)| ((List::Stale, index), forms));
        let terms = wording.terms.iter().map(|forms| forms.iter().map(String::as_str).collect());
        let terms = (0..).zip(terms).map(|(index, forms)| ((List::Term, index), forms));
        for (owner, forms) in bodies.chain(terms) {
            for form in forms.into_iter().filter(|form| !is_blank(form)) {
                all.extend([form.to_owned(), format!("{form}s")].map(|form| (form, owner)));
            }
        }
        let (phrases, owners): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        Self { beginnings: Beginnings::of(&phrases), phrases, owners }
    }

    /// The wordings of a document, in the order of the text. Those of one list do not overlap; of several of it at one place
    /// the longest counts.
    pub(in crate::statements) fn find(&self, document: &Document) -> Vec<Worded> {
        let bytes = document.plain.text().as_bytes();
        let mut found = Vec::new();
        let mut ends = [0; LISTS];
        for at in document.words.from(0) {
            // the longest come first
            for &phrase in self.beginnings.at(bytes, at).unwrap_or_default() {
                let (list, index) = self.owners[phrase];
                let end = end_of(&self.phrases[phrase], bytes, at);
                let whole = end.filter(|&end| !is_joined(bytes.get(end)));
                if let Some(end) = whole.filter(|_| ends[list as usize] <= at) {
                    ends[list as usize] = end;
                    found.push(Worded { list, index, extent: Extent::new(at, end) });
                }
            }
        }
        found
    }
}

fn is_blank(phrase: &str) -> bool {
    phrase.trim().is_empty()
}
