//! What is written twice is compared: the tables and the example of the README are the program's own.

use std::{env, fmt::Write as _, fs, path::Path};

use dutybound::rules::RULES;

use crate::run::Folder;

/// Compares the block between `<!-- name -->` and `<!-- /name -->` of a page with what it has to be.
/// With `UPDATE_README=1` in the environment the page is rewritten instead.
pub(crate) fn keep(page: &str, name: &str, block: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = fs::read_to_string(&path).expect("the page is there");
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&open).map(|at| at + open.len());
    let end = text.find(&close);
    let (Some(start), Some(end)) = (start, end) else { panic!("{page} has no block named {name}") };
    let block = format!("\n{}\n\n", block.trim());
    if text[start..end] == block {
        return;
    }
    assert!(
        env::var_os("UPDATE_README").is_some(),
        "{page}, {name}: out of date; run `UPDATE_README=1 cargo test readme`.\nis:{}\nhas to be:{block}",
        &text[start..end]
    );
    let page = format!("{}{block}{}", &text[..start], &text[end..]);
    fs::write(path, page).expect("the page can be written");
}

#[test]
fn readme_lists_every_rule() {
    let mut table = "| rule | severity | finds |\n| --- | --- | --- |\n".to_owned();
    for rule in RULES {
        let strict = if rule.strict { ", strict only" } else { "" };
        let _ = writeln!(
            table,
            "| `{}` | {}{strict} | {} |",
            rule.id,
            rule.severity.as_str(),
            rule.summary
        );
    }
    keep("README.md", "rules", &table);
}

#[test]
fn readme_example_is_what_check_prints() {
    let readme = include_str!("../README.md");
    let after = readme.split("```markdown\n").nth(1).expect("the README shows a draft");
    let draft = after.split("```").next().expect("the draft ends");
    let said = Folder::with(&[("draft.md", draft)]).run(&["check", "draft.md"]).stdout;
    keep("README.md", "example", &format!("```text\n{}\n```", said.trim_end()));
}

#[test]
fn readme_is_short() {
    let lines = include_str!("../README.md").lines().count();
    assert!(lines <= 150, "README.md has {lines} lines: over 150 nobody reads it");
}
