//! The list of `--files-from`.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};

/// Reads a list of paths: separated by NUL where there is one, else one a line.
pub(super) fn read(list: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    if list.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        bytes = fs::read(list).with_context(|| format!("cannot read {}", list.display()))?;
    }
    let paths = split(&bytes);
    ensure!(!paths.is_empty(), "the list of --files-from {} names no file", list.display());
    Ok(paths)
}

fn split(bytes: &[u8]) -> Vec<PathBuf> {
    let between = if bytes.contains(&0) { 0 } else { b'\n' };
    bytes
        .split(|&byte| byte == between)
        .map(|path| if between == 0 { path } else { path.strip_suffix(b"\r").unwrap_or(path) })
        .filter(|path| !path.is_empty())
        .map(path_of)
        .collect()
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nul_and_newline_both_separate() {
        let paths = vec![PathBuf::from("a b.md"), PathBuf::from("c.md")];
        assert_eq!(split(b"a b.md\nc.md\n"), paths);
        assert_eq!(split(b"a b.md\r\nc.md"), paths);
        assert_eq!(split(b"a b.md\0c.md\0"), paths);
        assert_eq!(split(b"with\nnewline.md\0"), vec![PathBuf::from("with\nnewline.md")]);
    }
}
