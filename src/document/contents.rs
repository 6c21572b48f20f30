//! Finds tables of contents, whose entries look like numbered paragraphs and are none.

use super::{
    blocks::Read,
    lines::{Line, Role},
};

/// An entry is no longer than this, in bytes.
const LONGEST: usize = 120;

/// Marks the entries of tables of contents: three lines or more in a row that end in page numbers, each no lower than the last.
pub(super) fn find(read: &Read, lines: &mut [Line]) {
    let mut start = 0;
    let mut last = 0;
    for at in 0..lines.len() {
        let text = (lines[at].role == Role::Text).then(|| read.text(lines[at].extent));
        match text.and_then(page) {
            Some(page) if page >= last && at > start => last = page,
            Some(page) => (start, last) = (at, page),
            None => {
                start = at + 1;
                continue;
            }
        }
        let found =
            if at - start == 2 { start..at + 1 } else { at..at + usize::from(at - start > 2) };
        for line in &mut lines[found] {
            line.role = Role::Contents;
        }
    }
}

/// The page number that an entry ends with.
fn page(text: &str) -> Option<u32> {
    let title = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - title.len();
    let gap = title.ends_with([' ', '.', '\t', '\u{a0}']);
    let words = title.len() <= LONGEST && title.contains(|c: char| c.is_alphabetic());
    ((1..=3).contains(&digits) && gap && words).then(|| text[title.len()..].parse().ok())?
}
