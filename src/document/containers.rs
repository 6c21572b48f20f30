//! The parts of the reader that follow what holds text: headings, frames, lists and tables.

use std::ops::Range;

use super::{
    Cell, Extent,
    blocks::{BlockKind, Frame, FrameKind, List},
    reader::{OpenList, Reader, trimmed},
};

impl Reader<'_> {
    /// A line of dashes. Right under a list item of one line it was meant to make a heading of it ("1. Get help").
    pub(super) fn rule(&mut self, at: &Range<usize>) {
        self.end_block();
        let marks = self.source[at.clone()].trim();
        let Some(block) = self.read.blocks.last_mut() else { return };
        let (start, end) = self.read.plain.source_range(block.extent);
        let frame = &self.read.frames[block.frame as usize];
        let item =
            matches!(frame.kind, FrameKind::Item { number: Some(_), .. }) && frame.depth == 1;
        let one_line = !self.source[start as usize..end as usize].contains(['\n', '\r']);
        let gap = self.source.get(end as usize..at.start).unwrap_or_default();
        if item
            && one_line
            && marks.bytes().all(|b| b == b'-')
            && matches!(gap, "\n" | "\r\n" | "\r")
        {
            block.kind = BlockKind::Heading(2);
            block.frame = frame.parent;
        }
    }

    pub(super) fn start_heading(&mut self, level: u8, id: Option<&str>) {
        self.end_block();
        self.heading = Some(level);
        self.read.ids.extend(id.map(str::to_lowercase));
    }

    pub(super) fn end_heading(&mut self) {
        self.end_block();
        self.heading = None;
    }

    pub(super) fn end_code(&mut self) {
        self.end_block();
        self.unread = None;
    }

    pub(super) fn start_frame(&mut self, kind: FrameKind, set_apart: bool) {
        self.end_block();
        let outer = &self.read.frames[self.frame as usize];
        let index = self.read.frames.len() as u32;
        let in_list = matches!(kind, FrameKind::Item { .. });
        let frame = Frame {
            parent: self.frame,
            depth: outer.depth.saturating_add(u8::from(in_list)),
            set_apart: outer.set_apart || set_apart,
            outer_item: outer.outer_item.or(in_list.then_some(index)),
            first_block: None,
            kind,
        };
        self.frame = index;
        self.read.frames.push(frame);
    }

    pub(super) fn end_frame(&mut self) {
        self.end_block();
        self.frame = self.read.frames[self.frame as usize].parent;
    }

    pub(super) fn start_list(&mut self) {
        self.end_block();
        self.lists.push(OpenList { index: self.read.lists.len() as u32, last: None });
        self.read.lists.push(List { frame: self.frame });
    }

    pub(super) fn end_list(&mut self) {
        self.end_block();
        self.lists.pop();
    }

    pub(super) fn start_item(&mut self, at: &Range<usize>) {
        let Some(list) = self.lists.last_mut() else { return };
        let marker = &self.source[at.clone()];
        let indent = marker.len() - marker.trim_start_matches([' ', '\t']).len();
        let digits = marker[indent..].bytes().take_while(u8::is_ascii_digit).count();
        let label = (at.start + indent) as u32;
        let written = marker[indent..indent + digits].parse().ok();
        // "1. 1. 1." is how Markdown writes 1, 2, 3; "15. 17." is how a draft skips 16, and "5. 5." how it repeats itself.
        let number = written.map(|written: u32| match list.last {
            Some((before, counted)) if before == written && written <= 1 => {
                counted.saturating_add(1)
            }
            _ => written,
        });
        list.last = written.zip(number);
        let list = list.index;
        let kind = FrameKind::Item { list, number, label: (label, label + digits as u32) };
        self.start_frame(kind, false);
    }

    pub(super) fn start_row(&mut self, header: bool) {
        self.end_block();
        self.row = Some((self.read.cells.len() as u32, header));
    }

    pub(super) fn start_cell(&mut self) {
        let start = self.read.plain.len();
        self.read.cells.push(Cell { extent: Extent::new(start, start) });
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(cell) = self.read.cells.last_mut() {
            cell.extent = trimmed(self.read.plain.text(), cell.extent.start as usize);
        }
        self.read.plain.end_line();
    }

    pub(super) fn end_row(&mut self) {
        self.end_block();
        self.row = None;
    }
}
