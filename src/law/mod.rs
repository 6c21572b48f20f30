//! Supplied legislation: its provisions, read by `statements` as any text is.

mod builder;
mod clml;
mod constitutive;
mod lines;
mod lookup;
mod text;

use std::{fmt, ops::Range};

use crate::{
    acts::Kind,
    document::{Date, Document, PassageId},
    statements::{Reading, Statement},
};

pub use lookup::Missing;

/// The laws a draft is held against.
#[derive(Debug, Default)]
pub struct Law {
    pub instruments: Vec<Instrument>,
}

/// One instrument, or as much of it as its file holds.
#[derive(Debug)]
pub struct Instrument {
    /// The file it was read from, as the user named it.
    pub file: String,
    /// "Police (Northern Ireland) Act 2000".
    pub title: String,
    /// "ukpga/2000/32"; a Bill or draft Regulations have none.
    pub id: Option<String>,
    pub kind: Option<Kind>,
    /// The day its text is of, as the file says: "2013-03-27".
    pub version: Option<String>,
    /// Whether the file holds all provisions: in an excerpt, what is not there may exist.
    pub is_whole: bool,
    /// Whether it holds their texts: a contents list has numbers and headings only.
    pub has_texts: bool,
    /// In the order of the text.
    pub provisions: Vec<Provision>,
    /// Divisions that hold provisions: "part/III", "schedule/2".
    pub divisions: Vec<String>,
    documents: [Document; 1],
    reading: Reading,
}

/// One provision: a section, a subsection, a paragraph of it, each on its own.
#[derive(Debug)]
pub struct Provision {
    /// "section/3/2/a".
    pub path: String,
    /// The heading of the section it is in.
    pub heading: Option<String>,
    /// The provision it lies in: an index.
    pub parent: Option<u32>,
    /// Where it begins, in bytes of the text that its instrument was read from.
    pub at: u32,
    /// Its own words: indices of passages. Those of what lies in it follow.
    passages: Range<u32>,
    /// The passage that introduces what lies in it.
    lead: Option<PassageId>,
    pub status: Status,
    /// "E+W", as legislation.gov.uk has it.
    pub extent: Option<String>,
}

/// Whether a provision is in force, as its file says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Status {
    pub word: StatusWord,
    /// The first day of this text.
    pub from: Option<Date>,
    /// The day from which it no longer holds.
    pub until: Option<Date>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusWord {
    #[default]
    InForce,
    Prospective,
    Repealed,
}

/// Why a file could not be read as a law.
#[derive(Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no XML, or XML with a document type declaration, which a law has no need of and an attack has.
    Xml(String),
    /// XML, and no legislation.
    NotLegislation,
    /// No line of it begins with the number of a provision.
    NoProvisions,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(why) => write!(f, "not XML that can be read ({why})"),
            Self::NotLegislation => f.write_str(
                "not legislation.gov.uk XML; take the file whose address ends in /data.xml",
            ),
            Self::NoProvisions => {
                f.write_str("no provision found: a line of one begins “5.—(1)”, “5.” or “(1)”")
            }
        }
    }
}

impl std::error::Error for Unreadable {}

impl Instrument {
    /// What its provisions require, allow and forbid, in order.
    pub fn statements(&self) -> &[Statement] {
        &self.reading.statements
    }

    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    pub fn document(&self) -> &Document {
        &self.documents[0]
    }

    /// The statements of a provision and of all that lies in it.
    pub fn statements_of(&self, provision: u32) -> impl Iterator<Item = &Statement> {
        let passages = self.all_passages(provision);
        self.reading.statements.iter().filter(move |it| passages.contains(&it.passage.0))
    }

    /// The provision whose own words a statement is in.
    pub fn provision_of(&self, statement: &Statement) -> Option<u32> {
        let after = self.provisions.partition_point(|it| it.passages.start <= statement.passage.0);
        let at = (0..after)
            .rev()
            .find(|&at| self.provisions[at].passages.contains(&statement.passage.0))?;
        Some(at as u32)
    }

    /// The words of a provision: those that introduce it, its own, and those of all that lies in it.
    pub fn operative_text(&self, provision: u32) -> String {
        let document = &self.documents[0];
        let parents = std::iter::successors(self.provisions[provision as usize].parent, |&at| {
            self.provisions[at as usize].parent
        });
        let mut leads: Vec<PassageId> =
            parents.filter_map(|at| self.provisions[at as usize].lead).collect();
        leads.reverse();
        let own = self.all_passages(provision).map(PassageId);
        let words: Vec<&str> = leads
            .into_iter()
            .chain(own)
            .map(|id| document.text(document.passage(id).extent))
            .collect();
        words.join(" ")
    }

    /// The first words of a provision's own.
    pub fn own_words(&self, provision: u32) -> Option<&str> {
        let first = PassageId(self.provisions[provision as usize].passages.start);
        let has_words = !self.provisions[provision as usize].passages.is_empty();
        let document = &self.documents[0];
        has_words.then(|| document.text(document.passage(first).extent))
    }

    /// The passages of a provision and of what lies in it: they follow one another.
    fn all_passages(&self, provision: u32) -> Range<u32> {
        let own = &self.provisions[provision as usize];
        let within = |other: &&Provision| crate::acts::provision::is_within(&other.path, &own.path);
        let last = self.provisions[provision as usize..]
            .iter()
            .take_while(within)
            .map(|it| it.passages.end)
            .max();
        own.passages.start..last.unwrap_or(own.passages.end)
    }
}

impl Status {
    /// Whether it holds on a day.
    pub fn on(self, day: Option<Date>) -> StatusWord {
        match self.word {
            StatusWord::InForce if day.zip(self.until).is_some_and(|(day, until)| until <= day) => {
                StatusWord::Repealed
            }
            StatusWord::InForce if day.zip(self.from).is_some_and(|(day, from)| day < from) => {
                StatusWord::Prospective
            }
            word => word,
        }
    }
}
