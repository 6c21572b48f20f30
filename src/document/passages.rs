//! Puts the lines of a text together as passages, in their parts and paragraphs.

use super::{
    Document, Extent, Number, Origin, Passage, PassageId, PassageKind,
    blocks::{Block, BlockKind, FrameKind, Read},
    finish::{self, Made},
    lines::{self, Line, Role},
    numbering::Numbering,
    origin::Origins,
    outline::Outline,
    plain::{Edit, Join},
};
use crate::source::SourceId;

/// Makes a document of what was read.
pub(super) fn arrange(id: SourceId, read: Read) -> Document {
    let mut lines = lines::of(&read);
    let numbering = Numbering::decide(&read, &mut lines);
    let mut arranger = Arranger::new(id, &read, &lines, &numbering);
    for at in 0..lines.len() {
        arranger.line(at);
    }
    let made = arranger.end();
    finish::document(id, read, made)
}

struct Arranger<'a> {
    read: &'a Read,
    lines: &'a [Line],
    numbering: &'a Numbering,
    outline: Outline<'a>,
    passages: Vec<Passage>,
    edits: Vec<Edit>,
    /// For each footnote, its frame and its passages.
    notes: Vec<(u32, PassageId)>,
    origins: Origins,
    /// The last passage of each frame since the last heading: what introduces a list there.
    last_in: Vec<Option<PassageId>>,
    /// What introduces each list, once its first item has come.
    introduced: Vec<Introduced>,
    lettered: Vec<Lettered>,
    /// Whether other text came since the last lettered line.
    interrupted: bool,
    header: Option<PassageId>,
    /// Where the passage before ends, and which block it is of.
    end: u32,
    block: Option<u32>,
}

/// Whether it is known what introduces a list.
#[derive(Clone, Copy)]
enum Introduced {
    Unknown,
    By(Option<PassageId>),
}

/// An open list of lettered lines.
struct Lettered {
    label: Option<Number>,
    lead_in: Option<PassageId>,
    passage: PassageId,
}

impl<'a> Arranger<'a> {
    fn new(id: SourceId, read: &'a Read, lines: &'a [Line], numbering: &'a Numbering) -> Self {
        Self {
            read,
            lines,
            numbering,
            outline: Outline::new(id, read, lines, numbering),
            passages: Vec::with_capacity(lines.len()),
            edits: Vec::new(),
            notes: Vec::new(),
            origins: Origins::default(),
            last_in: vec![None; read.frames.len()],
            introduced: vec![Introduced::Unknown; read.lists.len()],
            lettered: Vec::new(),
            interrupted: false,
            header: None,
            end: 0,
            block: None,
        }
    }

    fn line(&mut self, at: usize) {
        let line = &self.lines[at];
        let block = &self.read.blocks[line.block as usize];
        self.origins.know(self.read, block);
        match line.role {
            Role::Joined if self.block == Some(line.block) => self.go_on(line.extent),
            Role::Joined | Role::Text | Role::Contents => self.text(line, block),
            Role::Paragraph => self.numbered(line, block),
            Role::Item => self.lettered(line, block),
            Role::Heading => self.heading(at, block),
            Role::Row => self.row(line, block),
            Role::Callout => self.callout(line),
        }
    }

    /// A wrapped line: the passage before goes on.
    fn go_on(&mut self, extent: Extent) {
        if let Some(last) = self.passages.last_mut() {
            last.extent.end = extent.end;
            self.end = extent.end;
        }
    }

    fn text(&mut self, line: &Line, block: &Block) {
        if line.extent.is_empty() {
            return;
        }
        let line = &Line { extent: self.inside_callout(line.extent), ..*line };
        if self.goes_over_page(line, block) {
            let gap = Extent { start: self.end, end: line.extent.start };
            self.edits.push(Edit { extent: gap, with: Join::Space });
            self.block = Some(line.block);
            return self.go_on(line.extent);
        }
        let frame = self.read.frame_of(block);
        let (kind, lead_in) = match frame.kind {
            FrameKind::Item { list, number, .. }
                if line.first && frame.first_block == Some(line.block) =>
            {
                let label = number.map(|number| Number::new(&number.to_string()));
                let kind = PassageKind::Item { label, depth: self.depth(block) };
                (kind, self.introduction(list))
            }
            _ => (PassageKind::Text, None),
        };
        self.interrupted = true;
        let id = self.push(line, block, line.extent, kind, lead_in);
        if !line.first {
            self.introduce_again(block, id);
        }
    }

