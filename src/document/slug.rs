//! Headings as links name them.

use rustc_hash::FxHashMap;

/// Slugs given so far, each once.
#[derive(Default)]
pub(super) struct Slugs {
    given: FxHashMap<String, u32>,
}

impl Slugs {
    /// "The Local Offer" is `the-local-offer`; the next one of that name is `the-local-offer-1`.
    pub(super) fn give(&mut self, heading: &str) -> String {
        let base = slug(heading);
        let mut count = self.given.get(&base).map_or(0, |count| count + 1);
        let mut name = base.clone();
        while count > 0 {
            name = format!("{base}-{count}");
            if !self.given.contains_key(&name) {
                break;
            }
            count += 1;
        }
        self.given.insert(name.clone(), 0);
        self.given.insert(base, count);
        name
    }
}

fn slug(heading: &str) -> String {
    let mut slug = String::with_capacity(heading.len());
    for c in heading.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-' || c == '_') && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "section".to_owned() } else { slug }
}
