//! What each format promises, on real output, field by field.

use serde_json::Value;

use crate::run::Folder;

const DRAFT: &str = "\
---
title: Admissions Code
date: 2024-12-12
---

# Admissions Code

In this Code “must” is a legal duty.

## Chapter 1: Consultation

1.1 Local authorities must consult parents within 6 weeks (section 27(1) of the Children and Families Act 2014).

1.2 The plan must be reviewed. =cmd should be inert.

1.3 Schools should:

- publish the arrangements, see paragraph 1.1;
- tell parents.

## Chapter 2: Appeals

2.1 A parent may appeal. <!-- dutybound: allow allow-unused -->
";

fn folder() -> Folder {
    Folder::with(&[("code.md", DRAFT)])
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn sorted<const N: usize>(mut names: [&str; N]) -> [&str; N] {
    names.sort_unstable();
    names
}

#[test]
fn the_register_has_every_key_of_the_contract() {
    let json = folder().json(&["register", "--format", "json", "code.md"]);
    assert_eq!(json["schema"], "dutybound/register/1");
    assert_eq!(keys(&json), sorted(["schema", "not_read", "drafts"]));
    let draft = &json["drafts"][0];
    assert_eq!(
        keys(draft),
        sorted([
            "path",
            "paths",
            "title",
            "converted",
            "convention",
            "statements",
            "references",
            "citations",
            "none",
        ])
    );
    assert_eq!(keys(&draft["convention"]), sorted(["kind", "found", "case", "words", "line"]));
    for statement in draft["statements"].as_array().unwrap() {
        assert_eq!(
            keys(statement),
            sorted([
                "id",
                "path",
                "page",
                "part",
                "paragraph",
                "origin",
                "text",
                "lead_in",
                "span",
                "modality",
                "basis",
                "keyword",
                "duty_holder",
                "action",
                "conditions",
                "deadline",
                "authority",
                "references",
                "citations",
            ])
        );
        assert_eq!(keys(&statement["span"]), sorted(["start", "end", "line", "column"]));
        assert_eq!(keys(&statement["keyword"]), sorted(["text", "start", "end", "line", "column"]));
        assert_eq!(
            keys(&statement["duty_holder"]),
            sorted(["found", "why", "grade", "text", "written", "names"])
        );
        assert_eq!(keys(&statement["authority"]), sorted(["where", "citations"]));
    }
}

#[test]
fn offsets_slice_the_file_and_lines_count_from_one() {
    let json = folder().json(&["register", "--format", "json", "code.md"]);
    let statements = json["drafts"][0]["statements"].as_array().unwrap();
    assert!(statements.len() >= 5, "{json}");
    for statement in statements {
        let keyword = &statement["keyword"];
        let (start, end) = (offset(&keyword["start"]), offset(&keyword["end"]));
        assert_eq!(&DRAFT[start..end], keyword["text"].as_str().unwrap());
        let before = &DRAFT[..start];
        assert_eq!(offset(&keyword["line"]), before.matches('\n').count() + 1);
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        assert_eq!(offset(&keyword["column"]), DRAFT[line..start].chars().count() + 1);
    }
}

fn offset(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn a_statement_says_who_where_and_under_what_heading() {
    let json = folder().json(&["register", "--format", "json", "code.md"]);
    let first = &json["drafts"][0]["statements"][0];
    assert_eq!(first["id"], "1.1/1");
    assert_eq!(first["paragraph"], "1.1");
    assert_eq!(first["part"], serde_json::json!(["Admissions Code", "Chapter 1: Consultation"]));
    assert_eq!(first["modality"], "duty");
    assert_eq!(first["duty_holder"]["names"], serde_json::json!(["local authority"]));
    assert_eq!(first["duty_holder"]["written"], serde_json::json!(["Local authorities"]));
    assert_eq!(first["lead_in"], Value::Null);
}

#[test]
fn every_modal_word_is_in_a_statement_or_accounted_for() {
    let folder = folder();
    let without = folder.json(&["register", "--format", "json", "code.md"]);
    assert_eq!(without["drafts"][0]["none"], serde_json::json!([]));
    let with = folder.json(&["register", "--format", "json", "--uncounted", "code.md"]);
    let none = with["drafts"][0]["none"].as_array().unwrap();
    assert!(none.iter().any(|it| it["keyword"]["text"] == "must"), "{none:?}");
    assert_eq!(keys(&none[0]), sorted(["path", "keyword", "reason"]));
}

#[test]
fn jsonl_has_the_same_statements_one_a_line() {
    let folder = folder();
    let json = folder.json(&["register", "--format", "json", "code.md"]);
    let lines = folder.run(&["register", "--format", "jsonl", "code.md"]).stdout;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines, json["drafts"][0]["statements"].as_array().unwrap());
}

#[test]
fn the_selection_takes_what_was_asked_for() {
    let folder = folder();
    let texts = |args: &[&str]| {
        let json = folder.json(&[&["register", "--format", "json", "code.md"], args].concat());
        let statements = json["drafts"][0]["statements"].as_array().unwrap().clone();
        statements.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(texts(&["--holder", "LAs"]), ["1.1/1"]);
    assert_eq!(
        texts(&["--holder", "local authority", "--modality", "guidance"]),
        Vec::<String>::new()
    );
    assert_eq!(texts(&["--modality", "permission"]), ["2.1/1"]);
    assert_eq!(texts(&["--part", "2"]), ["2.1/1"]);
    assert_eq!(texts(&["--part", "appeals"]), ["2.1/1"]);
    assert_eq!(texts(&["--without-holder", "--modality", "duty"]), ["1.2/1"]);
}

#[test]
fn real_output_is_valid_by_the_generated_schemas() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    for (name, args) in [
        ("register", &["register", "--format", "json", "--uncounted"][..]),
        ("check", &["check", "--format", "json", "--strict"]),
    ] {
        let folder = Folder::with(&[("code.md", DRAFT)]);
        let schema = folder.json(&["generate", "schema", name]);
        let validator = jsonschema::validator_for(&schema).unwrap();
        for path in ["code.md", corpus] {
            let output = folder.json(&[args, &["--quiet", path]].concat());
            let errors: Vec<String> = validator
                .iter_errors(&output)
                .take(3)
                .map(|it| format!("{} {it}", it.instance_path()))
                .collect();
            assert_eq!(errors, Vec::<String>::new(), "{name} of {path}");
        }
    }
}

#[test]
fn findings_have_every_key_of_the_contract() {
    let json = folder().json(&["check", "--format", "json", "code.md"]);
    assert_eq!(json["schema"], "dutybound/check/1");
    assert_eq!(keys(&json), sorted(["schema", "not_read", "findings", "drafts"]));
    let finding = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["rule"] == "allow-unused")
        .unwrap();
    assert_eq!(
        keys(finding),
        sorted([
            "rule",
            "severity",
            "message",
            "path",
            "page",
            "paragraph",
            "span",
            "statement",
            "words",
            "related",
            "fingerprint",
            "allowed",
            "known",
        ])
    );
    assert_eq!(finding["words"], "<!-- dutybound: allow allow-unused -->");
    assert_eq!(finding["paragraph"], "2.1");
    assert_eq!(finding["fingerprint"].as_str().unwrap().len(), 16);
    assert_eq!(
        keys(&json["drafts"][0]["counts"]),
        sorted(["error", "warning", "note", "allowed", "known"])
    );
}

