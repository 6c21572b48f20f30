//! How long each stage takes, and the whole program, beside the floor. `cargo bench`; CONTRIBUTING.md says how to read it.

#![allow(clippy::print_stdout)]

mod floor;
mod generated;
mod inputs;
mod program;
mod ratios;
mod stages;

use std::{path::Path, process::ExitCode, time::Duration};

use divan::{Bencher, counter::BytesCount};

use inputs::Input;
use ratios::timed;

/// What is measured, and the floor that it is held against.
struct Row {
    name: &'static str,
    floor: &'static str,
}

const fn row(name: &'static str, floor: &'static str) -> Row {
    Row { name, floor }
}

const IN_MEMORY: &str = "floor";
const AS_PROCESS: &str = "floor, as a program";

/// Everything that is measured, in the order of the printed table.
const ROWS: &[Row] = &[
    row(IN_MEMORY, IN_MEMORY),
    row("document", IN_MEMORY),
    row("statements", IN_MEMORY),
    row("rules", IN_MEMORY),
    row("check as JSON", IN_MEMORY),
    row("register as JSON", IN_MEMORY),
    row("diff of two read drafts", IN_MEMORY),
    row(AS_PROCESS, AS_PROCESS),
    row("dutybound check", AS_PROCESS),
    row("dutybound register --format json", AS_PROCESS),
    row("dutybound diff", AS_PROCESS),
];

/// How long one row of one input is sampled; what takes longer is done once more than it takes to warm up.
const LIMIT: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    if args.next().is_some_and(|arg| arg == "--floor") {
        return args.next().map_or(ExitCode::FAILURE, |path| floor::run(Path::new(&path)));
    }
    divan::main();
    ratios::print();
    ExitCode::SUCCESS
}

/// Measures `work`, whose input is made beforehand, and counts the input's bytes.
fn measure<I: Sync, O>(
    bencher: Bencher<'_, '_>,
    what: &'static str,
    name: &'static str,
    prepare: impl FnOnce(&'static Input) -> I,
    work: impl Fn(&I) -> O + Sync,
) {
    let input = inputs::named(name);
    let prepared = prepare(input);
    bencher
        .counter(BytesCount::new(input.bytes()))
        .bench_local(|| timed(what, name, || work(&prepared)));
}
