//! Law cited by number or from elsewhere: statutory instruments, European law, conventions, judgments.

use super::mention::{Mention, Name};
use crate::acts::abbreviation::ABROAD;
use crate::statements::pointing::Tokens;

/// "SI 2014/1530", "S.I. 2014/1530", "SI 2014 No 1530", "SSI 2006/90".
pub(super) fn numbered(tokens: &Tokens<'_>, at: usize) -> Option<Mention> {
    let (series, next) = match tokens.word(at) {
        "SI" => ("uksi", at + 1),
        "SSI" => ("ssi", at + 1),
        "WSI" => ("wsi", at + 1),
        "SR" => ("nisr", at + 1),
        "S" if tokens.is(at + 1, ".") && tokens.word(at + 2) == "I" && tokens.is(at + 3, ".") => {
            ("uksi", at + 4)
        }
        _ => return None,
    };
    let year = tokens.year(next)?;
    let mut number = next + 1;
    while tokens.is_any(number, &["/", "No", "."]) {
        number += 1;
    }
    let digits = tokens.word(number);
    if number == next + 1 || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let written = format!("SI {year}/{digits}");
    let name = Name::Number { id: format!("{series}/{year}/{digits}"), written };
    Some(Mention { first: at, last: number, name })
}

/// "Regulation (EU) 2016/679", "Regulation (EC) No 561/2006", "Directive 2003/88/EC".
pub(super) fn european(tokens: &Tokens<'_>, at: usize) -> Option<Mention> {
    let series = match tokens.word(at) {
        "Regulation" => "eur",
        "Directive" => "eudr",
        "Decision" => "eudn",
        _ => return None,
    };
    let union = ["EU", "EC", "EEC"];
    let bracketed =
        tokens.is(at + 1, "(") && tokens.is_any(at + 2, &union) && tokens.is(at + 3, ")");
    let mut number = if bracketed { at + 4 } else { at + 1 };
    while tokens.is_any(number, &["No", "."]) {
        number += 1;
    }
    let slash = tokens.is(number + 1, "/");
    let tail = tokens.is(number + 3, "/") && tokens.is_any(number + 4, &union);
    if !slash || !(bracketed || tail) {
        return None;
    }
    let (a, b) = (tokens.word(number), tokens.word(number + 2));
    // Before 2015 the number of a regulation came before its year.
    let (year, digits) = match (tokens.year(number), tokens.year(number + 2)) {
        (Some(year), _) => (year, b),
        (None, Some(year)) => (year, a),
        _ => return None,
    };
    let last = if tail { number + 4 } else { number + 2 };
    let title = tokens.text[tokens.start(at)..tokens.end(last)].to_owned();
    let name = Name::European { title, id: format!("{series}/{year}/{digits}") };
    Some(Mention { first: at, last, name })
}

/// "ECHR", "the UNCRC", "UK GDPR", and the full names.
pub(super) fn convention(tokens: &Tokens<'_>, at: usize) -> Option<Mention> {
    let word = tokens.word(at);
    let first = if word == "GDPR" && at > 0 && tokens.word(at - 1) == "UK" { at - 1 } else { at };
    let short = if first < at { "UK GDPR" } else { word };
    let found = ABROAD.iter().find(|abroad| abroad.short == short);
    if let Some(abroad) = found {
        return Some(Mention { first, last: at, name: Name::Abroad(abroad) });
    }
    if word != "Convention" && word != "General" {
        return None;
    }
    ABROAD.iter().find_map(|abroad| {
        let (head, words) = spelt(tokens, at, abroad.title)?;
        Some(Mention { first: head, last: head + words - 1, name: Name::Abroad(abroad) })
    })
}

/// Where a full name that has the word at `at` in it begins, and how many tokens it has.
fn spelt(tokens: &Tokens<'_>, at: usize, title: &str) -> Option<(usize, usize)> {
    let words: Vec<&str> = title.split(' ').collect();
    let within = words.iter().position(|word| *word == tokens.word(at))?;
    let head = at.checked_sub(within).or((within <= 2).then_some(at))?;
    let matches = |head: usize, words: &[&str]| {
        words.iter().enumerate().all(|(offset, word)| tokens.is(head + offset, word))
    };
    if matches(head, &words) {
        return Some((head, words.len()));
    }
    // "the Convention on the Rights of the Child", without its "United Nations"
    let bare = words.strip_prefix(&["United", "Nations"])?;
    matches(at, bare).then_some((at, bare.len()))
}

/// Neutral citations "[2021] UKSC 37", "[2003] EWCA Civ 7", "[2002] EWHC 504 (Admin)", and reports "[1996] AC 112".
pub(super) fn case(tokens: &Tokens<'_>, at: usize) -> Option<Mention> {
    if !tokens.is(at, "[") || !tokens.is(at + 2, "]") {
        return None;
    }
    tokens.year(at + 1)?;
    let mut number = at + 3;
    if tokens.kind(number) == Some(crate::statements::pointing::Kind::Number) {
        number += 1; // the volume of a report: "[2021] 1 WLR 3931"
    }
    let court = tokens.word(number);
    if court.len() < 2 || !court.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    number += 1;
    if tokens.is_any(number, &["Civ", "Crim"]) {
        number += 1;
    }
    if tokens.kind(number) != Some(crate::statements::pointing::Kind::Number) {
        return None;
    }
    let division = tokens.is(number + 1, "(")
        && tokens.is_capitalised(number + 2)
        && tokens.is(number + 3, ")");
    let last = if division { number + 3 } else { number };
    let written = tokens.text[tokens.start(at)..tokens.end(last)].to_owned();
    Some(Mention { first: at, last, name: Name::Case(written) })
}
