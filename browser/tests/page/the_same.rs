//! The page and the command line say the same of the same files.

use std::fs;

use anyhow::{Result, ensure};
use dutybound_browser::{Browser, Folder, root};
use serde_json::Value;

use crate::{PLANS, drop_files, is_as_on_the_command_line, is_quiet, opened, read, report, wait};

const LAW: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" DocumentURI="http://www.legislation.gov.uk/ukpga/2000/1">
<ukm:Metadata xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Plans Act 2000</dc:title></ukm:Metadata>
<Primary><Body><P1group><Title>Plans</Title><P1 id="section-1"><Pnumber>1</Pnumber><P1para><Text>A local authority must publish its plan.</Text></P1para></P1></P1group></Body></Primary></Legislation>"#;

const WEB_PAGE: &str = "<!DOCTYPE html><html lang=\"en\"><head><title>Plans</title></head><body><h1>Plans</h1>\
    <p>1.1 A local authority must publish its plan.</p><p>1.2 The plan should be short: see paragraph 9.</p></body></html>";

/// What the page says in its one line, against the counts of the command line.
fn counts_are_as_on_the_command_line(browser: &Browser, folder: &Folder, name: &str) -> Result<()> {
    let register = folder.json(&["register", "--format", "json", name])?;
    let check = folder.json(&["check", "--format", "json", name])?;
    let statements = register["drafts"][0]["statements"].as_array().map_or(0, Vec::len);
    let found = |severity: &str| {
        let all = check["findings"].as_array().into_iter().flatten();
        all.filter(|it| it["severity"] == severity && it["allowed"].is_null()).count()
    };
    let said = browser.text("#status")?;
    for (count, word) in [
        (statements, "statement"),
        (found("error"), "error"),
        (found("warning"), "warning"),
        (found("note"), "note"),
    ] {
        let plural = if count == 1 { "" } else { "s" };
        ensure!(
            said.contains(&format!(" {count} {word}{plural}")),
            "{name}: {count} {word}: {said}"
        );
    }
    println!("{said}");
    Ok(())
}

/// Every draft of the corpus, files of the other kinds, and published PDFs where they are here.
fn drafts(folder: &Folder) -> Result<Vec<String>> {
    folder.write("page.html", WEB_PAGE)?;
    folder.write("plain.txt", &PLANS.replace("# ", ""))?;
    let mut names = vec!["page.html".to_owned(), "plain.txt".to_owned()];
    let places =
        ["corpus", "corpus/kept-aside", "corpus/policing", "tests/fixtures", "../shared/real/pdf"];
    for place in places {
        let Ok(entries) = fs::read_dir(root().join(place)) else {
            println!("skipped: {place} is not here");
            continue;
        };
        for entry in entries {
            let path = entry?.path();
            let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
            let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
            if matches!(ending, "md" | "docx" | "odt" | "pdf") && name != "README.md" {
                fs::copy(&path, folder.file(name))?;
                names.push(name.to_owned());
            }
        }
    }
    names.sort();
    Ok(names)
}

#[test]
fn every_kind_of_file_is_read_as_on_the_command_line() -> Result<()> {
    let (browser, folder) = opened()?;
    for name in drafts(&folder)? {
        read(&browser, &folder, &[&name])?;
        counts_are_as_on_the_command_line(&browser, &folder, &name)?;
        is_as_on_the_command_line(&browser, &folder, "findings", &["check", &name])?;
        is_as_on_the_command_line(&browser, &folder, "register", &["register", &name])?;
    }
    is_quiet(&browser)
}

#[test]
fn two_drafts_are_compared_as_on_the_command_line() -> Result<()> {
    let (browser, folder) = opened()?;
    for name in ["consultation.md", "final.md", "rewrite.md"] {
        fs::copy(root().join("corpus/revisions/sen").join(name), folder.file(name))?;
    }
    for (old, new) in [("consultation.md", "final.md"), ("final.md", "rewrite.md")] {
        read(&browser, &folder, &[old, new])?;
        is_as_on_the_command_line(&browser, &folder, "changes", &["diff", old, new])?;
    }
    // Read one after the other, and the other way round.
    read(&browser, &folder, &["final.md"])?;
    assert_eq!(browser.count_seen("#tab-changes")?, 0);
    drop_files(&browser, &folder, &["consultation.md"])?;
    browser.wait_until("document.querySelector('#panel-changes iframe')")?;
    wait(&browser)?;
    is_as_on_the_command_line(
        &browser,
        &folder,
        "changes",
        &["diff", "final.md", "consultation.md"],
    )?;
    browser.click("#swap")?;
    browser.wait_until("document.querySelector('#chosen b').textContent === 'consultation.md'")?;
    wait(&browser)?;
    is_as_on_the_command_line(
        &browser,
        &folder,
        "changes",
        &["diff", "consultation.md", "final.md"],
    )?;
    is_quiet(&browser)
}

#[test]
fn a_law_is_told_by_its_content_and_drafts_are_held_against_it() -> Result<()> {
    let (browser, folder) = opened()?;
    folder.write("plans.md", PLANS)?;
    folder.write("act.txt", LAW)?;
    fs::copy(folder.file("act.txt"), folder.file("act.xml"))?;
    read(&browser, &folder, &["plans.md", "act.txt"])?;
    assert!(browser.text("#chosen")?.contains("Law: act.txt"));
    let told = folder.json(&["check", "--format", "json", "plans.md", "--law", "act.xml"])?;
    let shown: Value = serde_json::from_str(&report(&browser, "findings", "json")?)?;
    assert_eq!(told, shown);
    assert!(told.to_string().contains("provision-not-in-law"), "{told}");
    is_quiet(&browser)
}
