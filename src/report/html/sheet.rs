//! One document of a draft made ready to be written: what is shown of it, its marks, and what is said of each passage.

use maud::{Markup, Render, html};

use super::{
    pieces::{Is, Mark, NoteMark},
    statement,
    text::{Remark, Text},
};
use crate::{
    document::{Document, Extent, Part, Passage, PassageId, PassageKind},
    report::place::Parts,
    statements::Statement,
};

pub(super) struct Sheet<'a> {
    text: &'a Text<'a>,
    pub(super) document: &'a Document,
    parts: Parts<'a>,
    /// Its index in the draft.
    index: u32,
    /// By the passage they stand in.
    statements: Vec<(PassageId, u32)>,
    remarks: Vec<(PassageId, &'a Remark)>,
    /// In the order of the text.
    pub(super) marks: Vec<Mark>,
    /// The passages that footnotes' marks lead to, in order.
    noted: Vec<PassageId>,
    /// Which passages are shown.
    shown: Vec<bool>,
}

/// What is said below one passage.
pub(super) struct Lines<'a> {
    sheet: &'a Sheet<'a>,
    statements: &'a [(PassageId, u32)],
    remarks: &'a [(PassageId, &'a Remark)],
}

impl<'a> Sheet<'a> {
    pub(super) fn of(text: &'a Text<'a>, index: u32) -> Self {
        let document = &text.draft.documents[index as usize];
        let statements = text.chosen.iter().map(|&at| (at, &text.draft.statements()[at as usize]));
        let statements: Vec<_> = statements.filter(|(_, it)| it.document == index).collect();
        let remarks = text.remarks.iter().filter(|it| it.words.source.index() == index as usize);
        // What is said of the draft as a whole is said where it begins.
        let passage = |it: &Remark| document.passage_of(it.words).unwrap_or(PassageId(0));
        let remarks = remarks.map(|it| (passage(it), it));
        let mut sheet = Self {
            text,
            document,
            parts: Parts::of(text.draft),
            index,
            marks: marks(document, &statements, &text.remarks),
            statements: statements.iter().map(|(at, it)| (it.passage, *at)).collect(),
            remarks: remarks.collect(),
            noted: document.marks.iter().filter_map(|mark| mark.note).collect(),
            shown: Vec::new(),
        };
        sheet.noted.sort_unstable();
        sheet.statements.sort_by_key(|(passage, _)| *passage);
        sheet.remarks.sort_by_key(|(passage, _)| *passage);
        sheet.shown = sheet.find_shown();
        sheet
    }

    /// Everything; of an excerpt, what something is said of, with its lead-in and the headings above it.
    fn find_shown(&self) -> Vec<bool> {
        let passages = &self.document.passages;
        if !self.text.excerpt {
            return vec![true; passages.len()];
        }
        let mut shown = vec![false; passages.len()];
        let named = self.statements.iter().map(|(id, _)| *id);
        for id in named.chain(self.remarks.iter().map(|(id, _)| *id)) {
            let lead_in = |id: &PassageId| self.document.passage(*id).lead_in;
            std::iter::successors(Some(id), lead_in).for_each(|id| shown[id.0 as usize] = true);
        }
        // Backwards: a heading is shown where something below it is, before the next of its level.
        let mut above = 0;
        for (passage, shown) in passages.iter().zip(&mut shown).rev() {
            match self.level(passage) {
                Some(level) => {
                    *shown |= level < above;
                    above = if *shown { level } else { above };
                }
                None if *shown => above = u8::MAX,
                None => {}
            }
        }
        shown
    }

    /// Whether anything of the document is shown.
    pub(super) fn is_shown(&self) -> bool {
        self.shown.contains(&true)
    }

    /// The passages that are shown.
    pub(super) fn passages(&self) -> impl Iterator<Item = (PassageId, &'a Passage)> + '_ {
        let numbered = (0..).map(PassageId).zip(&self.document.passages);
        numbered.zip(&self.shown).filter_map(|(passage, shown)| shown.then_some(passage))
    }

    pub(super) fn lines(&self, passage: PassageId) -> Lines<'_> {
        Lines {
            sheet: self,
            statements: of_passage(&self.statements, passage),
            remarks: of_passage(&self.remarks, passage),
        }
    }

