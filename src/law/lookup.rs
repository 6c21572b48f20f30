//! Finds the instrument and the provision that a citation names.

use super::{Instrument, Law, Provision};
use crate::{
    acts::{Kind, comparable, provision, same_title},
    statements::Citation,
};

/// What a file of the law says of a provision that it does not have.
#[derive(Debug, PartialEq, Eq)]
pub enum Missing {
    /// The file is an excerpt, or has no such detail: nothing can be said.
    Unknown,
    /// There is none; the one that comes before it is there.
    Nearest(Option<String>),
}

impl Law {
    /// The supplied instrument that a citation is of.
    pub fn instrument_of(&self, citation: &Citation) -> Option<&Instrument> {
        self.instruments.iter().find(|it| it.is_named_by(citation))
    }

    /// The instrument and the index of its provision that a citation is of.
    pub fn provision_of(&self, citation: &Citation) -> Option<(&Instrument, u32)> {
        let path = citation.provision.as_deref()?;
        let mut fitting = self.instruments.iter().filter(|it| it.is_named_by(citation));
        fitting.find_map(|it| Some((it, it.find(path)?)))
    }
}

impl Instrument {
    fn is_named_by(&self, citation: &Citation) -> bool {
        match (&self.id, &citation.id) {
            (Some(own), Some(cited)) => own == cited,
            _ => citation.instrument.as_deref().is_some_and(|title| self.is_called(title)),
        }
    }

    /// Whether a title without an id is this instrument's: the same words; or some of them, where no year is given
    /// ("the Illustrative Regulations").
    fn is_called(&self, title: &str) -> bool {
        let (own, cited) = (comparable(&self.title), comparable(title));
        let dated = cited.ends_with(|c: char| c.is_ascii_digit());
        let some = || cited.split(' ').all(|word| own.split(' ').any(|other| other == word));
        let same_kind = || self.kind.is_some() && self.kind == Kind::of_title(title);
        same_title(&own, &cited) || (!dated && cited.contains(' ') && same_kind() && some())
    }

    /// The index of the provision with this path.
    pub fn find(&self, path: &str) -> Option<u32> {
        let wanted = |it: &Provision| it.path.eq_ignore_ascii_case(path);
        self.provisions.iter().position(wanted).map(|at| at as u32)
    }

    /// What is said of a path that is no provision here. `None` where it is one, or a division.
    pub fn missing(&self, path: &str) -> Option<Missing> {
        let same = |other: &String| other.eq_ignore_ascii_case(path);
        if self.find(path).is_some() || self.divisions.iter().any(same) {
            return None;
        }
        let steps: Vec<&str> = path.split('/').collect();
        let told = match steps.first() {
            Some(&"part" | &"chapter") => false,
            Some(&"schedule") => self.divisions.iter().any(|it| it.starts_with("schedule")),
            _ => true,
        };
        let deep = steps.len() > 2 && !self.has_texts;
        if !self.is_whole || !told || deep {
            return Some(Missing::Unknown);
        }
        let before = self.provisions.iter().filter(|it| {
            it.path.split('/').count() == steps.len()
                && it.path.split('/').next() == steps.first().copied()
                && provision::compare(&it.path, path).is_lt()
        });
        let nearest = before.max_by(|a, b| provision::compare(&a.path, &b.path));
        Some(Missing::Nearest(nearest.map(|it| it.path.clone())))
    }
}
