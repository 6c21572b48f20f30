//! Running heads and feet, and page numbers: what repeats at the edges of pages is taken out.

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashMap;

use super::{
    super::label::{Label, LabelKind, pattern},
    lines::Line,
    page::Page,
};

/// How many lines at each edge of a page are looked at.
const DEEP: usize = 4;

/// A line at a page's edge, as others like it would be: which edge, how high, digits as `#`.
type Look = (bool, i32, String);

pub(super) fn remove(pages: &mut [Page]) {
    for page in &mut *pages {
        let told = |line: &Line| line.pieces.iter().all(|piece| piece.furniture);
        if !page.lines.iter().all(told) {
            page.lines.retain(|line| !told(line));
        }
    }
    let looks = repeated(pages);
    let numbered = page_number_offset(pages);
    for page in pages {
        for at_top in [true, false] {
            while let Some(index) = edge(page, at_top) {
                let line = &page.lines[index];
                let is_number = numbered.is_some()
                    && printed_number(line)
                        .is_some_and(|n| numbered == Some(n - i64::from(page.number)));
                if !is_number && !looks.contains_key(&look(line, at_top)) {
                    break;
                }
                page.lines.remove(index);
            }
        }
    }
}

fn edge(page: &Page, at_top: bool) -> Option<usize> {
    if at_top { (!page.lines.is_empty()).then_some(0) } else { page.lines.len().checked_sub(1) }
}

/// Looks that at least two pages share: three where the file is long.
fn repeated(pages: &[Page]) -> FxHashMap<Look, usize> {
    let mut counts = FxHashMap::<Look, usize>::default();
    for page in pages {
        let outer = page.height * 0.16;
        let top = page.lines.iter().take(DEEP).filter(|line| line.baseline < outer);
        let bottom =
            page.lines.iter().rev().take(DEEP).filter(|line| line.baseline > page.height - outer);
        for look in top.map(|line| look(line, true)).chain(bottom.map(|line| look(line, false))) {
            *counts.entry(look).or_default() += 1;
        }
    }
    let enough = if pages.len() > 8 { 3 } else { 2 };
    counts.retain(|_, count| *count >= enough);
    counts
}

fn look(line: &Line, at_top: bool) -> Look {
    let text = line.text();
    let text = text.trim();
    // Numbered paragraphs that read alike are text, not a head that counts.
    let counts = !Label::at_start_of(text).is_some_and(|label| label.kind == LabelKind::Decimal);
    let hide = |c: char| if c.is_ascii_digit() && counts { '#' } else { c };
    let digits_hidden = text.chars().map(hide).collect();
    (at_top, (line.baseline / 4.0).round() as i32, digits_hidden)
}

static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[\s\-–—|]*(?:page\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[\s\-–—|]*$")
});

/// The page number a line consists of.
fn printed_number(line: &Line) -> Option<i64> {
    PAGE_NUMBER.captures(&line.text())?.get(1)?.as_str().parse().ok()
}

/// How far printed page numbers run ahead of the count of pages, where at least two pages agree.
fn page_number_offset(pages: &[Page]) -> Option<i64> {
    let mut offsets = FxHashMap::<i64, usize>::default();
    for page in pages {
        let ends = [page.lines.first(), page.lines.last()];
        for number in ends.into_iter().flatten().filter_map(printed_number) {
            *offsets.entry(number - i64::from(page.number)).or_default() += 1;
        }
    }
    let best = offsets.into_iter().filter(|&(_, count)| count >= 2);
    best.max_by_key(|&(offset, count)| (count, -offset)).map(|(offset, _)| offset)
}
