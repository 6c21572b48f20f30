//! When two names of a duty-holder are the same: articles, case, number and possessives do not count, and a name is
//! known by its head too ("governing bodies" for "governing bodies of maintained schools").

const DETERMINERS: &[&str] = &[
    "the", "a", "an", "all", "each", "every", "any", "both", "some", "no", "their", "its", "his",
    "her", "our", "your", "this", "that", "these", "those", "such", "other", "relevant",
];

const AFTER_THE_HEAD: &[&str] =
    &["of", "in", "with", "for", "who", "which", "that", "responsible", "at", "on", "from", "to"];

/// Whether one of the accepted names and one of the forms that were read are the same.
pub(crate) fn same(accepted: &[String], read: &str) -> bool {
    let mine = [plain(read), head(read)];
    accepted.iter().any(|name| mine.contains(&plain(name)) || mine.contains(&head(name)))
}

/// Lower case, without determiners, possessives and marks; the last word singular.
fn plain(name: &str) -> String {
    let bare = bare(name);
    match bare.rsplit_once(' ') {
        Some((before, last)) => format!("{before} {}", singular(last)),
        None => singular(&bare),
    }
}

/// The words before the first that begins a modifier, as [`plain`] gives them.
fn head(name: &str) -> String {
    let bare = bare(name);
    let before_comma = bare.split(',').next().unwrap_or_default();
    let words: Vec<&str> = before_comma
        .split(' ')
        .enumerate()
        .take_while(|(index, word)| *index == 0 || !AFTER_THE_HEAD.contains(word))
        .map(|(_, word)| word)
        .collect();
    plain(&words.join(" "))
}

fn bare(name: &str) -> String {
    let marks = |letter: char| "*_`‘’“”\"".contains(letter);
    let name = name.to_lowercase().replace("’s ", " ").replace("'s ", " ").replace('-', " ");
    let name: String = name.chars().filter(|&letter| !marks(letter)).collect();
    let words: Vec<&str> =
        name.split_whitespace().skip_while(|word| DETERMINERS.contains(word)).collect();
    words.join(" ").trim_matches([' ', '.', ',', ';', ':', '(', ')']).to_owned()
}

fn singular(word: &str) -> String {
    let strip = |ending: &str| word.strip_suffix(ending);
    if let Some(stem) = strip("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    if ["sses", "xes", "ches", "shes"].iter().any(|ending| word.ends_with(ending)) {
        return word[..word.len() - 2].to_owned();
    }
    match strip("s") {
        Some(stem) if !stem.ends_with(['s', 'u']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}
