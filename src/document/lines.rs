//! Cuts blocks at the line ends that mean something: Markdown joins lines that drafters keep apart.

use super::{
    Extent, Origin,
    blocks::{BlockKind, Read},
    contents,
    label::{self, Label},
    origin,
};

/// A line of a block, or a whole block where its line ends mean nothing.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The line, label and all, without white space at its ends.
    pub(super) extent: Extent,
    pub(super) block: u32,
    /// Whether the block begins here.
    pub(super) first: bool,
    pub(super) label: Option<Label>,
    pub(super) role: Role,
    /// Whether a number here numbers nothing of this draft: it stands in a quotation, a note, or a history of versions.
    pub(super) apart: bool,
    /// Of a heading: its level as marked, or 0 where only its words make it one.
    pub(super) level: u8,
}

/// What a line is in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The line before goes on.
    Joined,
    Text,
    /// Its label begins a numbered paragraph.
    Paragraph,
    /// Its label makes it an item of a list that Markdown does not see.
    Item,
    Heading,
    /// An entry of a table of contents.
    Contents,
    /// A row of a table.
    Row,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a full stop, a question or an exclamation mark: the sentence is over.
    Closed,
    /// With a colon or a dash: something follows.
    LeadIn,
    Open,
}

/// A line this long was not wrapped by hand.
const LONG: u32 = 160;
/// A heading is no longer than this.
const SHORT: u32 = 90;

/// The lines of a text, their labels not yet judged.
pub(super) fn of(read: &Read) -> Vec<Line> {
    let mut lines = Vec::with_capacity(read.blocks.len() + read.lines.len());
    let mut breaks = read.lines.iter().copied().peekable();
    for (index, block) in read.blocks.iter().enumerate() {
        while breaks.next_if(|&at| at <= block.extent.start).is_some() {}
        let mut start = block.extent.start;
        if block.kind == BlockKind::Text {
            while let Some(at) = breaks.next_if(|&at| at < block.extent.end) {
                push(&mut lines, read, index, start, at);
                start = at;
            }
        }
        push(&mut lines, read, index, start, block.extent.end);
    }
    contents::find(read, &mut lines);
    judge_breaks(read, &mut lines);
    set_histories_apart(read, &mut lines);
    lines
}

fn push(lines: &mut Vec<Line>, read: &Read, index: usize, start: u32, end: u32) {
    let text = read.text(Extent { start, end });
    let indent = (text.len() - text.trim_start().len()) as u32;
    let (start, end) = (start + indent, start + text.trim_end().len() as u32);
    if start >= end {
        return;
    }
    let block = &read.blocks[index];
    let role = match block.kind {
        BlockKind::Heading(_) => Role::Heading,
        BlockKind::Text => Role::Text,
        BlockKind::HeaderRow { .. } | BlockKind::Row { .. } => Role::Row,
    };
    let marks = if role == Role::Text { unspaced_heading(&text[indent as usize..]) } else { 0 };
    let (role, level) = match block.kind {
        BlockKind::Heading(level) => (role, level),
        _ if marks > 0 => (Role::Heading, marks),
        _ => (role, 0),
    };
    let extent = Extent { start: start + u32::from(marks), end };
    let apart = read.frame_of(block).set_apart;
    let label = (role == Role::Text).then(|| label::read(read.text(extent))).flatten();
    let first = lines.last().is_none_or(|last| last.block as usize != index);
    lines.push(Line { extent, block: index as u32, first, label, role, apart, level });
}

/// The numbers of versions in a change log are not the draft's.
fn set_histories_apart(read: &Read, lines: &mut [Line]) {
    let mut history: Option<u8> = None;
    for line in lines {
        if line.role == Role::Heading {
            history = history.filter(|&level| line.level > level);
            let begins = origin::of_section(read.text(line.extent)) == Some(Origin::History);
            history = history.or(begins.then_some(line.level));
        }
        line.apart |= history.is_some();
    }
}

/// How many marks a heading has that leaves out the space after them ("##Scope"), as old dialects of Markdown let it.
fn unspaced_heading(text: &str) -> u8 {
    let rest = text.trim_start_matches('#');
    let marks = text.len() - rest.len();
    let title = rest.starts_with(char::is_uppercase) && rest.len() <= SHORT as usize;
    if title && marks <= 6 { marks as u8 } else { 0 }
}

/// Joins the lines that only wrap. In a text that has a line a paragraph and no blank lines, a line that nothing
/// shows to be wrapped is a passage of its own, and a short one without a full stop is a heading.
fn judge_breaks(read: &Read, lines: &mut [Line]) {
    let line_a_paragraph = has_a_line_a_paragraph(read, lines);
    for at in 1..lines.len() {
        if lines[at].first || lines[at].role != Role::Text {
            continue;
        }
        let (before, line) = (&lines[at - 1], &lines[at]);
        let wrapped = starts_lower(read, line) && ending(read, before) != Ending::Closed;
        if wrapped || (!line_a_paragraph && line.label.is_none()) {
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
        let after_sentence =
            ending(read, &lines[at - 1]) != Ending::Open || lines[at - 1].role == Role::Heading;
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
    let bullet = line.label.is_some_and(|label| label.shape == label::Shape::Bullet);
    length(line) <= SHORT && starts && !closed && !bullet
}

fn length(line: &Line) -> u32 {
    line.extent.end - line.extent.start
}

/// How a line ends, closing quotation marks and brackets left out.
pub(super) fn ending(read: &Read, line: &Line) -> Ending {
    ending_of(read.text(line.extent))
}

pub(super) fn ending_of(text: &str) -> Ending {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', ')', ']', '*', ' ']);
    match bare.chars().next_back() {
        Some('.' | '!' | '?' | '…') => Ending::Closed,
        Some(':' | '–' | '—') => Ending::LeadIn,
        _ => Ending::Open,
    }
}

fn starts_lower(read: &Read, line: &Line) -> bool {
    line.label.is_none() && read.text(line.extent).starts_with(char::is_lowercase)
}
