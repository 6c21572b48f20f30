//! From names and provisions to citations: each with its instrument, its path and its address.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    instruments::{Instruments, is_beside},
    meaning::{self, Meaning, Place},
    mention::Name,
    parsed::{Attached, Parsed},
    provision::Item,
    unit::Unit,
};
use crate::{
    acts::{Kind, uri},
    document::{Document, Extent, ParagraphId, PassageId, PassageKind},
    statements::{Citation, CitationFault},
};

/// Makes the citations of all passages. Within a paragraph a name may lean on those before it.
pub(super) fn citations(
    documents: &[Document],
    sentences: Vec<Parsed<'_>>,
    instruments: &Instruments,
) -> Vec<Citation> {
    let own_sections = own_sections(documents);
    let most = |parsed: &Parsed<'_>| parsed.phrases.len() + parsed.mentions.len();
    let mut citations = Vec::with_capacity(sentences.iter().map(most).sum());
    let mut before: Vec<Meaning> = Vec::new();
    let mut paragraph: Option<(u32, Option<ParagraphId>, Option<PassageId>)> = None;
    for parsed in sentences {
        let document = &documents[parsed.document as usize];
        let passage = document.passage(parsed.passage);
        // Text without a number stands for itself; an item goes with the words that introduce its list.
        let alone = passage.paragraph.is_none().then(|| passage.lead_in.unwrap_or(parsed.passage));
        let here = (parsed.document, passage.paragraph, alone);
        if paragraph != Some(here) {
            before.clear();
            paragraph = Some(here);
        }
        let earlier = before.len();
        let meanings = meanings(document, &parsed, instruments, &mut before);
        let resolver = Resolver {
            document,
            parsed: &parsed,
            meanings: &meanings,
            earlier: &before[..earlier],
            own_sections: &own_sections,
        };
        parsed.phrases.iter().for_each(|phrase| resolver.phrase(phrase, &mut citations));
        resolver.lone_mentions(&mut citations);
    }
    lend(&mut citations);
    citations
}

/// A provision without an instrument is of the one that the draft names elsewhere with the same provision.
fn lend(citations: &mut [Citation]) {
    for (borrower, lender) in loans(citations) {
        let (instrument, id) = (citations[lender].instrument.clone(), citations[lender].id.clone());
        let own = &mut citations[borrower];
        own.uri = id.as_ref().map(|id| uri::of(id, own.provision.as_deref()));
        (own.instrument, own.id, own.fault) = (instrument, id, None);
    }
}

/// Which citation takes its instrument from which.
fn loans(citations: &[Citation]) -> Vec<(usize, usize)> {
    let mut named: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, citation) in citations.iter().enumerate().filter(|(_, it)| it.instrument.is_some())
    {
        if let Some(top) = top_of(citation) {
            let others = named.entry(top).or_default();
            if others.iter().all(|&other| citations[other].instrument != citation.instrument) {
                others.push(index);
            }
        }
    }
    let is_bare = |citation: &Citation| {
        citation.instrument.is_none()
            && matches!(citation.fault, None | Some(CitationFault::NoInstrument))
    };
    let bare = citations.iter().enumerate().filter(|(_, citation)| is_bare(citation));
    bare.filter_map(|(index, citation)| match named.get(top_of(citation)?)?.as_slice() {
        [lender] => Some((index, *lender)),
        _ => None,
    })
    .collect()
}

/// "section/19" of "section/19/1/a".
fn top_of(citation: &Citation) -> Option<&str> {
    let path = citation.provision.as_deref()?;
    let number = path.find('/')? + 1;
    Some(path[number..].find('/').map_or(path, |end| &path[..number + end]))
}

/// The numbers that the draft gives to sections of its own.
fn own_sections(documents: &[Document]) -> FxHashSet<&str> {
    let parts = documents.iter().flat_map(|document| &document.parts);
    let sections =
        parts.filter(|part| matches!(part.unit, None | Some(crate::document::Unit::Section)));
    sections.filter_map(|part| part.number.as_ref()).map(crate::document::Number::as_str).collect()
}

