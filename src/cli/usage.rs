//! What is said when the command line makes no sense.

use std::{env, ffi::OsString, path::Path, process::ExitCode};

use clap::error::ErrorKind;

/// Prints help, the version, or what is wrong; help and version succeed.
pub(super) fn refuse(error: &clap::Error) -> ExitCode {
    if error.kind() == ErrorKind::DisplayVersion {
        // A closed pipe is their choice and no failure.
        let _ = super::version::print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(message) = drafts_without_command(&env::args_os().skip(1).collect::<Vec<_>>())
    {
        super::to_stderr(&format!("error: {message}"));
        return ExitCode::from(2);
    }
    // A closed pipe (`dutybound --help | head -1`) is success; clap's own codes are 0 and 2.
    match error.print() {
        Err(_) if !error.use_stderr() => ExitCode::SUCCESS,
        _ => u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from),
    }
}

/// Someone who gives drafts and no command wants to check one, or to compare two.
fn drafts_without_command(args: &[OsString]) -> Option<String> {
    let paths: Vec<String> = args
        .iter()
        .filter(|arg| Path::new(arg).exists())
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    match paths.as_slice() {
        [] => None,
        [old, new] => Some(format!(
            "no command given with two drafts\n\n  what changed between them: dutybound diff {old} {new}\n  \
             what is wrong in them:     dutybound check {old} {new}"
        )),
        _ => Some(format!("no command given\n\n  to check: dutybound check {}", paths.join(" "))),
    }
}
