//! Every rule does what its page says: each example is given to the program as a user would give it.

use std::collections::BTreeSet;

use dutybound::{findings::Severity, rules::RULES};
use serde_json::Value;

use crate::{
    pages::{Block, Example, examples, headings, title},
    run::Folder,
};

/// A stretch of one file of an example.
type Place = (String, usize, usize);

const HEADINGS: [&str; 5] =
    ["Why it matters", "Flagged", "Passes", "How to mend it", "When to allow it"];

#[test]
fn every_page_has_the_same_headings() {
    for rule in RULES {
        assert_eq!(title(rule.page), rule.id);
        assert_eq!(headings(rule.page), HEADINGS, "{}", rule.id);
    }
}

#[test]
fn every_page_shows_both_sides() {
    for rule in RULES {
        for example in examples(rule.page) {
            let Block { flagged, marked, under, line, .. } = &example.draft;
            assert_eq!(*flagged, under == "Flagged", "{}.md, line {line}", rule.id);
            let marks =
                marked.len() + example.around.iter().map(|it| it.marked.len()).sum::<usize>();
            assert_eq!(*flagged, marks > 0, "{}.md, line {line}", rule.id);
        }
        let sides: BTreeSet<bool> = examples(rule.page).iter().map(|it| it.draft.flagged).collect();
        assert_eq!(sides.len(), 2, "{} shows one side only", rule.id);
    }
}

#[test]
fn examples_are_flagged_exactly_where_marked() {
    let wrong: Vec<String> = RULES
        .iter()
        .flat_map(|rule| examples(rule.page).into_iter().map(move |it| (rule.id, it)))
        .filter_map(|(rule, example)| complaint(rule, &example))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What an example shows otherwise than it says.
fn complaint(rule: &str, example: &Example) -> Option<String> {
    let found = places_found(rule, example);
    let marked = places_marked(example);
    if found == marked {
        return None;
    }
    let words = |places: &BTreeSet<Place>| -> Vec<String> {
        places
            .iter()
            .map(|(file, start, end)| {
                let text =
                    &files(example).into_iter().find(|(name, _)| name == file).unwrap().1.text;
                format!("{file} {start}..{end} «{}»", text.get(*start..*end).unwrap_or("?"))
            })
            .collect()
    };
    Some(format!(
        "{rule}.md, line {}: marked {:?}, found {:?}",
        example.draft.line,
        words(&marked),
        words(&found)
    ))
}

/// The drafts of an example and its configuration, by the names they are given.
fn files(example: &Example) -> Vec<(String, &Block)> {
    let named = |block: &'_ Block| block.file.clone().unwrap_or_else(|| "draft.md".to_owned());
    let around = example.around.iter().filter(|it| it.kind == "file");
    let drafts = std::iter::once(&example.draft).chain(around).map(|it| (named(it), it));
    let config = example.block("config").map(|it| ("dutybound.toml".to_owned(), it));
    drafts.chain(config).collect()
}

fn places_marked(example: &Example) -> BTreeSet<Place> {
    let of = |(name, block): (String, &Block)| {
        block.marked.iter().map(|it| (name.clone(), it.start, it.end)).collect::<Vec<_>>()
    };
    files(example).into_iter().flat_map(of).collect()
}

fn places_found(rule: &str, example: &Example) -> BTreeSet<Place> {
    let folder = Folder::new();
    let config = example.block("config").map_or("", |block| block.text.as_str());
    folder.write("dutybound.toml", config.as_bytes());
    let mut args =
        vec!["check", "--format", "json", "--strict", "--one-code", "--fail-on", "never"];
    let files = files(example);
    for (name, block) in files.iter().filter(|(_, block)| block.kind != "config") {
        folder.write(name, block.text.as_bytes());
        args.push(name);
    }
    if let Some(day) = &example.draft.as_of {
        args.extend(["--as-of", day]);
    }
    if let Some(law) = example.block("law") {
        let name = law.file.as_deref().unwrap_or("law.xml");
        folder.write(name, law.text.as_bytes());
        args.extend(["--law", name]);
    }
    let report = folder.json(&args);
    let findings = report["findings"].as_array().unwrap();
    findings.iter().filter(|it| it["rule"] == rule).map(place).collect()
}

fn place(finding: &Value) -> Place {
    let byte = |key: &str| usize::try_from(finding["span"][key].as_u64().unwrap()).unwrap();
    (finding["path"].as_str().unwrap().to_owned(), byte("start"), byte("end"))
}

#[test]
fn every_file_is_registered_and_in_order() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
    let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let pages = entries.filter(|path| path.extension().is_some_and(|it| it == "md"));
    let mut names: Vec<String> =
        pages.map(|it| it.file_stem().unwrap().to_str().unwrap().replace('_', "-")).collect();
    names.sort();
    assert_eq!(names, RULES.iter().map(|rule| rule.id).collect::<Vec<_>>());
}

