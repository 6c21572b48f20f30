//! The parts and numbered paragraphs of a draft, as its headings and labels open and close them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Extent, Number, Origin, Paragraph, ParagraphId, Part, PartId, PassageId, Unit,
    blocks::{Block, FrameKind, Read},
    heading::Title,
    lines::{Line, Role},
    numbering::Numbering,
    origin,
    slug::Slugs,
};
use crate::source::{SourceId, Span};

/// Parts and paragraphs so far.
pub(super) struct Outline<'a> {
    id: SourceId,
    read: &'a Read,
    lines: &'a [Line],
    /// Numbers that lines of text carry: a heading with the same number is no paragraph of its own.
    numbers: FxHashSet<String>,
    /// What comes between each heading and the next, one a line.
    below: Vec<Below>,
    parts: Vec<Part>,
    paragraphs: Vec<Paragraph>,
    anchors: Vec<String>,
    slugs: Slugs,
    ids: FxHashMap<String, u32>,
    /// The parts being read, outermost first.
    open: Vec<PartId>,
    /// What the headings being read make of all below them.
    sections: Vec<(u8, Origin)>,
    paragraph: Option<ParagraphId>,
    /// One past the last passage of the paragraph being read that is no footnote.
    own_end: u32,
}

/// What comes between a heading and the next.
#[derive(Clone, Copy, Default)]
struct Below {
    text: bool,
    numbered: bool,
}

impl<'a> Outline<'a> {
    pub(super) fn new(
        id: SourceId,
        read: &'a Read,
        lines: &'a [Line],
        numbering: &Numbering,
    ) -> Self {
        Self {
            id,
            read,
            lines,
            numbers: numbers(read, lines, numbering),
            below: below(lines),
            parts: vec![whole_document()],
            paragraphs: Vec::new(),
            anchors: read.ids.clone(),
            slugs: Slugs::default(),
            ids: FxHashMap::default(),
            open: Vec::new(),
            sections: Vec::new(),
            paragraph: None,
            own_end: 0,
        }
    }

    /// Opens the part, or the paragraph, that a heading begins. `passage` is the heading's own.
    pub(super) fn heading(&mut self, at: usize, passage: u32) {
        let line = &self.lines[at];
        let text = self.read.text(line.extent);
        let title = Title::read(text);
        self.end_paragraph();
        let slug = self.slugs.give(text);
        self.anchors.push(slug.clone());
        let level = level(line, &title);
        if title.labels_paragraph() {
            return self.open_paragraph_of(line, title, passage);
        }
        self.open_section(level, text);
        self.open_part(line, &title, level, slug);
        let below = self.below[at];
        let bare = matches!(title.unit, None | Some(Unit::Principle | Unit::Standard | Unit::Step));
        let free = title.number.as_ref().is_some_and(|n| !self.numbers.contains(n.as_str()));
        if bare && free && below.text && !below.numbered {
            self.open_paragraph_of(line, title, passage);
        }
    }

    /// Opens the numbered paragraph that a line begins.
    pub(super) fn numbered(&mut self, line: &Line, block: &Block, passage: u32) {
        self.end_paragraph();
        let frame = self.read.frame_of(block);
        match (&frame.kind, line.label) {
            (&FrameKind::Item { number: Some(number), label, .. }, _)
                if line.first && frame.first_block == Some(line.block) =>
            {
                self.open_paragraph(Number::new(&number.to_string()), None, label, passage);
            }
            (_, Some(label)) => {
                let extent = within(line, label.number.0 as usize, label.number.1 as usize);
                let span = self.read.plain.source_range(extent);
                self.open_paragraph(Number::new(self.read.text(extent)), None, span, passage);
            }
            _ => {}
        }
    }

    /// The part and paragraph of the next passage.
    pub(super) fn place(&mut self, id: PassageId, note: bool) -> (PartId, Option<ParagraphId>) {
        if !note {
            self.own_end = id.0 + 1;
        }
        let part = self.open.last().copied().unwrap_or_default();
        (part, self.paragraph.filter(|_| !note))
    }

    /// What the headings above make of the text here.
    pub(super) fn section(&self) -> Option<Origin> {
        self.sections.last().map(|&(_, origin)| origin)
    }

    /// The paragraph being read.
    pub(super) fn paragraph(&self) -> Option<ParagraphId> {
        self.paragraph
    }

