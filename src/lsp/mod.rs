//! The language server: what `check` finds and the register says, in an editor, while the draft is written.
//!
//! ```text
//! wire (messages, on a thread) → server → sync (texts) → codes (which files are one Code) → view (a Code, read)
//!                                  └→ requests → hover · definition · symbols · actions ←──────┘
//! ```
//!
//! One thread owns all that is known and does one thing after the other. Before a Code is read, and again after it, all messages that have
//! come are taken: a burst of changes is read once, and what was read of a text that has changed since is dropped.

mod actions;
mod codes;
mod definition;
mod diagnostics;
mod hover;
mod lines;
mod project;
mod requests;
mod server;
mod symbols;
mod sync;
mod text;
mod view;
mod wire;

#[cfg(test)]
mod tests;

pub use project::{Code, CodeFile, Fault, Options, Project, Show};
pub use server::{Ended, serve};
