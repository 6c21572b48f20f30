//! `dutybound diff` as people and scripts run it.

use std::process::Command;

use serde_json::Value;

use crate::run::Folder;

const OLD: &str = "# Admissions Code\n\n1.1 The authority must publish the arrangements.\n\n1.2 Schools must:\n\n- keep a \
                   register;\n- tell parents;\n- answer within 6 weeks.\n\n1.3 Governors should meet each term.\n";
const NEW: &str = "# Admissions Code\n\n1.1 Governors should meet each term.\n\n1.2 The authority should publish the \
     arrangements.\n\n1.3 Schools must:\n\n- keep a register;\n- answer within 6 weeks.\n\n1.4 Parents may appeal | to the *panel*.\n";

fn folder() -> Folder {
    Folder::with(&[("old.md", OLD), ("new.md", NEW)])
}

fn names(json: &Value) -> Vec<&str> {
    json["changes"].as_array().unwrap().iter().map(|it| it["change"].as_str().unwrap()).collect()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn json_has_every_key_of_the_contract() {
    let json = folder().json(&["diff", "--format", "json", "old.md", "new.md"]);
    assert_eq!(json["schema"], "dutybound/diff/1");
    let expected = [
        "changes",
        "counts",
        "matched",
        "new",
        "not_read",
        "old",
        "renumbered",
        "rewrite",
        "schema",
    ];
    assert_eq!(keys(&json), expected);
    assert_eq!(json["matched"], 1.0);
    let change =
        ["also", "change", "grade", "items", "message", "nearest", "new", "old", "severity"];
    for it in json["changes"].as_array().unwrap() {
        assert_eq!(keys(it), change);
    }
    assert_eq!(names(&json), ["duty-weakened", "duty-removed", "permission-changed", "moved"]);
    assert_eq!(json["changes"][0]["message"], "“must” became “should”");
    assert_eq!(json["changes"][0]["old"]["paragraph"], "1.1");
    assert_eq!(json["changes"][0]["new"]["paragraph"], "1.2");
    assert_eq!(json["counts"]["duty-weakened"], 1);
    assert_eq!(json["counts"]["holder-removed"], 0);
    let moved = [("1.1", "1.2"), ("1.2", "1.3"), ("1.3", "1.1")];
    let renumbered = json["renumbered"].as_array().unwrap().iter();
    let renumbered =
        renumbered.map(|it| (it["old"].as_str().unwrap(), it["new"].as_str().unwrap()));
    assert!(renumbered.eq(moved));
}

#[test]
fn the_items_of_a_list_stand_inside_one_change() {
    let json = folder().json(&["diff", "--format", "json", "old.md", "new.md"]);
    let list = &json["changes"][1];
    assert_eq!(list["message"], "1 of the 3 items went");
    assert_eq!(list["old"]["text"], "tell parents;");
    assert_eq!(list["new"], Value::Null);
    let items: Vec<&str> =
        list["items"].as_array().unwrap().iter().map(|it| it["change"].as_str().unwrap()).collect();
    assert_eq!(items, ["unchanged", "removed", "unchanged"]);
}

#[test]
fn real_output_is_valid_by_the_generated_schema() {
    let folder = folder();
    let schema = folder.json(&["generate", "schema", "diff"]);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let sen = |name: &str| format!("{corpus}/{name}");
    let pairs = [
        ("old.md".to_owned(), "new.md".to_owned()),
        (sen("indicative-sen-code.md"), sen("revisions/sen/consultation.md")),
        (sen("revisions/sen/final.md"), sen("revisions/sen/rewrite.md")),
    ];
    for (old, new) in pairs {
        let output = folder.json(&["diff", "--format", "json", &old, &new]);
        let errors: Vec<String> = validator.iter_errors(&output).map(|it| it.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{new}");
    }
}

#[test]
fn people_see_the_share_first_and_both_sentences_marked() {
    let ran = folder().run(&["diff", "old.md", "new.md"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert!(
        lines[1].starts_with("100 % of what the old draft says is in the new one"),
        "{lines:?}"
    );
    assert_eq!(lines[2], "1 duty weakened, 1 duty removed, 1 permission changed");
    assert!(
        ran.stdout.contains("- The authority [-must-] publish the arrangements."),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("+ The authority {+should+} publish the arrangements."),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("paragraph 1.1 → new.md:5:5, paragraph 1.2"), "{}", ran.stdout);
    assert!(
        ran.stdout.ends_with("not shown: 1 only moved (--show all shows them)\n"),
        "{}",
        ran.stdout
    );
}

#[test]
fn two_different_texts_are_called_so_and_not_counted_against_each_other() {
    let other =
        "# Harbour rules\n\n1 Boats must keep to the right.\n\n2 Skippers should carry a horn.\n";
    let folder = Folder::with(&[("old.md", OLD), ("new.md", other)]);
    let ran = folder.run(&["diff", "old.md", "new.md"]);
    assert!(ran.stdout.contains("These are two different texts"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("[duty-removed]"), "{}", ran.stdout);
    let all = folder.run(&["diff", "--show", "note", "old.md", "new.md"]);
    assert!(all.stdout.contains("[duty-removed]"), "{}", all.stdout);
}

#[test]
fn markdown_quotes_and_never_obeys_a_draft() {
    let ran = folder().run(&["diff", "--format", "markdown", "old.md", "new.md"]);
    assert!(
        ran.stdout.starts_with("# What changed: Admissions Code → Admissions Code\n\n100 %"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("| 1 | duty-weakened | a duty is less than a duty now |"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("> *old:* The authority ~~must~~ publish"), "{}", ran.stdout);
    assert!(ran.stdout.contains("> *new:* The authority **should** publish"), "{}", ran.stdout);
    assert!(ran.stdout.contains("appeal \\| to the panel"), "{}", ran.stdout);
}

#[test]
fn github_and_sarif_point_into_the_new_draft() {
    let folder = folder();
    let ran = folder.run(&["diff", "--format", "github", "old.md", "new.md"]);
    let first = "::error file=new.md,line=5,endLine=5,col=19,endColumn=25,title=duty-weakened::paragraph 1.2: “must” became “should” (was: The authority must publish the arrangements.)";
    assert_eq!(ran.stdout.lines().next(), Some(first));
    assert!(ran.stdout.lines().all(|it| !it.contains("old.md")), "{}", ran.stdout);
    let json = folder.json(&["diff", "--format", "sarif", "old.md", "new.md"]);
    serde_json::from_value::<serde_sarif::sarif::Sarif>(json.clone()).unwrap();
    let results = json["runs"][0]["results"].as_array().unwrap();
    let states: Vec<&str> =
        results.iter().map(|it| it["baselineState"].as_str().unwrap()).collect();
    assert_eq!(states, ["updated", "absent", "new"]);
    let related = &results[0]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(related, "old.md");
}

#[test]
fn fail_on_takes_names_of_changes() {
    let folder = folder();
    let code = |list: &str| folder.run(&["diff", "--fail-on", list, "old.md", "new.md"]).code;
    assert_eq!(code("never"), Some(0));
    assert_eq!(code("duty-weakened,holder-removed"), Some(1));
    assert_eq!(code("holder-removed,convention-changed"), Some(0));
    assert_eq!(code("error"), Some(1));
    assert_eq!(code("moved"), Some(1));
    let ran = folder.run(&["diff", "--fail-on", "duty-weaken", "old.md", "new.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("did you mean `duty-weakened`?"), "{}", ran.stderr);
}

#[test]
fn one_body_sees_its_own_changes() {
    let folder = folder();
    let json = folder.json(&["diff", "--format", "json", "--holder", "school", "old.md", "new.md"]);
    assert_eq!(names(&json), ["duty-removed"]);
    let json =
        folder.json(&["diff", "--format", "json", "--modality", "permission", "old.md", "new.md"]);
    assert_eq!(names(&json), ["permission-changed"]);
}

#[test]
fn folders_are_one_code_each() {
    let (first, second) = NEW.split_at(NEW.find("1.3").unwrap());
    let folder = Folder::with(&[("a/code.md", OLD), ("b/1.md", first), ("b/2.md", second)]);
    let json = folder.json(&["diff", "--format", "json", "a", "b"]);
    assert_eq!(names(&json), ["duty-weakened", "duty-removed", "permission-changed", "moved"]);
    assert_eq!(json["new"]["paths"], serde_json::json!(["b/1.md", "b/2.md"]));
}

#[test]
fn what_cannot_be_compared_is_named() {
    let folder = folder();
    let ran = folder.run(&["diff", "old.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("give two drafts, or one with --since REV"), "{}", ran.stderr);
    let ran = folder.run(&["diff", "old.md", "nowhere.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("nowhere.md: no such file or folder"), "{}", ran.stderr);
    assert_eq!(ran.stdout, "");
}

#[test]
fn a_draft_is_compared_with_its_own_past() {
    let folder = Folder::with(&[
        ("guide/code.md", OLD),
        ("guide/other.md", "# Other\n\nBoats must float.\n"),
    ]);
    if !folder.is_repository() {
        return;
    }
    folder.write("guide/code.md", NEW.as_bytes());
    let expected = ["duty-weakened", "duty-removed", "permission-changed", "moved"];
    let one = folder.json(&["diff", "--since", "HEAD", "--format", "json", "guide/code.md"]);
    assert_eq!(names(&one), expected);
    assert_eq!(one["old"]["path"], "HEAD:guide/code.md");
    assert_eq!(one["changes"][0]["old"]["path"], "HEAD:guide/code.md");
    let all = folder.json(&["diff", "--since", "HEAD", "--format", "json", "guide"]);
    assert_eq!(names(&all), expected);
    assert_eq!(
        all["old"]["paths"],
        serde_json::json!(["HEAD:guide/code.md", "HEAD:guide/other.md"])
    );
    let ran = folder.run(&["diff", "--since", "no-such-tag", "guide"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("git knows no revision `no-such-tag` here"), "{}", ran.stderr);
    let status =
        Command::new("git").current_dir(folder.path()).args(["status", "--porcelain"]).output();
    assert_eq!(String::from_utf8(status.unwrap().stdout).unwrap(), " M guide/code.md\n");
}
