//! Lines in reading order, built into paragraphs, items and headings across the ends of pages.

use super::{
    super::{
        blocks::{Block, Inline, Mark, Style, plain, push_text, words},
        label::{Label, LabelKind},
    },
    headings::Look,
    inline::{Joiner, all_bold},
    lines::Line,
    measure::{had_room, is_finished},
};

/// Builds blocks line by line.
pub(super) struct Builder<'j> {
    pub(super) joiner: &'j Joiner,
    /// The body's size in points, and its usual step from line to line in font sizes.
    pub(super) body: f32,
    pub(super) step: f32,
    pub(super) blocks: Vec<(Block, Option<Look>)>,
    open: Option<Open>,
    /// Left edges of the items around this one, outermost first.
    indents: Vec<f32>,
    page: u32,
    /// The last headings with no text between them.
    in_force: Vec<(Look, String)>,
}

/// The paragraph that lines are being added to.
struct Open {
    inlines: Vec<Inline>,
    mark: Option<Mark>,
    depth: usize,
    /// Left edges of its first line, and of the text after its label.
    x: f32,
    text_x: f32,
    first: Line,
    last: Line,
    page: u32,
    lines: usize,
}

impl<'j> Builder<'j> {
    pub(super) fn new(joiner: &'j Joiner, body: f32, step: f32) -> Self {
        Self {
            joiner,
            body,
            step,
            blocks: Vec::new(),
            open: None,
            indents: Vec::new(),
            page: 0,
            in_force: Vec::new(),
        }
    }

    /// Adds a line, unless it is a head that the page only repeats. `fresh` says that it is the first of a column or page; `right_edge`
    /// is the column's. Returns whether the next line is still the first.
    pub(super) fn line(&mut self, line: Line, page: u32, fresh: bool, right_edge: f32) -> bool {
        let text = line.text();
        if fresh && page != self.page && self.is_repeated_head(&line, &text) {
            return true;
        }
        let label =
            Label::at_start_of(&text).filter(|label| self.is_label(label, &line, &text, fresh));
        let joins = label.is_none()
            && self
                .open
                .as_ref()
                .is_some_and(|open| self.joins(open, &line, &text, fresh, right_edge));
        if !joins {
            self.close();
        }
        let broken = self
            .open
            .as_ref()
            .is_some_and(|open| words(&open.inlines).trim_end().ends_with(['-', '\u{ad}']));
        if label.is_some_and(|label| matches!(label.kind, LabelKind::Bullet | LabelKind::Bracketed))
        {
            self.turn_inside_list(page);
        }
        if !broken {
            self.turn_to(page);
        }
        match self.open.as_mut() {
            Some(open) => {
                if open.lines == 1 && open.mark.is_none() && open.text_x <= open.x {
                    open.text_x = line.x;
                }
                self.joiner.add(&mut open.inlines, &line, page, 0);
                open.lines += 1;
                open.page = page;
                open.last = line;
            }
            None => self.begin(line, page, label),
        }
        self.turn_to(page);
        false
    }

    /// A box that goes on over the page has its heading, which is still in force, drawn there again.
    fn is_repeated_head(&self, line: &Line, text: &str) -> bool {
        let look = Look { half_points: half_points(line), bold: line.is_bold() };
        self.open.is_some()
            && self.in_force.iter().any(|(own, words)| *own == look && words == text.trim())
    }

    /// The page turns between two items: the mark ends the first, so that the list stays one list.
    fn turn_inside_list(&mut self, page: u32) {
        if page != self.page
            && let Some((Block::Item { text, .. }, _)) = self.blocks.last_mut()
        {
            push_text(text, " ", Style::default());
            text.push(Inline::Page(page));
            self.page = page;
        }
    }

    /// Something that is no line: a table.
    pub(super) fn block(&mut self, block: Block, page: u32) {
        self.close();
        self.turn_to(page);
        self.blocks.push((block, None));
    }

    /// Says that something else carries the mark of this page.
    pub(super) fn page_is_marked(&mut self, page: u32) {
        self.page = page;
    }

    pub(super) fn finish(mut self) -> Vec<(Block, Option<Look>)> {
        self.close();
        self.blocks
    }

    /// Marks a new page: inside the paragraph that runs over to it, or between blocks.
    fn turn_to(&mut self, page: u32) {
        if page == self.page {
            return;
        }
        self.page = page;
        match self.open.as_mut() {
            Some(open) => {
                push_text(&mut open.inlines, " ", Style::default());
                open.inlines.push(Inline::Page(page));
            }
            None => self.blocks.push((Block::Page(page), None)),
        }
    }

    /// Whether what looks like a label is one: set off from its text, or where a new paragraph begins anyway.
    fn is_label(&self, label: &Label<'_>, line: &Line, text: &str, fresh: bool) -> bool {
        let Some(open) = self.open.as_ref() else { return true };
        if !label.is_doubtful() {
            return true;
        }
        if label.set_off(text) {
            return label.kind == LabelKind::Bullet || open.first.size < line.size * 1.3;
        }
        let finished = is_finished(&words(&open.inlines));
        let apart = fresh || self.gap(open, line);
        let at_edge = (line.x - open.x).abs() < 3.0;
        match label.kind {
            LabelKind::Bullet => apart && finished,
            LabelKind::Bracketed => {
                apart || finished || open.mark.is_some() && (at_edge || line.x < open.x)
            }
            LabelKind::Decimal | LabelKind::Counted => finished && (apart || at_edge),
        }
    }

