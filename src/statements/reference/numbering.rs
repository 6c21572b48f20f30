//! What a draft numbers and heads: everything a reference may point at, over all documents of one Code.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::heading::{alike, content, stem};
use crate::{
    acts::{comparable, provision::compare_numbers},
    document::{Document, Extent, NoteMark, ParagraphId, PartId, Unit},
    statements::ReferencePlace,
};

/// Something with a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) document: u32,
    /// Where it begins in the source.
    pub(super) at: u32,
    pub(super) part: PartId,
    pub(super) paragraph: Option<ParagraphId>,
}

impl Place {
    pub(super) fn pointed_at(self) -> ReferencePlace {
        ReferencePlace { document: self.document, at: self.at }
    }
}

/// Everything a reference may point at.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By unit, where the draft writes one, and number in lower case.
    numbered: FxHashMap<(Option<Unit>, String), Vec<Place>>,
    /// How many numbers each unit has.
    counts: FxHashMap<Option<Unit>, u32>,
    paragraphs: FxHashMap<String, Vec<Place>>,
    /// The numbers of paragraphs by chapter, in order: made when a reference leads nowhere.
    chapters: OnceCell<FxHashMap<Option<String>, Vec<String>>>,
    paragraph_units: FxHashSet<Unit>,
    /// By label in lower case; each file of a Code may have its own footnote 1.
    pub(super) footnotes: FxHashMap<String, Vec<Place>>,
    /// Letters and digits only: how dashes and dots become anchors differs from site to site. Where they stand is known of headings.
    anchors: FxHashMap<String, Option<Place>>,
    /// Comparable headings, without number, and where they stand.
    headings: Vec<(String, Place)>,
    /// Which headings have a word with this stem, in order: made when something points at one.
    stems: OnceCell<FxHashMap<String, Vec<usize>>>,
    /// All headings: made when a reference has a label.
    titles: OnceCell<FxHashSet<String>>,
    pub(super) has_dotted: bool,
    pub(super) has_whole: bool,
}

impl Numbering {
    pub(super) fn collect(documents: &[Document]) -> Self {
        let mut made = Self::default();
        for (index, document) in documents.iter().enumerate() {
            made.parts(index as u32, document);
            made.paragraphs(index as u32, document);
            made.captions(index as u32, document);
            let notes = document.marks.iter().filter_map(|mark| note(index as u32, document, mark));
            for (label, place) in notes {
                made.footnotes.entry(label).or_default().push(place);
            }
            made.anchors.extend(document.anchors.iter().map(|anchor| (letters(anchor), None)));
            let headings = document.parts.iter().enumerate().map(|(id, part)| {
                let at = document.span(part.heading).start;
                let part_id = PartId(id as u32);
                let place = Place { document: index as u32, at, part: part_id, paragraph: None };
                (letters(&part.slug), Some(place))
            });
            made.anchors.extend(headings);
        }
        made
    }

    fn parts(&mut self, index: u32, document: &Document) {
        for (id, part) in document.parts.iter().enumerate().skip(1) {
            let part_id = PartId(id as u32);
            let heading = comparable(document.text(part.name));
            let at = document.span(part.heading).start;
            let place = Place { document: index, at, part: part_id, paragraph: None };
            self.headings.push((heading, place));
            let Some(number) = &part.number else { continue };
            self.number(part.unit, number.as_str(), place);
        }
    }

    fn paragraphs(&mut self, index: u32, document: &Document) {
        for (id, paragraph) in document.paragraphs.iter().enumerate() {
            let paragraph_id = Some(ParagraphId(id as u32));
            let (at, part) = (paragraph.label.start, paragraph.part);
            let place = Place { document: index, at, part, paragraph: paragraph_id };
            let number = paragraph.number.as_str();
            self.has_dotted |= number.contains('.');
            self.has_whole |= number.bytes().all(|byte| byte.is_ascii_digit());
            self.paragraph_units.extend(paragraph.unit);
            self.paragraphs.entry(number.to_lowercase()).or_default().push(place);
            if paragraph.unit.is_some() {
                self.number(paragraph.unit, number, place);
            }
        }
    }

