//! Running heads and feet, and page numbers: what repeats at the edges of pages is taken out.

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashMap;

use super::{
    super::label::{Label, LabelKind, pattern},
    lines::Line,
    measure, notes,
    page::Page,
};
use crate::roman;

/// How many lines at each edge of a page are looked at.
const DEEP: usize = 4;

/// A line at a page's edge, as others like it would be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Look {
    at_top: bool,
    height: i32,
    text: String,
    /// How far a number in it, `#` in the text, runs ahead of the count of pages.
    counts: Option<i64>,
}

/// Lines that repeat, with the baseline where each was seen first.
type Repeated = FxHashMap<Look, f32>;

pub(super) fn remove(pages: &mut [Page]) {
    for page in &mut *pages {
        let told = |line: &Line| line.pieces.iter().all(|piece| piece.furniture);
        if !page.lines.iter().all(told) {
            page.lines.retain(|line| !told(line));
        }
    }
    let mut repeated = repeated(pages);
    let text = TextEdge::of(pages, &repeated);
    repeated.retain(|look, baseline| !text.holds(look, *baseline));
    let numbered = page_number_offset(pages);
    let body = measure::body_size(pages);
    for page in pages {
        let notes = notes::block(page, body);
        for at_top in [true, false] {
            while let Some(index) = edge(page, at_top) {
                let line = &page.lines[index];
                if notes.contains(&line.baseline) {
                    break;
                }
                let ahead = printed_number(line).map(|number| number - i64::from(page.number));
                let is_number = ahead.is_some() && ahead == numbered;
                if !is_number && !is_repeated(line, page.number, at_top, &repeated) {
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

/// Looks that at least two pages share: three where the file is long, or where they share it but for a number.
fn repeated(pages: &[Page]) -> Repeated {
    let mut counts = FxHashMap::<Look, (usize, f32)>::default();
    for page in pages {
        let outer = page.height * 0.16;
        let top = page.lines.iter().take(DEEP).filter(|line| line.baseline < outer);
        let bottom =
            page.lines.iter().rev().take(DEEP).filter(|line| line.baseline > page.height - outer);
        let edges = top.map(|line| (line, true)).chain(bottom.map(|line| (line, false)));
        for (line, at_top) in edges {
            for look in looks(line, page.number, at_top) {
                counts.entry(look).or_insert((0, line.baseline)).0 += 1;
            }
        }
    }
    let few = if pages.len() > 8 { 3 } else { 2 };
    let often = |look: &Look, count: usize| {
        count >= if look.counts.is_some() && look.at_top { 3 } else { few }
    };
    let often = counts.into_iter().filter(|(look, (count, _))| often(look, *count));
    often.map(|(look, (_, baseline))| (look, baseline)).collect()
}

fn is_repeated(line: &Line, page: u32, at_top: bool, repeated: &Repeated) -> bool {
    looks(line, page, at_top).iter().any(|look| repeated.contains_key(look))
}

/// The line as it stands, and once for each number in it that may count pages.
fn looks(line: &Line, page: u32, at_top: bool) -> Vec<Look> {
    let text = line.text();
    let text = text.trim();
    let height = (line.baseline / 4.0).round() as i32;
    let look = |text: String, number: Option<i64>| Look {
        at_top,
        height,
        text,
        counts: number.map(|number| number - i64::from(page)),
    };
    let mut looks = vec![look(text.to_owned(), None)];
    // Numbered paragraphs that read alike are text, not a head that counts.
    if Label::at_start_of(text).is_some_and(|label| label.kind == LabelKind::Decimal) {
        return looks;
    }
    for found in NUMBER.find_iter(text) {
        let hidden = format!("{}#{}", &text[..found.start()], &text[found.end()..]);
        looks.push(look(hidden, found.as_str().parse().ok()));
    }
    looks
}

/// Where the text of the pages begins and ends, as far as running text shows it. A heading that often begins a page stands where on
/// other pages a paragraph does; a running head never does.
struct TextEdge {
    top: f32,
    bottom: f32,
}

impl TextEdge {
    fn of(pages: &[Page], repeated: &Repeated) -> Self {
        let enough = (pages.len() / 20).max(2);
        let edge = |at_top: bool| {
            let mut found: Vec<f32> =
                pages.iter().filter_map(|page| outermost(page, repeated, at_top)).collect();
            found.sort_by(f32::total_cmp);
            if !at_top {
                found.reverse();
            }
            found.get(enough - 1).copied()
        };
        Self { top: edge(true).unwrap_or(f32::MAX), bottom: edge(false).unwrap_or(f32::MIN) }
    }

    fn holds(&self, look: &Look, baseline: f32) -> bool {
        if look.at_top { baseline > self.top - 2.0 } else { baseline < self.bottom + 2.0 }
    }
}

/// The baseline of a page's first or last line that another follows as in a paragraph, neither of them repeated.
fn outermost(page: &Page, repeated: &Repeated, at_top: bool) -> Option<f32> {
    let own = |line: &Line| !is_repeated(line, page.number, at_top, repeated);
    let mut pairs = page.lines.windows(2).filter(|pair| {
        let step = pair[1].baseline - pair[0].baseline;
        own(&pair[0]) && own(&pair[1]) && step < pair[0].size.min(pair[1].size) * 1.7
    });
    let pair = if at_top { pairs.next() } else { pairs.next_back() };
    pair.map(|pair| pair[usize::from(!at_top)].baseline)
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d{1,4}\b"));
static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s\-–—|]*(?:page\s*)?(\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[\s\-–—|]*$",
    )
});

/// The page number a line consists of.
fn printed_number(line: &Line) -> Option<i64> {
    let text = line.text();
    let number = PAGE_NUMBER.captures(&text)?.get(1)?.as_str();
    number.parse().ok().or_else(|| roman::value(number).map(i64::from))
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
