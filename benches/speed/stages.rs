//! Each stage alone, in memory.

use std::{io, path::PathBuf};

use divan::Bencher;
use dutybound::{
    diff,
    document::Document,
    draft::Draft,
    report::{
        check::{CheckReport, CheckedDraft, Show},
        json,
        register::{RegisterReport, Selected, Selection},
    },
    source::{Source, SourceId},
    statements::{Reading, Vocabulary},
    triage::{self, Policy},
};

use super::{
    IN_MEMORY, LIMIT, floor, generated,
    inputs::{Input, names, names_with_next},
    measure,
};

fn sources(input: &Input) -> Vec<Source> {
    let read = |text: &String| Source::from_bytes("draft.md", text.clone().into_bytes());
    input.texts.iter().map(|text| read(text).expect("a text")).collect()
}

fn documents(sources: &[Source]) -> Vec<Document> {
    let numbered = (0..).zip(sources);
    numbered.map(|(index, source)| Document::from_source(SourceId(index), source)).collect()
}

fn draft(input: &Input) -> Draft {
    Draft::from_sources(sources(input), &Vocabulary::built_in())
}

fn checked(draft: Draft) -> CheckedDraft {
    let findings = triage::check(&draft, &Policy::default()).findings;
    CheckedDraft { draft, findings, is_settings: false }
}

#[divan::bench(args = names(), max_time = LIMIT)]
fn a_floor(bencher: Bencher, name: &'static str) {
    let find = |texts: &&'static Vec<String>| {
        texts.iter().map(|text| floor::modals(text).len()).sum::<usize>()
    };
    measure(bencher, IN_MEMORY, name, |input| &input.texts, find);
}

#[divan::bench(args = names(), max_time = LIMIT)]
fn b_document(bencher: Bencher, name: &'static str) {
    measure(bencher, "document", name, sources, |sources| documents(sources));
}

#[divan::bench(args = names(), max_time = LIMIT)]
fn c_statements(bencher: Bencher, name: &'static str) {
    let vocabulary = Vocabulary::built_in();
    let prepare = |input: &'static Input| documents(&sources(input));
    let read = |documents: &Vec<Document>| Reading::from_documents(documents, &vocabulary);
    measure(bencher, "statements", name, prepare, read);
}

#[divan::bench(args = names(), max_time = LIMIT)]
fn d_rules(bencher: Bencher, name: &'static str) {
    let policy = Policy::default();
    measure(bencher, "rules", name, draft, |draft| triage::check(draft, &policy).findings);
}

#[divan::bench(args = names(), max_time = LIMIT)]
fn e_check_as_json(bencher: Bencher, name: &'static str) {
    let prepare = |input: &'static Input| [checked(draft(input))];
    let write = |drafts: &[CheckedDraft; 1]| {
        let report = CheckReport { drafts, not_read: &[], show: Show::All, known_as: None };
        json::check(&mut io::sink(), &report)
    };
    measure(bencher, "check as JSON", name, prepare, write);
}

#[divan::bench(args = names(), max_time = LIMIT)]
fn f_register_as_json(bencher: Bencher, name: &'static str) {
    let write = |draft: &Draft| {
        let drafts = vec![Selected::of(draft, &Selection::default())];
        let report = RegisterReport { drafts, not_read: &[], uncounted: false };
        json::register(&mut io::sink(), &report)
    };
    measure(bencher, "register as JSON", name, draft, write);
}

#[divan::bench(args = names_with_next(), max_time = LIMIT)]
fn g_diff(bencher: Bencher, name: &'static str) {
    let both = |input: &'static Input| {
        let next = generated::revised(input.bytes());
        let next = Input { name, path: PathBuf::new(), next: None, texts: vec![next] };
        (draft(input), draft(&next))
    };
    let compare = |(old, new): &(Draft, Draft)| diff::compare(old, new).changes.len();
    measure(bencher, "diff of two read drafts", name, both, compare);
}
