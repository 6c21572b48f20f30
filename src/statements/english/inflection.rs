//! English endings: plurals of nouns and forms of verbs, as far as the vocabulary needs them.

/// The plural of a noun phrase: of its last word, or of the word before "of" ("directors of nursing").
pub(in crate::statements) fn plural_of_phrase(phrase: &str) -> String {
    if !phrase.contains(' ') {
        return plural(phrase);
    }
    let head_end = phrase.find(" of ").or_else(|| phrase.find(" for ")).unwrap_or(phrase.len());
    let (head, rest) = phrase.split_at(head_end);
    let word_start = head.rfind(' ').map_or(0, |at| at + 1);
    let (before, word) = head.split_at(word_start);
    [before, &plural(word), rest].concat()
}

fn plural(word: &str) -> String {
    match word {
        "person" => return "persons".into(),
        "child" => return "children".into(),
        "people" | "staff" | "police" | "personnel" => return word.into(),
        _ => {}
    }
    if let Some(stem) = word.strip_suffix("fe") {
        return [stem, "ves"].concat();
    }
    if let Some(stem) = word.strip_suffix("man") {
        return [stem, "men"].concat();
    }
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'o', 'u'])
    {
        return [stem, "ies"].concat();
    }
    if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        return [word, "es"].concat();
    }
    [word, "s"].concat()
}

/// The singular of a noun as far as its ending tells: "authorities" → "authority". Other words as they are.
pub(in crate::statements) fn singular(word: &str) -> String {
    match word {
        "children" => return "child".into(),
        "wives" | "midwives" | "lives" => return word.replace("ves", "fe"),
        "men" | "women" => return word.replace("men", "man"),
        _ => {}
    }
    if let Some(stem) = word.strip_suffix("ies")
        && stem.len() > 1
    {
        return format!("{stem}y");
    }
    let es = ["sses", "xes", "ches", "shes"].iter().any(|ending| word.ends_with(ending));
    let cut = match word {
        _ if es => 2,
        _ if word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && word.len() > 3 =>
        {
            1
        }
        _ => 0,
    };
    word[..word.len() - cut].to_owned()
}

/// The -s, -ed and -ing forms of a verb's base.
pub(in crate::statements) fn verb_forms(base: &str) -> [String; 3] {
    let doubled = if is_doubling(base) { &base[base.len() - 1..] } else { "" };
    let past = match base.strip_suffix('y') {
        _ if base.ends_with('e') => [base, "d"].concat(),
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => [stem, "ied"].concat(),
        _ => [base, doubled, "ed"].concat(),
    };
    let ing = match base.strip_suffix('e') {
        Some(stem) if !base.ends_with("ee") => [stem, "ing"].concat(),
        _ => [base, doubled, "ing"].concat(),
    };
    let present = if base.ends_with('o') { [base, "es"].concat() } else { plural(base) };
    [present, past, ing]
}

/// Short verbs that double their last letter: plan → plann(ed), submit → submitt(ed).
fn is_doubling(base: &str) -> bool {
    const DOUBLING: [&str; 22] = [
        "plan", "submit", "permit", "refer", "stop", "begin", "commit", "omit", "admit", "occur",
        "transfer", "run", "set", "put", "get", "cancel", "control", "label", "travel", "signal",
        "fit", "let",
    ];
    DOUBLING.contains(&base)
}
