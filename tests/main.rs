//! What a user gets, tested: one binary, one sentence a module.

#![allow(clippy::unwrap_used)] // a helper that fails fails its test

/// The command line: what it reads, what it refuses, how it ends.
mod cli;
/// Runs the program that a user runs.
mod run;
