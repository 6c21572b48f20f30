//! Reads the modal wordings of one document, sentence by sentence: only where there are any does it look closer.

use super::{
    Authority, Basis, Convention, Modality, NoStatement, NoneReason, Statement, Vocabulary,
    anchors,
    convention::Case,
    duty_holder::{Context, duty_holder, trace},
    english::{Kind, Phrases, Sentence, Token, around, clause_of, tokenise, voice_after},
    items::Items,
    keyword::{Keyword, keyword_at},
    places::Places,
    sense::{Use, none_reason},
    verb_phrase,
};
use crate::document::{Document, Extent, Origin, PassageId, PassageKind};

/// What one document is read with.
pub(super) struct Reader<'a> {
    pub(super) index: u32,
    pub(super) document: &'a Document,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) convention: &'a Convention,
    /// Sentences that declare the convention or define terms: their modal words are named, not used.
    pub(super) declarations: &'a [Extent],
    pub(super) items: Items,
    pub(super) places: &'a mut Places,
    pub(super) statements: &'a mut Vec<Statement>,
    pub(super) none: &'a mut Vec<NoStatement>,
    /// The words of the sentence being read.
    tokens: Vec<Token>,
    sentence: Extent,
    read_to: usize,
}

/// A passage and the sentence in it that is being read.
#[derive(Clone, Copy)]
struct Place {
    passage: PassageId,
    sentence: Extent,
}

impl<'a> Reader<'a> {
    #[expect(clippy::too_many_arguments, reason = "what a reading needs, given once a document")]
    pub(super) fn new(
        index: u32,
        document: &'a Document,
        vocabulary: &'a Vocabulary,
        convention: &'a Convention,
        declarations: &'a [Extent],
        places: &'a mut Places,
        statements: &'a mut Vec<Statement>,
        none: &'a mut Vec<NoStatement>,
    ) -> Self {
        Self {
            index,
            document,
            vocabulary,
            convention,
            declarations,
            items: Items::of(document),
            places,
            statements,
            none,
            tokens: Vec::new(),
            sentence: Extent::default(),
            read_to: 0,
        }
    }

    pub(super) fn read(&mut self) {
        for anchor in anchors::find(self.document) {
            let Some(passage) = self.document.passage_at(anchor.start) else { continue };
            self.read_anchor(passage, anchor);
        }
    }

    fn read_anchor(&mut self, passage: PassageId, anchor: Extent) {
        let Some(bounds) = self.bounds(passage, anchor) else { return };
        if !self.sentence.contains(anchor) || self.sentence.is_empty() {
            // What was read is not read again: a sentence that goes on and on is read in stretches.
            let read = Some(self.sentence.end).filter(|end| *end <= anchor.start);
            let rest = Extent { start: bounds.start.max(read.unwrap_or_default()), ..bounds };
            self.sentence = around(self.document.plain.text(), rest, anchor.start);
            self.read_to = 0;
            tokenise(self.document.plain.text(), self.sentence, &mut self.tokens);
        }
        let Ok(at) = self.tokens.binary_search_by_key(&anchor.start, |token| token.start) else {
            return self.inside_a_word(anchor);
        };
        if at < self.read_to {
            return;
        }
        let tokens = std::mem::take(&mut self.tokens);
        let sentence = Sentence { text: self.document.plain.text(), tokens: &tokens };
        match keyword_at(sentence, at) {
            Some(keyword) if keyword.first >= self.read_to => {
                self.read_to = keyword.end;
                self.read_keyword(Place { passage, sentence: self.sentence }, sentence, keyword);
            }
            None if tokens[at].end > anchor.end => self.inside_a_word(anchor),
            Some(_) | None => {}
        }
        self.tokens = tokens;
    }