#[test]
fn people_read_the_register_part_by_part() {
    let folder = Folder::with(&[(
        "code.md",
        "# Admissions Code\n\n## Chapter 1: Consultation\n\n1.1 The authority must consult parents and must publish what they say.\n\n\
         1.2 The plan must be reviewed by a panel that sits in public and hears whoever wishes to be heard.\n\n\
         ## Chapter 2: Appeals\n\n2.1 Parents may appeal to \u{1b}[31ma panel.\n",
    )]);
    let register = folder.run(&["register", "code.md"]).stdout;
    insta::assert_snapshot!(register);
    let check = folder.run(&["check", "--show", "all", "code.md"]).stdout;
    assert!(!register.contains('\u{1b}') && !check.contains('\u{1b}'));
}

#[test]
fn people_read_counts_by_part_and_by_body() {
    insta::assert_snapshot!(folder().run(&["register", "--summary", "code.md"]).stdout);
}

#[test]
fn people_read_what_is_wrong_with_the_sentence_and_its_place() {
    let draft = "# Code\n\n".to_owned()
        + "Rule 7. "
        + &"Some words that go before, in a long line. ".repeat(40)
        + "The plan must be reviewed before the end of each year and it goes on for longer than a page is wide. "
        + &"Some words that follow, in the same line. ".repeat(40);
    let folder = Folder::with(&[("code.md", &draft)]);
    insta::assert_snapshot!(
        folder.run(&["check", "--only", "duty-without-holder", "code.md"]).stdout
    );
}

