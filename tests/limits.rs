//! What the world does to a run: full disks, loops of links, files that change or cannot be read, and other runs.

#![cfg(unix)]

use std::{
    fs,
    io::Write as _,
    os::unix::fs::{PermissionsExt as _, symlink},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crate::{
    run::{Folder, Ran},
    zip::docx,
};

const DRAFT: &str = "# Code\n\n1.1 The board must publish the list. Records must be kept.\n";

/// Runs the program where no file may grow over half a kilobyte: what a disk that is full does to it.
fn run_on_a_full_disk(folder: &Folder, args: &[&str]) -> Ran {
    let line = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"";
    let mut command = Command::new("sh");
    command.args(["-c", line, env!("CARGO_BIN_EXE_dutybound")]).args(args);
    command.current_dir(folder.path()).stdin(Stdio::null()).output().unwrap().into()
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let long = DRAFT.repeat(60);
    let other = long.replace("must", "should");
    for (args, name) in [
        (&["check", "code.md", "-o", "out.json"][..], "out.json"),
        (&["register", "code.md", "-o", "out.csv"], "out.csv"),
        (&["register", "code.md", "-o", "out.xlsx"], "out.xlsx"),
        (&["check", "code.md", "--write-baseline", "known.json"], "known.json"),
        (&["convert", "code.txt", "-o", "out.md"], "out.md"),
        (&["diff", "code.md", "code.txt", "-o", "out.md"], "out.md"),
    ] {
        let folder = Folder::with(&[("code.md", &long), ("code.txt", &other), (name, "as it was")]);
        let before = folder.names();
        let ran = run_on_a_full_disk(&folder, args);
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:?}");
        assert!(ran.stderr.contains(&format!("cannot write {name}")), "{args:?}: {}", ran.stderr);
        assert_eq!(folder.read(name), "as it was", "{args:?}");
        assert_eq!(folder.names(), before, "{args:?} leaves nothing beside it");
    }
}

#[test]
fn links_that_go_round_are_no_drafts() {
    let folder = Folder::with(&[("code/one.md", DRAFT)]);
    symlink("..", folder.path().join("code/up")).unwrap();
    symlink("itself.md", folder.path().join("code/itself.md")).unwrap();
    let ran = folder.run(&["check", "--format", "json", "code"]);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["drafts"].as_array().unwrap().len(), 1);
    assert_eq!(ran.code, Some(2), "the link that leads to itself cannot be read");
    assert!(ran.stderr.contains("code/itself.md"), "{}", ran.stderr);
    assert_eq!(folder.run(&["check", "code/itself.md"]).code, Some(2));
}

#[test]
fn a_folder_that_cannot_be_read_is_named_and_the_rest_is_done() {
    let folder = Folder::with(&[("code/one.md", DRAFT), ("code/shut/two.md", DRAFT)]);
    let shut = folder.path().join("code/shut");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o0)).unwrap();
    if fs::read_dir(&shut).is_ok() {
        println!("skipped: whoever runs this may read everything");
    } else {
        let ran = folder.run(&["check", "--format", "json", "code"]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains("code/shut"), "{}", ran.stderr);
        assert!(ran.stdout.contains("code/one.md"), "{}", ran.stdout);
    }
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_file_that_changes_while_it_is_read_is_read_or_refused() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    let (path, done) = (folder.path().join("code.md"), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let mut file = fs::File::create(&path).unwrap();
                for _ in 0..200 {
                    file.write_all(DRAFT.as_bytes()).unwrap();
                }
            }
        });
        for _ in 0..10 {
            let ran = folder.run(&["check", "--format", "json", "--max-bytes", "8K", "code.md"]);
            assert!(matches!(ran.code, Some(0..=2)), "{ran:?}");
            let refused = ran.stderr.contains("--max-bytes");
            assert!(ran.stderr.is_empty() || refused, "{}", ran.stderr);
            assert_eq!(ran.code == Some(2), refused);
        }
        done.store(true, Ordering::Relaxed);
    });
}

