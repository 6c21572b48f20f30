//! What is compared: one keyword with its own words, and the items of its list inside it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::words::{Lexicon, Word, hash};
use crate::{
    document::Extent,
    draft::Draft,
    statements::{Modality, Statement},
};

/// Index of a [`Unit`] in its side.
pub type UnitId = u32;

/// One keyword of a draft, with its words.
#[derive(Debug)]
pub struct Unit {
    /// Its statements, as indices into the draft's: one; or one an item, where the keyword leads in to a list.
    pub statements: Vec<u32>,
    /// The words of its clause: its sentence, cut where the words of another keyword begin.
    pub own: Extent,
    pub modality: Modality,
    /// Its words without the keyword, and those of its items: what stays when "must" becomes "should".
    frame: Range<u32>,
    /// Of the frame, the words of the action.
    action: Range<u32>,
    /// One number for the frame; and one for the frame with the modality.
    pub(super) frame_hash: u64,
    pub(super) full_hash: u64,
    /// The paragraph it stands in; its part, where nothing is numbered.
    pub(super) place: u32,
}

/// One of the two drafts, with its units in the order of the text.
#[derive(Debug)]
pub struct Side<'a> {
    pub draft: &'a Draft,
    pub units: Vec<Unit>,
    words: Vec<Word>,
}

impl<'a> Side<'a> {
    pub(super) fn of(draft: &'a Draft, lexicon: &mut Lexicon) -> Self {
        let mut side = Self { draft, units: Vec::new(), words: Vec::new() };
        let groups = by_keyword(draft);
        let clauses = clauses(draft, &groups);
        for (statements, own) in groups.into_iter().zip(clauses) {
            let unit = side.read(statements, own, lexicon);
            side.units.push(unit);
        }
        side
    }

    fn read(&mut self, statements: Vec<u32>, own: Extent, lexicon: &mut Lexicon) -> Unit {
        let draft = self.draft;
        let first = &draft.statements()[statements[0] as usize];
        let start = self.words.len();
        let before = Extent { end: first.keyword.start, ..own };
        let after = Extent { start: first.keyword.end, ..own };
        for extent in [before, after] {
            self.read_words(first.document, extent, lexicon);
        }
        if leads_in(first) {
            for &item in &statements {
                let extent = draft.statements()[item as usize].extent;
                self.read_words(first.document, extent, lexicon);
            }
        }
        let end = self.words.len();
        for &statement in &statements {
            let statement = &draft.statements()[statement as usize];
            self.read_words(first.document, statement.action, lexicon);
        }
        let frame_hash = hash(self.words[start..end].iter().copied());
        Unit {
            own,
            modality: first.modality,
            frame: start as u32..end as u32,
            action: end as u32..self.words.len() as u32,
            frame_hash,
            full_hash: frame_hash.wrapping_mul(31).wrapping_add(first.modality as u64 + 1),
            place: first.place,
            statements,
        }
    }

    fn read_words(&mut self, document: u32, extent: Extent, lexicon: &mut Lexicon) {
        if extent.is_empty() {
            return;
        }
        let is_number = |at: usize| self.draft.is_reference(document, extent.start + at as u32);
        let text = self.draft.documents[document as usize].text(extent);
        lexicon.read(text, is_number, &mut self.words);
    }

    /// The words of an extent, those of other places too.
    pub(super) fn look_up(
        &self,
        document: u32,
        extent: Extent,
        lexicon: &Lexicon,
        words: &mut Vec<Word>,
    ) {
        let is_number = |at: usize| self.draft.is_reference(document, extent.start + at as u32);
        lexicon.look_up(self.draft.documents[document as usize].text(extent), is_number, words);
    }

    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id as usize]
    }

    /// The first statement of a unit: it speaks for all in what stands before the list.
    pub fn statement(&self, id: UnitId) -> &'a Statement {
        &self.draft.statements()[self.unit(id).statements[0] as usize]
    }

    pub fn statements_of(&self, id: UnitId) -> impl Iterator<Item = &'a Statement> + use<'a, '_> {
        let draft = self.draft;
        self.unit(id).statements.iter().map(move |&index| &draft.statements()[index as usize])
    }

    /// Whether the unit is a keyword with a list.
    pub fn is_list(&self, id: UnitId) -> bool {
        leads_in(self.statement(id))
    }

    pub(super) fn frame(&self, id: UnitId) -> &[Word] {
        let range = &self.unit(id).frame;
        &self.words[range.start as usize..range.end as usize]
    }

    pub(super) fn action(&self, id: UnitId) -> &[Word] {
        let range = &self.unit(id).action;
        &self.words[range.start as usize..range.end as usize]
    }

    /// The words of a statement's clause, in one line.
    pub fn text(&self, id: UnitId) -> &'a str {
        let statement = self.statement(id);
        self.draft.text(statement, self.unit(id).own)
    }
}

/// Whether the keyword stands in a lead-in.
fn leads_in(statement: &Statement) -> bool {
    statement.lead_in.is_some_and(|lead_in| lead_in.contains(statement.keyword))
}

/// The extent a keyword's sentence has: the lead-in, where it stands there.
fn sentence_of(statement: &Statement) -> Extent {
    statement.lead_in.filter(|_| leads_in(statement)).unwrap_or(statement.extent)
}

/// Statements by their keyword, in the order of the keywords.
fn by_keyword(draft: &Draft) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::with_capacity(draft.statements().len());
    let mut lists: FxHashMap<(u32, Extent), usize> = FxHashMap::default();
    for (index, statement) in draft.statements().iter().enumerate() {
        if !leads_in(statement) {
            groups.push(vec![index as u32]);
            continue;
        }
        let group = *lists.entry((statement.document, statement.keyword)).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(items) => items.push(index as u32),
            None => groups.push(vec![index as u32]),
        }
    }
    groups.sort_by_key(|group| {
        let first = &draft.statements()[group[0] as usize];
        (first.document, first.keyword.start)
    });
    groups
}

/// The own words of each keyword: its sentence from where the words of the keyword before it end.
fn clauses(draft: &Draft, groups: &[Vec<u32>]) -> Vec<Extent> {
    let first = |group: &Vec<u32>| &draft.statements()[group[0] as usize];
    let same =
        |a: &Statement, b: &Statement| a.document == b.document && sentence_of(a) == sentence_of(b);
    let mut clauses: Vec<Extent> = Vec::with_capacity(groups.len());
    for (index, group) in groups.iter().enumerate() {
        let statement = first(group);
        let whole = sentence_of(statement);
        let before = index.checked_sub(1).filter(|&it| same(first(&groups[it]), statement));
        let after = groups.get(index + 1).map(first).filter(|it| same(statement, it));
        clauses.push(Extent {
            start: before.map_or(whole.start, |before| clauses[before].end),
            end: after.map_or(whole.end, |next| end_of_clause(statement, next)),
        });
    }
    clauses
}

/// Where a keyword's words end that another keyword's follow in one sentence.
fn end_of_clause(statement: &Statement, next: &Statement) -> u32 {
    let parts = statement.conditions.iter().chain(statement.deadline.as_ref().map(|it| &it.extent));
    let ends = parts.map(|extent| extent.end).filter(|&end| end <= next.keyword.start);
    let reached = ends.fold(statement.action.end, u32::max).max(statement.keyword.end);
    reached.min(next.keyword.start)
}
