//! Finds the instrument and the provision that a citation names.

use super::{Instrument, Law, Provision};
use crate::{
    acts::{comparable, provision, same_title},
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
            _ => citation
                .instrument
                .as_deref()
                .is_some_and(|title| same_title(&comparable(title), &comparable(&self.title))),
        }
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