    pub(super) fn end_paragraph(&mut self) {
        if let Some(id) = self.paragraph.take() {
            let passages = &mut self.paragraphs[id.0 as usize].passages;
            passages.end = self.own_end.max(passages.start);
        }
    }

    pub(super) fn into_parts(self) -> (Vec<Part>, Vec<Paragraph>, Vec<String>) {
        (self.parts, self.paragraphs, self.anchors)
    }

    fn open_paragraph_of(&mut self, line: &Line, title: Title, passage: u32) {
        let label = self.read.plain.source_range(within(line, title.label.0, title.label.1));
        if let Some(number) = title.number {
            self.open_paragraph(number, title.unit, label, passage);
        }
    }

    fn open_paragraph(
        &mut self,
        number: Number,
        unit: Option<Unit>,
        label: (u32, u32),
        passage: u32,
    ) {
        let id = self.paragraph_id(&number);
        self.paragraph = Some(ParagraphId(self.paragraphs.len() as u32));
        self.paragraphs.push(Paragraph {
            number,
            unit,
            label: Span { source: self.id, start: label.0, end: label.1 },
            part: self.open.last().copied().unwrap_or_default(),
            passages: passage..passage,
            id,
        });
    }

    /// "9.12"; "9.12~2" where the number comes again.
    fn paragraph_id(&mut self, number: &Number) -> String {
        let count = self.ids.entry(number.as_str().to_owned()).or_default();
        *count += 1;
        if *count == 1 { number.to_string() } else { format!("{number}~{count}") }
    }

    fn open_part(&mut self, line: &Line, title: &Title, level: u8, slug: String) {
        while self.open.last().is_some_and(|id| self.parts[id.0 as usize].level >= level) {
            self.open.pop();
        }
        let id = PartId(self.parts.len() as u32);
        self.parts.push(Part {
            heading: line.extent,
            name: Extent { start: line.extent.start + title.name as u32, end: line.extent.end },
            level,
            number: title.number.clone(),
            unit: title.unit,
            parent: Some(self.open.last().copied().unwrap_or_default()),
            slug,
        });
        self.open.push(id);
    }

    fn open_section(&mut self, level: u8, text: &str) {
        self.sections.retain(|&(outer, _)| outer < level);
        if let Some(origin) = origin::of_section(text) {
            self.sections.push((level, origin));
        }
    }
}

/// A heading's level. A line that only reads as a heading has the level that its number gives it.
fn level(line: &Line, title: &Title) -> u8 {
    match (line.level, &title.number, title.unit) {
        (0, Some(_), Some(_)) => 1,
        (0, Some(number), None) => number.depth().clamp(1, 6) as u8,
        (0, None, _) => 3,
        (level, _, _) => level,
    }
}

fn within(line: &Line, start: usize, end: usize) -> Extent {
    Extent::new(line.extent.start as usize + start, line.extent.start as usize + end)
}

/// Part 0.
fn whole_document() -> Part {
    Part {
        heading: Extent::default(),
        name: Extent::default(),
        level: 0,
        number: None,
        unit: None,
        parent: None,
        slug: String::new(),
    }
}

fn numbers(read: &Read, lines: &[Line], numbering: &Numbering) -> FxHashSet<String> {
    let mut numbers = FxHashSet::default();
    for line in lines.iter().filter(|line| line.role == Role::Paragraph) {
        let block = &read.blocks[line.block as usize];
        match (&read.frame_of(block).kind, line.label) {
            (FrameKind::Item { number: Some(number), .. }, _)
                if line.first && numbering.promoted[block.frame as usize] =>
            {
                numbers.insert(number.to_string());
            }
            (_, Some(label)) => {
                let extent = within(line, label.number.0 as usize, label.number.1 as usize);
                numbers.insert(read.text(extent).to_owned());
            }
            _ => {}
        }
    }
    numbers
}

fn below(lines: &[Line]) -> Vec<Below> {
    let mut below = vec![Below::default(); lines.len()];
    let mut seen = Below::default();
    for (at, line) in lines.iter().enumerate().rev() {
        match line.role {
            Role::Heading => below[at] = std::mem::take(&mut seen),
            Role::Paragraph => seen = Below { text: true, numbered: true },
            _ => seen.text = true,
        }
    }
    below
}
