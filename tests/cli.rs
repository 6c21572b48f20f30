//! The command line: what it reads, what it refuses, how it ends.

use std::{
    fs,
    io::Read as _,
    process::{Command, Stdio},
};

use crate::run::Folder;

const DRAFT: &str = "# Admissions Code\n\n1.1 The authority must publish the arrangements.\n";

#[test]
fn a_path_that_is_not_there_exits_2_and_is_named() {
    let ran = Folder::new().run(&["check", "nowhere.md"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.stderr, "error: nowhere.md: no such file or folder\n");
    assert_eq!(ran.stdout, "");
}

#[test]
fn an_unreadable_file_among_others_is_named_and_the_rest_is_done() {
    let folder = Folder::with(&[("good.md", DRAFT)]);
    folder.write("bad.md", b"caf\xe9 must close");
    let ran = folder.run(&["check", "bad.md", "good.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("bad.md: not UTF-8"), "{}", ran.stderr);
    assert!(ran.stdout.contains("good.md"), "{}", ran.stdout);
    let json = folder.json(&["check", "--format", "json", "bad.md", "good.md"]);
    assert_eq!(json["not_read"][0]["path"], "bad.md");
    assert_eq!(json["drafts"][0]["path"], "good.md");
}

#[test]
fn a_folder_without_a_draft_does_not_pass() {
    let folder = Folder::with(&[("notes.txt", "must")]);
    let ran = folder.run(&["check", "."]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("no draft found in this folder"), "{}", ran.stderr);
}

#[test]
fn a_file_over_the_limit_is_refused_with_its_size() {
    let folder = Folder::with(&[("long.md", &"must ".repeat(1000))]);
    let ran = folder.run(&["check", "--max-bytes", "1K", "long.md"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.stderr,
        "error: long.md: 4.8 KB is more than the 1.0 KB that --max-bytes allows\n"
    );
    let ran = folder.run_with(&["check", "--max-bytes", "1K", "-"], &"must ".repeat(1000));
    assert_eq!(ran.code, Some(2));
}

#[test]
fn standard_input_has_the_name_it_is_given() {
    let folder = Folder::new();
    let ran =
        folder.run_with(&["register", "--format", "json", "-", "--stdin-path", "code.md"], DRAFT);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["drafts"][0]["path"], "code.md");
}

#[test]
fn a_list_of_files_is_read_from_standard_input() {
    let folder = Folder::with(&[("a b.md", DRAFT), ("c.md", DRAFT)]);
    for list in ["a b.md\nc.md\n", "a b.md\0c.md\0"] {
        let ran = folder.run_with(&["check", "--format", "json", "--files-from", "-"], list);
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(json["drafts"][0]["path"], "a b.md");
        assert_eq!(json["drafts"][1]["path"], "c.md");
    }
    assert_eq!(folder.run_with(&["check", "--files-from", "-"], "").code, Some(2));
}

#[test]
fn gitignore_and_the_configuration_say_which_files_of_a_folder_are_drafts() {
    let folder = Folder::with(&[
        (".gitignore", "scratch.md\n"),
        ("dutybound.toml", "exclude = [\"old/**\"]\nextensions = [\"md.erb\"]\n"),
        ("scratch.md", DRAFT),
        ("old/code.md", DRAFT),
        ("new.md.erb", DRAFT),
        ("chapters/2.md", DRAFT),
        ("chapters/10.md", DRAFT),
    ]);
    let json = folder.json(&["check", "--format", "json", "--separate", "."]);
    let paths: Vec<&str> =
        json["drafts"].as_array().unwrap().iter().map(|it| it["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["chapters/2.md", "chapters/10.md", "new.md.erb"]);
}

#[test]
fn several_files_are_one_code_when_asked_or_configured() {
    let code = "[[code]]\nname = \"The Code\"\nfiles = [\"part*.md\"]\n";
    let folder = Folder::with(&[
        ("part1.md", DRAFT),
        ("part2.md", DRAFT),
        ("SUMMARY.md", "- [Two](b.md)\n- [One](a.md)\n"),
        ("a.md", DRAFT),
        ("b.md", DRAFT),
    ]);
    let paths = |args: &[&str]| {
        let json = folder.json(&[&["check", "--format", "json"], args].concat());
        let drafts = json["drafts"].as_array().unwrap().clone();
        drafts.iter().map(|it| it["paths"].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(paths(&["--one-code", "part1.md", "part2.md"]), [r#"["part1.md","part2.md"]"#]);
    assert_eq!(paths(&["part1.md", "part2.md"]).len(), 2);
    folder.write("dutybound.toml", code.as_bytes());
    assert!(paths(&["."]).contains(&r#"["part1.md","part2.md"]"#.to_owned()));
}

#[test]
fn ten_drafts_in_lines_are_ten_drafts_one_after_the_other() {
    let draft = |at: usize| format!("{at}.1 Local authorities must publish list {at}.\n");
    let texts: Vec<(String, String)> = (10..50).map(|at| (format!("{at}.md"), draft(at))).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let folder = Folder::with(&files);
    folder.write("20.md", b"caf\xe9 must close");
    for args in [["--jobs", "1"], ["--jobs", "3"]] {
        let lines = ["register", "--separate", "--format", "jsonl", args[0], args[1], "."];
        let ran = folder.run(&lines);
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains("20.md: "), "{}", ran.stderr);
        let paths: Vec<String> = ran.stdout.lines().map(path_of_line).collect();
        let wanted: Vec<String> =
            (10..50).filter(|at| *at != 20).map(|at| format!("{at}.md")).collect();
        assert_eq!(paths, wanted);
        let csv = folder.run(&["register", "--separate", "--format", "csv", args[0], args[1], "."]);
        assert_eq!(csv.stdout.lines().count(), 40, "one header, and a row a statement");
    }
}

fn path_of_line(line: &str) -> String {
    let statement: serde_json::Value = serde_json::from_str(line).unwrap();
    statement["path"].as_str().unwrap().to_owned()
}

#[test]
fn the_version_says_how_far_the_tables_reach() {
    let said = Folder::new().run(&["--version"]).stdout;
    assert!(said.starts_with(concat!("dutybound ", env!("CARGO_PKG_VERSION"))), "{said}");
    assert!(said.contains("Acts of Parliament: listed to 2016"), "{said}");
    assert!(said.contains("bodies and terms that are gone: to 20"), "{said}");
}

#[test]
fn a_folder_whose_numbers_do_not_repeat_is_one_code() {
    let folder = Folder::with(&[
        ("2022/a.md", "1.1 The authority must act, see paragraph 2.1.\n\n1.2 Text.\n"),
        ("2022/b.md", "2.1 Schools should help.\n\n2.2 Text.\n"),
        ("2023/a.md", "1.1 The authority must act.\n\n1.2 Text.\n"),
        ("2023/b.md", "2.1 Schools should help.\n\n2.2 Text.\n"),
    ]);
    let ran = folder.run(&["check", "--format", "json", "."]);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let drafts = json["drafts"].as_array().unwrap();
    let paths: Vec<&str> = drafts.iter().map(|it| it["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["2022", "2023"], "the two editions repeat each other's numbers");
    assert!(ran.stderr.contains("reading the 2 files of 2022 as one Code"), "{}", ran.stderr);
    let separate = folder.json(&["check", "--format", "json", "--separate", "."]);
    assert_eq!(separate["drafts"].as_array().unwrap().len(), 4);
}

#[test]
fn a_book_is_read_in_the_order_of_its_summary() {
    let folder = Folder::with(&[
        ("src/SUMMARY.md", "# Summary\n\n- [Two](two.md)\n- [One](./one.md)\n"),
        ("src/one.md", DRAFT),
        ("src/two.md", DRAFT),
        ("src/stray.md", DRAFT),
    ]);
    let json = folder.json(&["check", "--format", "json", "."]);
    assert_eq!(json["drafts"][0]["paths"], serde_json::json!(["src/two.md", "src/one.md"]));
    assert_eq!(json["drafts"][1]["path"], "src/stray.md");
}

#[test]
fn the_output_file_is_whole_or_not_there() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    assert_eq!(folder.run(&["register", "code.md", "-o", "out.json"]).code, Some(0));
    assert!(folder.read("out.json").ends_with("}\n"));
    assert_eq!(folder.names(), ["code.md", "out.json"]);
    let ran = folder.run(&["register", "code.md", "-o", "nowhere/out.json"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("cannot write nowhere/out.json"), "{}", ran.stderr);
    assert_eq!(folder.names(), ["code.md", "out.json"]);
}

#[test]
#[cfg(unix)]
fn a_link_stays_a_link_and_a_device_a_device() {
    let folder = Folder::with(&[("code.md", DRAFT), ("real/out.json", "old")]);
    std::os::unix::fs::symlink("real/out.json", folder.path().join("out.json")).unwrap();
    assert_eq!(folder.run(&["register", "code.md", "-o", "out.json"]).code, Some(0));
    assert!(fs::symlink_metadata(folder.path().join("out.json")).unwrap().is_symlink());
    assert!(folder.read("real/out.json").ends_with("}\n"));
    let ran = folder.run(&["register", "--format", "json", "code.md", "-o", "/dev/stdout"]);
    assert_eq!(ran.stdout, folder.read("real/out.json"));
    assert!(fs::metadata("/dev/stdout").is_ok());
}

#[test]
fn a_report_is_not_written_over_a_draft() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    let ran = folder.run(&["register", "code.md", "-o", "./code.md"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(folder.read("code.md"), DRAFT);
}

#[test]
fn an_ending_that_says_no_format_is_refused() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    let ran = folder.run(&["register", "code.md", "-o", "out.exe"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("add --format"), "{}", ran.stderr);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let many: Vec<String> = (0..300).map(|n| format!("part{n}.md")).collect();
    let files: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), DRAFT)).collect();
    let folder = Folder::with(&files);
    for args in
        [["register", "--separate", "--format=jsonl", "."], ["check", "--quiet", "--show=all", "."]]
    {
        let mut child =
            folder.command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 1];
        let _ = child.stdout.take().unwrap().read(&mut first);
        let output = child.wait_with_output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
        assert_eq!(
            String::from_utf8_lossy(&output.stderr).matches("error").count(),
            0,
            "{output:?}"
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_is_full_is_said() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = folder.command(&["check", "code.md"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to standard output"));
}

#[test]
fn the_same_bytes_come_out_for_any_number_of_jobs() {
    let many: Vec<String> = (0..40).map(|n| format!("part{n}.md")).collect();
    let files: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), DRAFT)).collect();
    let folder = Folder::with(&files);
    for command in ["check", "register"] {
        let run = |jobs: &str| folder.run(&[command, "--format", "json", "--jobs", jobs, "."]);
        let one = run("1");
        assert_eq!(one, run("7"));
        assert_eq!(one, run("2"));
    }
}

#[test]
fn drafts_without_a_command_are_told_of_diff() {
    let folder = Folder::with(&[("old.md", DRAFT), ("new.md", DRAFT)]);
    let ran = folder.run(&["old.md", "new.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("dutybound diff old.md new.md"), "{}", ran.stderr);
    let ran = folder.run(&["old.md"]);
    assert!(ran.stderr.contains("dutybound check old.md"), "{}", ran.stderr);
}

#[test]
fn a_misspelt_rule_is_refused_with_the_nearest() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    for args in [
        ["explain", "allow-unsed"],
        ["check", "--only=allow-unsed"],
        ["check", "--fail-on=allow-unsed"],
    ] {
        let ran = folder.run(&args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.stderr.contains("did you mean `allow-unused`?"), "{}", ran.stderr);
    }
}

#[test]
fn the_configuration_is_found_upward_and_its_faults_are_named() {
    let folder = Folder::with(&[
        ("dutybound.toml", "[rules]\nno-such = \"off\"\n"),
        ("deep/er/code.md", DRAFT),
    ]);
    let ran = folder.run(&["check", "deep/er/code.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("dutybound.toml: there is no rule `no-such`"), "{}", ran.stderr);
    let ran = folder.run(&["check", "--config", "none.toml", "deep/er/code.md"]);
    assert!(ran.stderr.contains("none.toml: no such file"), "{}", ran.stderr);
}

#[test]
fn init_writes_a_configuration_once() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["init"]).code, Some(0));
    let first = folder.read("dutybound.toml");
    assert_eq!(folder.run(&["init"]).code, Some(2));
    assert_eq!(folder.read("dutybound.toml"), first);
}

#[test]
fn every_example_in_the_configuration_names_what_there_is() {
    let folder = Folder::with(&[("guidance/code.md", DRAFT)]);
    folder.run(&["init"]);
    let template = folder.read("dutybound.toml");
    let toml = template.lines().map(|line| match line.strip_prefix('#') {
        Some(toml) if !toml.starts_with(' ') => toml,
        _ => line,
    });
    folder.write("dutybound.toml", toml.collect::<Vec<_>>().join("\n").as_bytes());
    folder.write("laws/ukpga-2014-6.xml", br#"<?xml version="1.0"?>
<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"><Primary><Body><P1><Pnumber>1</Pnumber>
<P1para><Text>A works must pay a fee.</Text></P1para></P1></Body></Primary></Legislation>"#);
    let ran = folder.run(&["check", "--fail-on", "never", "guidance"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

#[test]
fn rules_are_listed_for_scripts() {
    let json = Folder::new().json(&["rules", "--format", "json"]);
    for rule in json.as_array().unwrap() {
        let keys: Vec<&String> = rule.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["command", "hidden", "id", "severity", "strict", "summary"]);
    }
    let ids: Vec<&str> =
        json.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"duty-without-holder") && ids.contains(&"duty-weakened"), "{ids:?}");
    let list = Folder::new().run(&["rules"]).stdout;
    assert!(list.contains("\ndiff reports:\nconvention-changed"), "{list}");
}

#[test]
fn completions_pages_and_schemas_are_made() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(folder.run(&["generate", "completions", shell]).stdout.contains("dutybound"));
    }
    assert!(folder.run(&["generate", "man"]).stdout.contains(".TH dutybound 1"));
    assert_eq!(folder.run(&["generate", "man", "--dir", "."]).code, Some(0));
    assert!(folder.names().contains(&"dutybound-check.1".to_owned()));
    for name in ["config", "check", "register"] {
        let schema = folder.json(&["generate", "schema", name]);
        assert_eq!(schema["type"], "object", "{name}");
    }
}

#[test]
fn colour_is_for_those_who_ask_and_terminals() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    let escape = |command: &mut Command| {
        String::from_utf8(command.output().unwrap().stdout).unwrap().contains('\u{1b}')
    };
    assert!(!escape(&mut folder.command(&["rules"])));
    assert!(escape(&mut folder.command(&["rules", "--color", "always"])));
    assert!(!escape(folder.command(&["rules"]).env("NO_COLOR", "1")));
    assert!(!escape(folder.command(&["rules", "--color", "never"]).env("CLICOLOR_FORCE", "1")));
}
