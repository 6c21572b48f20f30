//! `<!-- dutybound: allow duty-without-holder reason="the regulations name the body" until=2027-01-01 -->`
//!
//! ```text
//! comment = "<!--" "dutybound:" "allow" rule ("," rule)* field* "-->"
//! field   = "reason=" quoted | "until=" date          date = YYYY-MM-DD
//! quoted  = '"' … '"'  |  "'" … "'"  |  "“" … "”"
//! ```
//!
//! The reason must be given. A comment that stands on a line with text holds for the paragraph of that text; one on a
//! line of its own holds for the paragraph that follows: the numbered paragraph with all its lists and notes, or, where
//! nothing is numbered, the passage and the list it introduces.

use super::Date;
use crate::rules;

/// An allow as a comment says it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AllowComment {
    pub(super) rules: Vec<&'static str>,
    pub(super) reason: String,
    pub(super) until: Option<Date>,
}

/// Reads a comment; `None` where it is not addressed to us, an error where it is and cannot be followed.
pub(super) fn read(comment: &str) -> Option<Result<AllowComment, String>> {
    let inner = comment.strip_prefix("<!--")?;
    let inner = inner.strip_suffix("-->").unwrap_or(inner).trim();
    let said = inner.strip_prefix("dutybound:")?.trim_start();
    Some(parse(said))
}

fn parse(said: &str) -> Result<AllowComment, String> {
    let Some(rest) =
        said.strip_prefix("allow").filter(|rest| rest.starts_with(char::is_whitespace))
    else {
        return Err("comments to dutybound begin with “dutybound: allow” and a rule".to_owned());
    };
    let (names, fields) = split_names(rest);
    let rules: Vec<&'static str> = names.map(known_rule).collect::<Result<_, _>>()?;
    if rules.is_empty() {
        return Err("this allow names no rule".to_owned());
    }
    let (mut reason, mut until) = (None, None);
    let mut rest = fields;
    while !rest.is_empty() {
        let (key, value, after) = field(rest)?;
        match key {
            "reason" => reason = Some(value.trim().to_owned()).filter(|reason| !reason.is_empty()),
            "until" => until = Some(date(value)?),
            _ => return Err(means_nothing(key)),
        }
        rest = after.trim_start();
    }
    let reason = reason.ok_or("this allow gives no reason, so it allows nothing")?;
    Ok(AllowComment { rules, reason, until })
}

/// Rule names up to the first word that holds a "=", and what follows them.
fn split_names(rest: &str) -> (impl Iterator<Item = &str>, &str) {
    let equals = rest.find('=').unwrap_or(rest.len());
    let end = if equals == rest.len() {
        equals
    } else {
        let before = rest[..equals].trim_end();
        let field = before.rsplit(|c: char| c.is_whitespace() || c == ',').next();
        before.len() - field.map_or(0, str::len)
    };
    let (names, fields) = rest.split_at(end);
    let names =
        names.split(|c: char| c.is_whitespace() || c == ',').filter(|name| !name.is_empty());
    (names, fields.trim_start())
}

fn known_rule(name: &str) -> Result<&'static str, String> {
    rules::find(name)
        .map(|rule| rule.id)
        .ok_or_else(|| format!("this allow names “{}”, which is no rule", shown(name)))
}

fn means_nothing(said: &str) -> String {
    format!("this allow says “{}”, which means nothing here", shown(said))
}

/// Words of a comment as a message quotes them: on one line, and no more than a few.
fn shown(words: &str) -> String {
    const LONGEST: usize = 60;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// `key=value` at the start of the text, and what follows.
fn field(text: &str) -> Result<(&str, &str, &str), String> {
    let Some((key, value)) = text.split_once('=') else {
        return Err(means_nothing(text));
    };
    let value = value.trim_start();
    let closing = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => Some(quote),
        Some('“') => Some('”'),
        _ => None,
    };
    let Some(closing) = closing else {
        let end = value.find(char::is_whitespace).unwrap_or(value.len());
        return Ok((key.trim(), &value[..end], &value[end..]));
    };
    let inner = &value[value.chars().next().map_or(0, char::len_utf8)..];
    match inner.split_once(closing) {
        Some((quoted, after)) => Ok((key.trim(), quoted, after)),
        None => Err(format!("the {} of this allow has no closing quotation mark", key.trim())),
    }
}

fn date(written: &str) -> Result<Date, String> {
    let written = written.trim();
    Date::from_iso(written)
        .ok_or_else(|| format!("“{}” is no date; write it as 2027-01-31", shown(written)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(comment: &str) -> Result<String, String> {
        read(comment).unwrap().map(|allow| allow.reason)
    }

    #[test]
    fn reasons_may_be_quoted_in_three_ways_and_hold_anything() {
        for quoted in ["\"a = b, until\"", "'a = b, until'", "“a = b, until”"] {
            let comment = format!("<!-- dutybound: allow allow-unused reason={quoted} -->");
            assert_eq!(reason(&comment), Ok("a = b, until".to_owned()), "{comment}");
        }
    }

    #[test]
    fn spaces_of_two_bytes_part_words_too() {
        let comment = "<!-- dutybound: allow allow-unused\u{a0}reason=\"r\" -->";
        assert_eq!(reason(comment), Ok("r".to_owned()));
    }

    #[test]
    fn several_rules_and_a_last_day_are_read() {
        let comment =
            "<!--dutybound: allow allow-unused, allow-expired until=2027-01-31\n reason='r'-->";
        let allow = read(comment).unwrap().unwrap();
        assert_eq!(allow.rules, ["allow-unused", "allow-expired"]);
        assert_eq!(allow.until, Date::from_iso("2027-01-31"));
    }

    #[test]
    fn other_comments_are_nobodys_business() {
        assert_eq!(read("<!-- page 12 -->"), None);
        assert_eq!(read("<!---->"), None);
    }

    #[test]
    fn a_message_quotes_one_line_and_no_more() {
        let comment = format!("<!-- dutybound: allow allow-unused {}\n= -->", "word\n".repeat(90));
        let error = reason(&comment).unwrap_err();
        assert!(!error.contains('\n') && error.chars().count() < 120, "{error}");
    }

    #[test]
    fn what_cannot_be_followed_is_said() {
        for (said, complaint) in [
            ("", "begin with"),
            ("allow", "begin with"),
            ("allow reason='r'", "names no rule"),
            ("allow allow-unused", "no reason"),
            ("allow allow-unused reason=''", "no reason"),
            ("allow allow-unused reason='r", "closing quotation mark"),
            ("allow allow-unused reason='r' until=soon", "no date"),
            ("allow allow-unused because='r'", "means nothing"),
            ("allow no-such-rule reason='r'", "which is no rule"),
        ] {
            let error = reason(&format!("<!-- dutybound: {said} -->")).unwrap_err();
            assert!(error.contains(complaint), "{said}: {error}");
        }
    }
}
