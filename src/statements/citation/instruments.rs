//! What the whole draft says of the instruments it cites: full titles, short forms it defines, its list of abbreviations.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::{
    definition,
    gazetteer::{self, Entry},
    mention::{Mention, Name},
    parsed::Parsed,
    title::Title,
};
use crate::statements::pointing::Tokens;
use crate::{
    acts::{Kind, comparable},
    document::{Document, PartId},
};

/// One instrument that the draft names in full.
#[derive(Clone, Debug)]
pub(super) struct Instrument {
    pub(super) kind: Kind,
    /// "Children and Families Act 2014".
    pub(super) title: String,
    /// "Children and Families Act", made comparable.
    pub(super) words: String,
    pub(super) year: Option<u16>,
    pub(super) id: Option<String>,
    /// How often the draft names it in full.
    pub(super) times: u32,
}

/// Where the draft says what a short form stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Defined {
    pub(super) document: u32,
    pub(super) offset: u32,
    /// The outermost part it stands in: a chapter may define its own "the Act".
    pub(super) part: Option<PartId>,
    pub(super) instrument: usize,
}

#[derive(Debug, Default)]
pub(super) struct Instruments {
    pub(super) all: Vec<Instrument>,
    by_title: FxHashMap<String, usize>,
    /// Dated ones by their words.
    by_words: FxHashMap<String, Vec<usize>>,
    bills: Vec<usize>,
    /// Dated ones by kind, and by kind and year.
    by_kind: FxHashMap<(Kind, Option<u16>), Vec<usize>>,
    /// Made when a number stands alone.
    by_id: OnceCell<FxHashMap<String, usize>>,
    /// By short form ("act", "2014 act", "regulations", "cfa": as [`comparable`] makes it), in the order of the text.
    defined: FxHashMap<String, Vec<Defined>>,
    pub(super) gazetteer: Vec<Entry>,
}

/// Whether a number stands beside a title as its own: "… Regulations 2014 (SI 2014/1530)".
pub(super) fn is_beside(tokens: &Tokens<'_>, title: &Mention, number: &Mention) -> bool {
    let between = title.last + 1..number.first;
    between.len() <= 1 && between.clone().all(|at| tokens.is_any(at, &["(", ",", "."]))
}

impl Instruments {
    pub(super) fn collect(documents: &[Document], passages: &[Parsed<'_>]) -> Self {
        let mut made = Self::default();
        for parsed in passages {
            for mention in &parsed.mentions {
                if let Name::Title(title) = &mention.name {
                    made.add(title);
                }
            }
        }
        for parsed in passages {
            made.number(parsed);
        }
        for parsed in passages {
            let document = &documents[parsed.document as usize];
            gazetteer::read(document, parsed, &mut made);
            definition::read(document, parsed, &mut made);
        }
        made
    }

    /// The index of the instrument with this title.
    pub(super) fn add(&mut self, title: &Title) -> usize {
        let full = title.full();
        let key = comparable(&full);
        if let Some(&known) = self.by_title.get(&key) {
            self.all[known].times += 1;
            return known;
        }
        let id = title.known.map(|known| known.id().to_owned());
        let words = comparable(&title.words);
        let index = self.all.len();
        if title.year.is_some() {
            self.by_words.entry(words.clone()).or_default().push(index);
            for year in [None, title.year] {
                self.by_kind.entry((title.kind, year)).or_default().push(index);
            }
        }
        if title.kind == Kind::Bill {
            self.bills.push(index);
        }
        self.all.push(Instrument {
            kind: title.kind,
            title: full,
            words,
            year: title.year,
            id,
            times: 1,
        });
        self.by_title.insert(key, index);
        index
    }

    pub(super) fn define(&mut self, term: String, defined: Defined) {
        self.defined.entry(term).or_default().push(defined);
    }

    /// Takes ids from the numbers that stand beside titles: "… Regulations 2014 (SI 2014/1530)".
    fn number(&mut self, parsed: &Parsed<'_>) {
        for pair in parsed.mentions.windows(2) {
            let (Name::Title(title), Name::Number { id, .. }) = (&pair[0].name, &pair[1].name)
            else {
                continue;
            };
            let index =
                self.of_title(title).filter(|_| is_beside(&parsed.tokens, &pair[0], &pair[1]));
            if let Some(instrument) = index.map(|index| &mut self.all[index]) {
                instrument.id.get_or_insert_with(|| id.clone());
            }
        }
    }

    pub(super) fn of_title(&self, title: &Title) -> Option<usize> {
        self.by_title.get(&comparable(&title.full())).copied()
    }

    /// What a defined term stands for at a place: as its own chapter says, or else as said last before it, or anywhere.
    pub(super) fn defined(
        &self,
        term: &str,
        document: u32,
        offset: u32,
        part: Option<PartId>,
    ) -> Option<usize> {
        let said = self.defined.get(term)?;
        let here = said.iter().rfind(|defined| {
            defined.document == document && defined.part == part && part.is_some()
        });
        let before = || {
            let place = |defined: &Defined| (defined.document, defined.offset);
            said.iter().rfind(|defined| place(defined) <= (document, offset))
        };
        here.or_else(before).or_else(|| said.first()).map(|defined| defined.instrument)
    }

    /// Dated instruments of a kind that the draft names in full, of `year` where one is given.
    pub(super) fn dated(&self, kind: Kind, year: Option<u16>) -> &[usize] {
        self.by_kind.get(&(kind, year)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn bills(&self) -> &[usize] {
        &self.bills
    }

    /// Dated instruments with these title words.
    pub(super) fn with_words(&self, words: &str) -> &[usize] {
        self.by_words.get(&comparable(words)).map_or(&[], Vec::as_slice)
    }

    /// The instrument that the draft names in full and that has this id.
    pub(super) fn with_id(&self, id: &str) -> Option<&Instrument> {
        let by_id = self.by_id.get_or_init(|| {
            let all = self.all.iter().enumerate().rev(); // of two with one id the first counts
            all.filter_map(|(index, it)| Some((it.id.clone()?, index))).collect()
        });
        by_id.get(id).map(|&index| &self.all[index])
    }
}
