//! The softer wordings, as data: verbs that give way, words that leave a duty open, names that name nobody.

use std::sync::LazyLock;

use serde::Deserialize;

use super::texts;

/// The data of `softer.toml`, each phrase as its words.
pub(super) struct Softer {
    verbs: Vec<(Phrase, Vec<Phrase>)>,
    before: Vec<Phrase>,
    pub(super) escapes: Vec<Phrase>,
    vague: Vec<String>,
}

type Phrase = Vec<String>;

#[derive(Deserialize)]
struct Data {
    verb: Vec<Verb>,
    before: Before,
    escape: Escape,
    vague: Vague,
}

#[derive(Deserialize)]
struct Verb {
    from: String,
    to: Vec<String>,
}

#[derive(Deserialize)]
struct Before {
    verbs: Vec<String>,
}

#[derive(Deserialize)]
struct Escape {
    phrases: Vec<String>,
}

#[derive(Deserialize)]
struct Vague {
    names: Vec<String>,
}

/// The softer wordings that come with the program.
pub(super) static SOFTER: LazyLock<Softer> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("softer.toml")).expect("softer.toml is tested");
    let phrases = |list: Vec<String>| list.iter().map(|it| texts::words(it)).collect::<Vec<_>>();
    // Of two that begin alike the longer is looked for first.
    let longest_first = |mut list: Vec<Phrase>| {
        list.sort_by_key(|it| std::cmp::Reverse(it.len()));
        list
    };
    Softer {
        verbs: data.verb.into_iter().map(|it| (texts::words(&it.from), phrases(it.to))).collect(),
        before: longest_first(phrases(data.before.verbs)),
        escapes: longest_first(phrases(data.escape.phrases)),
        vague: data.vague.names,
    }
});

impl Softer {
    /// Whether a canonical name says nothing about who it is: each of its words is vague.
    pub(super) fn is_vague(&self, name: &str) -> bool {
        let is_listed = |word: &str| self.vague.iter().any(|it| it.eq_ignore_ascii_case(word));
        is_listed(name) || name.split(' ').all(is_listed)
    }

    /// Where an action began with a verb and begins with a softer one now: both, as they stand.
    pub(super) fn softened(&self, old: &[String], new: &[String]) -> Option<(String, String)> {
        let (old, new) = (verb_first(old), verb_first(new));
        self.open(old, new).or_else(|| {
            let (from, list) = self.verbs.iter().find(|(from, _)| begins_with(old, from))?;
            let to = list.iter().find(|to| begins_with(new, to) && !begins_with(old, to))?;
            Some((old[..from.len()].join(" "), new[..to.len()].join(" ")))
        })
    }

    /// "ensure" and "seek to ensure", "provide" and "consider providing".
    fn open(&self, old: &[String], new: &[String]) -> Option<(String, String)> {
        let opener = self.before.iter().find(|it| begins_with(new, it))?;
        let rest = verb_first(&new[opener.len()..]);
        let same = stem(rest.first()?) == stem(old.first()?);
        (same && !begins_with(old, opener))
            .then(|| (old[0].clone(), new[..=opener.len()].join(" ")))
    }
}

/// An action from its verb on: without "be", and without adverbs and the like before the verb.
fn verb_first(words: &[String]) -> &[String] {
    const BEFORE: [&str; 14] = [
        "be",
        "also",
        "always",
        "then",
        "either",
        "both",
        "first",
        "therefore",
        "clearly",
        "fully",
        "not",
        "at",
        "all",
        "only",
    ];
    let skipped = words.iter().take_while(|word| BEFORE.contains(&word.as_str())).count();
    &words[skipped..]
}

/// Whether words begin with a phrase, its verb in any form.
fn begins_with(words: &[String], phrase: &[String]) -> bool {
    match (words.split_first(), phrase.split_first()) {
        (Some((word, rest)), Some((verb, others))) => {
            stem(word) == stem(verb) && rest.starts_with(others)
        }
        _ => false,
    }
}

/// A verb without the endings of its forms: "specified", "specifying" and "specify" are one.
fn stem(verb: &str) -> &str {
    let bare = ["ying", "ied", "ies", "ing", "ed", "es", "s", "e", "y"]
        .into_iter()
        .find_map(|ending| verb.strip_suffix(ending).filter(|stem| stem.len() >= 3));
    bare.unwrap_or(verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn softened(old: &str, new: &str) -> Option<(String, String)> {
        SOFTER.softened(&texts::words(old), &texts::words(new))
    }

    #[test]
    fn verbs_give_way_in_every_form() {
        let said = softened("specify the provision", "set out the provision").unwrap();
        assert_eq!(said, ("specify".into(), "set out".into()));
        assert!(softened("be specified in the plan", "be set out in the plan").is_some());
        assert!(softened("ensure that staff know", "seek to ensure that staff know").is_some());
        assert!(softened("provide a place", "consider providing a place").is_some());
        assert!(softened("comply with it", "have regard to it").is_some());
    }

    #[test]
    fn what_is_no_softer_is_left_alone() {
        assert!(softened("tell parents", "inform parents").is_none());
        assert!(softened("set out the provision", "specify the provision").is_none());
        assert!(softened("seek to ensure that", "seek to ensure that").is_none());
        assert!(softened("consider the request", "consider providing a place").is_none());
        assert!(softened("", "").is_none());
    }
}