    /// The text of a call-out on one line, without its marks: "^You must register.^".
    fn inside_callout(&self, extent: Extent) -> Extent {
        let bytes = self.read.text(extent).as_bytes();
        match bytes {
            [mark @ (b'^' | b'%'), first, .., last, end]
                if mark == end && first.is_ascii_graphic() && last.is_ascii_graphic() =>
            {
                Extent { start: extent.start + 1, end: extent.end - 1 }
            }
            _ => extent,
        }
    }

    /// GOV.UK's Markdown puts examples between two lines of "$E".
    fn callout(&mut self, line: &Line) {
        if self.read.text(line.extent) == "$E" {
            self.origins.in_example = !self.origins.in_example;
        }
    }

    /// Whether a text goes on from the page before: in mid sentence, with nothing but the end of the page between.
    fn goes_over_page(&self, line: &Line, block: &Block) -> bool {
        let Some(last) = self.passages.last().filter(|_| line.first && block.after_page) else {
            return false;
        };
        let before = self.read.text(Extent { start: last.extent.start, end: self.end });
        let text = self.read.text(line.extent);
        let same = self.block.is_some_and(|b| self.read.blocks[b as usize].frame == block.frame);
        let runs = matches!(last.kind, PassageKind::Text | PassageKind::Item { .. });
        let open = lines::ending_of(before) == lines::Ending::Open && !before.ends_with(';');
        same && runs && open && text.starts_with(char::is_lowercase)
    }

    /// A line that begins a numbered paragraph.
    fn numbered(&mut self, line: &Line, block: &Block) {
        self.lettered.clear();
        self.outline.numbered(line, block, self.passages.len() as u32);
        let skipped = line.label.filter(|_| !self.promoted(line)).map_or(0, |label| label.text);
        let start = line.extent.start + skipped;
        let extent = Extent { start, end: line.extent.end };
        if !extent.is_empty() {
            self.push(line, block, extent, PassageKind::Text, None);
        }
    }

    fn promoted(&self, line: &Line) -> bool {
        let frame = self.read.blocks[line.block as usize].frame;
        line.first && self.numbering.promoted[frame as usize]
    }

    /// An item of a list that Markdown does not see.
    fn lettered(&mut self, line: &Line, block: &Block) {
        let Some(label) = line.label else { return };
        let written = Extent {
            start: line.extent.start + label.number.0,
            end: line.extent.start + label.number.1,
        };
        let number = (!written.is_empty()).then(|| Number::new(self.read.text(written)));
        let last = self.passages.len().checked_sub(1).map(|last| PassageId(last as u32));
        let lead_in = last.filter(|&id| {
            let before = &self.passages[id.0 as usize];
            let runs = matches!(before.kind, PassageKind::Text | PassageKind::Item { .. });
            runs && before.paragraph == self.outline.paragraph()
        });
        let lead_in = self.open_lettered(number.clone(), lead_in);
        let depth = self.depth(block).saturating_add(self.lettered.len() as u8);
        let extent = Extent { start: line.extent.start + label.text, end: line.extent.end };
        self.push(line, block, extent, PassageKind::Item { label: number, depth }, lead_in);
    }

    /// Opens the list that a letter belongs to, or goes on with it. Returns what introduces the list.
    fn open_lettered(
        &mut self,
        label: Option<Number>,
        before: Option<PassageId>,
    ) -> Option<PassageId> {
        let follows = |open: &Lettered| match (&label, &open.label) {
            (Some(label), Some(last)) => label.follows(last),
            (None, None) => true,
            _ => false,
        };
        let passage = PassageId(self.passages.len() as u32);
        let open = self.lettered.iter().rposition(follows);
        // After other text, a bullet begins a list of its own; a letter goes on with one.
        let open = open.filter(|_| !self.interrupted || label.is_some());
        if std::mem::take(&mut self.interrupted) && open.is_none() {
            self.lettered.clear();
        }
        let lead_in = match open {
            Some(depth) => {
                self.lettered.truncate(depth + 1);
                self.lettered.pop().and_then(|open| open.lead_in)
            }
            None => self.lettered.last().map(|open| open.passage).or(before),
        };
        self.lettered.push(Lettered { label, lead_in, passage });
        lead_in
    }

