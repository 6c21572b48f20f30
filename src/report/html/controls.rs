//! What a reader chooses by: search and filters, and the contents. Filters wait hidden for the script, which fills their lists.

use maud::{Markup, html};

use super::{modality, sheet::Sheet, text::Text};
use crate::statements::Modality;

/// What the lines of a report are counted as, and what they can be chosen by beside the statements.
pub(in crate::report) struct Controls<'a> {
    /// "statement", "finding", "change".
    pub(in crate::report) counted: &'a str,
    /// The modalities that occur.
    pub(in crate::report) modalities: Vec<Modality>,
    /// What else a line can be chosen by: a heading, and each value with its name.
    pub(in crate::report) kinds: Option<(&'a str, Vec<(String, String)>)>,
    /// Whether lines can be chosen by rule, and passages by whether they have any.
    pub(in crate::report) rules: bool,
    /// What is not ticked at first.
    pub(in crate::report) unticked: &'a [&'a str],
}

pub(in crate::report) fn controls(controls: &Controls<'_>) -> Markup {
    html! {
        form.choose role="search" hidden data-counted=(controls.counted) {
            details open {
                summary { "Search and filter" }
                p { label for="q" { "Search the text" } input #q type="search" name="q" autocomplete="off"; }
                @if let Some((what, kinds)) = &controls.kinds {
                    (boxes(what, "v", kinds.iter().map(|(value, name)| (value.as_str(), html! { (name) })), controls.unticked))
                }
                @if controls.rules {
                    p { label for="r" { "Rule" } select #r name="r" { option value="" { "All rules" } } }
                    p.tick { input #o type="checkbox" name="o"; label for="o" { "Only passages with a finding" } }
                }
                @if controls.modalities.len() > 1 {
                    (boxes("Force", "m", controls.modalities.iter().map(|it| (it.as_str(), modality::tag(*it))), &[]))
                }
                p { label for="w" { "Who has to act" } select #w name="w" { option value="" { "Anybody" } } }
                p { label for="p" { "Part" } select #p name="p" { option value="" { "All parts" } } }
                p.tick { input #a type="checkbox" name="a"; label for="a" { "Only what no law is cited for" } }
                p { button type="reset" { "Clear filters" } }
            }
            p.shown role="status" {}
        }
    }
}

fn boxes<'v>(
    what: &str,
    name: &str,
    values: impl Iterator<Item = (&'v str, Markup)>,
    unticked: &[&str],
) -> Markup {
    html! {
        fieldset {
            legend { (what) }
            @for (value, shown) in values {
                @let id = format!("{name}-{value}");
                p.tick {
                    input id=(id) type="checkbox" name=(name) value=(value) checked[!unticked.contains(&value)];
                    label for=(id) { (shown) }
                }
            }
        }
    }
}

/// The outermost parts of texts, as links.
pub(in crate::report) fn contents(texts: &[Text<'_>]) -> Markup {
    let parts: Vec<(String, String)> = texts.iter().flat_map(parts).collect();
    html! {
        @if parts.len() > 1 {
            nav.contents aria-label="Contents" {
                details open {
                    summary { h2 { "Contents" } }
                    ol { @for (id, name) in &parts { li { a href={ "#" (crate::report::uri::of(id)) } { (name) } } } }
                }
            }
        }
    }
}

fn parts(text: &Text<'_>) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    for index in 0..text.draft.documents.len() as u32 {
        let sheet = Sheet::of(text, index);
        let outer = sheet.passages().filter(|(_, passage)| sheet.is_outer(passage));
        parts.extend(outer.filter_map(|(_, passage)| {
            let name = sheet.document.text(passage.extent).to_owned();
            Some((sheet.heading_id(passage)?, name))
        }));
    }
    parts
}
