//! Labels at the beginning of a line: "9.12", "12.", "(a)", "xix.", "•", "Rule 253".

use super::Unit;

/// A label at the beginning of a line of plain text. Offsets are bytes from the line's beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) shape: Shape,
    /// Where the number stands: the "9.12" of "9.12. Text".
    pub(super) number: (u32, u32),
    /// Where the text after the label begins.
    pub(super) text: u32,
}

/// What a label looks like; what it means depends on its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "9.12", "5.12A", "A.1", "E/9.17", "PM8:": numbers of two steps and more.
    Steps,
    /// "12." or "12)".
    Whole,
    /// "12 The authority": a number without a dot, as footnotes and some converted texts have it.
    Bare,
    /// "(12)", "(a)", "a)", "(ii)", "ii)", "a.", "xix.".
    Letter,
    /// "•" or a dash.
    Bullet,
}

/// The longest number that is looked for, in bytes.
const LONGEST: usize = 24;

/// Reads the label that `line` begins with.
pub(super) fn read(line: &str) -> Option<Label> {
    let bytes = line.as_bytes();
    match bytes.first()? {
        b'0'..=b'9' => digits(line),
        b'(' => bracketed(line),
        b'a'..=b'z' | b'A'..=b'Z' => lettered(line),
        0xe2 | b'-' | b'*' | b'+' => bullet(line),
        _ => None,
    }
}

fn digits(line: &str) -> Option<Label> {
    let end = number_end(line);
    let written = line[..end].trim_end_matches('.');
    let closed = line[written.len()..].starts_with(['.', ')', ':']);
    let steps = written.contains('.');
    let shape = match (steps, closed) {
        (true, _) => Shape::Steps,
        (false, true) => Shape::Whole,
        (false, false) => Shape::Bare,
    };
    // "12/05/2020" is a date.
    let whole = !written.contains('/') && written.len() <= if steps { LONGEST } else { 4 };
    whole.then_some(())?;
    label(line, shape, 0, written.len(), written.len() + usize::from(closed))
}

/// "A.1", "E/9.17", "PM8:", "a)", "a.", "xix.".
fn lettered(line: &str) -> Option<Label> {
    let letters = line.bytes().take(LONGEST).take_while(u8::is_ascii_alphabetic).count();
    let after = line.as_bytes().get(letters).copied()?;
    let second = line.as_bytes().get(letters + 1).copied().unwrap_or(b' ');
    let upper = line[..letters].bytes().all(|b| b.is_ascii_uppercase());
    if matches!(after, b'.' | b'/') && second.is_ascii_digit() && letters <= 2 && upper {
        let end = letters + 1 + number_end(&line[letters + 1..]);
        let written = line[..end].trim_end_matches('.');
        return label(line, Shape::Steps, 0, written.len(), end);
    }
    if after.is_ascii_digit() && letters <= 3 && upper {
        let end = letters + number_end(&line[letters..]);
        let written = line[..end].trim_end_matches('.');
        let closed = line[written.len()..].starts_with([':', '.', ')']);
        closed.then_some(())?;
        return label(line, Shape::Steps, 0, written.len(), written.len() + 1);
    }
    let short = letters == 1 || (letters <= 7 && crate::roman::value(&line[..letters]).is_some());
    (short && matches!(after, b')' | b'.')).then_some(())?;
    label(line, Shape::Letter, 0, letters, letters + 1)
}

/// "(a)", "(ii)", "(12)".
fn bracketed(line: &str) -> Option<Label> {
    let inner = line[1..].bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
    let written = &line[1..=inner];
    let letters = written.bytes().all(|b| b.is_ascii_alphabetic());
    let short = inner == 1 || crate::roman::value(written).is_some() || (inner == 2 && letters);
    let number = inner > 0 && inner <= 3 && written.bytes().all(|b| b.is_ascii_digit());
    (line[1 + inner..].starts_with(')') && (short || number)).then_some(())?;
    label(line, Shape::Letter, 1, 1 + inner, 2 + inner)
}

fn bullet(line: &str) -> Option<Label> {
    let mark = line.chars().next()?;
    matches!(mark, '•' | '‣' | '▪' | '–' | '—' | '-' | '*' | '+').then_some(())?;
    label(line, Shape::Bullet, 0, 0, mark.len_utf8())
}

/// A label of `number` whose marks end at `end`, where white space and text follow, or nothing at all.
fn label(line: &str, shape: Shape, start: usize, number_end: usize, end: usize) -> Option<Label> {
    let after = &line[end..];
    // Regulations are numbered "5.—(1)": nothing else is written so.
    let regulation = after.strip_prefix('—').filter(|rest| rest.starts_with('('));
    let shape = if regulation.is_some() { Shape::Steps } else { shape };
    let after = regulation.unwrap_or(after);
    let rest = after.trim_start();
    let spaced = rest.len() < line.len() - end || after.is_empty();
    // "9.12 – Text"
    let dashed = rest.strip_prefix(['–', '—']).filter(|_| shape == Shape::Steps);
    let rest = dashed.filter(|rest| rest.starts_with(' ')).map_or(rest, str::trim_start);
    let text = line.len() - rest.len();
    let number = (start as u32, number_end as u32);
    spaced.then_some(Label { shape, number, text: text as u32 })
}

/// How far digits, steps and inserted letters go: "9.12A", "9.12.", "3(2)".
fn number_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len().min(LONGEST) {
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let inserted = at > 0 && bytes[at - 1].is_ascii_digit() && bytes[at].is_ascii_alphabetic();
        match bytes[at] {
            b'0'..=b'9' => {}
            b'.' | b'/' if next.is_ascii_digit() => {}
            _ if inserted && !next.is_ascii_alphabetic() => {}
            _ => break,
        }
        at += 1;
    }
    at
}

/// Words that name a division, lower case.
const UNITS: [(&str, Unit); 17] = [
    ("part", Unit::Part),
    ("chapter", Unit::Chapter),
    ("section", Unit::Section),
    ("annex", Unit::Annex),
    ("annexe", Unit::Annex),
    ("appendix", Unit::Appendix),
    ("schedule", Unit::Schedule),
    ("paragraph", Unit::Paragraph),
    ("para", Unit::Paragraph),
    ("rule", Unit::Rule),
    ("principle", Unit::Principle),
    ("standard", Unit::Standard),
    ("step", Unit::Step),
    ("table", Unit::Table),
    ("figure", Unit::Figure),
    ("box", Unit::Box),
    ("appendice", Unit::Appendix),
];

/// The unit that a heading begins with, and where the word ends.
pub(super) fn unit(text: &str) -> Option<(Unit, usize)> {
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let word = &text[..end];
    let (_, unit) = UNITS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name))?;
    Some((*unit, end))
}

/// The number at the beginning of `text` and where it ends: after the unit's word anything short goes ("4", "A", "H1", "3.2", "IV", "One").
pub(super) fn number_after_unit(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let joined = |at: usize| {
        matches!(bytes[at], b'.' | b'/' | b'-')
            && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
    };
    let mut end = 0;
    while end < bytes.len().min(LONGEST) && (bytes[end].is_ascii_alphanumeric() || joined(end)) {
        end += 1;
    }
    let word = &text[..end];
    let letters = word.bytes().all(|b| b.is_ascii_alphabetic());
    let upper = word.bytes().all(|b| b.is_ascii_uppercase());
    let short = upper && (end == 1 || crate::roman::value(word).is_some());
    let number = end > 0 && if letters { short } else { bytes[0].is_ascii_digit() || end <= 6 };
    let border = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    (number && border).then_some(end)
}