#[test]
fn a_rule_is_shown_three_times_in_a_part_and_counted_after() {
    let part = |n: usize| format!("## {n} Part\n\n{}", "The plan must be reviewed.\n\n".repeat(5));
    let folder = Folder::with(&[("code.md", &format!("# Code\n\n{}{}", part(1), part(2)))]);
    let run = |show: &[&str]| {
        folder.run(&[&["check", "--only", "duty-without-holder", "code.md"], show].concat()).stdout
    };
    assert_eq!(run(&[]).matches("[duty-without-holder]").count(), 6);
    assert!(
        run(&[]).contains(
            "code.md: not shown: 4 more of duty-without-holder (--show warning shows them)"
        )
    );
    assert_eq!(run(&["--show", "warning"]).matches("[duty-without-holder]").count(), 10);
}

#[test]
fn csv_reads_back_and_holds_no_formula() {
    let draft = "# C\n\n1.1 =SUM(A1) must, \"if at all\", be removed by the +authority;\nit must say why.\n\n- @all must go\n";
    let folder = Folder::with(&[("code.md", draft)]);
    let csv = folder.run(&["register", "--format", "csv", "code.md"]).stdout;
    assert!(csv.starts_with("draft,id,page,line,part,paragraph,modality,"), "{csv}");
    let rows = read_csv(&csv);
    let json = folder.json(&["register", "--format", "json", "code.md"]);
    let statements = json["drafts"][0]["statements"].as_array().unwrap();
    assert_eq!(rows.len(), statements.len() + 1);
    let column = |name: &str| rows[0].iter().position(|it| it == name).unwrap();
    for (row, statement) in rows[1..].iter().zip(statements) {
        assert_eq!(row.len(), rows[0].len());
        assert!(!row.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
        let said = |name: &str| row[column(name)].trim_start_matches('\'').to_owned();
        assert_eq!(said("text"), statement["text"].as_str().unwrap());
        assert_eq!(said("id"), statement["id"].as_str().unwrap());
        assert_eq!(said("keyword"), statement["keyword"]["text"].as_str().unwrap());
        assert_eq!(said("action"), statement["action"].as_str().unwrap());
    }
    assert!(rows[1][column("text")].starts_with("'=SUM(A1) must, \"if at all\","));
}

/// RFC 4180, read as it is written: the crate that writes it is no witness.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut characters) = (false, text.chars().peekable());
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'), "a row ends with CRLF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last row ends too");
    rows
}

