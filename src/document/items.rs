//! Finds the list items that Markdown does not see: lines that begin with "(a)", "b)", "ii." or a bullet.

use super::{
    Number,
    blocks::Read,
    label::Shape,
    lines::{Ending, Line, Role, ending},
};

/// Makes items of lettered and bulleted lines, and joins to the line before what only looked like one.
pub(super) fn decide(read: &Read, lines: &mut [Line]) {
    let mut open: Vec<Number> = Vec::new();
    let mut bullets = false;
    for at in 0..lines.len() {
        match lines[at].role {
            Role::Paragraph | Role::Heading => {
                open.clear();
                bullets = false;
            }
            Role::Text => {
                let item = is_item(read, lines, at, &mut open, &mut bullets);
                lines[at].role = match item {
                    true => Role::Item,
                    false if stays(lines, at) => Role::Text,
                    false => Role::Joined,
                };
            }
            _ => {}
        }
    }
}

/// Whether a line that is no item is a passage of its own: one whose label came to nothing goes on from the line before.
fn stays(lines: &[Line], at: usize) -> bool {
    lines[at].first || lines[at].label.is_none()
}

fn is_item(
    read: &Read,
    lines: &[Line],
    at: usize,
    open: &mut Vec<Number>,
    bullets: &mut bool,
) -> bool {
    let line = &lines[at];
    let Some(label) = line.label else { return false };
    let text = read.text(line.extent);
    if label.text as usize >= text.len() {
        return false;
    }
    let before = at.checked_sub(1).map_or(Ending::Closed, |before| ending(read, &lines[before]));
    match label.shape {
        Shape::Bullet => {
            let sure =
                !text.starts_with(['–', '—']) || before == Ending::LeadIn || *bullets || line.first;
            *bullets |= sure;
            sure
        }
        Shape::Letter | Shape::Whole => {
            let number = Number::new(&text[label.number.0 as usize..label.number.1 as usize]);
            let fresh = line.first || before != Ending::Open || text.starts_with('(');
            goes_on(open, number, fresh)
        }
        Shape::Steps | Shape::Bare => false,
    }
}

/// Whether a letter follows one of the open lists' last, or begins a list.
fn goes_on(open: &mut Vec<Number>, number: Number, fresh: bool) -> bool {
    if let Some(depth) = open.iter().rposition(|last| number.follows(last)) {
        open.truncate(depth);
    } else if !fresh || !begins_list(&number) || open.len() >= 6 {
        return false;
    }
    open.push(number);
    true
}

fn begins_list(number: &Number) -> bool {
    matches!(number.as_str(), "a" | "A" | "i" | "1")
}
