//! Decides which labels number paragraphs and which are items of a list.

use super::{
    Number,
    blocks::{FrameKind, Read},
    label::{Label, Shape},
    lines::{Ending, Line, Role, ending},
};

/// What the numbers of a text mean: one entry a frame, true where a list's item is a numbered paragraph.
pub(super) struct Numbering {
    pub(super) promoted: Vec<bool>,
}

impl Numbering {
    /// Gives every line its role.
    pub(super) fn decide(read: &Read, lines: &mut [Line]) -> Self {
        let contents = contents(read, lines);
        steps(read, lines, &contents);
        let mut numbering = Self { promoted: vec![false; read.frames.len()] };
        numbering.wholes(read, lines, &contents);
        super::items::decide(read, lines);
        numbering
    }

    /// Numbers of one step, in ordered lists and in lines: they number paragraphs where they run on through the draft.
    fn wholes(&mut self, read: &Read, lines: &mut [Line], contents: &[bool]) {
        let has_steps = lines.iter().any(|line| line.role == Role::Paragraph);
        let (entries, mut chains) = chains(read, lines, contents);
        for chain in &mut chains {
            chain.numbers_paragraphs =
                chain.crosses || (chain.stands_alone && chain.count >= 3 && !has_steps);
        }
        for entry in entries.iter().filter(|entry| chains[entry.chain].numbers_paragraphs) {
            lines[entry.line].role = Role::Paragraph;
            if let Some(frame) = entry.frame {
                self.promoted[frame as usize] = true;
            }
        }
    }
}

/// Whether each line is one of a table of contents: three lines or more in a row that end in growing page numbers.
fn contents(read: &Read, lines: &[Line]) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let mut run = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        let page = page_tail(read.text(line.extent)).filter(|_| line.role != Role::Row);
        match page {
            Some(page) if page >= run.1 && at > run.0 => run.1 = page,
            Some(page) => run = (at, page),
            None => run = (at + 1, 0),
        }
        if page.is_some() && at - run.0 >= 2 {
            found[run.0..=at].fill(true);
            if at - run.0 > 2 {
                found[at] = true;
            }
        }
    }
    found
}

/// The page number that an entry of a table of contents ends with.
fn page_tail(text: &str) -> Option<u32> {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - before.len();
    let gap = before.ends_with([' ', '.', '\t', '\u{a0}']);
    let title = before.contains(|c: char| c.is_alphabetic()) && before.len() <= 120;
    ((1..=3).contains(&digits) && gap && title).then(|| text[before.len()..].parse().ok())?
}

/// Numbers of several steps: each says itself that it is one, unless it is a quantity, a date or a contents entry.
fn steps(read: &Read, lines: &mut [Line], contents: &[bool]) {
    let mut last: Option<Number> = None;
    for at in 0..lines.len() {
        let line = &lines[at];
        let label =
            line.label.filter(|label| label.shape == Shape::Steps && line.role == Role::Text);
        let apart = read.frame_of(&read.blocks[line.block as usize]).set_apart;
        let Some(label) = label.filter(|_| !apart && !contents[at]) else { continue };
        let number = Number::new(number_text(read, line, label));
        let sentence_over = at == 0
            || line.first
            || lines[at - 1].role == Role::Heading
            || ending(read, &lines[at - 1]) != Ending::Open;
        if is_step(read, line, label, &number, last.as_ref(), sentence_over) {
            lines[at].role = Role::Paragraph;
            last = Some(number);
        } else if !line.first {
            lines[at].role = Role::Joined;
        }
    }
}

fn is_step(
    read: &Read,
    line: &Line,
    label: Label,
    number: &Number,
    last: Option<&Number>,
    sentence_over: bool,
) -> bool {
    let next = last.is_some_and(|last| number.follows(last));
    let rest = &read.text(line.extent)[label.text as usize..];
    let begins = rest.is_empty() || rest.starts_with(|c: char| !c.is_lowercase());
    let later = last.is_none_or(|last| number > last);
    let date = number.depth() == 3
        && number.as_str().split('.').nth(2).is_some_and(|year| year.len() == 4);
    !date
        && ((begins && line.first)
            || (begins && sentence_over && later)
            || (next && (line.first || begins)))
}

fn number_text<'a>(read: &'a Read, line: &Line, label: Label) -> &'a str {
    &read.text(line.extent)[label.number.0 as usize..label.number.1 as usize]
}

/// A number of one step in the text.
struct Entry {
    line: usize,
    chain: usize,
    /// The list item that Markdown made of it.
    frame: Option<u32>,
}

/// Numbers that run on: 1, 2, 3.
#[derive(Default)]
struct Chain {
    last: u32,
    count: u32,
    /// How many headings stood before its last number.
    headings: u32,
    /// Whether it goes on across a heading.
    crosses: bool,
    /// Whether no lead-in introduces it.
    stands_alone: bool,
    numbers_paragraphs: bool,
}

fn chains(read: &Read, lines: &[Line], contents: &[bool]) -> (Vec<Entry>, Vec<Chain>) {
    let (mut entries, mut chains, mut open) =
        (Vec::new(), Vec::<Chain>::new(), Vec::<usize>::new());
    let mut headings = 0;
    for (at, line) in lines.iter().enumerate() {
        headings += u32::from(line.role == Role::Heading);
        if contents[at] {
            continue;
        }
        let Some((value, frame, sure)) = whole(read, lines, at) else { continue };
        let goes_on =
            open.iter().rposition(|&index| chains[index].last.checked_add(1) == Some(value));
        let chain = match goes_on {
            Some(depth) => {
                open.truncate(depth + 1);
                open[depth]
            }
            None if sure || value == 1 => {
                if open.len() > 8 {
                    open.remove(0);
                }
                let stands_alone = at == 0 || ending(read, &lines[at - 1]) != Ending::LeadIn;
                chains.push(Chain { headings, stands_alone, ..Chain::default() });
                open.push(chains.len() - 1);
                chains.len() - 1
            }
            None => continue,
        };
        let state = &mut chains[chain];
        state.crosses |= state.count > 0 && state.headings != headings;
        state.last = value;
        state.headings = headings;
        state.count += 1;
        entries.push(Entry { line: at, chain, frame });
    }
    (entries, chains)
}

/// The number of one step that a line begins with, the list item it is in, and whether the form alone makes it a number.
fn whole(read: &Read, lines: &[Line], at: usize) -> Option<(u32, Option<u32>, bool)> {
    let line = &lines[at];
    let block = &read.blocks[line.block as usize];
    let frame = read.frame_of(block);
    if frame.set_apart || line.role != Role::Text {
        return None;
    }
    if let FrameKind::Item { number: Some(number), .. } = frame.kind {
        let first = line.first && frame.first_block == Some(line.block);
        if first && frame.depth == 1 {
            return Some((number, Some(block.frame), true));
        }
    }
    let label = line.label.filter(|label| matches!(label.shape, Shape::Whole | Shape::Bare))?;
    let rest = &read.text(line.extent)[label.text as usize..];
    let begins = rest.starts_with(|c: char| !c.is_lowercase());
    let value = number_text(read, line, label).parse().ok()?;
    let fresh = line.first || ending(read, &lines[at - 1]) == Ending::Closed;
    (begins && fresh && frame.depth <= 1).then_some((value, None, label.shape == Shape::Whole))
}
