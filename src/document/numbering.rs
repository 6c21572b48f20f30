//! Decides which labels number paragraphs and which are items of a list.

use super::{
    Number,
    blocks::{FrameKind, Read},
    heading::Title,
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
        steps(read, lines);
        let mut numbering = Self { promoted: vec![false; read.frames.len()] };
        numbering.wholes(read, lines);
        romans(read, lines);
        super::items::decide(read, lines);
        numbering
    }

    /// Numbers of one step, in ordered lists and in lines: they number paragraphs where they run on through the draft.
    fn wholes(&mut self, read: &Read, lines: &mut [Line]) {
        let numbered =
            lines.iter().any(|line| line.role == Role::Paragraph || names_rule(read, line));
        let (entries, mut chains) = chains(read, lines);
        let lone = chains.iter().filter(|chain| chain.count >= 2).count() == 1;
        for chain in &mut chains {
            let list_of_paragraphs = lone && chain.stands_alone && chain.count >= 3 && !numbered;
            chain.numbers_paragraphs = chain.crosses || list_of_paragraphs;
        }
        for entry in entries.iter().filter(|entry| chains[entry.chain].numbers_paragraphs) {
            lines[entry.line].role = Role::Paragraph;
            if let Some(frame) = entry.frame {
                self.promoted[frame as usize] = true;
            }
        }
    }
}

/// Whether a heading is the label of a paragraph: "Rule 253".
fn names_rule(read: &Read, line: &Line) -> bool {
    line.role == Role::Heading && Title::read(read.text(line.extent)).labels_paragraph()
}

