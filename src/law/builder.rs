//! Puts provisions together: their words as the passages of a document, which is then read like a draft.

use super::{Instrument, Provision, Status};
use crate::{
    acts::Kind,
    document::{
        Document, Extent, Number, Origin, Paragraph, ParagraphId, Part, PartId, Passage, PassageId,
        PassageKind, Plain, WordStarts,
    },
    source::{SourceId, Span},
    statements::{Reading, Vocabulary},
};

/// What a file says of its instrument.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) file: String,
    pub(super) title: String,
    pub(super) id: Option<String>,
    pub(super) kind: Option<Kind>,
    pub(super) version: Option<String>,
    pub(super) is_whole: bool,
    pub(super) has_texts: bool,
}

#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    passages: Vec<Passage>,
    paragraphs: Vec<Paragraph>,
    provisions: Vec<Provision>,
    pub(super) divisions: Vec<String>,
}

impl Builder {
    pub(super) fn is_empty(&self) -> bool {
        self.provisions.is_empty()
    }

    pub(super) fn path(&self, provision: u32) -> &str {
        &self.provisions[provision as usize].path
    }

    /// Begins a provision. `parent` is the one it lies in, `at` where it begins in the text that is read.
    pub(super) fn open(
        &mut self,
        path: String,
        at: usize,
        parent: Option<u32>,
        heading: Option<String>,
        status: Status,
        extent: Option<String>,
    ) -> u32 {
        let next = self.passages.len() as u32;
        if parent.is_none() {
            let number = Number::new(path.rsplit('/').next().unwrap_or(""));
            let label = Span { source: SourceId(0), start: 0, end: 0 };
            let id = path.clone();
            self.paragraphs.push(Paragraph {
                number,
                unit: None,
                label,
                part: PartId(0),
                passages: next..next,
                id,
            });
        }
        self.provisions.push(Provision {
            path,
            heading,
            parent,
            at: at as u32,
            passages: next..next,
            lead: None,
            status,
            extent,
        });
        self.provisions.len() as u32 - 1
    }

    /// Adds words to a provision. The first words introduce what lies in it.
    pub(super) fn text(&mut self, provision: u32, words: &str) {
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(words);
        let extent = Extent::new(start, self.text.len());
        self.text.push('\n');
        let id = PassageId(self.passages.len() as u32);
        let depth = self.depth(provision);
        let lead_in = self.lead_above(provision);
        let own = &mut self.provisions[provision as usize];
        let is_first = own.lead.is_none() && own.passages.is_empty();
        let is_item = is_first && lead_in.is_some() && depth > 0;
        let label = own.path.rsplit('/').next().map(Number::new);
        let kind = if is_item { PassageKind::Item { label, depth } } else { PassageKind::Text };
        if is_first {
            own.lead = Some(id);
            own.passages = id.0..id.0;
        }
        // Words after what lies in it ("are efficient and effective.") belong to it still.
        own.passages.end = id.0 + 1;
        let paragraph = self.paragraphs.len().checked_sub(1).map(|at| ParagraphId(at as u32));
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.passages.end = id.0 + 1;
        }
        self.passages.push(Passage {
            extent,
            kind,
            origin: Origin::Draft,
            part: PartId(0),
            paragraph,
            lead_in: lead_in.filter(|_| is_item),
        });
    }

    /// How deep a provision lies: a section is at 0.
    fn depth(&self, provision: u32) -> u8 {
        let parents =
            std::iter::successors(Some(provision), |&at| self.provisions[at as usize].parent);
        u8::try_from(parents.count() - 1).unwrap_or(u8::MAX)
    }

    /// The words that introduce a provision, where they end as an introduction does: "The Board shall—".
    fn lead_above(&self, provision: u32) -> Option<PassageId> {
        let parent = self.provisions[provision as usize].parent?;
        let lead = self.provisions[parent as usize].lead?;
        let words = &self.text[self.passages[lead.0 as usize].extent.range()];
        words.trim_end().ends_with(['—', ':', '–', '-', ',']).then_some(lead)
    }

    pub(super) fn finish(self, front: Front, vocabulary: &Vocabulary) -> Instrument {
        let mut plain = Plain::default();
        plain.push(&self.text, &self.text, 0, self.text.len());
        let whole = Part {
            heading: Extent::default(),
            name: Extent::default(),
            level: 0,
            number: None,
            unit: None,
            parent: None,
            slug: String::new(),
        };
        let documents = [Document {
            source: SourceId(0),
            words: WordStarts::of(plain.text()),
            plain,
            title: Some(front.title.clone()),
            date: None,
            parts: vec![whole],
            paragraphs: self.paragraphs,
            passages: self.passages,
            cells: Vec::new(),
            emphasis: Vec::new(),
            links: Vec::new(),
            inert: Vec::new(),
            marks: Vec::new(),
            code: Vec::new(),
            comments: Vec::new(),
            pages: Vec::new(),
            anchors: Vec::new(),
        }];
        let reading = Reading::from_documents(&documents, vocabulary);
        Instrument {
            file: front.file,
            title: front.title,
            id: front.id,
            kind: front.kind,
            version: front.version,
            is_whole: front.is_whole,
            has_texts: front.has_texts,
            provisions: self.provisions,
            divisions: self.divisions,
            documents,
            reading,
        }
    }
}
