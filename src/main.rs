//! Parse, run, print, exit: nothing else prints or exits.

use std::process::ExitCode;

fn main() -> ExitCode {
    dutybound::cli::main()
}
