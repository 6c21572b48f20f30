//! Who must do what, under which law: reads a draft Code of Practice.
//!
//! Data flows one way, left to right. No stage imports one to its right, and a test fails on the first import that does.
//!
//! ```text
//! source → document → acts → statements → law → draft → findings → rules → diff → triage → report → cli → main
//!    ↑                                                                                        └→ lsp
//! convert (PDF · Word · HTML · text → Markdown)          config: plain data, read in cli
//! ```
//!
//! | stage | what it adds |
//! | --- | --- |
//! | [`source`] | a text, and where its bytes lie |
//! | [`document`] | parts, numbered paragraphs, passages; one plain text with a map back to the bytes |
//! | [`statements`] | each duty, prohibition, piece of guidance and permission, with who bears it |
//! | [`draft`] | the sources of one Code with all that was read in them: what rules are given |
//! | [`findings`] | one fault at one place |
//! | [`rules`] | every check, with the page that is its test |
//! | [`diff`] | what changed between two drafts, with the change rules |
//! | [`triage`] | what a project makes of findings: severities, allows, baseline |
//! | [`report`] | what people and machines are shown |
//! | [`lsp`] | the same in an editor, while the draft is written |
//!
//! From `source` to `report` nothing touches a disk, a clock or a thread: text in, values out.

pub mod acts;
pub mod config;
pub mod convert;
pub mod diff;
pub mod document;
pub mod draft;
pub mod findings;
pub mod law;
pub mod report;
pub mod roman;
pub mod rules;
pub mod source;
pub mod statements;
pub mod triage;

#[cfg(feature = "cli")]
pub mod lsp;

#[cfg(feature = "cli")]
pub mod cli;
