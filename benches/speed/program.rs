//! The whole program, from its start to its last byte, on one thread.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use divan::Bencher;

use super::{
    AS_PROCESS, LIMIT,
    inputs::{Input, names_and_empty, names_with_next},
    measure,
};

/// Runs a program on a path, for its time alone.
fn run(
    bencher: Bencher<'_, '_>,
    what: &'static str,
    name: &'static str,
    command: impl Fn(&Input) -> Command + Sync,
) {
    let run = |input: &&'static Input| {
        let mut command = command(input);
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("a program")
    };
    measure(bencher, what, name, |input| input, run);
}

fn dutybound(args: &[&str], paths: &[&Path]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dutybound"));
    command.args(args).args(["--no-progress", "--jobs", "1"]).args(paths);
    command
}

#[divan::bench(args = names_and_empty(), max_time = LIMIT)]
fn a_floor(bencher: Bencher, name: &'static str) {
    let this = std::env::current_exe().expect("this program");
    run(bencher, AS_PROCESS, name, |input| {
        let mut command = Command::new(&this);
        command.arg("--floor").arg(&input.path);
        command
    });
}

#[divan::bench(args = names_and_empty(), max_time = LIMIT)]
fn b_check(bencher: Bencher, name: &'static str) {
    run(bencher, "dutybound check", name, |input| dutybound(&["check"], &[&input.path]));
}

#[divan::bench(args = names_and_empty(), max_time = LIMIT)]
fn c_register(bencher: Bencher, name: &'static str) {
    let args = ["register", "--format", "json"];
    run(bencher, "dutybound register --format json", name, |input| {
        dutybound(&args, &[&input.path])
    });
}

#[divan::bench(args = names_with_next(), max_time = LIMIT)]
fn d_diff(bencher: Bencher, name: &'static str) {
    run(bencher, "dutybound diff", name, |input| {
        let next = input.next.as_deref().unwrap_or(&input.path);
        dutybound(&["diff"], &[&input.path, next])
    });
}
