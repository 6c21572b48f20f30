//! What a user gets, tested: one binary, one sentence a module.

mod cli; // the command line: what it reads, what it refuses, how it ends
mod run; // runs the program that a user runs
