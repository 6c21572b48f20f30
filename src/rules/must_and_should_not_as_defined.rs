//! Must and should in another form than the draft declares: MUST declared, must written.

use super::Rule;
use crate::{
    document::Document,
    draft::Draft,
    findings::{Finding, Related, Severity},
    statements::{Statement, convention::Word},
};

pub(super) static RULE: Rule = Rule {
    id: "must-and-should-not-as-defined",
    summary: "must or should in another form than the draft declares",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("must_and_should_not_as_defined.md"),
    check,
};

/// How many of the others the finding points at.
const SHOWN: usize = 3;

fn check(draft: &Draft) -> Vec<Finding> {
    let declared = |word: &Word| word.form.capitals || word.form.bold;
    let words = draft.reading.convention.words.iter().filter(|word| declared(word));
    let (mut all, mut others) = (0, Vec::new());
    let words: Vec<&Word> = words.collect();
    for (index, statement) in draft.own_statements() {
        let keyword = draft.text(statement, statement.keyword);
        let Some(word) = words.iter().find(|word| begins_with(keyword, &word.word)) else {
            continue;
        };
        all += 1;
        if !as_declared(draft.document_of(statement), statement, word) {
            others.push(index);
        }
    }
    let Some((&first, rest)) = others.split_first() else { return Vec::new() };
    let form = if words.iter().any(|word| word.form.capitals) { "in capitals" } else { "in bold" };
    let message = format!(
        "the draft declares this word {form}, and writes it otherwise in {} of {all} places: do those mean less?",
        others.len()
    );
    let related = rest.iter().take(SHOWN).map(|&index| related(draft, index)).collect();
    vec![Finding { related, of_draft: true, ..RULE.at_keyword(draft, first, message) }]
}

fn begins_with(keyword: &str, word: &str) -> bool {
    keyword.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case(word))
}

fn as_declared(document: &Document, statement: &Statement, word: &Word) -> bool {
    let written = document.text(statement.keyword);
    let first = written.split_whitespace().next().unwrap_or_default();
    if word.form.capitals {
        return first.chars().all(char::is_uppercase);
    }
    let after = document.emphasis.partition_point(|it| it.extent.start <= statement.keyword.start);
    let around = document.emphasis[..after].iter().rev().take(4);
    around.filter(|it| it.strong).any(|it| it.extent.end > statement.keyword.start)
}

fn related(draft: &Draft, index: u32) -> Related {
    let statement = &draft.statements()[index as usize];
    let span = draft.span(statement, statement.keyword);
    Related { span, message: "and here".to_owned() }
}
