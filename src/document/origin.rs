//! Whether a passage speaks for the Code: quotations, examples, notes and histories do not.

use super::Origin;

/// What the first words of a quotation or a paragraph make of it.
pub(super) fn announced(text: &str) -> Option<Origin> {
    let word_end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(word_end);
    let after_number =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '\u{a0}');
    let closed = after_number.is_empty() || after_number.starts_with([':', '.', '–', '—', '-']);
    if word.eq_ignore_ascii_case("example") || word.eq_ignore_ascii_case("examples") {
        return closed.then_some(Origin::Example);
    }
    if word.eq_ignore_ascii_case("case") {
        return rest
            .trim_start()
            .get(..5)?
            .eq_ignore_ascii_case("study")
            .then_some(Origin::Example);
    }
    let note = word == "NOTE" || (matches!(word, "Note" | "Notes" | "NOTES") && closed);
    note.then_some(Origin::Note)
}

/// What a heading makes of everything under it.
pub(super) fn of_section(heading: &str) -> Option<Origin> {
    const HISTORIES: [&str; 8] = [
        "change log",
        "changelog",
        "updates",
        "version history",
        "amendment history",
        "document history",
        "revision history",
        "history of changes",
    ];
    let starts = |name: &str| {
        let head = heading.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        head && !heading[name.len()..].starts_with(|c: char| c == ' ' || c.is_alphanumeric())
    };
    if HISTORIES.iter().any(|name| starts(name)) {
        return Some(Origin::History);
    }
    let example = heading.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("example"));
    let case = heading.get(..10).is_some_and(|head| head.eq_ignore_ascii_case("case study"));
    (example || case).then_some(Origin::Example)
}
