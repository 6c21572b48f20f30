//! The pages of rules and changes, for people who meet their names in a report.

use dutybound::{diff::CHANGES, rules::RULES};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// A rule or a change, in a list.
#[derive(Serialize)]
struct Listed {
    id: &'static str,
    summary: &'static str,
    is_change: bool,
}

/// Every rule and every change, as JSON.
#[wasm_bindgen]
pub fn rules() -> Result<String, String> {
    let rules = RULES.iter().map(|it| Listed { id: it.id, summary: it.summary, is_change: false });
    let changes =
        CHANGES.iter().map(|it| Listed { id: it.id, summary: it.summary, is_change: true });
    let all: Vec<Listed> = rules.chain(changes).collect();
    serde_json::to_string(&all).map_err(|error| error.to_string())
}

/// The page of a rule or a change: what it finds, why it matters, how to mend it, when to allow it.
#[wasm_bindgen]
pub fn explain(id: &str) -> String {
    let rule = RULES.iter().find(|it| it.id == id).map(|it| it.page);
    let change = || CHANGES.iter().find(|it| it.id == id).map(|it| it.page);
    shown(rule.or_else(change).unwrap_or_default())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a page of ours is shown as it is; no draft is read here"
)]
fn shown(page: &str) -> String {
    let mut shown = String::new();
    html::push_html(&mut shown, Parser::new_ext(page, Options::ENABLE_TABLES).map(one_lower));
    shown
}

/// Headings stand below the page's own.
fn one_lower(event: Event<'_>) -> Event<'_> {
    let lower = |level| match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    };
    match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        other => other,
    }
}
