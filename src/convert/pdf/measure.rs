//! What is usual in a file: the size of its body text, the step from line to line, the words it uses.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{lines::Line, page::Page};

/// The size most characters have, in points.
pub(super) fn body_size(pages: &[Page]) -> f32 {
    let mut sizes = FxHashMap::<i32, usize>::default();
    for line in pages.iter().flat_map(|page| &page.lines) {
        for piece in &line.pieces {
            *sizes.entry((piece.size * 2.0).round() as i32).or_default() += piece.text.len();
        }
    }
    most(sizes).map_or(11.0, |half_points| half_points as f32 / 2.0)
}

/// The usual step from one line to the next, in font sizes. Counted where a line is full: after others a paragraph may end.
pub(super) fn line_step(pages: &[Page]) -> f32 {
    let (mut inside, mut all) = (FxHashMap::<i32, usize>::default(), FxHashMap::default());
    for page in pages {
        let right = page.lines.iter().map(|line| line.right).fold(0.0, f32::max);
        for pair in page.lines.windows(2) {
            let step = (pair[1].baseline - pair[0].baseline) / pair[0].size;
            if (0.9..2.3).contains(&step) && (pair[0].size - pair[1].size).abs() < 0.3 {
                let step = (step * 40.0).round() as i32;
                *all.entry(step).or_default() += 1;
                if pair[0].right > right * 0.88 {
                    *inside.entry(step).or_default() += 1;
                }
            }
        }
    }
    most(inside).or_else(|| most(all)).map_or(1.2, |step| step as f32 / 40.0)
}

fn most(counts: FxHashMap<i32, usize>) -> Option<i32> {
    counts.into_iter().max_by_key(|&(value, count)| (count, -value)).map(|(value, _)| value)
}

/// The words of a file as they stand inside its lines: what tells a hyphen of the word from one of the line's end.
#[derive(Default)]
pub(super) struct Words {
    whole: FxHashSet<String>,
}

impl Words {
    pub(super) fn of(pages: &[Page]) -> Self {
        let mut words = Self::default();
        for line in pages.iter().flat_map(|page| &page.lines) {
            words.add(&line.text());
        }
        words
    }

    fn add(&mut self, line: &str) {
        for word in line.split(|c: char| !c.is_alphanumeric() && c != '-') {
            if word.len() > 2 && !word.ends_with('-') && !self.whole.contains(word) {
                self.whole.insert(word.to_lowercase());
            }
        }
    }

    /// Whether the hyphen between the end of one line and the start of the next belongs to the word: "well-being", not "pro-vision".
    pub(super) fn keeps_hyphen(&self, start: &str, end: &str) -> bool {
        let (start, end) = (start.to_lowercase(), end.to_lowercase());
        if self.whole.contains(&format!("{start}{end}")) {
            return false;
        }
        self.whole.contains(&format!("{start}-{end}"))
            || (self.whole.contains(&start) && self.whole.contains(&end))
            || start.len() < 2
    }
}

/// The last word of a line that ends in a hyphen, and the first word of the next.
pub(super) fn broken_word<'t>(before: &'t str, after: &'t str) -> Option<(&'t str, &'t str)> {
    let stem = before.strip_suffix(['-', '\u{2010}', '\u{ad}'])?;
    let start = stem.rsplit(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())?;
    let end = after.split(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())?;
    end.starts_with(char::is_lowercase).then_some((start, end))
}

/// Whether text ends as a sentence or an item does.
pub(super) fn is_finished(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['”', '’', '"', '\'', ')'])
        .ends_with(['.', ':', ';', '?', '!'])
}

/// Whether the first word of `line` had room at the end of the line before it: then a paragraph ended there.
pub(super) fn had_room(before: &Line, line: &Line, right_edge: f32) -> bool {
    let text = line.text();
    let text = text.trim();
    let first = text.split([' ', '\t']).next().map_or(0, |word| word.chars().count());
    let width = line.width() * first as f32 / text.chars().count().max(1) as f32;
    before.right + width + line.size * 0.5 < right_edge
}
