//! Cuts blocks at the line ends that mean something: Markdown joins lines that drafters keep apart.

use super::{
    Extent, Origin,
    blocks::{BlockKind, FrameKind, Read},
    breaks, contents,
    label::{self, Label, Shape},
    origin,
};

/// A line of a block, or a whole block where its line ends mean nothing.
#[derive(Clone, Copy, Debug)]
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
    /// A mark that opens or closes a call-out: no text.
    Callout,
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

/// A heading is no longer than this, in bytes.
pub(super) const SHORT: u32 = 90;

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
    breaks::judge(read, &mut lines);
    breaks::find_divisions(read, &mut lines);
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
    let (role, level, marks) = match block.kind {
        BlockKind::Heading(level) => (Role::Heading, level, 0),
        BlockKind::HeaderRow { .. } | BlockKind::Row { .. } => (Role::Row, 0, 0),
        BlockKind::Text => role_of(text.trim()),
    };
    let extent = Extent { start: start + marks, end };
    let apart = read.frame_of(block).set_apart;
    let label = (role == Role::Text).then(|| label::read(read.text(extent))).flatten();
    let first = lines.last().is_none_or(|last| last.block as usize != index);
    push_split(lines, read, Line { extent, block: index as u32, first, label, role, apart, level });
}

/// Pushes a line; one that begins with two labels ("10. (1) Text", "5.—(1) Text") as two lines.
fn push_split(lines: &mut Vec<Line>, read: &Read, line: Line) {
    let block = &read.blocks[line.block as usize];
    let frame = read.frame_of(block);
    let ordered = matches!(frame.kind, FrameKind::Item { number: Some(_), .. });
    let begins_item = ordered && line.first && frame.first_block == Some(line.block);
    let at = match line.label {
        Some(label) if begins_item && label.shape == Shape::Letter => Some(0),
        Some(label) if matches!(label.shape, Shape::Steps | Shape::Whole) => Some(label.text),
        _ => None,
    };
    let rest = at.map(|at| Extent { start: line.extent.start + at, end: line.extent.end });
    let inner = rest.filter(|&rest| read.text(rest).starts_with('(')).and_then(|rest| {
        let label = label::read(read.text(rest))?;
        Some((rest, label))
    });
    let Some((rest, label)) = inner else { return lines.push(line) };
    let start = line.extent.start;
    let outer = line.label.filter(|label| label.shape != Shape::Letter);
    let end = rest.start.min(start + outer.map_or(0, |label| label.number.1));
    let outer = outer.map(|label| Label { text: end - start, ..label });
    lines.push(Line { extent: Extent { start, end }, label: outer, ..line });
    lines.push(Line { extent: rest, first: false, label: Some(label), ..line });
}

/// What a line of text is by its own marks: its role, its level as a heading, and how long the marks are.
fn role_of(text: &str) -> (Role, u8, u32) {
    let marks = unspaced_heading(text);
    match marks {
        0 if is_callout(text) => (Role::Callout, 0, 0),
        0 => (Role::Text, 0, 0),
        _ => (Role::Heading, marks, u32::from(marks)),
    }
}

/// Whether a line opens or closes a call-out of GOV.UK's Markdown: "$E", "$CTA".
fn is_callout(text: &str) -> bool {
    let name = text.strip_prefix('$').unwrap_or_default();
    (1..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'!')
}

/// The numbers of versions in a change log are not the draft's, and neither are those of notes.
fn set_histories_apart(read: &Read, lines: &mut [Line]) {
    let mut history: Option<u8> = None;
    for line in lines {
        if line.role == Role::Heading {
            history = history.filter(|&level| line.level > level);
            let section = origin::of_section(read.text(line.extent));
            let begins = matches!(section, Some(Origin::History | Origin::Footnote));
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

pub(super) fn length(line: &Line) -> u32 {
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
