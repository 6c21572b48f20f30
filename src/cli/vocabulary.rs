//! The words of a project: the built-in vocabulary with what its configuration adds.

use crate::{
    config::{self, Config, Holder, HolderKind, ModalWord},
    statements::{
        Basis, Modality, Vocabulary,
        convention::{Case, ConventionKind, Form, StatedConvention, Word},
        vocabulary,
    },
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
    words.convention = convention(&config.convention);
    words
}

fn convention(said: &config::Convention) -> StatedConvention {
    StatedConvention {
        kind: said.kind.map(|kind| match kind {
            config::ConventionKind::RestatesLaw => ConventionKind::RestatesLaw,
            config::ConventionKind::MakesLaw => ConventionKind::MakesLaw,
            config::ConventionKind::OwnStandard => ConventionKind::OwnStandard,
        }),
        case: said.case.map(|case| match case {
            config::Case::Any => Case::Any,
            config::Case::Upper => Case::Upper,
        }),
        words: said.words.iter().map(|(&modal, &basis)| word(modal, basis)).collect(),
    }
}

fn word(modal: ModalWord, basis: config::Basis) -> Word {
    let (word, modality) = match modal {
        ModalWord::Must => ("must", Modality::Duty),
        ModalWord::Shall => ("shall", Modality::Duty),
        ModalWord::Should => ("should", Modality::Guidance),
        ModalWord::May => ("may", Modality::Permission),
    };
    let basis = match basis {
        config::Basis::Law => Basis::Law,
        config::Basis::Standard => Basis::Standard,
    };
    Word { word: word.to_owned(), modality, basis, form: Form::default() }
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
