//! Characters that Markdown would read as marks, made plain; only where it would, so that the text stays readable.

use std::borrow::Cow;

/// Running text. Blanks of any kind and number become one space.
pub(super) fn text(words: &str, in_table: bool) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, found)) = rest.next() {
        let c = if found.is_whitespace() { ' ' } else { found };
        if c == ' ' && before == ' ' && !out.is_empty() {
            continue;
        }
        let after = rest.peek().map_or(' ', |&(_, after)| after);
        if needs_escape(before, c, after, in_table) || c == '&' && is_entity(&words[at + 1..]) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

fn needs_escape(before: char, c: char, after: char, in_table: bool) -> bool {
    match c {
        '*' | '`' | '\\' => true,
        '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
        '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
        '[' => after == '^',
        ']' => matches!(after, '(' | '['),
        '~' => after == '~' || before == '~',
        '|' => in_table,
        _ => false,
    }
}

/// Whether what follows an ampersand makes a character reference of it: "amp;", "#8217;".
fn is_entity(after: &str) -> bool {
    let name = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(after.len());
    name > 0 && after[name..].starts_with(';')
}

/// The start of a paragraph that would otherwise be a heading, a list, a quotation or a rule.
pub(super) fn line_start(line: &str) -> Cow<'_, str> {
    let marks = line.bytes().take_while(|b| b"#+->=".contains(b)).count();
    let is_mark = match line.as_bytes().first() {
        Some(b'#') => marks <= 6 && line[marks..].starts_with(' '),
        Some(b'+' | b'-') => line[1..].starts_with(' ') || line.bytes().all(|b| b == b'-'),
        Some(b'>') => true,
        Some(b'=') => marks == line.len(),
        // A year at the start of a sentence ("2014. It was") would be an item of a list.
        Some(b'0'..=b'9') => return year(line),
        _ => false,
    };
    if is_mark { Cow::Owned(format!("\\{line}")) } else { Cow::Borrowed(line) }
}

/// A number of four digits or more is a year or an amount, not a label: its dot is made plain.
fn year(line: &str) -> Cow<'_, str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits >= 4 && line[digits..].starts_with(['.', ')']) {
        return Cow::Owned(format!("{}\\{}", &line[..digits], &line[digits..]));
    }
    Cow::Borrowed(line)
}

/// The address of a link.
pub(super) fn target(address: &str) -> String {
    if address.contains([' ', '(', ')', '<', '>']) {
        let clean: String =
            address.chars().filter(|c| !matches!(c, '<' | '>' | '\n' | '\r')).collect();
        return format!("<{clean}>");
    }
    address.to_owned()
}
