//! The texts of the project's bench and real editions: skipped where they are not beside the project.

use std::{fs, path::PathBuf};

use dutybound::{
    diff::{Comparison, compare},
    draft::Draft,
    source::Source,
    statements::Vocabulary,
};

/// The shared folder, where it is.
fn shared(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).join(path);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
    }
    path.exists().then_some(path)
}

/// The files of a folder as one Code.
fn code(folder: &PathBuf) -> Draft {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "md"));
    paths.sort();
    let source = |path: PathBuf| {
        Source::from_bytes(path.display().to_string(), fs::read(&path).unwrap()).unwrap()
    };
    Draft::from_sources(paths.into_iter().map(source).collect(), &Vocabulary::default())
}

fn count(comparison: &Comparison<'_>, ids: &[&str]) -> usize {
    comparison.changes.iter().filter(|change| ids.iter().any(|id| change.is(id))).count()
}

#[test]
fn new_rules_of_the_highway_code_are_new_duties_and_nothing_is_weaker() {
    let Some(folder) = shared("real/highway-code") else { return };
    let (old, new) =
        (code(&folder.join("2022-06-21-5c50867")), code(&folder.join("2022-07-04-16f55f1")));
    let comparison = compare(&old, &new);
    assert!(count(&comparison, &["duty-added"]) >= 5);
    assert_eq!(
        count(&comparison, &["duty-weakened", "guidance-weakened", "prohibition-weakened"]),
        0
    );
    assert_eq!(count(&comparison, &["duty-removed", "holder-removed"]), 0);
}

#[test]
fn an_edition_of_small_edits_changes_no_force() {
    let Some(folder) = shared("real/highway-code") else { return };
    let (old, new) =
        (code(&folder.join("2023-08-12-2c434bf")), code(&folder.join("2023-12-19-d07e594")));
    let comparison = compare(&old, &new);
    assert_eq!(count(&comparison, &["duty-weakened", "duty-strengthened"]), 0);
    let came_or_went =
        ["duty-added", "duty-removed", "guidance-added", "guidance-removed", "permission-changed"];
    assert!(count(&comparison, &came_or_went) <= 3);
}