fn meanings(
    document: &Document,
    parsed: &Parsed<'_>,
    instruments: &Instruments,
    before: &mut Vec<Meaning>,
) -> Vec<Meaning> {
    let part = document.path_of(document.passage(parsed.passage).part).first().copied();
    let read = |index: usize, before: &mut Vec<Meaning>| {
        let mention = &parsed.mentions[index];
        let offset = parsed.extent(mention.first, mention.last).start;
        let place = Place {
            document: parsed.document,
            offset,
            part,
            before,
            is_law_line: parsed.is_law_line,
        };
        let meaning = meaning::of(parsed, index, instruments, &place);
        before.push(meaning.clone());
        meaning
    };
    (0..parsed.mentions.len()).map(|index| read(index, before)).collect()
}

struct Resolver<'a, 'p> {
    document: &'a Document,
    parsed: &'a Parsed<'p>,
    meanings: &'a [Meaning],
    /// What was named in the paragraph before this passage.
    earlier: &'a [Meaning],
    own_sections: &'a FxHashSet<&'a str>,
}

impl Resolver<'_, '_> {
    fn phrase(&self, attached: &Attached, out: &mut Vec<Citation>) {
        let items = &attached.phrase.items;
        let meaning = match attached.mention {
            Some(mention) => self.meanings[mention].clone(),
            None if self.is_no_citation(attached) => return,
            None => self.bare(attached),
        };
        if attached.mention.is_some_and(|mention| self.is_no_law(mention, &meaning, attached)) {
            return;
        }
        let whole = self.whole(attached);
        let label = attached.label.map(|(first, last)| self.parsed.extent(first, last));
        for (at, item) in items.iter().enumerate() {
            let own = self.parsed.extent(item.first, item.last);
            let label = label.filter(|_| at + 1 == items.len());
            out.push(self.citation(whole, own, &meaning, Some(item), label));
        }
    }

    /// From the first to the last word of a phrase and its instrument.
    fn whole(&self, attached: &Attached) -> Extent {
        let phrase = &attached.phrase;
        let label_end = attached.label.map_or(0, |(_, last)| last + 1);
        let (mut first, mut last) = (phrase.first, (phrase.after - 1).max(label_end));
        if let Some(mention) = attached.mention.map(|mention| &self.parsed.mentions[mention]) {
            // Where several phrases share an instrument before them, each has its own words only.
            let shared = mention.last < first
                && mention.last + 1 < first
                && !self.parsed.tokens.is(first - 1, ",");
            first = if shared { first } else { first.min(mention.first) };
            last = last.max(mention.last);
        }
        self.parsed.extent(first, last)
    }

    /// Provisions with no instrument that are none of law, or cannot be told from divisions of the draft.
    fn is_no_citation(&self, attached: &Attached) -> bool {
        let item = &attached.phrase.items[0];
        let has_subs = item.path.matches('/').count() > 1;
        let own =
            || item.path.split('/').nth(1).is_some_and(|number| self.own_sections.contains(number));
        attached.is_adjective
            || item.unit.is_also_of_drafts()
            || (item.unit == Unit::Clause
                && !self.meanings.iter().chain(self.earlier).any(|m| m.kind == Some(Kind::Bill)))
            || (matches!(item.unit, Unit::Section | Unit::Schedule) && !has_subs && own())
    }

    /// An abbreviation that is no law though a number follows: "NHS section 75", "the EHC section F".
    fn is_no_law(&self, mention: usize, meaning: &Meaning, attached: &Attached) -> bool {
        let Name::Abbreviation { short, .. } = &self.parsed.mentions[mention].name else {
            return false;
        };
        if meaning.title.is_some() || meaning.is_law {
            return false;
        }
        let shaped = short.len() > 2 && short.ends_with(['A', 'R', 'O', ')']);
        let before = self.parsed.mentions[mention].last < attached.phrase.first;
        !shaped || !before || is_thing_after(self.parsed, attached)
    }

