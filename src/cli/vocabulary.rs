//! The words of a project: the built-in vocabulary with what its configuration adds.

use anyhow::Context;

use crate::{
    config::{self, Config, Holder, HolderKind, ModalWord},
    document::Date,
    statements::{
        Basis, Modality, Vocabulary,
        convention::{Case, ConventionKind, Form, StatedConvention, Word},
        vocabulary,
        wording::{StaleBody, Wording},
    },
};

/// The vocabulary that drafts are read with.
///
/// # Errors
///
/// When a day in it is no day.
pub(super) fn of(config: &Config) -> anyhow::Result<Vocabulary> {
    let mut words = Vocabulary::default();
    for holder in &config.holder {
        words.add(&entry(holder));
    }
    for form in &config.not_holders {
        words.drop_form(form);
    }
    words.convention = convention(&config.convention);
    let wording = words.wording_mut();
    extend(wording, &config.words);
    wording.terms.extend(config.terms.iter().cloned());
    let gone = config.stale.iter().map(stale).collect::<anyhow::Result<Vec<_>>>()?;
    wording.stale.extend(gone);
    Ok(words)
}

/// Adds a project's phrases, and takes out those it does not want.
fn extend(wording: &mut Wording, said: &config::Words) {
    let lists = [
        (&mut wording.soft, &said.soft),
        (&mut wording.escape, &said.escape),
        (&mut wording.vague_deadline, &said.vague_deadlines),
        (&mut wording.weak_verbs, &said.weak_verbs),
    ];
    for (list, more) in lists {
        list.extend(more.iter().cloned());
        list.retain(|phrase| !said.not.iter().any(|not| not.eq_ignore_ascii_case(phrase)));
    }
    wording.known_abbreviations.extend(said.known_abbreviations.iter().cloned());
    wording.known_abbreviations.retain(|it| !said.not.contains(it));
    wording.vague_holders.extend(said.vague_holders.iter().cloned());
    wording.vague_holders.retain(|name| !said.not.contains(name));
}

fn stale(gone: &config::Stale) -> anyhow::Result<StaleBody> {
    let ended = Date::from_iso(&gone.ended).with_context(|| {
        format!("[[stale]] {}: “{}” is no day; write it as 2022-07-01", gone.name, gone.ended)
    })?;
    Ok(StaleBody {
        name: gone.name.clone(),
        forms: gone.forms.clone(),
        abbr: gone.abbreviations.clone(),
        exact: false,
        ended,
        now: gone.now.clone(),
        source: String::new(),
    })
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
        with: None,
    }
}
