//! SARIF, as code scanning reads it: every field that is written, on real output, and the published schema.

use std::process::Command;

use serde_json::{Value, json};

use crate::run::Folder;

const DRAFT: &str = "\
# Code

1.1 Local authorities must publish the plan within 6 weeks.

1.2 The plan must be reviewed. <!-- dutybound: allow duty-without-holder reason=\"the Act names it\" -->

1.3 The forum must meet, see paragraph 9.9.

1.4 Local authorities should publish the plan within 6 weeks. 🙂 The form must be signed.

1.4 The form may be sent.
";

/// The schema of OASIS, as it comes with the published types.
fn schema() -> Value {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|it| it["name"] == "serde-sarif").unwrap();
    let manifest = std::path::Path::new(package["manifest_path"].as_str().unwrap());
    let schema = manifest.with_file_name("src").join("schema.json");
    let mut schema: Value = serde_json::from_slice(&std::fs::read(schema).unwrap()).unwrap();
    // As published, it has one pattern that is none ("]?" without "["), for a field that we do not write.
    for holder in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][holder]["properties"]["language"];
        language.as_object_mut().unwrap().remove("pattern").unwrap();
    }
    schema
}

#[track_caller]
fn is_valid(schema: &Value, sarif: &Value) {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(sarif).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // Nearly every field is optional there: what its types do not know would be lost on the way through them.
    let known: serde_sarif::sarif::Sarif = serde_json::from_value(sarif.clone()).unwrap();
    assert_eq!(&serde_json::to_value(known).unwrap(), sarif);
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The words of the draft that a location names, by bytes and by lines and columns.
#[track_caller]
fn words(draft: &str, location: &Value) -> String {
    let region = &location["physicalLocation"]["region"];
    let start = number(&region["byteOffset"]);
    let words = &draft[start..start + number(&region["byteLength"])];
    let lines: Vec<&str> = draft.lines().collect();
    let line = lines[number(&region["startLine"]) - 1];
    let by_column: String = line.chars().skip(number(&region["startColumn"]) - 1).collect();
    assert!(by_column.starts_with(words.lines().next().unwrap_or_default()), "{region}");
    assert!(number(&region["endLine"]) >= number(&region["startLine"]));
    if region["endLine"] == region["startLine"] {
        let width = number(&region["endColumn"]) - number(&region["startColumn"]);
        assert_eq!(width, words.chars().count(), "{region}");
    }
    words.to_owned()
}

#[test]
fn every_field_of_a_check_is_what_code_scanning_needs() {
    let folder = Folder::with(&[("a b.md", DRAFT)]);
    folder.write("bad.md", b"\xff");
    folder.run(&["check", "--write-baseline", "known.json", "a b.md"]);
    let json = folder.json(&[
        "check",
        "--format",
        "sarif",
        "--baseline",
        "known.json",
        "a b.md",
        "bad.md",
    ]);
    is_valid(&schema(), &json);
    let run = &json["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let told = &invocation["toolExecutionNotifications"][0];
    assert!(told["message"]["text"].as_str().unwrap().contains("UTF-8"));
    assert_eq!(told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "bad.md");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("## Why it matters"), "{rule}");
        assert!(!rule["shortDescription"]["text"].as_str().unwrap().is_empty());
        assert!(
            ["error", "warning", "note"]
                .contains(&rule["defaultConfiguration"]["level"].as_str().unwrap())
        );
    }
    let results = run["results"].as_array().unwrap();
    for result in results {
        assert_eq!(rules[number(&result["ruleIndex"])]["id"], result["ruleId"]);
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let location = &result["locations"][0];
        assert_eq!(location["physicalLocation"]["artifactLocation"]["uri"], "a%20b.md");
        words(DRAFT, location);
        assert_eq!(result["partialFingerprints"]["dutybound/v1"].as_str().unwrap().len(), 16);
        // What is allowed needs no baseline.
        let is_allowed = result["suppressions"] != json!([]);
        assert_eq!(result["baselineState"], if is_allowed { "new" } else { "unchanged" });
    }
    let of = |rule: &str| results.iter().find(|it| it["ruleId"] == rule).unwrap();
    let broken = of("broken-reference");
    assert_eq!(words(DRAFT, &broken["locations"][0]), "paragraph 9.9");
    assert_eq!(broken["locations"][0]["logicalLocations"][0]["name"], "paragraph 1.3");
    assert_eq!(broken["suppressions"], json!([]));
    let allowed = of("duty-without-holder");
    assert_eq!(
        allowed["suppressions"],
        json!([{ "kind": "inSource", "justification": "the Act names it" }])
    );
    let twice = of("duplicate-number");
    let related = &twice["relatedLocations"][0];
    assert!(!related["message"]["text"].as_str().unwrap().is_empty());
    words(DRAFT, related);
}

#[test]
fn fingerprints_stay_when_paragraphs_are_renumbered_and_moved() {
    let moved = DRAFT.replace("# Code\n", "# Code\n\nNew words.\n").replace("1.", "4.");
    let folder = Folder::with(&[("old.md", DRAFT), ("new.md", &moved)]);
    let prints = |name: &str| {
        let json = folder.json(&[
            "check",
            "--format",
            "sarif",
            "--skip",
            "duplicate-number,skipped-number",
            name,
        ]);
        let results = json["runs"][0]["results"].as_array().unwrap().clone();
        results.iter().map(|it| it["partialFingerprints"].to_string()).collect::<Vec<_>>()
    };
    assert!(prints("old.md").len() > 3);
    assert_eq!(prints("old.md"), prints("new.md"));
}

#[test]
fn every_field_of_a_comparison_is_what_code_scanning_needs() {
    let new = DRAFT
        .replace("Local authorities must", "Local authorities should")
        .replace("The forum must meet", "The forum must pay");
    let new = format!("{new}\n1.6 Every school must report.\n");
    let folder = Folder::with(&[("old.md", DRAFT), ("new.md", &new)]);
    let json = folder.json(&["diff", "--format", "sarif", "--show", "all", "old.md", "new.md"]);
    is_valid(&schema(), &json);
    let results = json["runs"][0]["results"].as_array().unwrap();
    let of = |rule: &str| results.iter().find(|it| it["ruleId"] == rule).unwrap();
    let (weakened, added) = (of("duty-weakened"), of("duty-added"));
    assert_eq!(
        (&weakened["baselineState"], &weakened["level"]),
        (&json!("updated"), &json!("error"))
    );
    assert_eq!(words(&new, &weakened["locations"][0]), "should");
    assert_eq!(words(DRAFT, &weakened["relatedLocations"][0]), "must");
    assert_eq!(weakened["relatedLocations"][0]["message"]["text"], "the old draft");
    assert_eq!(added["baselineState"], "new");
    assert!(added.get("relatedLocations").is_none());
}