    /// The part that a heading opens.
    fn opens(&self, passage: &Passage) -> Option<&'a Part> {
        let part = self.document.part(passage.part);
        (passage.kind == PassageKind::Heading && part.heading == passage.extent).then_some(part)
    }

    /// The level of a heading that opens a part.
    pub(super) fn level(&self, passage: &Passage) -> Option<u8> {
        self.opens(passage).map(|part| part.level)
    }

    /// Whether a heading opens an outermost part. The title of the draft opens none.
    pub(super) fn is_outer(&self, passage: &Passage) -> bool {
        self.opens(passage).is_some() && self.parts.path(self.document, passage.part).len() == 1
    }

    pub(super) fn heading_id(&self, passage: &Passage) -> Option<String> {
        let part = self.opens(passage)?;
        let file = if self.text.draft.documents.len() > 1 {
            self.index.to_string()
        } else {
            String::new()
        };
        Some(format!("{}h{file}-{}", self.text.prefix, part.slug))
    }

    /// The id of a passage that a footnote's mark leads to.
    pub(super) fn note_id(&self, passage: PassageId) -> Option<String> {
        self.noted.binary_search(&passage).ok().map(|_| self.id_of_note(passage))
    }

    fn id_of_note(&self, passage: PassageId) -> String {
        format!("{}n{}-{}", self.text.prefix, self.index, passage.0)
    }

    /// The footnotes marked in an extent.
    pub(super) fn notes_in(&self, extent: Extent) -> Vec<NoteMark<'a>> {
        let marks = &self.document.marks;
        let first = marks.partition_point(|mark| mark.at < extent.start);
        let inside = marks[first..].iter().take_while(|mark| mark.at <= extent.end);
        let is_shown = |note: &PassageId| self.shown[note.0 as usize];
        let target = |note: Option<PassageId>| note.filter(is_shown).map(|it| self.id_of_note(it));
        inside
            .map(|mark| NoteMark { at: mark.at, label: &mark.label, target: target(mark.note) })
            .collect()
    }
}

/// Those of one passage, of a list that is in the order of passages.
fn of_passage<T>(all: &[(PassageId, T)], passage: PassageId) -> &[(PassageId, T)] {
    let start = all.partition_point(|(id, _)| *id < passage);
    let end = all.partition_point(|(id, _)| *id <= passage);
    &all[start..end]
}

/// The marks that begin in an extent.
pub(super) fn marks_in(marks: &[Mark], extent: Extent) -> &[Mark] {
    let start = marks.partition_point(|mark| mark.extent.start < extent.start);
    let end = marks.partition_point(|mark| mark.extent.start < extent.end);
    &marks[start..end]
}

fn marks(document: &Document, statements: &[(u32, &Statement)], remarks: &[Remark]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::with_capacity(statements.len() * 2);
    let mut mark = |extent, is| marks.push(Mark { extent, is });
    for (_, statement) in statements {
        let modality = statement.modality;
        mark(statement.extent, Is::Statement(modality));
        mark(statement.keyword, Is::Keyword(modality));
        if let Some(lead_in) = statement.lead_in.filter(|it| it.contains(statement.keyword)) {
            mark(lead_in, Is::Statement(modality));
        }
    }
    for emphasis in &document.emphasis {
        mark(emphasis.extent, if emphasis.strong { Is::Strong } else { Is::Emphasis });
    }
    for (index, link) in (0..).zip(&document.links) {
        mark(link.extent, Is::Link(index));
    }
    for remark in remarks.iter().filter(|it| it.words.source == document.source) {
        mark(document.extent_of(remark.words), Is::Noted(remark.class));
    }
    marks.retain(|mark| !mark.extent.is_empty());
    marks.sort_by_key(|mark| mark.extent.start);
    marks
}

impl Lines<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.statements.is_empty() && self.remarks.is_empty()
    }
}

impl Render for Lines<'_> {
    fn render(&self) -> Markup {
        let Text { draft, prefix, .. } = self.sheet.text;
        let several = self.statements.len() > 1;
        html! {
            @if !self.is_empty() {
                ul.lines {
                    @for (_, index) in self.statements {
                        @let statement = &draft.statements()[*index as usize];
                        (statement::line(draft, statement, &format!("{prefix}{}", draft.id(statement)), several))
                    }
                    @for (_, remark) in self.remarks { (remark.line) }
                }
            }
        }
    }
}
