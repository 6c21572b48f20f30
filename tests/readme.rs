//! What is written twice is compared: the tables and the example of the README are the program's own.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
};

use dutybound::rules::RULES;

use crate::run::Folder;

/// Tests run side by side, and several of them keep the same page.
static PAGES: Mutex<()> = Mutex::new(());

/// Compares the block between `<!-- name -->` and `<!-- /name -->` of a page with what it has to be; figures (numbers with a
/// decimal point) may be two hundredths off. With `UPDATE_README=1` in the environment the page is rewritten instead.
pub(crate) fn keep(page: &str, name: &str, block: &str) {
    let _alone = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&open).map(|at| at + open.len());
    let (Some(start), Some(end)) = (start, text.find(&close)) else {
        panic!("{page} has no block named {name}")
    };
    let (stands, block) = (&text[start..end], format!("\n{}\n\n", block.trim()));
    if env::var_os("UPDATE_README").is_some() {
        fs::write(path, format!("{}{block}{}", &text[..start], &text[end..])).unwrap();
        return;
    }
    assert!(
        nearly_same(stands, &block),
        "{page}, {name}: out of date; run `UPDATE_README=1 cargo test readme`.\nis:{stands}\nhas to be:{block}"
    );
}

fn nearly_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.split_whitespace(), other.split_whitespace());
    let figure = |word: &str| word.parse::<f64>().ok().filter(|_| word.contains('.'));
    let near = |(a, b): (&str, &str)| match (figure(a), figure(b)) {
        (Some(a), Some(b)) => (a - b).abs() < 0.0201,
        _ => a == b,
    };
    one.clone().count() == other.clone().count() && one.zip(other).all(near)
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
