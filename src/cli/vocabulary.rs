//! The words of a project: the built-in vocabulary with what its configuration adds.

use crate::{
    config::{Config, Holder, HolderKind},
    statements::{Vocabulary, vocabulary},
};

/// The vocabulary that drafts are read with.
pub(super) fn of(config: &Config) -> Vocabulary {
    let mut words = Vocabulary::default();
    for holder in &config.holder {
        words.add(&entry(holder));
    }
    for form in &config.not_holders {
        words.drop_form(form);
    }
    words
}

fn entry(holder: &Holder) -> vocabulary::HolderEntry {
    vocabulary::HolderEntry {
        name: holder.name.clone(),
        kind: match holder.kind {
            HolderKind::Body => vocabulary::HolderKind::Body,
            HolderKind::Role => vocabulary::HolderKind::Role,
            HolderKind::Person => vocabulary::HolderKind::Person,
        },
        forms: holder.forms.clone(),
        abbr: holder.abbreviations.clone(),
    }
}
