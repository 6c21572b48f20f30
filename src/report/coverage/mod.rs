//! The duties and powers of the supplied law beside the statements of the drafts that cite them.

mod csv;
mod html;
mod json;
mod terminal;

use crate::{
    acts::provision::{is_within, said},
    draft::Draft,
    law::{Instrument, StatusWord},
    statements::{Authority, Modality, Statement},
};

pub use {
    csv::csv,
    html::html,
    json::{CoverageWire, json},
    terminal::terminal,
};

/// One duty, prohibition or power of the law, and what the drafts make of it.
#[derive(Debug)]
pub struct Row {
    /// "Police (Northern Ireland) Act 2000".
    pub instrument: String,
    /// "section 3(2)".
    pub provision: String,
    pub heading: String,
    pub modality: Modality,
    pub holder: String,
    pub status: StatusWord,
    /// The words of the provision.
    pub words: String,
    pub cover: Cover,
    /// The statements that cite it: draft and id.
    pub statements: Vec<(String, String)>,
}

/// How a duty of the law stands in the drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cover {
    Covered,
    /// Cited only by statements that ask less than the law.
    Weaker,
    /// Cited only by statements on somebody else.
    OtherHolder,
    NotCovered,
}

impl Cover {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::Weaker => "weaker",
            Self::OtherHolder => "other holder",
            Self::NotCovered => "not covered",
        }
    }
}

pub(super) fn status(word: StatusWord) -> &'static str {
    match word {
        StatusWord::InForce => "in force",
        StatusWord::Prospective => "not yet in force",
        StatusWord::Repealed => "repealed",
    }
}

/// The rows of all supplied laws, in their order. The drafts are held against the same laws.
pub fn rows(drafts: &[Draft]) -> Vec<Row> {
    let Some(first) = drafts.first() else { return Vec::new() };
    let cited: Vec<Cited<'_>> = drafts.iter().flat_map(cited).collect();
    let laws = first.law.instruments.iter();
    laws.flat_map(|law| {
        law.statements().iter().filter_map(|it| row(law, it, &cited, first)).collect::<Vec<_>>()
    })
    .collect()
}

/// A statement of a draft with one provision that is cited for it.
struct Cited<'a> {
    draft: &'a Draft,
    statement: &'a Statement,
    instrument: &'a Instrument,
    path: &'a str,
    /// Whether the statement itself cites it, and not its paragraph.
    is_own: bool,
}

fn cited(draft: &Draft) -> Vec<Cited<'_>> {
    let own = draft.own_statements().filter(|(_, it)| it.authority <= Authority::Paragraph);
    let each = own.flat_map(|(_, statement)| {
        draft.authority_of(statement).into_iter().map(move |it| (statement, it))
    });
    each.filter_map(|(statement, citation)| {
        let instrument = draft.law.instrument_of(citation)?;
        let path = citation.provision.as_deref()?;
        Some(Cited {
            draft,
            statement,
            instrument,
            path,
            is_own: statement.authority < Authority::Paragraph,
        })
    })
    .collect()
}

fn row(law: &Instrument, statement: &Statement, cited: &[Cited<'_>], draft: &Draft) -> Option<Row> {
    if matches!(
        statement.modality,
        Modality::Undeclared | Modality::Encouragement | Modality::Guidance
    ) || law.only_settles(statement)
    {
        return None;
    }
    let provision = law.provision_of(statement)?;
    let own = &law.provisions[provision as usize];
    let document = law.document();
    let of_it: Vec<&Cited<'_>> = cited
        .iter()
        .filter(|it| std::ptr::eq(it.instrument, law) || it.instrument.file == law.file)
        .filter(|it| is_of(it, &own.path, document.text(statement.action)))
        .collect();
    let holders =
        statement.duty_holder.holders.iter().map(|it| document.text(it.written).to_owned());
    let holder = holders.collect::<Vec<_>>().join("; ");
    let words = |extent| document.text(extent).split_whitespace().collect::<Vec<_>>().join(" ");
    let lead = statement.lead_in.map(|lead| format!("{} ", words(lead))).unwrap_or_default();
    Some(Row {
        instrument: law.title.clone(),
        provision: said(&own.path),
        heading: own.heading.clone().unwrap_or_default(),
        modality: statement.modality,
        cover: cover(statement.modality, &holder, &of_it),
        holder,
        status: own.status.on(draft.as_of),
        words: format!("{lead}{}", words(statement.extent)),
        statements: of_it
            .iter()
            .map(|it| (it.draft.path.clone(), it.draft.id(it.statement)))
            .collect(),
    })
}

/// Whether a statement that cites a path is about this provision: it cites the provision or what lies in it, or it cites
/// what the provision lies in and does the same thing.
fn is_of(it: &Cited<'_>, path: &str, action: &str) -> bool {
    let same_thing = || shares_words(it.draft.text(it.statement, it.statement.action), action);
    if is_within(it.path, path) {
        it.is_own || same_thing()
    } else {
        is_within(path, it.path) && same_thing()
    }
}

fn shares_words(a: &str, b: &str) -> bool {
    let stems = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 4);
        words.map(|word| word.to_lowercase().chars().take(6).collect()).collect()
    };
    let other = stems(b);
    stems(a).iter().any(|stem| other.contains(stem))
}

fn cover(modality: Modality, holder: &str, cited: &[&Cited<'_>]) -> Cover {
    let strong = |it: &&&Cited<'_>| rank(it.statement.modality) >= rank(modality);
    let on_same = |it: &&&Cited<'_>| {
        let names: Vec<&str> = it.draft.names_of(it.statement).collect();
        // Where either names nobody, nothing is said of the holder.
        holder.is_empty() || names.is_empty() || names.iter().any(|name| shares_name(name, holder))
    };
    match cited {
        [] => Cover::NotCovered,
        _ if cited.iter().any(|it| strong(&it) && on_same(&it)) => Cover::Covered,
        _ if cited.iter().any(|it| on_same(&it)) => Cover::Weaker,
        _ => Cover::OtherHolder,
    }
}

fn shares_name(name: &str, holder: &str) -> bool {
    let holder = holder.to_lowercase();
    name.split_whitespace().any(|word| word.len() > 2 && holder.contains(&word.to_lowercase()))
}

/// How much a statement asks: a power asks least.
fn rank(modality: Modality) -> u8 {
    match modality {
        Modality::Duty | Modality::Prohibition => 3,
        Modality::Undeclared => 2,
        Modality::Guidance | Modality::GuidanceAgainst => 1,
        Modality::Permission | Modality::Encouragement => 0,
    }
}
