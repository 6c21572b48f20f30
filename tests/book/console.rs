//! What a page shows of a session (```` ```console ````) is run: each line after `$ ` by the shell, in a folder with the drafts
//! of the tutorials, and what it prints has to stand below it. A line of `…` stands for any lines. With `UPDATE_README=1` the
//! page is rewritten instead.

#![cfg(unix)] // the sessions are a shell's

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{docs, files_in, is_page, word};
use crate::run::{Folder, Ran};

#[test]
fn every_session_on_a_page_is_what_the_program_prints() {
    let mut wrong = Vec::new();
    let pages = files_in(&docs().join("src"));
    for (name, path) in pages.iter().filter(|(name, _)| is_page(name)) {
        let stands = fs::read_to_string(path).unwrap();
        let has_to_be = with_sessions_run(&stands);
        if stands == has_to_be {
            continue;
        }
        if env::var_os("UPDATE_README").is_some() {
            fs::write(path, has_to_be).unwrap();
        } else {
            let differs = stands.lines().zip(has_to_be.lines()).find(|(one, other)| one != other);
            wrong.push(format!("docs/src/{name}: {differs:?}"));
        }
    }
    let wrong = wrong.join("\n");
    assert!(
        wrong.is_empty(),
        "run `UPDATE_README=1 cargo test book` and read what changed:\n{wrong}"
    );
}

/// A page with each command's output as it is now.
fn with_sessions_run(page: &str) -> String {
    let folder = Folder::new();
    for (name, bytes) in word::files() {
        folder.write(name, &bytes);
    }
    let mut shell = Shell { at: folder.path().to_path_buf(), ended: 0 };
    let mut out = String::with_capacity(page.len());
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        let _ = writeln!(out, "{line}");
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let block: Vec<&str> =
            std::iter::from_fn(|| lines.next_if(|line| *line != "```")).collect();
        if let Some((_, file)) = info.split_once(" file=") {
            folder.write(file, format!("{}\n", block.join("\n")).as_bytes());
        }
        if info == "console" {
            out.push_str(&session(&mut shell, &block));
        } else {
            out.extend(block.iter().map(|line| format!("{line}\n")));
        }
        out.extend(lines.next().map(|fence| format!("{fence}\n")));
    }
    out
}

/// Where a reader's shell is, and how the last command ended.
struct Shell {
    at: PathBuf,
    ended: i32,
}

fn session(shell: &mut Shell, block: &[&str]) -> String {
    let mut out = String::new();
    let starts = |line: &&&str| line.starts_with("$ ");
    let mut rest = block;
    while let Some((command, after)) = rest.split_first() {
        assert!(starts(&command), "a session begins with a command: {command:?}");
        let length = after.iter().position(|line| starts(&line)).unwrap_or(after.len());
        let (shown, next) = after.split_at(length);
        let printed = shell.run(command.trim_start_matches("$ "));
        let printed: Vec<&str> = printed.trim_end().lines().collect();
        let _ = writeln!(out, "{command}");
        for line in cut(shown, &printed) {
            let _ = writeln!(out, "{}", line.trim_end());
        }
        rest = next;
    }
    out
}

/// What is printed, with as many lines before and after a `…` as the page shows.
fn cut<'a>(shown: &[&'a str], printed: &[&'a str]) -> Vec<&'a str> {
    let Some(gap) = shown.iter().position(|line| *line == "…") else { return printed.to_vec() };
    let tail = shown.len() - gap - 1;
    if gap + tail >= printed.len() {
        return printed.to_vec();
    }
    [&printed[..gap], &["…"], &printed[printed.len() - tail..]].concat()
}

impl Shell {
    fn run(&mut self, command: &str) -> String {
        if let Some(folder) = command.strip_prefix("cd ") {
            self.at.push(folder);
            return String::new();
        }
        let program = Path::new(env!("CARGO_BIN_EXE_dutybound")).parent().unwrap();
        let path = format!("{}:{}", program.display(), env::var("PATH").unwrap());
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("exec 2>&1; (exit {}); {command}", self.ended)]);
        shell.current_dir(&self.at).env("PATH", path).env_remove("NO_COLOR");
        let ran: Ran = shell.output().unwrap().into();
        self.ended = ran.code.unwrap();
        assert!(self.ended < 2, "{command}: {ran:?}");
        ran.stdout
    }
}