/// A pipe that gives one file the first time it is opened, and another the next.
#[test]
fn a_word_draft_that_changes_before_it_is_marked_is_refused() {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let folder = Folder::new();
    let pipe = folder.path().join("draft.docx");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut command = folder.command(&["check", "draft.docx", "-o", "marked.docx"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    for words in ["Records must be kept.", "Somebody wrote something else. Records must be kept."] {
        let bytes = docx(&paragraph(words), &[]);
        fs::write(&pipe, bytes).unwrap();
        thread::sleep(std::time::Duration::from_millis(300));
    }
    let ran: Ran = child.wait_with_output().unwrap().into();
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("draft.docx: changed while it was being read"), "{}", ran.stderr);
    assert_eq!(folder.names(), ["draft.docx"]);
}

#[test]
fn what_never_ends_is_given_up_and_the_rest_is_done() {
    let folder = Folder::with(&[("code/one.md", DRAFT)]);
    let pipe = folder.path().join("code/endless.md");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let args = ["check", "--format", "json", "--max-seconds", "1"];
    let ran = folder.run(&[&args[..], &["code/endless.md", "code/one.md"]].concat());
    assert_eq!(ran.code, Some(2));
    let late = "code/endless.md: takes longer than the 1 s that --max-seconds allows";
    assert!(ran.stderr.contains(late), "{}", ran.stderr);
    assert!(ran.stdout.contains("code/one.md"), "{}", ran.stdout);
    let ran = folder.run(&["check", "--format", "json", "--fail-on", "never", "code"]);
    assert_eq!(ran.code, Some(0), "a pipe in a folder is no draft: {}", ran.stderr);
}

#[test]
fn runs_at_the_same_time_do_not_disturb_each_other() {
    let folder = Folder::with(&[("code.md", &DRAFT.repeat(50))]);
    folder.run(&["register", "code.md", "-o", "alone.json"]);
    let start = |_| -> Child {
        let args = ["register", "code.md", "-o", "out.json"];
        folder.command(&args).stdin(Stdio::null()).spawn().unwrap()
    };
    let children: Vec<Child> = (0..8).map(start).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(folder.read("out.json"), folder.read("alone.json"));
    assert_eq!(folder.names(), ["alone.json", "code.md", "out.json"]);
}

#[test]
fn a_configuration_is_written_once_by_runs_at_the_same_time() {
    let folder = Folder::new();
    let start = |_| folder.command(&["init"]).stderr(Stdio::null()).spawn().unwrap();
    let children: Vec<Child> = (0..6).map(start).collect();
    let codes = children.into_iter().map(|mut child| child.wait().unwrap().code());
    assert_eq!(codes.filter(|code| *code == Some(0)).count(), 1);
    assert_eq!(folder.names(), ["dutybound.toml"]);
}

/// Everything within everything: what a parser would follow into the depths.
#[test]
fn nesting_without_end_is_read() {
    let deep = 5_000;
    let items: Vec<String> = (0..300).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    let list = items.concat();
    let folder = Folder::with(&[
        ("quotes.md", &format!("{} must\n", ">".repeat(deep))),
        ("list.md", &list),
        ("brackets.md", &format!("{}must{}\n", "[".repeat(deep), "](x)".repeat(deep))),
        ("stars.md", &format!("{}must{}\n", "*_".repeat(deep), "_*".repeat(deep))),
        ("html.md", &format!("{}must{}\n", "<b>".repeat(deep), "</b>".repeat(deep))),
        ("page.html", &format!("<html>{}must{}", "<div>".repeat(deep), "</div>".repeat(deep))),
    ]);
    for name in ["quotes.md", "list.md", "brackets.md", "stars.md", "html.md"] {
        let ran = folder.run(&["register", "--uncounted", "--format", "json", name]);
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.stderr);
    }
    let ran = folder.run(&["check", "page.html"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("page.html: "), "{}", ran.stderr);
}
