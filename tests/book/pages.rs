//! The pages that people wrote, with those that are made from the program put in.

use std::{fmt::Write as _, fs};

use dutybound::{diff::CHANGES, rules::RULES};

use super::{Pages, docs, files_in, schema};
use crate::run::Folder;

/// Every page of the book.
pub(super) fn all() -> Pages {
    let mut pages: Pages = files_in(&docs().join("src"))
        .into_iter()
        .map(|(name, path)| (name, fs::read_to_string(path).unwrap().replace("\r\n", "\n")))
        .collect();
    let folder = Folder::new();
    let said = |args: &[&str]| folder.run(args).stdout;
    let commands = commands(&said(&["--help"]));
    let lists = [
        ("commands", "commands", made_of_commands(&mut pages, &commands, &said)),
        ("rules", "rules", made_of_rules(&mut pages)),
        ("changes", "changes", made_of_changes(&mut pages)),
    ];
    for (mark, folder, names) in lists {
        let list = names.iter().fold(String::new(), |mut list, name| {
            let _ = writeln!(list, "  - [{name}](reference/{folder}/{name}.md)");
            list
        });
        put(&mut pages, "SUMMARY.md", mark, &list);
    }
    for name in ["config", "register", "check", "diff", "coverage"] {
        let schema = said(&["generate", "schema", name]);
        let tables = schema::tables(name, &schema);
        if name == "config" {
            // What may be left out is null for a script, and no word that people write.
            put(&mut pages, "reference/configuration.md", name, &tables.replace(" or null", ""));
        } else {
            put(&mut pages, "reference/json.md", name, &tables);
        }
        pages.insert(format!("reference/schemas/{name}.json"), schema);
    }
    put(&mut pages, "reference/json.md", "example", &statement());
    put(&mut pages, "reading.md", "accuracy", &accuracy());
    pages
}

/// Puts a text in the place of `<!-- mark -->`.
fn put(pages: &mut Pages, page: &str, mark: &str, text: &str) {
    let mark = format!("<!-- {mark} -->\n");
    let stands = pages.get_mut(page).unwrap_or_else(|| panic!("there is no page {page}"));
    assert!(stands.contains(&mark), "{page} has no {mark}");
    *stands = stands.replace(&mark, text);
}

/// The commands of `--help`, each with its line.
fn commands(help: &str) -> Vec<(String, String)> {
    let list = help.split("Commands:\n").nth(1).expect("--help lists commands");
    let lines = list.lines().take_while(|line| !line.is_empty());
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in lines {
        if let Some(line) = line.strip_prefix("  ").filter(|line| !line.starts_with(' ')) {
            let (name, about) = line.split_once(' ').unwrap_or((line, ""));
            commands.push((name.to_owned(), about.trim().to_owned()));
        } else {
            // A line that was too long goes on below.
            let (_, about) = commands.last_mut().expect("a first line names a command");
            *about = format!("{about} {}", line.trim());
        }
    }
    commands.retain(|(name, _)| name != "help");
    commands
}

fn made_of_commands(
    pages: &mut Pages,
    commands: &[(String, String)],
    said: &dyn Fn(&[&str]) -> String,
) -> Vec<String> {
    let mut table = "| command | does |\n| --- | --- |\n".to_owned();
    for (name, about) in commands {
        let _ = writeln!(table, "| [`{name}`](commands/{name}.md) | {about} |");
        let help = said(&[name, "--help"]);
        let page = format!("# dutybound {name}\n\n```text\n{}\n```\n", help.trim_end());
        pages.insert(format!("reference/commands/{name}.md"), page);
    }
    put(pages, "reference/commands.md", "commands", &table);
    commands.iter().map(|(name, _)| name.clone()).collect()
}

fn made_of_rules(pages: &mut Pages) -> Vec<String> {
    let mut table = "| rule | severity | finds |\n| --- | --- | --- |\n".to_owned();
    for rule in RULES {
        let strict = if rule.strict { ", strict only" } else { "" };
        let severity = rule.severity.as_str();
        let _ = writeln!(
            table,
            "| [`{0}`](rules/{0}.md) | {severity}{strict} | {1} |",
            rule.id, rule.summary
        );
        pages.insert(format!("reference/rules/{}.md", rule.id), rule.page.to_owned());
    }
    put(pages, "reference/rules.md", "rules", &table);
    RULES.iter().map(|rule| rule.id.to_owned()).collect()
}

fn made_of_changes(pages: &mut Pages) -> Vec<String> {
    let mut table = "| change | what it means |\n| --- | --- |\n".to_owned();
    for change in CHANGES {
        let _ = writeln!(table, "| [`{0}`](changes/{0}.md) | {1} |", change.id, change.summary);
        pages.insert(format!("reference/changes/{}.md", change.id), change.page.to_owned());
    }
    put(pages, "reference/changes.md", "changes", &table);
    CHANGES.iter().map(|change| change.id.to_owned()).collect()
}

/// A statement as scripts get it, broken into lines for people.
fn statement() -> String {
    let sentence = "2.2 A local authority must publish its reasons (section 42 of the Children and Families Act 2014).\n";
    let folder = Folder::with(&[("draft.md", sentence)]);
    let line = folder.json(&["register", "draft.md", "--format", "jsonl"]);
    let keys = line.as_object().unwrap().iter().map(|(key, value)| format!("  \"{key}\": {value}"));
    format!("```json\n{{\n{}\n}}\n```\n", keys.collect::<Vec<_>>().join(",\n"))
}

/// The table of the README, which the tests keep.
fn accuracy() -> String {
    let readme = include_str!("../../README.md").replace("\r\n", "\n");
    let after = readme.split("<!-- accuracy -->\n").nth(1).expect("README shows accuracy");
    after.split("<!-- /accuracy -->").next().unwrap_or_default().trim().to_owned() + "\n"
}
