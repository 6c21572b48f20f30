//! Who a list's lead-in, a table's row or a heading names.

use super::{
    Traced,
    antecedent::main_subject,
    context::{Context, agents_named, is_body_or_role, last_sentence},
    named, nobody, trace, undecided,
};
use crate::{
    document::PassageKind,
    statements::{
        DutyHolder, Found, Grade, Unnamed,
        english::{Bearer, Kind, NounPhrase, Phrases, clause_of, is_finite},
    },
};

impl Context<'_> {
    /// The holder for a verb without a subject in its sentence: of the lead-in, the row, or the heading.
    pub(in crate::statements) fn surroundings_holder(&self) -> Option<DutyHolder> {
        self.row_holder()
            .or_else(|| self.lead_in_holder())
            .or_else(|| self.run_in_holder())
            .or_else(|| self.heading_holder())
    }

    /// "**Treasurers.** Must keep the books": a heading at the start of the paragraph.
    fn run_in_holder(&self) -> Option<DutyHolder> {
        let (passage, extent) = self.sentence_before((self.passage, self.sentence.start))?;
        if passage != self.passage {
            return None;
        }
        self.read(extent, |phrases| {
            let words = phrases.sentence.tokens.len();
            let speaks = (0..words).any(|index| is_finite(phrases.sentence, index));
            let named_here = phrases.coordinated(0..words);
            (!speaks && words <= 8 && named_here.iter().all(is_body_or_role))
                .then(|| named(phrases.sentence, &named_here, Found::Heading, Grade::Likely))?
        })
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
    pub(in crate::statements) fn row_holder(&self) -> Option<DutyHolder> {
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