    /// "must-have", "should've": the word is there, but as a part of another.
    fn inside_a_word(&mut self, anchor: Extent) {
        let text = self.document.text(anchor);
        if ["must", "should", "shall", "may", "need"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
        {
            self.leave_out(anchor, NoneReason::Noun);
        }
    }

    /// The stretch that a sentence cannot leave: the passage, or the cell of a row.
    fn bounds(&self, passage: PassageId, anchor: Extent) -> Option<Extent> {
        let found = self.document.passage(passage);
        match &found.kind {
            PassageKind::Row { cells } | PassageKind::HeaderRow { cells } => cells
                .clone()
                .map(|cell| self.document.cells[cell as usize].extent)
                .find(|cell| cell.contains(anchor)),
            _ => found.extent.contains(anchor).then_some(found.extent),
        }
    }

    fn leave_out(&mut self, keyword: Extent, reason: NoneReason) {
        self.none.push(NoStatement { document: self.index, keyword, reason });
    }

    fn read_keyword(&mut self, place: Place, sentence: Sentence<'_>, keyword: Keyword) {
        let words = extent_of(sentence, keyword.first, keyword.end);
        if let Some(reason) = self.out_of_place(place, words) {
            return self.leave_out(words, reason);
        }
        let header =
            matches!(self.document.passage(place.passage).kind, PassageKind::HeaderRow { .. });
        if header && !ends_sentence(sentence, keyword.end) {
            return self.leave_out(words, NoneReason::Heading);
        }
        let phrases = Phrases { sentence, vocabulary: self.vocabulary };
        let clause = clause_of(sentence, keyword.first);
        let traced = trace(phrases, &clause.subject);
        let voice = voice_after(sentence, keyword.end);
        let used = Use { sentence, keyword, clause: &clause, voice, subject: &traced.phrases };
        if let Some(reason) = none_reason(&used) {
            return self.leave_out(words, reason);
        }
        let negative =
            clause.negative || traced.phrases.first().is_some_and(|phrase| phrase.negative);
        let Some((modality, basis)) = self.weigh(sentence, keyword, negative) else {
            return self.leave_out(words, NoneReason::LowerCase);
        };
        let context = Context {
            document: self.document,
            passage: place.passage,
            sentence: place.sentence,
            vocabulary: self.vocabulary,
            items: &self.items,
        };
        let holder = duty_holder(phrases, keyword, clause.role, &traced, voice, &context);
        let statement =
            self.statement(place, sentence, keyword, (modality, basis), holder, &context);
        if ends_sentence(sentence, keyword.end)
            && self.items.introduced_by(place.passage).next().is_some()
            && (header || self.is_last_sentence(place))
        {
            self.spread_over_items(&statement);
        } else {
            self.push(place.passage, statement);
        }
    }

    fn is_last_sentence(&self, place: Place) -> bool {
        self.document.passage(place.passage).extent.end <= place.sentence.end + 1
    }

    /// Why no modal word counts where this one stands.
    fn out_of_place(&self, place: Place, words: Extent) -> Option<NoneReason> {
        let passage = self.document.passage(place.passage);
        let declares = self.declarations.binary_search_by(|declared| {
            if declared.end <= words.start {
                std::cmp::Ordering::Less
            } else if declared.start > words.start {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        });
        match () {
            () if passage.kind == PassageKind::Heading => Some(NoneReason::Heading),
            () if passage.origin == Origin::History => Some(NoneReason::History),
            () if self.is_inert(words) => Some(NoneReason::Code),
            () if declares.is_ok() => Some(NoneReason::Convention),
            () => None,
        }
    }

    fn is_inert(&self, words: Extent) -> bool {
        let after = self.document.inert.partition_point(|inert| inert.start <= words.start);
        after.checked_sub(1).is_some_and(|index| self.document.inert[index].contains(words))
    }

    /// The modality under the draft's convention; `None` where only capitals count and this word has none.
    fn weigh(
        &self,
        sentence: Sentence<'_>,
        keyword: Keyword,
        negative: bool,
    ) -> Option<(Modality, Basis)> {
        let word = sentence.word(keyword.anchor);
        let shouted = word.chars().all(char::is_uppercase);
        let declared = self.convention.word(word);
        if self.convention.case == Case::Upper && declared.is_some() && !shouted {
            return None;
        }
        let modality = if negative { keyword.modality.negated() } else { keyword.modality };
        let basis =
            declared.map_or_else(|| self.convention.default_basis(), |declared| declared.basis);
        Some((modality, basis))
    }

    fn statement(
        &self,
        place: Place,
        sentence: Sentence<'_>,
        keyword: Keyword,
        (modality, basis): (Modality, Basis),
        duty_holder: super::DutyHolder,
        context: &Context<'_>,
    ) -> Statement {
        let parts = verb_phrase::read(sentence, keyword);
        let row = matches!(self.document.passage(place.passage).kind, PassageKind::Row { .. });
        let extent = if row { self.document.passage(place.passage).extent } else { place.sentence };
        Statement {
            document: self.index,
            passage: place.passage,
            extent,
            lead_in: context.lead_in(),
            modality,
            basis,
            keyword: extent_of(sentence, keyword.first, keyword.end),
            duty_holder,
            action: parts.action,
            conditions: parts.conditions,
            deadline: parts.deadline,
            authority: Authority::None,
            place: 0,
            ordinal: 0,
        }
    }

    fn push(&mut self, passage: PassageId, mut statement: Statement) {
        let (place, ordinal) =
            self.places.next(self.index, self.document, self.document.passage(passage));
        statement.place = place;
        statement.ordinal = ordinal;
        statement.passage = passage;
        self.statements.push(statement);
    }

    /// "Local authorities must:" and a list: one statement an item, all with the lead-in's keyword.
    fn spread_over_items(&mut self, lead: &Statement) {
        let items: Vec<PassageId> = self.items.introduced_by(lead.passage).collect();
        let before = self.statements.len();
        for item in items {
            let statement = self.item_statement(lead, item);
            if !statement.extent.is_empty() {
                self.push(item, statement);
            }
        }
        // A column that no row fills asks nothing, and its word is still accounted for.
        if self.statements.len() == before {
            self.leave_out(lead.keyword, NoneReason::Heading);
        }
    }

    /// What an item says under its lead-in; of a row, what the cell under the lead-in's column says.
    fn item_statement(&self, lead: &Statement, item: PassageId) -> Statement {
        let extent = self.cell_under(lead, item).unwrap_or(self.document.passage(item).extent);
        let mut tokens = Vec::new();
        tokenise(self.document.plain.text(), extent, &mut tokens);
        let sentence = Sentence { text: self.document.plain.text(), tokens: &tokens };
        let parts = verb_phrase::read_item(sentence);
        let phrases = Phrases { sentence, vocabulary: self.vocabulary };
        let negative = sentence.is_one_of(0, &["not", "never"]);
        Statement {
            passage: item,
            extent,
            lead_in: Some(lead.extent),
            modality: if negative { lead.modality.negated() } else { lead.modality },
            duty_holder: super::items::holder_of_item(phrases, &lead.duty_holder),
            action: parts.action,
            conditions: [lead.conditions.clone(), parts.conditions].concat(),
            deadline: parts.deadline.or_else(|| lead.deadline.clone()),
            ..lead.clone()
        }
    }
}

impl Reader<'_> {
    fn cell_under(&self, lead: &Statement, item: PassageId) -> Option<Extent> {
        let PassageKind::HeaderRow { cells: header } = &self.document.passage(lead.passage).kind
        else {
            return None;
        };
        let PassageKind::Row { cells } = &self.document.passage(item).kind else { return None };
        let of = |cell: u32| self.document.cells[cell as usize].extent;
        let column = header.clone().position(|cell| of(cell).contains(lead.keyword))?;
        cells.clone().nth(column).map(of)
    }
}

fn extent_of(sentence: Sentence<'_>, first: usize, end: usize) -> Extent {
    Extent { start: sentence.tokens[first].start, end: sentence.tokens[end - 1].end }
}

/// Whether nothing but "either", a colon or a dash follows the modal wording in its sentence.
fn ends_sentence(sentence: Sentence<'_>, end: usize) -> bool {
    (end..sentence.tokens.len()).all(|index| {
        sentence.kind(index) != Some(Kind::Word) && sentence.kind(index) != Some(Kind::Number)
            || sentence.is_one_of(
                index,
                &[
                    "either",
                    "also",
                    "both",
                    "always",
                    "all",
                    "therefore",
                    "at",
                    "least",
                    "then",
                    "not",
                ],
            )
    })
}
