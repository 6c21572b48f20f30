//! Tells the line ends that only wrap from those that mean something, and finds headings that Markdown does not see.

use rustc_hash::FxHashMap;

use super::{
    blocks::Read,
    heading::Title,
    label::Shape,
    lines::{Ending, Line, Role, SHORT, ending, length},
};

/// A line this long, in bytes, was not wrapped by hand.
const LONG: u32 = 160;

/// Joins the lines that only wrap. In a text that has a line a paragraph and no blank lines, a line that nothing
/// shows to be wrapped is a passage of its own, and a short one without a full stop is a heading.
pub(super) fn judge(read: &Read, lines: &mut [Line]) {
    let line_a_paragraph = has_a_line_a_paragraph(read, lines);
    for at in 1..lines.len() {
        if lines[at].first || lines[at].role != Role::Text {
            continue;
        }
        let (before, line) = (&lines[at - 1], &lines[at]);
        let wrapped = starts_lower(read, line)
            && ending(read, before) != Ending::Closed
            && before.role != Role::Callout;
        if wrapped || (!line_a_paragraph && line.label.is_none() && before.role != Role::Callout) {
            lines[at].role = Role::Joined;
        }
    }
    if line_a_paragraph {
        find_headings(read, lines);
    }
}

fn has_a_line_a_paragraph(read: &Read, lines: &[Line]) -> bool {
    let inner = || lines.windows(2).filter(|pair| !pair[1].first && pair[1].label.is_none());
    let long = lines.iter().any(|line| length(line) >= LONG);
    let count = inner().count();
    let closed = inner().filter(|pair| ending(read, &pair[0]) == Ending::Closed).count();
    long && count >= 5 && count * 2 > lines.len() && closed * 2 > count
}

fn find_headings(read: &Read, lines: &mut [Line]) {
    for at in 1..lines.len() {
        let line = &lines[at];
        let next_is_text = lines.get(at + 1).is_some_and(|next| {
            length(next) > length(line).min(SHORT) && ending(read, next) != Ending::Open
        });
        let numbered = line.label.is_some();
        let after_sentence = numbered
            || ending(read, &lines[at - 1]) != Ending::Open
            || lines[at - 1].role == Role::Heading;
        let plain = line.role == Role::Text && !line.first;
        if plain && next_is_text && after_sentence && reads_as_heading(read, line) {
            lines[at].role = Role::Heading;
            lines[at].label = None;
        }
    }
}

fn reads_as_heading(read: &Read, line: &Line) -> bool {
    let text = read.text(line.extent);
    let closed = text.ends_with(['.', ':', ';', ',', '!']);
    let starts = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let bullet = line.label.is_some_and(|label| label.shape == Shape::Bullet);
    length(line) <= SHORT && starts && !closed && !bullet
}

fn starts_lower(read: &Read, line: &Line) -> bool {
    line.label.is_none() && read.text(line.extent).starts_with(char::is_lowercase)
}

/// Finds the blocks of one line that head a division: "Chapter 4: The Local Offer", "**3.2 Keeping watch**".
pub(super) fn find_divisions(read: &Read, lines: &mut [Line]) {
    let bold: FxHashMap<u32, u32> = read
        .emphasis
        .iter()
        .filter(|emphasis| emphasis.strong)
        .map(|emphasis| (emphasis.extent.start, emphasis.extent.end))
        .collect();
    for at in 0..lines.len() {
        let line = &lines[at];
        let alone = line.first && lines.get(at + 1).is_none_or(|next| next.first);
        let outside = !line.apart && read.frame_of(&read.blocks[line.block as usize]).depth == 0;
        if line.role != Role::Text || !alone || !outside || length(line) > SHORT {
            continue;
        }
        let text = read.text(line.extent);
        let bold = bold.get(&line.extent.start).is_some_and(|&end| end >= line.extent.end);
        let closed = text.ends_with(['.', ';', ',', '!', '?']);
        if !closed && Title::read(text).divides(text, bold) {
            lines[at].role = Role::Heading;
            lines[at].label = None;
        }
    }
}
