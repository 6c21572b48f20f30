//! A folder with drafts in it, and the program run there.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

/// A folder that ends with this value.
pub struct Folder(TempDir);

/// The folder of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

impl Folder {
    pub fn new() -> Result<Self> {
        Ok(Self(tempfile::tempdir()?))
    }

    /// The path of a file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        fs::write(self.file(name), text)?;
        Ok(self.file(name))
    }

    /// What the program prints.
    pub fn run(&self, args: &[&str]) -> Result<String> {
        let program = program()?;
        let ran = Command::new(&program).args(args).current_dir(self.0.path()).output();
        let ran = ran.with_context(|| program.display().to_string())?;
        let said = String::from_utf8_lossy(&ran.stderr);
        ensure!(ran.status.code().is_some_and(|code| code < 2), "dutybound {args:?}: {said}");
        Ok(String::from_utf8(ran.stdout)?)
    }

    /// The JSON that the program prints.
    pub fn json(&self, args: &[&str]) -> Result<Value> {
        Ok(serde_json::from_str(&self.run(args)?)?)
    }

    /// The page that the program writes.
    pub fn page(&self, args: &[&str]) -> Result<PathBuf> {
        self.run(&[args, &["-o", "report.html"]].concat())?;
        Ok(self.file("report.html"))
    }
}

/// The program: what `DUTYBOUND` names, else the newer of what cargo has built.
fn program() -> Result<PathBuf> {
    if let Some(program) = std::env::var_os("DUTYBOUND") {
        return Ok(fs::canonicalize(program)?);
    }
    let built = ["release", "debug"].map(|it| root().join("target").join(it).join("dutybound"));
    let newest = built
        .into_iter()
        .filter(|it| it.is_file())
        .max_by_key(|it| fs::metadata(it).and_then(|it| it.modified()).ok());
    Ok(fs::canonicalize(newest.context("build dutybound first: cargo build")?)?)
}
