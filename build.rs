//! Says which commit a release build is of. Debug builds do not ask: they would be made anew after every commit.

use std::{env, fs, process::Command};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=DUTYBOUND_COMMIT");
    let release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = if release { commit() } else { None };
    println!("cargo::rustc-env=DUTYBOUND_COMMIT={}", commit.unwrap_or_default());
}

/// The commit as whoever packages the program says it, as `cargo publish` left it in the crate, or as git knows it. A copy
/// of the sources without any of these builds too, and then says no commit.
fn commit() -> Option<String> {
    let given = env::var("DUTYBOUND_COMMIT").ok();
    let full = given.or_else(of_crate).or_else(of_git)?;
    let full = full.trim();
    let is_commit = full.len() >= 7 && full.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_commit.then(|| full[..full.len().min(12)].to_owned())
}

fn of_crate() -> Option<String> {
    let info = fs::read_to_string(".cargo_vcs_info.json").ok()?;
    let (_, after) = info.split_once("\"sha1\"")?;
    after.split('"').nth(1).map(str::to_owned)
}

fn of_git() -> Option<String> {
    // Sources unpacked inside somebody else's repository are not of its commit.
    let top = git(&["rev-parse", "--show-toplevel"])?;
    let here = fs::canonicalize(env::var("CARGO_MANIFEST_DIR").ok()?).ok()?;
    if fs::canonicalize(top.trim()).ok()? != here {
        return None;
    }
    // Where the commit is written down; what is not there would make every build a new one.
    let branch = git(&["rev-parse", "--symbolic-full-name", "HEAD"]).unwrap_or_default();
    for name in ["HEAD", branch.trim(), "packed-refs"].into_iter().filter(|it| !it.is_empty()) {
        let path = git(&["rev-parse", "--git-path", name]).unwrap_or_default();
        if fs::exists(path.trim()).unwrap_or(false) {
            println!("cargo::rerun-if-changed={}", path.trim());
        }
    }
    git(&["rev-parse", "HEAD"])
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