/// People and machines are told the same: one place writes messages.
#[test]
fn a_finding_reads_the_same_in_every_format() {
    let folder = folder();
    let found = folder.json(&["check", "--show", "all", "--format", "json", "code.md"]);
    let findings = found["findings"].as_array().unwrap();
    assert!(findings.len() >= 4, "{findings:?}");
    let markup = |text: &str| {
        let text = text.replace('\\', "");
        let entities =
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
        entities.iter().fold(text, |text, (entity, character)| text.replace(entity, character))
    };
    for format in ["terminal", "sarif", "github", "junit", "markdown", "html"] {
        let ran = folder.run(&["check", "--show", "all", "--format", format, "code.md"]);
        let said = markup(&ran.stdout);
        for finding in findings {
            let message = finding["message"]
                .as_str()
                .unwrap()
                .replace('"', if format == "sarif" { "\\\"" } else { "\"" });
            assert!(said.contains(&message), "{format} does not say {message}");
            assert!(said.contains(finding["rule"].as_str().unwrap()), "{format}");
        }
    }
}

#[test]
fn the_workbook_reads_back_cell_by_cell() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let folder = folder();
    assert_eq!(folder.run(&["register", "code.md", "-o", "code.xlsx"]).code, Some(0));
    let mut book: Xlsx<_> = open_workbook(folder.path().join("code.xlsx")).unwrap();
    let names = book.sheet_names();
    assert_eq!(names[..2], ["Summary", "Duties"]);
    assert!(names.contains(&"Permissions".to_owned()));
    let duties = book.worksheet_range("Duties").unwrap();
    let json = folder.json(&["register", "--format", "json", "--modality", "duty", "code.md"]);
    let statements = json["drafts"][0]["statements"].as_array().unwrap();
    assert_eq!(duties.height(), statements.len() + 1);
    let column = |heading: &str| {
        let cells = duties.rows().next().unwrap();
        cells.iter().position(|it| *it == heading).unwrap()
    };
    for (row, statement) in duties.rows().skip(1).zip(statements) {
        assert_eq!(row[column("Id")].to_string(), statement["id"].as_str().unwrap());
        assert_eq!(row[column("Statement")].to_string(), statement["text"].as_str().unwrap());
        assert_eq!(row[column("Force")].to_string(), "duty");
        assert!(matches!(row[column("Line")], Data::Float(_)), "{row:?}");
    }
}

#[test]
fn the_same_register_makes_the_same_workbook() {
    let folder = folder();
    for name in ["a.xlsx", "b.xlsx"] {
        folder.run(&["register", "code.md", "-o", name]);
    }
    let bytes = |name| std::fs::read(folder.path().join(name)).unwrap();
    assert_eq!(bytes("a.xlsx"), bytes("b.xlsx"));
}

#[test]
fn junit_is_xml_whatever_the_draft_says() {
    let folder = Folder::with(&[("<&\">.md", DRAFT)]);
    let xml = folder.run(&["check", "--format", "junit", "--fail-on", "warning", "."]).stdout;
    let document = roxmltree::Document::parse(&xml).unwrap();
    let suite = document.descendants().find(|it| it.has_tag_name("testsuite")).unwrap();
    assert_eq!(suite.attribute("name"), Some("<&\">.md"));
    let cases = suite.children().filter(|it| it.has_tag_name("testcase")).count();
    assert_eq!(suite.attribute("tests"), Some(cases.to_string().as_str()));
    let failed = suite.descendants().filter(|it| it.has_tag_name("failure")).count();
    assert_eq!(suite.attribute("failures"), Some(failed.to_string().as_str()));
    assert!(failed > 0, "{xml}");
}

#[test]
fn github_shows_ten_of_a_level_and_says_how_many_more() {
    let draft = "1 The authority must act.\n\n".to_owned()
        + &"Text. <!-- dutybound: allow x -->\n\n".repeat(14);
    let folder = Folder::with(&[("code.md", &draft)]);
    let stdout = folder
        .run(&[
            "check",
            "--format",
            "github",
            "--show",
            "warning",
            "--only",
            "allow-unused",
            "code.md",
        ])
        .stdout;
    let commands: Vec<&str> = stdout.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(commands.len(), 10);
    assert!(
        commands[0].starts_with("::warning file=code.md,line=3,endLine=3,col=7,"),
        "{}",
        commands[0]
    );
    assert!(stdout.contains("and 4 warnings more"), "{stdout}");
}
