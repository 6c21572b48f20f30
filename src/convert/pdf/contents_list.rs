//! The list of contents: headings with page numbers, which would be read as headings and paragraphs a second time.

use std::sync::LazyLock;

use regex::Regex;

use super::{super::label::pattern, lines::Line, page::Page};

static ENTRY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(\t|(?:\s?[.…_]){3,}\s*)[ \t]*(\d{1,4}|[ivxl]{1,6})\s*$"));
static TITLE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*(?:table of |list of )?contents\s*$"));

/// Takes the list out, page by page, where its title or its dots show that it is one.
pub(super) fn remove(pages: &mut [Page]) {
    let mut inside = false;
    for page in pages {
        let title = page.lines.iter().position(|line| matches(&TITLE, line));
        let entries = page.lines.iter().filter(|line| matches(&ENTRY, line)).count();
        let dotted = page
            .lines
            .iter()
            .filter(|line| matches(&ENTRY, line) && line.text().contains("..."))
            .count();
        let listed = (title.is_some() && entries >= 3)
            || (inside && entries * 2 > page.lines.len())
            || dotted >= 5;
        inside = listed;
        if !listed {
            continue;
        }
        let start =
            title.or_else(|| page.lines.iter().position(|line| matches(&ENTRY, line))).unwrap_or(0);
        let end = page
            .lines
            .iter()
            .rposition(|line| matches(&ENTRY, line))
            .map_or(start, |last| last + 1);
        if start < end {
            page.lines.drain(start..end);
        }
    }
}

fn matches(pattern: &LazyLock<Regex>, line: &Line) -> bool {
    pattern.is_match(&line.text())
}
