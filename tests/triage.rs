//! What a project makes of findings: severities, allows, the baseline.

use serde_json::Value;

use crate::run::Folder;

/// One duty that nobody bears, at the start and at the end.
const DRAFT: &str = "\
# Code

1.1 The plan must be reviewed.

1.2 The authority must publish the plan.

1.3 The register must be kept.
";

const RULE: &str = "duty-without-holder";

/// Findings of one rule: paragraph, severity, whether it is allowed, whether it is known.
fn found(folder: &Folder, args: &[&str]) -> Vec<(String, String, bool, bool)> {
    let json = folder.json(&[&["check", "--format", "json"], args].concat());
    let findings = json["findings"].as_array().unwrap().clone();
    let of_rule = findings.into_iter().filter(|it| it["rule"] == RULE);
    of_rule
        .map(|it| {
            let text = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
            (text("paragraph"), text("severity"), it["allowed"] != Value::Null, it["known"] == true)
        })
        .collect()
}

fn paragraphs(folder: &Folder, args: &[&str]) -> Vec<String> {
    found(folder, args).into_iter().map(|(paragraph, ..)| paragraph).collect()
}

#[test]
fn a_project_says_how_much_a_rule_matters_and_where() {
    let folder = Folder::with(&[("code.md", DRAFT), ("annex/code.md", DRAFT)]);
    assert_eq!(folder.run(&["check", "code.md"]).code, Some(1));
    let config = "[rules]\nduty-without-holder = \"note\"\n\n[[paths]]\nfiles = [\"annex/**\"]\n\
                  rules = { duty-without-holder = \"off\" }\n";
    folder.write("dutybound.toml", config.as_bytes());
    let severities: Vec<String> =
        found(&folder, &["code.md"]).into_iter().map(|(_, severity, ..)| severity).collect();
    assert_eq!(severities, ["note", "note"]);
    assert_eq!(folder.run(&["check", "code.md"]).code, Some(0));
    assert_eq!(paragraphs(&folder, &["annex/code.md"]), Vec::<String>::new());
    assert_eq!(paragraphs(&folder, &["--only", RULE, "annex/code.md"]).len(), 2);
}

#[test]
fn fail_on_says_what_fails() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    let code = |fail_on: &str| folder.run(&["check", "--fail-on", fail_on, "code.md"]).code;
    assert_eq!(code("error"), Some(1));
    assert_eq!(code("warning"), Some(1));
    assert_eq!(code("never"), Some(0));
    assert_eq!(code(RULE), Some(1));
    assert_eq!(code("guidance-without-holder"), Some(0));
    assert_eq!(code("sometimes"), Some(2));
    assert_eq!(folder.run(&["check", "--skip", RULE, "code.md"]).code, Some(0));
}

#[test]
fn a_comment_allows_in_its_paragraph_or_the_next() {
    let comment = "<!-- dutybound: allow duty-without-holder reason=\"the Act names it\" -->";
    let beside = DRAFT.replace("reviewed.", &format!("reviewed. {comment}"));
    let before = DRAFT.replace("1.3", &format!("{comment}\n\n1.3"));
    let folder = Folder::with(&[("beside.md", &beside), ("before.md", &before)]);
    let allowed = |name: &str| {
        let all = found(&folder, &[name]);
        all.into_iter().filter(|(_, _, allowed, _)| *allowed).map(|it| it.0).collect::<Vec<_>>()
    };
    assert_eq!(allowed("beside.md"), ["1.1"]);
    assert_eq!(allowed("before.md"), ["1.3"]);
    let sarif = folder.json(&["check", "--format", "sarif", "beside.md"]);
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["suppressions"][0]["kind"], "inSource");
    assert_eq!(result["suppressions"][0]["justification"], "the Act names it");
}

#[test]
fn an_allow_ends_on_its_last_day() {
    let comment = "<!-- dutybound: allow duty-without-holder reason=\"r\" until=2027-01-31 -->";
    let draft = "1.1 The plan must be reviewed. ".to_owned() + comment + "\n";
    let folder = Folder::with(&[("code.md", &draft)]);
    assert_eq!(folder.run(&["check", "code.md"]).code, Some(0));
    assert_eq!(folder.run(&["check", "--as-of", "2027-01-31", "code.md"]).code, Some(0));
    assert_eq!(folder.run(&["check", "--as-of", "2027-02-01", "code.md"]).code, Some(1));
    let dated = "---\ndate: 1 March 2027\n---\n".to_owned() + &draft;
    folder.write("dated.md", dated.as_bytes());
    let json = folder.json(&["check", "--format", "json", "--only", "allow-expired", "dated.md"]);
    assert_eq!(json["findings"][0]["message"], "this allow ended on 2027-01-31");
}

