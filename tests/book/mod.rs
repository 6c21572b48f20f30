//! The documentation: its pages stand in `docs/src`; what the program knows itself (commands, rules, changes, configuration,
//! JSON) is put between them here, so that no page is written twice. `.ci/book` makes the book of what this leaves in
//! `target/book`. Every command that a page shows is run, and has to print what the page says.

mod console;
mod pages;
mod schema;
mod word;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use dutybound::{
    document::Document,
    source::{Source, SourceId},
};

/// The pages of the book, by path under `src`.
type Pages = BTreeMap<String, String>;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "md")
}

/// The files of a folder and the folders in it, by path from there.
fn files_in(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, path));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_book_is_whole() {
    let pages = pages::all();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("book");
    let _ = fs::remove_dir_all(&target);
    fs::create_dir_all(target.join("src")).unwrap();
    for name in ["book.toml", "wide.css"] {
        fs::copy(docs().join(name), target.join(name)).unwrap();
    }
    for (name, text) in &pages {
        let path = target.join("src").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::write(target.join("src/drafts.zip"), word::drafts()).unwrap();
    let is_there = |path: &str| path == "drafts.zip" || pages.contains_key(path);
    for (name, text) in pages.iter().filter(|(name, _)| is_page(name)) {
        for link in links(text) {
            let whole = beside(name, &link);
            assert!(is_there(&whole), "{name} links to {link}, and there is no page {whole}");
        }
    }
    for name in pages.keys().filter(|name| is_page(name) && *name != "SUMMARY.md") {
        assert!(pages["SUMMARY.md"].contains(&format!("({name})")), "SUMMARY.md leaves out {name}");
    }
}

/// Relative links of a page, without what stands in code.
fn links(text: &str) -> Vec<String> {
    let source = Source::from_bytes("page.md".to_owned(), text.into()).unwrap();
    let links = Document::from_source(SourceId(0), &source).links;
    let targets = links.iter().map(|link| link.target.as_str());
    targets
        .filter(|target| !target.contains("://") && !target.starts_with('#'))
        .map(|target| target.split('#').next().unwrap_or_default().to_owned())
        .collect()
}

/// A link of a page as a path from the top.
fn beside(page: &str, link: &str) -> String {
    let mut steps: Vec<&str> = page.split('/').collect();
    steps.pop();
    for step in link.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}
