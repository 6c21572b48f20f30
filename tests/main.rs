//! What a user gets, tested: one binary, one sentence a module.

#![allow(clippy::unwrap_used)] // a helper that fails fails its test
#![allow(clippy::print_stdout)] // tests say what they measured and what they skipped

/// The stages know only the stages before them.
mod architecture;
/// The documentation: put together, and its commands run.
mod book;
/// The command line: what it reads, what it refuses, how it ends.
mod cli;
/// What a draft says its own must and should mean.
mod convention;
/// Files in other formats: what comes out as Markdown, and what is refused.
mod convert;
/// The drafts of `corpus/` are read as people read them.
mod corpus;
/// What the program is built of.
mod dependencies;
/// What changed between two drafts: pages of changes, planted changes.
mod diff;
/// A text is read into parts, numbered paragraphs and passages, each with its bytes.
mod document;
/// What runs for a guidance repository on each pull request.
mod guidance_ci;
/// Reports as a page: sound, and safe to open.
mod html;
/// What holds of every draft, however it is written.
mod invariants;
/// Laws are read into provisions with their duties.
mod law;
/// The law lines of the Highway Code, against their own links.
mod law_lines;
/// What the world does to a run: full disks, loops of links, files that change, other runs.
mod limits;
/// The language server: what an editor is told, and what it may ask.
mod lsp;
/// What a rule's page shows, for the suite.
mod pages;
/// Writes small PDF files.
mod pdf;
/// What holds of any draft, and what a change to the text must not change.
mod properties;
/// The README says what the program says.
mod readme;
/// What each format promises, on real output, field by field.
mod reports;
/// Every rule does what its page says.
mod rules;
/// Runs the program that a user runs.
mod run;
/// SARIF, field by field, and against the published schema.
mod sarif;
/// What a change since a revision of git introduced.
mod since;
/// A text knows where its bytes lie.
mod source;
/// Who has to act, on which condition and by when, in the words of the draft.
mod statements;
/// What a project makes of findings: severities, allows, the baseline.
mod triage;
/// Writes zip packages and small Word files.
mod zip;
