//! What stands around a sentence: the lead-in of its list, the holder of its table row, what was named before it.

use super::{
    DutyHolder, Found, Grade, Unnamed, Vocabulary,
    clause::{Role, clause_of, is_finite},
    duty_holder::{Antecedent, Traced, Via, named, nobody, trace, undecided},
    modality::Sentence,
    noun_phrase::{Bearer, NounPhrase, Phrases},
    sentence::around,
    words::{Kind, Tags, Token, tokenise},
};
use crate::document::{Document, Extent, PartId, Passage, PassageId, PassageKind};

/// Where a sentence stands.
pub(super) struct Context<'a> {
    pub(super) document: &'a Document,
    pub(super) passage: PassageId,
    /// The sentence itself; in a table, of the cell.
    pub(super) sentence: Extent,
    pub(super) vocabulary: &'a Vocabulary,
}

/// How many sentences back a pronoun may point.
const REACH: usize = 5;

impl<'a> Context<'a> {
    fn text(&self) -> &'a str {
        self.document.plain.text()
    }

    fn at(&self) -> &'a Passage {
        self.document.passage(self.passage)
    }

    fn read<T>(&self, extent: Extent, judge: impl FnOnce(Phrases<'_>) -> T) -> T {
        let mut tokens: Vec<Token> = Vec::new();
        tokenise(self.text(), extent, &self.vocabulary.words, &mut tokens);
        judge(Phrases {
            sentence: Sentence { text: self.text(), tokens: &tokens },
            vocabulary: self.vocabulary,
        })
    }

    /// The last sentence of the passage that leads in to this one.
    pub(super) fn lead_in(&self) -> Option<Extent> {
        let passage = self.at();
        if !matches!(passage.kind, PassageKind::Item { .. }) {
            return None;
        }
        let lead_in = self.document.passage(passage.lead_in?);
        Some(last_sentence(self.text(), lead_in.extent))
    }

    /// The holder for a verb without a subject in its sentence: of the lead-in, the row, or the heading.
    pub(super) fn surroundings_holder(&self) -> Option<DutyHolder> {
        self.row_holder().or_else(|| self.lead_in_holder()).or_else(|| self.heading_holder())
    }

    fn lead_in_holder(&self) -> Option<DutyHolder> {
        let mut at = self.passage;
        for _ in 0..8 {
            let passage = self.document.passage(at);
            if !matches!(passage.kind, PassageKind::Item { .. }) {
                return None;
            }
            at = passage.lead_in?;
            let extent = last_sentence(self.text(), self.document.passage(at).extent);
            let holder = self.read(extent, |phrases| {
                let traced = last_subject(phrases).or_else(|| main_subject(phrases))?;
                holder_of_lead_in(phrases, &traced)
            });
            if holder.is_some() {
                return holder;
            }
        }
        None
    }

    /// "Duties of governing bodies": the nearest heading that names somebody.
    fn heading_holder(&self) -> Option<DutyHolder> {
        let part = self.document.part(self.at().part);
        self.read(part.name, |phrases| {
            let agents: Vec<NounPhrase> =
                agents_named(phrases).into_iter().filter(is_body_or_role).collect();
            named(phrases.sentence, &agents, Found::Heading, Grade::Likely)
        })
    }

    /// The holder that this table row names in a column of its own.
    pub(super) fn row_holder(&self) -> Option<DutyHolder> {
        let PassageKind::Row { cells } = &self.at().kind else { return None };
        let PassageKind::HeaderRow { cells: header } =
            &self.document.passage(self.at().lead_in?).kind
        else {
            return None;
        };
        let column = header.clone().position(|cell| {
            names_holders(self.document.text(self.document.cells[cell as usize].extent))
        })?;
        let cell = self.document.cells[cells.clone().nth(column)? as usize].extent;
        if cell.overlaps(self.sentence) {
            return None;
        }
        self.read(cell, |phrases| {
            let found = phrases.coordinated(0..phrases.sentence.tokens.len());
            named(phrases.sentence, &found, Found::Row, Grade::Certain)
        })
    }

    /// What a pronoun at token `at` points back to: in its own sentence, then in the sentences before.
    pub(super) fn antecedent(
        &self,
        sentence: Sentence<'_>,
        at: usize,
        plural: bool,
    ) -> Option<Antecedent> {
        let phrases = Phrases { sentence, vocabulary: self.vocabulary };
        earlier_subject(phrases, at)
            .and_then(|traced| judge(phrases, &traced, plural))
            .or_else(|| self.named_before(plural))
    }

    /// "the former", "the latter": of the two that were named last.
    pub(super) fn one_of_two(
        &self,
        sentence: Sentence<'_>,
        at: usize,
        latter: bool,
    ) -> Option<DutyHolder> {
        let here = Sentence { text: sentence.text, tokens: &sentence.tokens[..at] };
        let phrases = Phrases { sentence: here, vocabulary: self.vocabulary };
        of_two(phrases, latter).or_else(|| {
            let (_, extent) = self.sentence_before((self.passage, self.sentence.start))?;
            self.read(extent, |phrases| of_two(phrases, latter))
        })
    }

    /// Whom "this person" or "these bodies" names.
    pub(super) fn pointed_back(&self, plural: bool) -> Option<DutyHolder> {
        match self.named_before(plural)? {
            Antecedent::Holders(holder) => Some(holder),
            Antecedent::Thing => None,
        }
    }

    fn named_before(&self, plural: bool) -> Option<Antecedent> {
        let mut place = (self.passage, self.sentence.start);
        for _ in 0..REACH {
            let (passage, extent) = self.sentence_before(place)?;
            place = (passage, extent.start);
            let found = self.read(extent, |phrases| {
                let traced = main_subject(phrases);
                if traced.as_ref().is_some_and(points_further_back) {
                    return None;
                }
                let subject = traced.and_then(|traced| judge(phrases, &traced, plural));
                subject.or_else(|| only_agent(phrases, plural))
            });
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// The sentence before this place: in the passage, in the lead-in of its list, in the passage before it in its part.
    fn sentence_before(&self, (passage, start): (PassageId, u32)) -> Option<(PassageId, Extent)> {
        let current = self.document.passage(passage);
        if start > current.extent.start {
            return Some((passage, around(self.text(), current.extent, start - 1).up_to(start)));
        }
        let before = match (&current.kind, current.lead_in) {
            (PassageKind::Item { .. }, Some(lead_in)) => lead_in,
            _ => self.text_before(passage, current.part)?,
        };
        Some((before, last_sentence(self.text(), self.document.passage(before).extent)))
    }

    fn text_before(&self, passage: PassageId, part: PartId) -> Option<PassageId> {
        let before = PassageId(passage.0.checked_sub(1)?);
        let found = self.document.passage(before);
        let speaks = matches!(found.kind, PassageKind::Text | PassageKind::Item { .. });
        (found.part == part && speaks && !found.extent.is_empty()).then_some(before)
    }
}

impl Extent {
    fn up_to(self, end: u32) -> Self {
        Self { start: self.start, end: self.end.min(end) }
    }
}

fn last_sentence(text: &str, passage: Extent) -> Extent {
    let last = text[passage.range()]
        .char_indices()
        .next_back()
        .map_or(passage.start, |(at, _)| passage.start + at as u32);
    around(text, passage, last)
}

/// Whether a column's name says that the column names holders.
fn names_holders(header: &str) -> bool {
    const NAMES: [&str; 12] = [
        "duty-holder",
        "duty holder",
        "dutyholder",
        "who",
        "responsible",
        "responsibility",
        "body",
        "bodies",
        "organisation",
        "owner",
        "by whom",
        "lead",
    ];
    let lower = header.to_lowercase();
    lower.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == ' ')).any(|words| {
        let words = words.trim();
        NAMES.iter().any(|name| {
            words == *name
                || words.starts_with(&format!("{name} "))
                || words.ends_with(&format!(" {name}"))
        })
    })
}

