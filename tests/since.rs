//! `check --since`: only what the change introduced.

use crate::run::Folder;

const OLD: &str = "# Code\n\n1.1 The plan must be reviewed.\n\n1.2 The authority must publish it; see paragraph 1.9.\n\n1.3 Boats are blue.\n\n1.4 Boats are old.\n";

/// A repository with a draft that has two faults; `None` where there is no git.
fn repository() -> Option<Folder> {
    let folder =
        Folder::with(&[("guide/code.md", OLD), ("guide/other.md", "# Other\n\nBoats are blue.\n")]);
    folder.is_repository().then_some(folder)
}

/// The paragraphs of the findings of a rule that are news.
fn news(folder: &Folder, rule: &str, path: &str) -> Vec<String> {
    let json = folder.json(&["check", "--since", "HEAD", "--format", "json", path]);
    let all = json["findings"].as_array().unwrap().iter();
    let new = all.filter(|it| it["known"] == false && it["rule"] == rule);
    new.map(|it| it["paragraph"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn only_what_the_change_introduced_is_news() {
    let Some(folder) = repository() else { return };
    let ran = folder.run(&["check", "--since", "HEAD", "guide"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("there at HEAD"), "{}", ran.stdout);
    // Renumbered, moved to another file, and one duty more.
    let moved = "# Code\n\n2.1 Words.\n\n2.4 The plan must be reviewed.\n\n2.5 The register must be kept.\n";
    folder.write("guide/other.md", moved.as_bytes());
    folder.write(
        "guide/code.md",
        b"# Code\n\n1.2 The authority must publish it; see paragraph 1.8.\n\n1.3 Boats are blue.\n\n1.4 Boats are old.\n",
    );
    assert_eq!(news(&folder, "duty-without-holder", "guide"), ["2.5"]);
    assert_eq!(news(&folder, "broken-reference", "guide"), Vec::<String>::new());
    assert_eq!(folder.run(&["check", "--since", "HEAD", "guide"]).code, Some(1));
}

#[test]
fn a_new_file_is_all_news_and_a_renamed_one_is_not() {
    let Some(folder) = repository() else { return };
    folder.write("guide/new.md", b"# New\n\n3.1 The plan must be kept.\n");
    assert_eq!(news(&folder, "duty-without-holder", "guide/new.md"), ["3.1"]);
    assert_eq!(news(&folder, "duty-without-holder", "guide"), ["3.1"]);
    assert!(folder.git(&["mv", "guide/code.md", "renamed.md"]));
    assert_eq!(news(&folder, "duty-without-holder", "renamed.md"), Vec::<String>::new());
    assert_eq!(news(&folder, "duty-without-holder", "."), ["3.1"]);
    // What is no longer there has no findings.
    assert_eq!(news(&folder, "duty-without-holder", "guide/other.md"), Vec::<String>::new());
}

#[test]
fn an_allow_that_was_taken_away_is_news() {
    let allow = " <!-- dutybound: allow duty-without-holder reason=\"r\" -->";
    let allowed = OLD.replace("reviewed.", &format!("reviewed.{allow}"));
    let folder = Folder::with(&[("code.md", allowed.as_str())]);
    if !folder.is_repository() {
        return;
    }
    folder.write("code.md", OLD.as_bytes());
    assert_eq!(news(&folder, "duty-without-holder", "code.md"), ["1.1"]);
}

#[test]
fn what_has_no_past_is_said() {
    let Some(folder) = repository() else { return };
    let refused = |args: &[&str]| {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{}", ran.stderr);
        ran.stderr
    };
    let stderr = refused(&["check", "--since", "no-such-tag", "guide"]);
    assert!(stderr.contains("git knows no revision `no-such-tag` here"), "{stderr}");
    let stderr = refused(&["check", "--since", "HEAD", "-"]);
    assert!(stderr.contains("standard input has no history"), "{stderr}");
    let outside = Folder::with(&[("code.md", OLD)]);
    let path = outside.path().join("code.md").display().to_string();
    let stderr = refused(&["check", "--since", "HEAD", &path]);
    assert!(stderr.contains("code.md: this is in no git repository"), "{stderr}");
    let status = std::process::Command::new("git")
        .current_dir(folder.path())
        .args(["status", "--porcelain"])
        .output();
    assert_eq!(status.unwrap().stdout, b"", "nothing of the repository is changed");
}
