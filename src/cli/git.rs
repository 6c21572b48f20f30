//! What a path was at a revision of git.
//!
//! The git program is asked, and not a library: it knows the user's repository as it is (worktrees, partial clones, filters,
//! `safe.directory`), and costs no crate. Nothing of the repository is changed: the files are written into a folder of our own,
//! through an index of our own.

use std::{
    ffi::OsStr,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, bail, ensure};
use tempfile::TempDir;

/// The files of one path as they were, for as long as this lives.
pub(super) struct Checkout {
    folder: TempDir,
    /// The top of the working tree that the path is in.
    top: PathBuf,
    revision: String,
    /// Where the path is in our folder.
    pub(super) path: PathBuf,
}

impl Checkout {
    /// Writes what `path` was at `revision` into a folder of its own.
    pub(super) fn of(revision: &str, path: &Path) -> anyhow::Result<Self> {
        ensure!(path.as_os_str() != "-", "standard input has no history; give --since a PATH");
        let whole = fs::canonicalize(path).with_context(|| path.display().to_string())?;
        let folder =
            if whole.is_dir() { whole.as_path() } else { whole.parent().unwrap_or(&whole) };
        let top = git(folder, ["rev-parse", "--show-toplevel"])?;
        let top = fs::canonicalize(top.trim_end()).context("the top of the git repository")?;
        let tree = format!("{revision}^{{tree}}");
        let tree = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", &tree])
            .ok()
            .with_context(|| format!("git knows no revision `{revision}` here"))?;
        let below = whole.strip_prefix(&top).unwrap_or(Path::new("")).to_path_buf();
        let temporary = tempfile::tempdir().context("cannot make a temporary folder")?;
        let path = temporary.path().join("tree").join(&below);
        let checkout = Self { folder: temporary, top, revision: revision.to_owned(), path };
        checkout.write(tree.trim_end(), &below)?;
        Ok(checkout)
    }

    fn write(&self, tree: &str, below: &Path) -> anyhow::Result<()> {
        self.run(&["read-tree".as_ref(), tree.as_ref()], b"")?;
        let mut only = std::ffi::OsString::from(":(top,literal)");
        only.push(below);
        let files = self.run(&["ls-files".as_ref(), "-z".as_ref(), "--".as_ref(), &only], b"")?;
        ensure!(!files.is_empty(), "{} was not there at {}", below.display(), self.revision);
        let mut prefix = std::ffi::OsString::from("--prefix=");
        prefix.push(self.tree());
        prefix.push("/");
        let checkout: [&OsStr; 4] =
            ["checkout-index".as_ref(), "-z".as_ref(), "--stdin".as_ref(), &prefix];
        self.run(&checkout, &files).map(|_| ())
    }

    /// Runs git at the top of the working tree, with our own index.
    fn run(&self, args: &[&OsStr], input: &[u8]) -> anyhow::Result<Vec<u8>> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.top).args(args);
        command.env("GIT_INDEX_FILE", self.folder.path().join("index"));
        finish(command, input)
    }

    fn tree(&self) -> PathBuf {
        self.folder.path().join("tree")
    }

    /// Where a folder of the working tree would be in ours.
    pub(super) fn at(&self, folder: &Path) -> PathBuf {
        let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        whole.strip_prefix(&self.top).map_or(whole.clone(), |below| self.tree().join(below))
    }

    /// How reports name a file of ours: "HEAD~3:guidance/draft.md".
    pub(super) fn named(&self, path: &str) -> String {
        let below = Path::new(path).strip_prefix(self.tree()).unwrap_or(Path::new(path));
        format!("{}:{}", self.revision, below.display()).replace('\\', "/")
    }
}

fn git<const N: usize>(folder: &Path, args: [&str; N]) -> anyhow::Result<String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(args);
    Ok(String::from_utf8_lossy(&finish(command, b"")?).into_owned())
}

/// Runs a command to its end. What git says when it fails is the error.
fn finish(mut command: Command, input: &[u8]) -> anyhow::Result<Vec<u8>> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child =
        command.spawn().context("--since needs the git program, which cannot be run")?;
    if let Some(mut stdin) = child.stdin.take() {
        // A git that fails reads nothing, and says why.
        let _ = stdin.write_all(input);
    }
    let output = child.wait_with_output().context("git")?;
    if !output.status.success() {
        bail!("git: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}
