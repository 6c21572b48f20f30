//! dutybound.toml: read with a reason where it is refused, and the words in it used on a draft.
#![no_main]

use dutybound::{
    config::{self, Config},
    draft::Draft,
    source::Source,
    statements::{
        Vocabulary,
        vocabulary::{HolderEntry, HolderKind},
    },
};
use dutybound_fuzz::invariants;
use libfuzzer_sys::fuzz_target;

const DRAFT: &str = "# Code\n\n1.1 The board must act. Partners should, where possible, consult the setting.\n\n\
                     1.2 The CCG must publish a plan in good time. Staff are asked to reflect.\n";

fuzz_target!(|text: &str| {
    let config = match Config::from_toml(text) {
        Ok(config) => config,
        Err(refused) => return assert!(!refused.to_string().is_empty()),
    };
    let source = Source::from_bytes("draft.md", DRAFT.as_bytes().to_vec()).expect("a text");
    let draft = Draft::from_sources(vec![source], &vocabulary(&config));
    invariants::hold_reading(&draft);
    invariants::hold_findings(&invariants::found(draft));
});

fn vocabulary(config: &Config) -> Vocabulary {
    let mut words = Vocabulary::built_in();
    for holder in &config.holder {
        words.add(&HolderEntry {
            name: holder.name.clone(),
            kind: match holder.kind {
                config::HolderKind::Body => HolderKind::Body,
                config::HolderKind::Role => HolderKind::Role,
                config::HolderKind::Person => HolderKind::Person,
            },
            forms: holder.forms.clone(),
            abbr: holder.abbreviations.clone(),
            with: None,
        });
    }
    config.not_holders.iter().for_each(|form| words.drop_form(form));
    let wording = words.wording_mut();
    wording.soft.extend(config.words.soft.iter().cloned());
    wording.escape.extend(config.words.escape.iter().cloned());
    wording.vague_deadline.extend(config.words.vague_deadlines.iter().cloned());
    wording.weak_verbs.extend(config.words.weak_verbs.iter().cloned());
    wording.terms.extend(config.terms.iter().cloned());
    words
}
