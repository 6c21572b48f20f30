//! Where the law behind a statement is cited: nearest first, from its own sentence to the box of laws of its chapter.

use std::ops::Range;

use super::{Authority, Citation, Statement};
use crate::{
    acts::comparable,
    document::{Document, Extent, PartId, PassageId, PassageKind},
};

/// The boxes "Relevant legislation" of a Code: each with its document, the part it speaks for, and its citations.
#[derive(Debug, Default)]
pub struct Boxes(Vec<(u32, PartId, Range<usize>)>);

impl Boxes {
    /// `citations` are in the order of the text, as [`super::Reading`] has them.
    pub fn collect(documents: &[Document], citations: &[Citation]) -> Self {
        let none = Self::default();
        let finder = Authorities { documents, citations, boxes: &none };
        let all = documents.iter().enumerate();
        Self(all.flat_map(|(index, document)| finder.boxes_of(index as u32, document)).collect())
    }
}

/// Finds authorities over the documents of one Code.
#[derive(Debug)]
pub struct Authorities<'a> {
    /// Of one Code.
    pub documents: &'a [Document],
    /// In the order of the text.
    pub citations: &'a [Citation],
    /// Of the same documents and citations.
    pub boxes: &'a Boxes,
}

/// How many passages below a paragraph its line of law is looked for: past a heading and a table.
const BELOW: usize = 40;

/// One place to look in: indices of the citations there.
type Step<'a> = fn(&Authorities<'a>, &Statement) -> Vec<Range<usize>>;

