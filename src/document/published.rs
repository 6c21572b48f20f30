//! The day a document says it was published.

use super::{Date, Document, PassageKind};

/// How far from the top a draft states its date.
const TOP: usize = 8;

/// Longer passages are text, whatever dates they hold.
const SHORT: usize = 160;

const SAYS_SO: &[&str] =
    &["published", "updated", "version", "issued", "dated", "date:", "edition", "draft of"];

impl Document {
    /// The day of the front matter, or of a line such as "Published 12 December 2024" at the top.
    pub fn own_date(&self) -> Option<Date> {
        if let Some(date) = self.date.as_deref().and_then(Date::from_written) {
            return Some(date);
        }
        let top = self.passages.iter().take(TOP).filter(|it| it.kind == PassageKind::Text);
        let lines = top.map(|it| self.text(it.extent)).filter(|line| line.len() <= SHORT);
        lines.filter(|line| says_so(line)).find_map(Date::from_written)
    }
}

fn says_so(line: &str) -> bool {
    let lower = line.to_lowercase();
    SAYS_SO.iter().any(|word| lower.contains(word))
}
