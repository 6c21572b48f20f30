//! `check` on each draft of the corpus exits as corpus/README.md says it does.

use std::fs;

use super::gold::corpus;
use crate::run::Folder;

#[test]
fn drafts_exit_as_their_table_says() {
    let page = fs::read_to_string(corpus().join("README.md")).unwrap();
    let mut checked = 0;
    for line in page.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [draft, _, code] = cells[..] else { continue };
        let Ok(code) = code.parse::<i32>() else { continue };
        let path = corpus().join(draft.trim_matches('`'));
        let ran = Folder::new().run(&["check", "--quiet", path.to_str().unwrap()]);
        assert_eq!(ran.code, Some(code), "{draft}: {}{}", ran.stdout, ran.stderr);
        checked += 1;
    }
    assert!(checked >= 4, "the table of drafts has lost its exit codes");
}