/// The subject of the first main verb; where there is no verb, the words themselves ("You", "The statement:").
fn main_subject(phrases: Phrases<'_>) -> Option<Traced> {
    let tokens = phrases.sentence.tokens.len();
    let verbs = (0..tokens).filter(|&index| is_finite(phrases.sentence, index));
    let mut any = false;
    for verb in verbs {
        any = true;
        let clause = clause_of(phrases.sentence, verb);
        if clause.role == Role::Main {
            let traced = trace(phrases, &clause.subject);
            if traced.via != Via::Missing {
                return Some(traced);
            }
        }
    }
    let end = (0..tokens)
        .find(|&index| phrases.sentence.kind(index) == Some(Kind::Colon))
        .unwrap_or(tokens);
    (!any).then(|| Traced {
        phrases: phrases.coordinated(0..end),
        via: Via::Subject,
        region: 0..end,
    })
}

/// The subject that the words of a lead-in leave open at their end: "If a group publishes one statement, it:".
fn last_subject(phrases: Phrases<'_>) -> Option<Traced> {
    let tokens = phrases.sentence.tokens;
    let end = tokens
        .iter()
        .rposition(|token| matches!(token.kind, Kind::Word | Kind::Number | Kind::Close))?
        + 1;
    let traced = trace(phrases, &clause_of(phrases.sentence, end).subject);
    (!traced.phrases.is_empty()).then_some(traced)
}