#[test]
fn the_configuration_allows_by_paragraph_words_and_file() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    let run = |allow: &str| {
        let config = format!("[[allow]]\nrule = \"{RULE}\"\nreason = \"r\"\n{allow}\n");
        folder.write("dutybound.toml", config.as_bytes());
        let all = found(&folder, &["code.md"]);
        all.into_iter().filter(|(_, _, allowed, _)| *allowed).map(|it| it.0).collect::<Vec<_>>()
    };
    assert_eq!(run("paragraph = \"1.3\""), ["1.3"]);
    assert_eq!(run("words = \"plan  must\""), ["1.1"]);
    assert_eq!(run(""), ["1.1", "1.3"]);
    assert_eq!(run("files = [\"other.md\"]"), Vec::<String>::new());
    folder.write(
        "dutybound.toml",
        b"[[allow]]\nrule = \"allow-unused\"\nreason = \"r\"\nuntil = \"2027-02-30\"\n",
    );
    assert_eq!(folder.run(&["check", "code.md"]).code, Some(2));
}

#[test]
fn an_allow_of_the_configuration_that_matches_nothing_is_a_finding_there() {
    let folder = Folder::with(&[("code.md", DRAFT), ("other.md", "# Other\n\nPlans are kept.\n")]);
    let config = "[[allow]]\nrule = \"duty-without-holder\"\nparagraph = \"1.1\"\nreason = \"r\"\n\n\
                  [[allow]]\nrule = \"stale-body\"\nfiles = [\"other.md\"]\nreason = \"r\"\n";
    folder.write("dutybound.toml", config.as_bytes());
    let unused = |args: &[&str]| -> Vec<(String, u64, String)> {
        let args = [&["check", "--format", "json", "--separate"], args].concat();
        let json = folder.json(&args);
        assert_eq!(
            json["drafts"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|it| it["path"] == "dutybound.toml")
                .count(),
            0
        );
        let all = json["findings"].as_array().unwrap().clone();
        let own = all.into_iter().filter(|it| it["rule"] == "allow-unused");
        own.map(|it| {
            let text = |key: &str| it[key].as_str().unwrap().to_owned();
            (text("path"), it["span"]["line"].as_u64().unwrap(), text("message"))
        })
        .collect()
    };
    let expected =
        ("dutybound.toml".to_owned(), 6, "this allow matches no finding of stale-body".to_owned());
    assert_eq!(unused(&["."]), [expected]);
    // Of a file that is not checked nobody knows what is found in it; nor of a rule that is not run.
    assert_eq!(unused(&["code.md"]), []);
    assert_eq!(unused(&["--skip", "stale-body", "."]), []);
    let ran = folder.run(&["check", "--fail-on", "allow-unused", "other.md"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stdout);
    assert!(ran.stdout.contains("dutybound.toml:6:1"), "{}", ran.stdout);
}

#[test]
fn the_baseline_survives_renumbering_and_moved_lines() {
    let folder = Folder::with(&[("code.md", DRAFT)]);
    folder.run(&["check", "--write-baseline", "known.json", "code.md"]);
    assert_eq!(folder.run(&["check", "--baseline", "known.json", "code.md"]).code, Some(0));
    let moved = DRAFT
        .replace("# Code", "# Code\n\nNew words.")
        .replace("1.3", "7.12")
        .replace("1.1", "2.4");
    folder.write(
        "code.md",
        (moved + "\n8.1 The plan must be reviewed.\n\n8.2 It must be signed.\n").as_bytes(),
    );
    let news: Vec<String> = found(&folder, &["--baseline", "known.json", "code.md"])
        .into_iter()
        .filter(|(.., known)| !known)
        .map(|it| it.0)
        .collect();
    assert_eq!(news, ["8.1", "8.2"]);
    assert_eq!(folder.run(&["check", "--baseline", "known.json", "code.md"]).code, Some(1));
    let sarif = folder.json(&["check", "--format", "sarif", "--baseline", "known.json", "code.md"]);
    assert_eq!(sarif["runs"][0]["results"][0]["baselineState"], "unchanged");
}

#[test]
fn what_is_no_baseline_is_refused() {
    let folder = Folder::with(&[("code.md", DRAFT), ("known.json", "{}")]);
    let ran = folder.run(&["check", "--baseline", "known.json", "code.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("known.json: not a baseline"), "{}", ran.stderr);
    assert_eq!(folder.run(&["check", "--baseline", "none.json", "code.md"]).code, Some(2));
}