#[test]
fn the_schema_of_the_configuration_names_every_rule() {
    let schema = Folder::new().json(&["generate", "schema", "config"]);
    let names = |at: &str| -> Vec<String> {
        let names = schema.pointer(at).unwrap().as_array().unwrap().iter();
        names.map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    let all: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(names("/properties/rules/propertyNames/enum"), all);
    assert_eq!(names("/$defs/PathRules/properties/rules/propertyNames/enum"), all);
    assert_eq!(names("/$defs/Allow/properties/rule/enum"), all);
}

#[test]
fn summaries_are_one_line_without_a_full_stop() {
    for rule in RULES {
        assert!(!rule.summary.contains('\n') && !rule.summary.ends_with('.'), "{}", rule.id);
        assert!(rule.summary.starts_with(char::is_lowercase), "{}", rule.id);
    }
}

/// What scripts and configurations count on: a change here is a change for users.
#[test]
fn severities_are_those_that_were_promised() {
    use Severity::{Error, Note, Warning};
    let promised: &[(&str, Severity, bool)] = &[
        ("allow-expired", Error, false),
        ("allow-unused", Warning, false),
        ("ambiguous-act", Warning, false),
        ("bill-now-act", Error, false),
        ("broken-reference", Error, false),
        ("compound-duty", Note, true),
        ("conflicting-deadline", Warning, false),
        ("conflicting-modality", Warning, false),
        ("distant-holder", Note, true),
        ("duplicate-number", Error, false),
        ("duty-on-a-thing", Warning, false),
        ("duty-without-authority", Warning, false),
        ("duty-without-holder", Error, false),
        ("duty-without-must", Warning, false),
        ("escape-clause", Note, false),
        ("guidance-without-holder", Note, false),
        ("holder-contradicts-law", Error, false),
        ("joint-holders", Note, true),
        ("law-restated-differently", Warning, false),
        ("link-disagrees", Warning, false),
        ("mismatched-citation", Warning, false),
        ("mismatched-reference", Warning, false),
        ("mixed-modality", Note, true),
        ("modality-contradicts-law", Error, false),
        ("must-and-should-not-as-defined", Warning, false),
        ("must-and-should-undefined", Warning, false),
        ("provision-not-in-force", Error, false),
        ("provision-not-in-law", Error, false),
        ("role-nobody-appoints", Warning, false),
        ("section-or-regulation", Error, false),
        ("skipped-number", Note, false),
        ("soft-wording", Note, false),
        ("stale-body", Warning, false),
        ("undeclared-obligation", Warning, false),
        ("undefined-abbreviation", Warning, false),
        ("unverifiable-verb", Note, false),
        ("vague-deadline", Note, false),
        ("vague-holder", Warning, false),
        ("vague-reference", Note, false),
        ("variant-term", Note, false),
    ];
    for rule in RULES {
        let expected = promised.iter().find(|(id, ..)| *id == rule.id);
        let (_, severity, strict) = expected.unwrap_or_else(|| panic!("{} is new", rule.id));
        assert_eq!((rule.severity, rule.strict), (*severity, *strict), "{}", rule.id);
    }
}