/// The subject of the first verb of a sentence, where that verb stands before token `at`.
fn earlier_subject(phrases: Phrases<'_>, at: usize) -> Option<Traced> {
    let verb = (0..at).find(|&index| is_finite(phrases.sentence, index))?;
    let traced = trace(phrases, &clause_of(phrases.sentence, verb).subject);
    let names = traced.phrases.iter().any(|phrase| phrase.bearer != Bearer::Pronoun);
    (names && traced.via != Via::Missing && traced.via != Via::There).then_some(traced)
}

/// What a pronoun takes from a subject: its persons or bodies; a thing, where a thing fits; nothing where it is a pronoun too.
fn judge(phrases: Phrases<'_>, traced: &Traced, plural: bool) -> Option<Antecedent> {
    let first = traced.phrases.first()?;
    if points_further_back(traced) {
        return None;
    }
    let agents: Vec<NounPhrase> =
        traced.phrases.iter().filter(|phrase| phrase.is_agent()).cloned().collect();
    if let Some(holder) = named(phrases.sentence, &agents, Found::Pronoun, Grade::Likely) {
        return Some(Antecedent::Holders(DutyHolder { found: Found::Pronoun, ..holder }));
    }
    let fits = first.plural == plural || traced.phrases.len() > 1 && plural;
    fits.then_some(Antecedent::Thing)
}

/// Whether a subject is itself "they" or "this person": whom it names stands further back.
fn points_further_back(traced: &Traced) -> bool {
    traced.phrases.first().is_some_and(|first| {
        first.bearer == Bearer::Pronoun || first.points_back && first.words.len() == 1
    })
}

/// The one body or office that a sentence names anywhere, where it names just one.
fn only_agent(phrases: Phrases<'_>, plural: bool) -> Option<Antecedent> {
    let agents: Vec<NounPhrase> =
        agents_named(phrases).into_iter().filter(is_body_or_role).collect();
    let first = agents.first()?;
    let one = agents.iter().all(|agent| agent.name() == first.name()) && (plural || !first.plural);
    let holder = named(phrases.sentence, &agents[..1], Found::Pronoun, Grade::Likely)?;
    one.then_some(Antecedent::Holders(holder))
}

/// The first or second of two persons or bodies, where a sentence names just two.
fn of_two(phrases: Phrases<'_>, latter: bool) -> Option<DutyHolder> {
    let mut agents = agents_named(phrases);
    agents.retain(|agent| !phrases.sentence.is_one_of(agent.words.start, &["former", "latter"]));
    agents.dedup_by(|a, b| a.name() == b.name());
    let [first, second] = agents.as_slice() else { return None };
    named(
        phrases.sentence,
        std::slice::from_ref(if latter { second } else { first }),
        Found::Pronoun,
        Grade::Likely,
    )
}

fn is_body_or_role(phrase: &NounPhrase) -> bool {
    matches!(phrase.bearer, Bearer::Agent { person: false, .. })
}

/// Every person or body named in a sentence.
fn agents_named(phrases: Phrases<'_>) -> Vec<NounPhrase> {
    let tokens = phrases.sentence.tokens.len();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens {
        let begins = phrases.sentence.kind(at) == Some(Kind::Word)
            && !phrases.sentence.tag(at, Tags::PRON.with(Tags::DET).with(Tags::PREP));
        match phrases.phrase_at(at, tokens).filter(|phrase| begins && phrase.words.start == at) {
            Some(phrase) => {
                at = phrase.words.end;
                if phrase.is_agent() {
                    found.push(phrase);
                }
            }
            None => at += 1,
        }
    }
    found
}

/// A lead-in's subject as the holder of its items.
fn holder_of_lead_in(phrases: Phrases<'_>, traced: &Traced) -> Option<DutyHolder> {
    let agents: Vec<NounPhrase> =
        traced.phrases.iter().filter(|phrase| phrase.is_agent()).cloned().collect();
    if let Some(holder) = named(phrases.sentence, &agents, Found::LeadIn, Grade::Certain) {
        return Some(holder);
    }
    match traced.phrases.first().map(|phrase| &phrase.bearer) {
        Some(Bearer::Thing | Bearer::Either { .. } | Bearer::Unknown) => {
            Some(nobody(Unnamed::Thing, Grade::Likely))
        }
        Some(Bearer::Pronoun)
            if phrases.sentence.is_one_of(traced.region.start, &["it", "this", "these"]) =>
        {
            Some(nobody(Unnamed::Thing, Grade::Likely))
        }
        Some(Bearer::Pronoun) => Some(undecided()),
        _ => None,
    }
}
