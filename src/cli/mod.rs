//! The command line: one file a command. Files, git, folders, progress and threads live here and nowhere else.

use std::process::ExitCode;

/// Runs the command that the process was given.
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}
