//! What a path was at a revision of git.
//!
//! The git program is asked, and not a library: it knows the user's repository as it is (worktrees, partial clones, filters,
//! `safe.directory`), and costs no crate. Nothing of the repository is changed: the files are written into a folder of our own,
//! through an index of our own.

use std::{
    collections::HashMap,
    ffi::{OsStr, OsString},
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, bail, ensure};
use tempfile::TempDir;

/// The files of some paths of one repository as they were, for as long as this lives.
pub(super) struct Checkout {
    folder: TempDir,
    /// The top of the working tree that the paths are in.
    top: PathBuf,
    revision: String,
    /// Where the paths are in our folder: those that were there.
    pub(super) paths: Vec<PathBuf>,
}

impl Checkout {
    /// Writes what `paths` were at `revision` into folders of our own: one checkout a repository. A file that has been renamed
    /// since is there under its old name; what is new is not there.
    pub(super) fn of(revision: &str, paths: &[PathBuf]) -> anyhow::Result<Vec<Self>> {
        let mut tops = HashMap::new();
        let mut repositories: Vec<(PathBuf, Vec<PathBuf>)> = Vec::new();
        for path in paths {
            ensure!(path.as_os_str() != "-", "standard input has no history; give --since a PATH");
            let whole = fs::canonicalize(path).with_context(|| path.display().to_string())?;
            let folder = if whole.is_dir() {
                whole.clone()
            } else {
                whole.parent().unwrap_or(&whole).into()
            };
            let top = match tops.get(&folder) {
                Some(top) => PathBuf::clone(top),
                None => top_of(&folder).with_context(|| path.display().to_string())?,
            };
            tops.insert(folder, top.clone());
            let below = whole.strip_prefix(&top).unwrap_or(Path::new("")).to_path_buf();
            match repositories.iter_mut().find(|(other, _)| *other == top) {
                Some((_, all)) => all.push(below),
                None => repositories.push((top, vec![below])),
            }
        }
        let each = repositories.into_iter();
        each.map(|(top, below)| Self::in_repository(revision, top, below)).collect()
    }

    fn in_repository(revision: &str, top: PathBuf, below: Vec<PathBuf>) -> anyhow::Result<Self> {
        let tree = format!("{revision}^{{tree}}");
        let tree = git(&top, ["rev-parse", "--verify", "--quiet", "--end-of-options", &tree])
            .ok()
            .with_context(|| format!("git knows no revision `{revision}` here"))?;
        let tree = tree.trim_end();
        let renamed = renamed(&top, tree, &below)?;
        let below: Vec<PathBuf> = below.into_iter().chain(renamed).collect();
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        let mut checkout = Self { folder, top, revision: revision.to_owned(), paths: Vec::new() };
        checkout.write(tree, &below)?;
        let written = below.iter().map(|below| checkout.tree().join(below));
        checkout.paths = written.filter(|path| path.exists()).collect();
        Ok(checkout)
    }

    fn write(&self, tree: &str, below: &[PathBuf]) -> anyhow::Result<()> {
        self.run(&["read-tree".as_ref(), tree.as_ref()], b"")?;
        let only: Vec<OsString> = below
            .iter()
            .map(|below| {
                let mut only = OsString::from(":(top,literal)");
                only.push(below);
                only
            })
            .collect();
        let mut list: Vec<&OsStr> = vec!["ls-files".as_ref(), "-z".as_ref(), "--".as_ref()];
        list.extend(only.iter().map(OsString::as_os_str));
        let files = self.run(&list, b"")?;
        let mut prefix = OsString::from("--prefix=");
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

/// The top of the working tree that a folder is in.
fn top_of(folder: &Path) -> anyhow::Result<PathBuf> {
    let top = match git(folder, ["rev-parse", "--show-toplevel"]) {
        Err(error) if error.to_string().contains("not a git repository") => {
            bail!("this is in no git repository, so it has no history for --since")
        }
        top => top?,
    };
    fs::canonicalize(top.trim_end()).context("the top of the git repository")
}

/// The old names of what has been renamed since into one of these paths, from outside of them.
fn renamed(top: &Path, tree: &str, below: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let listed =
        git(top, ["diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", tree, "--"])?;
    let mut fields = listed.split('\0');
    let mut renamed = Vec::new();
    while let (Some(_), Some(old), Some(new)) = (fields.next(), fields.next(), fields.next()) {
        let is_in = |name: &str| below.iter().any(|path| Path::new(name).starts_with(path));
        if is_in(new) && !is_in(old) {
            renamed.push(PathBuf::from(old));
        }
    }
    Ok(renamed)
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