    /// "Table 1: …", "Figure 2. …" at the beginning of a passage; "Annex 1: …" anywhere, since a contents list converted
    /// from a PDF runs on in one passage.
    fn captions(&mut self, index: u32, document: &Document) {
        let passages = document.passages.iter().map(|passage| passage.extent);
        let begins = passages.filter_map(|extent| Some((extent, caption(document.text(extent))?)));
        let plain = document.plain.text();
        let anywhere = memchr::memmem::find_iter(plain.as_bytes(), "Annex ").filter_map(|at| {
            let found = caption(&plain[at..]).filter(|(unit, _)| *unit == Unit::Annex)?;
            Some((Extent::new(at, at + 1), found))
        });
        for (extent, (unit, number)) in begins.chain(anywhere) {
            let part =
                document.passage_at(extent.start).map_or(PartId(0), |id| document.passage(id).part);
            let at = document.span(extent).start;
            let place = Place { document: index, at, part, paragraph: None };
            if self.division(unit, number, false).is_none() {
                self.number(Some(unit), number, place);
            }
        }
    }

    fn number(&mut self, unit: Option<Unit>, number: &str, place: Place) {
        *self.counts.entry(unit).or_default() += 1;
        self.numbered.entry((unit, number.to_lowercase())).or_default().push(place);
    }

    /// How many numbers the draft gives to this unit.
    pub(super) fn count(&self, unit: Unit) -> u32 {
        self.counts.get(&Some(unit)).copied().unwrap_or(0)
    }

    pub(super) fn has_paragraphs(&self) -> bool {
        self.paragraphs.len() >= 3
    }

    pub(super) fn calls_paragraphs(&self, unit: Unit) -> bool {
        self.paragraph_units.contains(&unit)
    }

    /// Where a division with this unit and number stands; one without a unit of its own too, where `bare`.
    pub(super) fn division(&self, unit: Unit, number: &str, bare: bool) -> Option<Place> {
        let key = number.to_lowercase();
        let own = self.numbered.get(&(Some(unit), key.clone()));
        let other = || self.numbered.get(&(None, key)).filter(|_| bare);
        own.or_else(other).and_then(|places| places.first()).copied()
    }

    /// Numbered headings without a unit of their own: "1. Introduction".
    pub(super) fn has_bare_divisions(&self) -> bool {
        self.counts.get(&None).is_some_and(|&count| count >= 2)
    }

    /// The paragraph with this number; where several have it, the one in the same document and part as `near`.
    pub(super) fn paragraph(&self, number: &str, near: Option<(u32, PartId)>) -> Option<Place> {
        let places = self.paragraphs.get(&number.to_lowercase())?;
        let close = |place: &&Place| {
            near.is_some_and(|(document, part)| place.document == document && place.part == part)
        };
        let same_document =
            |place: &&Place| near.is_some_and(|(document, _)| place.document == document);
        let found = places.iter().find(close).or_else(|| places.iter().find(same_document));
        found.or_else(|| places.first()).copied()
    }

    /// Whether only one paragraph has the number, so that it tells a place.
    pub(super) fn is_unique(&self, number: &str) -> bool {
        self.paragraphs.get(&number.to_lowercase()).is_some_and(|places| places.len() == 1)
    }

    /// The paragraph number before this one that exists, in the same chapter where numbers have steps.
    pub(super) fn nearest(&self, number: &str) -> Option<String> {
        let chapters = self.chapters.get_or_init(|| self.by_chapter());
        let all = chapters.get(&chapter_of(number).map(str::to_owned))?;
        let before =
            all.partition_point(|other| compare_numbers(tail_of(other), tail_of(number)).is_lt());
        before.checked_sub(1).map(|index| all[index].clone())
    }

    fn by_chapter(&self) -> FxHashMap<Option<String>, Vec<String>> {
        let mut chapters: FxHashMap<Option<String>, Vec<String>> = FxHashMap::default();
        for number in self.paragraphs.keys() {
            let chapter = chapter_of(number).map(str::to_owned);
            chapters.entry(chapter).or_default().push(number.clone());
        }
        for numbers in chapters.values_mut() {
            numbers.sort_by(|a, b| compare_numbers(tail_of(a), tail_of(b)).then_with(|| a.cmp(b)));
        }
        chapters
    }

