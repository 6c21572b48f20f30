//! The words that are known, each with its classes, and what the others look like.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{
    super::{plural_of_phrase, verb_forms},
    Tags,
};

/// `class: words`, a line each.
const LISTS: [&str; 2] = [include_str!("closed.txt"), include_str!("nouns.txt")];

/// About how many words these make: a map that grows is made anew each time.
const WORDS: usize = 7500;

/// The classes of each known word, by its lower-case spelling.
pub(in crate::statements) struct Known(FxHashMap<&'static str, Tags>);

impl Known {
    /// Made once, when a first sentence is read, and there as long as the program runs.
    pub(in crate::statements) fn words() -> &'static Self {
        static WORDS: LazyLock<Known> = LazyLock::new(Known::built_in);
        &WORDS
    }

    fn built_in() -> Self {
        let mut known = Self(FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher));
        let lines = LISTS.iter().flat_map(|list| list.lines());
        let lines = lines.filter(|line| !line.starts_with('#'));
        for (class, words) in lines.filter_map(|line| line.split_once(": ")) {
            let tags = Tags::of_class(class);
            words.split(' ').for_each(|word| known.add_with_forms(class, word, tags));
        }
        known
    }

    /// Adds a word, and what is made of it: the forms of a verb, the plural of a head.
    fn add_with_forms(&mut self, class: &str, word: &'static str, tags: Tags) {
        self.add(word, tags);
        match class {
            "verb" => {
                let [s, past, ing] = verb_forms(word);
                self.add(s.leak(), Tags::VERB_S);
                self.add(past.leak(), Tags::PART);
                self.add(ing.leak(), Tags::ING);
            }
            "agent" | "thing" | "either" => {
                self.add(plural_of_phrase(word).leak(), tags.with(Tags::PLURAL));
            }
            _ => {}
        }
    }

    fn add(&mut self, word: &'static str, tags: Tags) {
        let known = self.0.entry(word).or_default();
        *known = known.with(tags);
    }

    /// The classes of a word as written: case, ending and possessive taken into account.
    pub(in crate::statements) fn classes(&self, written: &str) -> Tags {
        if written.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return self.classify(written, written);
        }
        let mut buffer = [0u8; 32];
        match lower_ascii(written, &mut buffer) {
            Some(lower) => self.classify(written, lower),
            None => self.classify(written, &written.to_lowercase()),
        }
    }

    fn classify(&self, written: &str, lower: &str) -> Tags {
        let case = Tags::of_case(written);
        if matches!(written, "IT" | "US") {
            return Tags::NOUN.with(case);
        }
        let known = self.0.get(lower).copied().unwrap_or_default();
        if known.says_what_it_is() {
            return known.with(case);
        }
        let case = case.with(known);
        if let Some((head, _)) = lower.split_once("-in-") {
            return self.classify(head, head).with(case); // "warden-in-charge", "editors-in-chief"
        }
        if let Some(owner) = lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s")) {
            let tags = self.0.get(owner).copied().unwrap_or(Tags::NOUN);
            return tags
                .only(Tags::AGENT.with(Tags::THING))
                .with(Tags::NOUN)
                .with(Tags::OWNER)
                .with(case);
        }
        if lower.ends_with("s'") || lower.ends_with("s’") {
            return Tags::NOUN.with(Tags::OWNER).with(case);
        }
        Tags::of_ending(lower).with(case)
    }
}

/// `written` in lower case, with curly apostrophes made straight, where it is short; `None` for long or foreign words.
fn lower_ascii<'a>(written: &str, buffer: &'a mut [u8; 32]) -> Option<&'a str> {
    if written.len() > buffer.len() || !written.is_ascii() {
        return None;
    }
    let room = &mut buffer[..written.len()];
    room.copy_from_slice(written.as_bytes());
    room.make_ascii_lowercase();
    std::str::from_utf8(room).ok()
}