    fn gap(&self, open: &Open, line: &Line) -> bool {
        let usual = if line.tall || open.last.tall { 1.6 } else { 1.2 };
        let step = self.step * line.size.max(open.last.size);
        line.baseline - open.last.baseline > step * usual + 0.6
    }

    fn joins(&self, open: &Open, line: &Line, text: &str, fresh: bool, right_edge: f32) -> bool {
        let same_size = (line.size - open.last.size).abs() < line.size * 0.06;
        let heads =
            open.first.size > self.body * 1.1 || open.first.is_bold() && open.last.is_bold();
        if !same_size || heads && line.is_bold() != open.last.is_bold() {
            return false;
        }
        let so_far = words(&open.inlines);
        let unfinished = !is_finished(&so_far);
        let goes_on = text.trim_start().starts_with(char::is_lowercase);
        if fresh {
            return !heads && unfinished && (goes_on || !had_room(&open.last, line, right_edge));
        }
        if self.gap(open, line) || line.baseline < open.last.baseline {
            return false;
        }
        let hanging = (line.x - open.text_x).abs() < 4.0;
        let flush = (line.x - open.x).abs() < 4.0;
        if heads {
            return line.baseline - open.last.baseline < line.size * 1.6;
        }
        match (hanging, flush) {
            (true, _) => {
                !(is_finished(&so_far) && had_room(&open.last, line, right_edge)) || goes_on
            }
            (false, true) => unfinished || !had_room(&open.last, line, right_edge),
            // The second line of a paragraph shows how far it hangs.
            (false, false) if open.lines == 1 => {
                unfinished || goes_on || !had_room(&open.last, line, right_edge)
            }
            (false, false) => unfinished && goes_on,
        }
    }

    fn begin(&mut self, line: Line, page: u32, label: Option<Label<'_>>) {
        let text_x = label.map_or(line.x, |label| text_edge(&line, label.length));
        let mark = label.and_then(|label| self.mark(&label, &line));
        let skip = label.filter(|_| mark.is_some()).map_or(0, |label| label.length);
        let depth = match mark {
            Some(_) => self.depth(line.x),
            None => self.leave_items(line.x),
        };
        let mark = mark.or((depth > 0 || self.indents.len() > depth).then_some(Mark::None));
        let mut inlines = Vec::new();
        self.joiner.add(&mut inlines, &line, page, skip);
        self.open = Some(Open {
            inlines,
            mark,
            depth,
            x: line.x,
            text_x,
            first: line.clone(),
            last: line,
            page,
            lines: 1,
        });
    }

    /// A number at the margin is the paragraph's own; anything further in, and any letter or bullet, marks an item.
    fn mark(&self, label: &Label<'_>, line: &Line) -> Option<Mark> {
        let heading = line.size > self.body * 1.1;
        match label.kind {
            LabelKind::Bullet => Some(Mark::Bullet),
            LabelKind::Bracketed if !heading => Some(Mark::Written(label.written.to_owned())),
            LabelKind::Counted
                if !heading && !self.indents.is_empty() && line.x + 3.0 > self.indents[0] =>
            {
                Some(Mark::Written(label.written.to_owned()))
            }
            _ => None,
        }
    }

    /// How deep an item at this edge lies among those before it.
    fn depth(&mut self, x: f32) -> usize {
        while self.indents.last().is_some_and(|&indent| indent > x + 3.0) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|&indent| indent < x - 3.0) {
            self.indents.push(x);
        }
        self.indents.len() - 1
    }

    /// Text without a label at this edge: ends the items that lie further in.
    fn leave_items(&mut self, x: f32) -> usize {
        while self.indents.last().is_some_and(|&indent| indent + 3.0 > x) {
            self.indents.pop();
        }
        self.indents.len().saturating_sub(1)
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let look = Look { half_points: half_points(&open.first), bold: all_bold(&open.inlines) };
        if (open.mark.is_none() || open.mark == Some(Mark::None))
            && look.is_heading(self.body, &words(&open.inlines))
        {
            self.indents.clear();
            let text = plain(open.inlines);
            let mut before = self.blocks.iter().rev().map(|(block, _)| block);
            let before = before.find(|block| !matches!(block, Block::Page(_)));
            if !matches!(before, Some(Block::Heading { .. })) {
                self.in_force.clear();
            }
            self.in_force.push((look, words(&text).trim().to_owned()));
            return self.blocks.push((Block::Heading { level: 1, text }, Some(look)));
        }
        let block = match open.mark {
            Some(mark) => Block::Item { depth: open.depth, mark, text: open.inlines },
            None => Block::Paragraph(open.inlines),
        };
        self.blocks.push((block, None));
    }
}

fn half_points(line: &Line) -> i32 {
    (line.size * 2.0).round() as i32
}

/// Where the text after a label begins.
fn text_edge(line: &Line, label: usize) -> f32 {
    let mut at = 0;
    let mut edge = None;
    line.each_gap(|piece, gap| {
        at += gap.len();
        if at >= label && edge.is_none() {
            edge = Some(piece.x);
        }
        at += piece.text.len();
    });
    edge.unwrap_or(line.x)
}