    /// The instrument of a provision that names none: the last one in the paragraph whose provisions have that name.
    fn bare(&self, attached: &Attached) -> Meaning {
        let start = attached.phrase.first;
        let here = self.parsed.mentions.iter().take_while(|mention| mention.last < start).count();
        let mut named = self.earlier.iter().chain(&self.meanings[..here]);
        let unit = attached.phrase.items[0].unit;
        let fits = |meaning: &&Meaning| {
            meaning.title.is_some() && meaning.kind.is_some_and(|kind| fits(unit, kind))
        };
        if let Some(found) = named.rfind(fits) {
            return Meaning { fault: None, ..found.clone() };
        }
        let statutory =
            attached.phrase.items[0].path.matches('/').count() > 1 && unit == Unit::Section;
        let fault = (statutory || matches!(unit, Unit::Article | Unit::Regulation))
            .then_some(CitationFault::NoInstrument);
        Meaning { fault, ..Meaning::default() }
    }

    /// Instruments named without a provision.
    fn lone_mentions(&self, out: &mut Vec<Citation>) {
        let is_taken =
            |index: usize| self.parsed.phrases.iter().any(|phrase| phrase.mention == Some(index));
        for (index, meaning) in self.meanings.iter().enumerate() {
            if meaning.is_law && !is_taken(index) && !self.is_explanation(index) {
                let mention = &self.parsed.mentions[index];
                let own = self.parsed.extent(mention.first, mention.last);
                out.push(self.citation(own, own, meaning, None, None));
            }
        }
    }

    /// Words that say what a name stands for, and cite nothing: "('the 2014 Act')", a number beside its title, a row of the list.
    fn is_explanation(&self, index: usize) -> bool {
        const AROUND: [&str; 8] = ["(", ")", "'", "\"", "‘", "’", "“", "”"];
        let mention = &self.parsed.mentions[index];
        let tokens = &self.parsed.tokens;
        let before = index.checked_sub(1).map(|before| &self.parsed.mentions[before]);
        match &mention.name {
            Name::Number { .. } => before.is_some_and(|title| {
                matches!(title.name, Name::Title(_)) && is_beside(tokens, title, mention)
            }),
            Name::Short { .. } | Name::Abbreviation { .. } => {
                let in_list = matches!(
                    self.document.passage(self.parsed.passage).kind,
                    PassageKind::Row { .. }
                );
                let enclosed = tokens.is_any(mention.first.wrapping_sub(1), &AROUND)
                    && tokens.is_any(mention.last + 1, &AROUND);
                enclosed || (in_list && before.is_some())
            }
            _ => false,
        }
    }

    fn citation(
        &self,
        extent: Extent,
        at: Extent,
        meaning: &Meaning,
        item: Option<&Item>,
        label: Option<Extent>,
    ) -> Citation {
        let path = item.map(|item| as_divided(&item.path, meaning.kind));
        Citation {
            document: self.parsed.document,
            passage: self.parsed.passage,
            extent,
            at,
            instrument: meaning.title.clone(),
            id: meaning.id.clone(),
            provision: item.map(|item| item.path.clone()),
            to: item.and_then(|item| item.to.clone()),
            uri: meaning.id.as_ref().map(|id| uri::of(id, path.as_deref())),
            label,
            fault: meaning.fault.clone(),
            checked: false,
        }
    }
}

fn is_thing_after(parsed: &Parsed<'_>, attached: &Attached) -> bool {
    let after = parsed.tokens.word(attached.phrase.after);
    !after.is_empty()
        && after.chars().all(char::is_lowercase)
        && !matches!(after, "and" | "or" | "of" | "as" | "to" | "in")
}

/// Whether instruments of a kind have provisions of this name.
fn fits(unit: Unit, kind: Kind) -> bool {
    match unit {
        Unit::Section => matches!(kind, Kind::Act | Kind::Measure),
        Unit::Regulation => kind == Kind::Regulations,
        Unit::Article => matches!(kind, Kind::Order | Kind::European | Kind::Treaty),
        Unit::Clause => kind == Kind::Bill,
        Unit::Schedule => matches!(kind, Kind::Act | Kind::Regulations | Kind::Order),
        _ => false,
    }
}

/// The path as the instrument itself is divided: "section/12" of Regulations stands at "regulation/12".
fn as_divided(path: &str, kind: Option<Kind>) -> String {
    let own = kind.and_then(Kind::division);
    match (path.split_once('/'), own) {
        (Some(("section" | "regulation" | "article" | "rule", rest)), Some(own)) => {
            format!("{own}/{rest}")
        }
        _ => path.to_owned(),
    }
}