    /// The first heading that shares a word with these.
    pub(super) fn heading_about(&self, words: &str) -> Option<&(String, Place)> {
        let stems = self.stems.get_or_init(|| self.by_stem());
        let shares = |index: &usize, word: &str| {
            content(&self.headings[*index].0).any(|other| alike(word, other))
        };
        let first = |word| {
            let prefixes = stem(word).char_indices().map(|(at, c)| &word[..at + c.len_utf8()]);
            let headings = prefixes.filter_map(|prefix| stems.get(prefix));
            headings.filter_map(|all| all.iter().find(|index| shares(index, word))).min()
        };
        content(words).filter_map(first).min().map(|&index| &self.headings[index])
    }

    fn by_stem(&self) -> FxHashMap<String, Vec<usize>> {
        let mut stems: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (index, (heading, _)) in self.headings.iter().enumerate() {
            for word in content(heading) {
                stems.entry(stem(word).to_owned()).or_default().push(index);
            }
        }
        stems
    }

    /// Whether these comparable words are a heading.
    pub(super) fn is_heading(&self, words: &str) -> bool {
        let all = || self.headings.iter().map(|(heading, _)| heading.clone()).collect();
        self.titles.get_or_init(all).contains(words)
    }

    /// The footnote with this label; where several files have one, that of `document`.
    pub(super) fn footnote(&self, label: &str, document: u32) -> Option<Place> {
        let places = self.footnotes.get(&label.to_lowercase())?;
        let own = places.iter().find(|place| place.document == document);
        own.or_else(|| places.first()).copied()
    }

    /// Whether something has this anchor, however dashes and dots are written; and where, of a heading.
    pub(super) fn anchor(&self, anchor: &str) -> (bool, Option<Place>) {
        let wanted = letters(anchor);
        let place = self.anchors.get(&wanted);
        (wanted.is_empty() || place.is_some(), place.copied().flatten())
    }
}

/// The footnote that a mark names, by its label in lower case.
fn note(index: u32, document: &Document, mark: &NoteMark) -> Option<(String, Place)> {
    let passage = document.passage(mark.note?);
    let at = document.span(passage.extent).start;
    let place = Place { document: index, at, part: passage.part, paragraph: passage.paragraph };
    Some((mark.label.to_lowercase(), place))
}

/// "9" of "9.12"; numbers without steps have no chapter.
fn chapter_of(number: &str) -> Option<&str> {
    number.split_once('.').map(|(chapter, _)| chapter)
}

/// "12" of "9.12".
fn tail_of(number: &str) -> &str {
    number.rsplit('.').next().unwrap_or(number)
}

/// The unit and number that a line begins with. Other divisions than tables and figures need their colon: "Annex B
/// lists …" is a sentence.
fn caption(text: &str) -> Option<(Unit, &str)> {
    let mut words = text.split_whitespace();
    let (unit, is_shown) = match words.next()? {
        "Table" | "TABLE" => (Unit::Table, true),
        "Figure" | "FIGURE" | "Diagram" => (Unit::Figure, true),
        "Box" | "BOX" => (Unit::Box, true),
        "Annex" | "ANNEX" => (Unit::Annex, false),
        "Appendix" | "APPENDIX" => (Unit::Appendix, false),
        "Chapter" | "CHAPTER" => (Unit::Chapter, false),
        _ => return None,
    };
    let written = words.next()?;
    let number = written.trim_end_matches([':', '.', ',', '–', '-']);
    let closed = written.ends_with(':') || matches!(words.next(), Some("–" | "-" | ":"));
    let is_number =
        number.starts_with(|c: char| c.is_ascii_digit()) || (number.len() == 1 && number != "a");
    (is_number && (is_shown || closed)).then_some((unit, number))
}

pub(super) fn letters(anchor: &str) -> String {
    anchor.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
