//! Names of the places that statements stand in: "3.2", "~2" for a repeat, a heading's slug for unnumbered text.

use rustc_hash::FxHashMap;

use crate::document::{Document, ParagraphId, PartId, Passage};

/// Gives each paragraph and each part that holds a statement a name of its own, unique in the draft.
#[derive(Debug, Default)]
pub(super) struct Places {
    names: Vec<String>,
    taken: FxHashMap<String, u32>,
    known: FxHashMap<(u32, Unit), u32>,
    counts: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Unit {
    Paragraph(ParagraphId),
    Part(PartId),
}

impl Places {
    /// The place of a passage, and the running number of the next statement there.
    pub(super) fn next(
        &mut self,
        document_index: u32,
        document: &Document,
        passage: &Passage,
    ) -> (u32, u32) {
        let unit = passage.paragraph.map_or(Unit::Part(passage.part), Unit::Paragraph);
        let place = match self.known.get(&(document_index, unit)) {
            Some(&place) => place,
            None => self.add(document_index, document, unit),
        };
        self.counts[place as usize] += 1;
        (place, self.counts[place as usize])
    }

    fn add(&mut self, document_index: u32, document: &Document, unit: Unit) -> u32 {
        let base = match unit {
            Unit::Paragraph(id) => document.paragraph(id).number.as_str(),
            Unit::Part(id) => match document.part(id).slug.as_str() {
                "" => "top",
                slug => slug,
            },
        };
        let name = self.unique(base);
        let place = self.names.len() as u32;
        self.names.push(name);
        self.counts.push(0);
        self.known.insert((document_index, unit), place);
        place
    }

    fn unique(&mut self, base: &str) -> String {
        let times = self.taken.entry(base.to_owned()).or_insert(0);
        *times += 1;
        if *times == 1 {
            return base.to_owned();
        }
        let mut name = format!("{base}~{times}");
        while self.taken.contains_key(&name) {
            name.push('~');
        }
        self.taken.insert(name.clone(), 1);
        name
    }

    pub(super) fn into_names(self) -> Vec<String> {
        self.names
    }
}