impl<'a> Authorities<'a> {
    /// Where the law behind a statement is cited, and the citations there.
    pub fn of(&self, statement: &Statement) -> (Authority, Vec<&'a Citation>) {
        let steps: [(Authority, Step<'a>); 5] = [
            (Authority::Sentence, Authorities::sentence),
            (Authority::Note, Authorities::notes),
            (Authority::Row, Authorities::row),
            (Authority::Paragraph, Authorities::paragraph),
            (Authority::Part, Authorities::part),
        ];
        let found = steps.into_iter().find_map(|(authority, places)| {
            let places = places(self, statement).into_iter();
            let found: Vec<&Citation> = places.flat_map(|place| &self.citations[place]).collect();
            (!found.is_empty()).then_some((authority, found))
        });
        found.unwrap_or((Authority::None, Vec::new()))
    }

    /// The indices of the citations that begin within an extent.
    fn within(&self, document: u32, extent: Extent) -> Range<usize> {
        let begins_before = |citation: &Citation, offset: u32| {
            (citation.document, citation.at.start) < (document, offset)
        };
        let first = self.citations.partition_point(|it| begins_before(it, extent.start));
        let few = self.citations[first..].iter().take_while(|it| begins_before(it, extent.end));
        first..first + few.count()
    }

    fn row(&self, statement: &Statement) -> Vec<Range<usize>> {
        let document = &self.documents[statement.document as usize];
        let passage = document.passage(statement.passage);
        let row = matches!(passage.kind, PassageKind::Row { .. }).then_some(passage.extent);
        row.map(|row| self.within(statement.document, row)).into_iter().collect()
    }

    fn sentence(&self, statement: &Statement) -> Vec<Range<usize>> {
        let own = std::iter::once(statement.extent).chain(statement.lead_in);
        own.map(|extent| self.within(statement.document, extent)).collect()
    }

    fn notes(&self, statement: &Statement) -> Vec<Range<usize>> {
        let document = &self.documents[statement.document as usize];
        let own: Vec<Extent> = std::iter::once(statement.extent).chain(statement.lead_in).collect();
        // A mark may stand behind the full stop.
        let marked = |at: u32| own.iter().any(|extent| extent.start <= at && at <= extent.end + 1);
        let after = document.marks.partition_point(|mark| {
            mark.at < own.iter().map(|extent| extent.start).min().unwrap_or(0)
        });
        document.marks[after..]
            .iter()
            .take_while(|mark| mark.at <= statement.extent.end + 1)
            .filter(|mark| marked(mark.at))
            .filter_map(|mark| mark.note)
            .map(|note| self.within(statement.document, document.passage(note).extent))
            .collect()
    }

    /// The paragraph; in text without numbers, the passage and the next line of law under the same heading, which speaks for all
    /// that follows the line before it.
    fn paragraph(&self, statement: &Statement) -> Vec<Range<usize>> {
        let document = &self.documents[statement.document as usize];
        let passage = document.passage(statement.passage);
        let mut places = vec![self.within(statement.document, passage.extent)];
        if let Some(paragraph) = passage.paragraph {
            // its passages follow one another, so that what stands between the first and the last is all its own
            let Range { start, end } = document.paragraph(paragraph).passages;
            let (first, last) = (PassageId(start), PassageId(end.saturating_sub(1).max(start)));
            let (from, to) =
                (document.passage(first).extent.start, document.passage(last).extent.end);
            places.push(self.within(statement.document, Extent { start: from, end: to }));
            // A heading may stand between a numbered paragraph and its line of law: "Speed limits", with a table.
            let rest = document.passages.get(end as usize..).unwrap_or(&[]);
            let mut below = rest.iter().take(BELOW).take_while(|next| next.paragraph.is_none());
            let law = below.find(|next| is_law_line(document.text(next.extent)));
            places.extend(law.map(|law| self.within(statement.document, law.extent)));
        } else {
            let rest = document.passages.get(statement.passage.0 as usize + 1..).unwrap_or(&[]);
            let mut below = rest.iter().take(BELOW).take_while(|next| {
                next.part == passage.part
                    && next.paragraph.is_none()
                    && next.kind != PassageKind::Heading
            });
            let law = below.find(|next| is_law_line(document.text(next.extent)));
            places.extend(law.map(|law| self.within(statement.document, law.extent)));
        }
        places
    }

    /// The boxes of the part and of those it lies in.
    fn part(&self, statement: &Statement) -> Vec<Range<usize>> {
        if self.boxes.0.is_empty() {
            return Vec::new();
        }
        let index = statement.document;
        let document = &self.documents[index as usize];
        let path = document.path_of(document.passage(statement.passage).part);
        let speaks = |speaks_for: &PartId| speaks_for.0 == 0 || path.contains(speaks_for);
        let boxes =
            self.boxes.0.iter().filter(|(of, speaks_for, _)| *of == index && speaks(speaks_for));
        boxes.map(|(.., citations)| citations.clone()).collect()
    }

    fn boxes_of(&self, index: u32, document: &Document) -> Vec<(u32, PartId, Range<usize>)> {
        let mut found = Vec::new();
        for (id, passage) in document.passages.iter().enumerate() {
            let text = document.text(passage.extent);
            if text.len() > 40 || !is_box_heading(text) {
                continue;
            }
            let is_heading = passage.kind == PassageKind::Heading;
            let speaks_for = if is_heading {
                document.part(passage.part).parent.unwrap_or_default()
            } else {
                passage.part
            };
            let rest = document.passages[id + 1..].iter();
            let own = rest
                .take_while(|next| next.part == passage.part && next.kind != PassageKind::Heading);
            // Without a heading of its own the box ends where the numbered text begins again.
            let own = own.take_while(|next| is_heading || next.paragraph == passage.paragraph);
            let end = own.last().map_or(passage.extent.end, |last| last.extent.end);
            let extent = Extent { start: passage.extent.start, end };
            found.push((index, speaks_for, self.within(index, extent)));
        }
        found
    }
}

/// "Relevant legislation", "The legal framework".
fn is_box_heading(text: &str) -> bool {
    const NAMES: [&str; 7] = [
        "relevant legislation",
        "legislation",
        "legal framework",
        "statutory framework",
        "relevant law",
        "legal basis",
        "primary legislation",
    ];
    let key = comparable(text);
    let key = key.strip_prefix("the ").unwrap_or(&key);
    NAMES.contains(&key)
}

/// "Law RTA 1988 sect 36", "[Section 4]".
fn is_law_line(text: &str) -> bool {
    text.starts_with("Law ")
        || text.starts_with("Laws ")
        || (text.starts_with('[') && text.trim_end().ends_with(']'))
}