    fn heading(&mut self, at: usize, block: &Block) {
        let line = &self.lines[at];
        self.lettered.clear();
        self.last_in[block.frame as usize] = None;
        self.outline.heading(at, self.passages.len() as u32);
        let id = self.push(line, block, line.extent, PassageKind::Heading, None);
        self.last_in[block.frame as usize] = None;
        if let FrameKind::Item { list, .. } = self.read.frame_of(block).kind
            && !line.first
        {
            self.introduced[list as usize] = Introduced::By(None);
        }
        debug_assert_eq!(self.passages[id.0 as usize].kind, PassageKind::Heading);
    }

    fn row(&mut self, line: &Line, block: &Block) {
        let (kind, lead_in) = match block.kind {
            BlockKind::HeaderRow { cells } => {
                (PassageKind::HeaderRow { cells: cells.0..cells.1 }, None)
            }
            BlockKind::Row { cells } => (PassageKind::Row { cells: cells.0..cells.1 }, self.header),
            BlockKind::Heading(_) | BlockKind::Text => return,
        };
        let header = matches!(kind, PassageKind::HeaderRow { .. });
        let id = self.push(line, block, line.extent, kind, lead_in);
        if header {
            self.header = Some(id);
        }
    }

    fn push(
        &mut self,
        line: &Line,
        block: &Block,
        extent: Extent,
        kind: PassageKind,
        lead_in: Option<PassageId>,
    ) -> PassageId {
        let gap = Extent { start: self.end, end: extent.start };
        if !gap.is_empty() && self.read.text(gap) != "\n" {
            self.edits.push(Edit { extent: gap, with: Join::Line });
        }
        let id = PassageId(self.passages.len() as u32);
        let lead_in_origin = lead_in.map(|id| self.passages[id.0 as usize].origin);
        let words = self.read.text(extent);
        let origin = self.origins.of(block, &kind, words, self.outline.section(), lead_in_origin);
        let note = origin == Origin::Footnote;
        let (part, paragraph) = self.outline.place(id, note);
        self.passages.push(Passage { extent, kind, origin, part, paragraph, lead_in });
        self.end = extent.end;
        self.block = Some(line.block);
        self.remember(block, id);
        id
    }

    /// Keeps a passage as what may introduce a list in its frame.
    fn remember(&mut self, block: &Block, id: PassageId) {
        let frame = self.read.frame_of(block);
        self.last_in[block.frame as usize] = Some(id);
        if self.numbering.promoted[block.frame as usize] {
            self.last_in[frame.parent as usize] = Some(id);
        }
        if let FrameKind::Note(_) = frame.kind
            && frame.first_block == self.block
        {
            self.notes.push((block.frame, id));
        }
    }

    /// What introduces a Markdown list: the passage before it in the frame it stands in.
    fn introduction(&mut self, list: u32) -> Option<PassageId> {
        let index = list as usize;
        if let Introduced::By(passage) = self.introduced[index] {
            return passage;
        }
        let passage = self.last_in[self.read.lists[index].frame as usize];
        self.introduced[index] = Introduced::By(passage);
        passage
    }

    /// A line that Markdown takes into an item although it stands apart introduces the items after it.
    fn introduce_again(&mut self, block: &Block, id: PassageId) {
        if let FrameKind::Item { list, .. } = self.read.frame_of(block).kind {
            self.introduced[list as usize] = Introduced::By(Some(id));
        }
    }

    /// How many lists of items a block is in; a list of numbered paragraphs is none.
    fn depth(&self, block: &Block) -> u8 {
        let frame = self.read.frame_of(block);
        let promoted = frame.outer_item.is_some_and(|item| self.numbering.promoted[item as usize]);
        frame.depth.saturating_sub(u8::from(promoted))
    }

    fn end(mut self) -> Made {
        self.outline.end_paragraph();
        let (parts, paragraphs, anchors) = self.outline.into_parts();
        Made {
            parts,
            paragraphs,
            anchors,
            passages: self.passages,
            edits: self.edits,
            notes: self.notes,
        }
    }
}
