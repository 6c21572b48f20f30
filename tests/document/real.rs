//! Real Codes, where they are at hand: every rule and every paragraph is found, once.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use dutybound::document::{Document, PassageKind, Unit};

use super::read;

/// A file or folder of real texts, which stand beside the project where its makers work.
fn real(name: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = beside.join(name);
    if !path.exists() {
        println!("skipped: no {}", path.display());
        return None;
    }
    Some(path)
}

fn documents(folder: &Path) -> Vec<Document> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let markdown = paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    markdown.map(|path| read(&fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn every_rule_of_the_highway_code_is_a_paragraph() {
    let Some(folder) = real("real/highway-code") else { return };
    for edition in fs::read_dir(folder).unwrap() {
        let mut found: HashMap<String, u32> = HashMap::new();
        for document in documents(&edition.unwrap().path()) {
            for paragraph in document.paragraphs {
                assert_eq!(paragraph.unit, Some(Unit::Rule), "{}", paragraph.id);
                assert!(paragraph.passages.len() > 1, "{} has text", paragraph.id);
                *found.entry(paragraph.id).or_default() += 1;
            }
        }
        for rule in 1..=307 {
            assert_eq!(found.get(&rule.to_string()), Some(&1), "rule {rule}");
        }
    }
}

#[test]
fn every_paragraph_of_the_planning_framework_is_found_once() {
    let Some(path) = real("real/NPPF_December_2024.md") else { return };
    let document = read(&fs::read_to_string(path).unwrap());
    let ids: Vec<&str> =
        document.paragraphs.iter().map(|paragraph| paragraph.id.as_str()).collect();
    let expected: Vec<String> = (1..=243).map(|number| number.to_string()).collect();
    assert_eq!(ids, expected);
    let items = document.passages.iter().filter(|passage| passage.lead_in.is_some());
    let with_label = items.filter(|p| matches!(&p.kind, PassageKind::Item { label: Some(_), .. }));
    assert!(with_label.count() > 250);
}

#[test]
fn a_text_with_a_line_a_paragraph_has_its_headings() {
    let Some(path) = real("seed.md") else { return };
    let document = read(&fs::read_to_string(path).unwrap());
    let headings: Vec<&str> =
        document.parts.iter().skip(1).map(|part| document.text(part.heading)).collect();
    assert_eq!(
        headings,
        [
            "References to statutory duties",
            "Parental Involvement",
            "2.2: Person-centred planning",
            "3.2 Keeping provision under review",
            "Two new Health Liaison Posts?",
            "Social Care Services Liaison person",
            "Section 4: Local Offer",
            "5.6 Additional SEN Support",
        ]
    );
}