/// Numbers of several steps: each says itself that it is one, unless it is a quantity, a date or a contents entry.
fn steps(read: &Read, lines: &mut [Line]) {
    let mut last: Option<Number> = None;
    for at in 0..lines.len() {
        let line = &lines[at];
        let label =
            line.label.filter(|label| label.shape == Shape::Steps && line.role == Role::Text);
        let Some(label) = label.filter(|_| !line.apart) else { continue };
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
    // "9.12a" is a number where 9.12 or 9.11z came before, and 3.5m a length.
    let unsure = number.as_str().ends_with(|c: char| c.is_ascii_lowercase());
    let begins = rest.is_empty() || rest.starts_with(|c: char| !c.is_lowercase());
    let later = last.is_none_or(|last| number > last);
    let date = number.depth() == 3
        && number.as_str().split('.').nth(2).is_some_and(|year| year.len() == 4);
    !date
        && (!unsure || next)
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
    /// The Markdown list of its last number.
    list: Option<u32>,
    count: u32,
    /// How many headings stood before its last number.
    headings: u32,
    /// Whether it goes on across a heading.
    crosses: bool,
    /// Whether no lead-in introduces it.
    stands_alone: bool,
    numbers_paragraphs: bool,
}

fn chains(read: &Read, lines: &[Line]) -> (Vec<Entry>, Vec<Chain>) {
    let (mut entries, mut chains) = (Vec::new(), Vec::<Chain>::new());
    // Chains that may go on, the innermost last: a list of items stands inside a paragraph.
    let mut open = Vec::<usize>::new();
    let mut headings = 0;
    for (at, line) in lines.iter().enumerate() {
        headings += u32::from(line.role == Role::Heading);
        let Some(whole) = whole(read, lines, at) else { continue };
        let next = |&index: &usize| chains[index].last.checked_add(1) == Some(whole.value);
        let near = |&index: &usize| chains[index].goes_on_near(&whole);
        match open.iter().rposition(next).or_else(|| open.iter().rposition(near)) {
            Some(depth) => open.truncate(depth + 1),
            None if whole.can_begin => {
                open.drain(..open.len().saturating_sub(MOST_OPEN - 1));
                open.push(chains.len());
                let stands_alone = at == 0 || ending(read, &lines[at - 1]) != Ending::LeadIn;
                chains.push(Chain { headings, stands_alone, ..Chain::default() });
            }
            None => continue,
        }
        let Some(&chain) = open.last() else { continue };
        chains[chain].take(&whole, headings);
        entries.push(Entry { line: at, chain, frame: whole.frame });
    }
    (entries, chains)
}

/// How far a long chain can jump.
const NEAR: u32 = 4;

/// How many chains can be interrupted at a time.
const MOST_OPEN: usize = 8;

impl Chain {
    /// Whether a number goes on although it skips or repeats one: drafts do both. In one Markdown list any later number
    /// does; otherwise the chain must be long and the step short.
    fn goes_on_near(&self, whole: &Whole) -> bool {
        let same_list = whole.list.is_some() && whole.list == self.list;
        let near = self.last <= whole.value && whole.value <= self.last.saturating_add(NEAR);
        (same_list && whole.value >= self.last) || (near && self.count >= 3 && whole.can_begin)
    }

    fn take(&mut self, whole: &Whole, headings: u32) {
        self.crosses |= self.count > 0 && self.headings != headings;
        self.last = whole.value;
        self.list = whole.list;
        self.headings = headings;
        self.count += 1;
    }
}

/// A number of one step that a line begins with.
struct Whole {
    value: u32,
    /// The list item that Markdown made of it.
    frame: Option<u32>,
    /// The list of that item.
    list: Option<u32>,
    /// Whether it may be the first of its chain; what may only be a wrapped number must follow another.
    can_begin: bool,
}

fn whole(read: &Read, lines: &[Line], at: usize) -> Option<Whole> {
    let line = &lines[at];
    let block = &read.blocks[line.block as usize];
    let frame = read.frame_of(block);
    if line.apart || line.role != Role::Text {
        return None;
    }
    if let FrameKind::Item { number: Some(value), list, .. } = frame.kind {
        let first = line.first && frame.first_block == Some(line.block);
        if first && frame.depth == 1 {
            return Some(Whole {
                value,
                frame: Some(block.frame),
                list: Some(list),
                can_begin: true,
            });
        }
    }
    let label = line.label.filter(|label| matches!(label.shape, Shape::Whole | Shape::Bare))?;
    let rest = &read.text(line.extent)[label.text as usize..];
    let begins = !rest.is_empty() && rest.starts_with(|c: char| !c.is_lowercase());
    let value = number_text(read, line, label).parse().ok()?;
    let fresh = line.first || ending(read, &lines[at - 1]) == Ending::Closed;
    let dotted = label.shape == Shape::Whole;
    let can_begin = fresh && (dotted || value == 1);
    (begins && (fresh || dotted) && frame.depth <= 1).then_some(Whole {
        value,
        frame: None,
        list: None,
        can_begin,
    })
}

/// "i.", "ii.": the paragraphs of an introduction, where each is a sentence and a block of its own.
fn romans(read: &Read, lines: &mut [Line]) {
    let mut run: Vec<usize> = Vec::new();
    for at in 0..lines.len() {
        let Some(value) = roman_of(read, lines, at) else { continue };
        if value as usize != run.len() + 1 {
            number_all(lines, &run);
            run.clear();
        }
        if value as usize == run.len() + 1 {
            run.push(at);
        }
    }
    number_all(lines, &run);
}

fn number_all(lines: &mut [Line], run: &[usize]) {
    if run.len() >= 2 {
        for &at in run {
            lines[at].role = Role::Paragraph;
        }
    }
}

fn roman_of(read: &Read, lines: &[Line], at: usize) -> Option<u32> {
    let line = &lines[at];
    let label = line.label.filter(|label| label.shape == Shape::Letter)?;
    let text = read.text(line.extent);
    let frame = read.frame_of(&read.blocks[line.block as usize]);
    let plain = line.role == Role::Text && line.first && frame.depth == 0 && !line.apart;
    let dotted = text[label.number.1 as usize..].starts_with('.');
    let introduced = at > 0 && ending(read, &lines[at - 1]) == Ending::LeadIn;
    let sentence = ending(read, line) != Ending::Open;
    let lower = text.starts_with(|c: char| c.is_ascii_lowercase());
    (plain && dotted && lower && !introduced && sentence).then_some(())?;
    crate::roman::value(number_text(read, line, label))
}
