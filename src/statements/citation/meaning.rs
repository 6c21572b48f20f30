//! Which instrument a name means where it stands.

use super::{
    instruments::{Instruments, is_beside},
    mention::{Mention, Name},
    parsed::Parsed,
    title::Title,
};
use crate::{
    acts::{self, Kind, abbreviation, comparable},
    document::PartId,
    statements::CitationFault,
};

/// What a name means, as far as it can be told.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    pub(super) kind: Option<Kind>,
    pub(super) title: Option<String>,
    pub(super) id: Option<String>,
    pub(super) fault: Option<CitationFault>,
    /// Whether it is a law at all where no provision is attached: "NHS" is none.
    pub(super) is_law: bool,
}

/// A place in the draft, with what was named before it in the same paragraph.
pub(super) struct Place<'a> {
    pub(super) document: u32,
    pub(super) offset: u32,
    /// The outermost part.
    pub(super) part: Option<PartId>,
    pub(super) before: &'a [Meaning],
    pub(super) is_law_line: bool,
}

impl Meaning {
    fn of_instrument(instruments: &Instruments, index: usize) -> Self {
        let instrument = &instruments.all[index];
        Self {
            kind: Some(instrument.kind),
            title: Some(instrument.title.clone()),
            id: instrument.id.clone(),
            fault: None,
            is_law: true,
        }
    }

    fn of_known(known: &acts::Known) -> Self {
        let title = known.full_title();
        Self {
            kind: Kind::of_title(&title),
            title: Some(title),
            id: Some(known.id().to_owned()),
            fault: None,
            is_law: true,
        }
    }

    fn doubtful(kind: Kind, fault: CitationFault) -> Self {
        Self { kind: Some(kind), fault: Some(fault), is_law: true, ..Self::default() }
    }
}

/// What the mention at `index` of a passage means.
pub(super) fn of(
    parsed: &Parsed<'_>,
    index: usize,
    instruments: &Instruments,
    place: &Place<'_>,
) -> Meaning {
    let mention = &parsed.mentions[index];
    match &mention.name {
        Name::Title(title) => {
            let number = parsed
                .mentions
                .get(index + 1)
                .filter(|next| is_beside(&parsed.tokens, mention, next));
            of_title(title, number, instruments)
        }
        Name::Short { kind, year } => of_short(*kind, *year, instruments, place),
        Name::That(kind) => last_of_kind(place.before, *kind).unwrap_or_default(),
        Name::This => Meaning::default(),
        Name::Abbreviation { short, year } => of_abbreviation(short, *year, instruments, place),
        Name::Number { id, written } => of_number(id, written, instruments),
        Name::Abroad(abroad) => Meaning {
            kind: Some(if abroad.id.is_some() { Kind::European } else { Kind::Treaty }),
            title: Some(abroad.title.to_owned()),
            id: abroad.id.map(str::to_owned),
            fault: None,
            is_law: true,
        },
        Name::European { title, id } => Meaning {
            kind: Some(Kind::European),
            title: Some(title.clone()),
            id: Some(id.clone()),
            fault: None,
            is_law: true,
        },
        Name::Case(written) => Meaning {
            kind: Some(Kind::Case),
            title: Some(written.clone()),
            is_law: true,
            ..Meaning::default()
        },
    }
}

fn of_title(title: &Title, number: Option<&Mention>, instruments: &Instruments) -> Meaning {
    if title.year.is_none() && title.kind != Kind::Bill {
        return of_undated(title, instruments);
    }
    let mut meaning = match instruments.of_title(title) {
        Some(index) => Meaning::of_instrument(instruments, index),
        None => Meaning {
            kind: Some(title.kind),
            title: Some(title.full()),
            is_law: true,
            ..Meaning::default()
        },
    };
    if let Some((meant, proven)) = title.meant() {
        meaning.fault = Some(CitationFault::Mismatch { meant, proven });
    }
    if let Some(Name::Number { id, written }) = number.map(|mention| &mention.name) {
        meaning.fault = meaning.fault.or_else(|| of_other_number(title, id, written));
    }
    meaning
}

/// "Special Educational Needs and Disability Regulations 2013 (SI 2014/1530)": the number is another instrument's.
fn of_other_number(title: &Title, id: &str, written: &str) -> Option<CitationFault> {
    if let Some(known) = title.known {
        let own = known.id();
        let meant = format!("{}, which is {own}", known.full_title());
        return (own != id).then_some(CitationFault::Mismatch { meant, proven: true });
    }
    if let Some(known) = acts::by_id(id) {
        let other = known.key() != comparable(&title.words) || Some(known.year) != title.year;
        return other.then(|| CitationFault::Mismatch { meant: known.full_title(), proven: true });
    }
    // An instrument made late in a year may bear the next year in its title.
    let of_number: u16 = id.split('/').nth(1)?.parse().ok()?;
    let year = title.year?;
    let meant = format!("{} {of_number} ({written})", title.words);
    (year != of_number && year != of_number + 1)
        .then_some(CitationFault::Mismatch { meant, proven: false })
}

/// "the Children and Families Act": the one year the draft or the table knows of it.
fn of_undated(title: &Title, instruments: &Instruments) -> Meaning {
    match instruments.with_words(&title.words) {
        [one] => return Meaning::of_instrument(instruments, *one),
        [] => {}
        several => {
            let candidates = titles(several, instruments);
            return Meaning::doubtful(title.kind, CitationFault::Ambiguous { candidates });
        }
    }
    match acts::with_title(&title.words).as_slice() {
        [known] => Meaning::of_known(known),
        [] => Meaning {
            kind: Some(title.kind),
            title: Some(title.words.clone()),
            is_law: true,
            ..Meaning::default()
        },
        several => {
            let candidates = several.iter().map(|known| known.full_title()).collect();
            let fault = CitationFault::Ambiguous { candidates };
            Meaning { title: Some(title.words.clone()), ..Meaning::doubtful(title.kind, fault) }
        }
    }
}

/// "the Act", "the 2014 Act".
fn of_short(
    kind: Kind,
    year: Option<u16>,
    instruments: &Instruments,
    place: &Place<'_>,
) -> Meaning {
    let noun = kind.noun().to_lowercase();
    let term = year.map_or(noun.clone(), |year| format!("{year} {noun}"));
    if let Some(index) = instruments.defined(&term, place.document, place.offset, place.part) {
        return Meaning::of_instrument(instruments, index);
    }
    // "the Order", "the Scheme", "the Convention" are other things too, unless the draft says what they are.
    if !matches!(kind, Kind::Act | Kind::Regulations | Kind::Bill) {
        return Meaning::default();
    }
    if let Some(near) = last_of_year(place.before, kind, year) {
        return near;
    }
    let candidates = match kind {
        Kind::Bill => instruments.bills(),
        _ => instruments.dated(kind, year),
    };
    match candidates {
        [one] => Meaning::of_instrument(instruments, *one),
        several => {
            let candidates = titles(several, instruments);
            Meaning::doubtful(kind, CitationFault::Ambiguous { candidates })
        }
    }
}

/// So many candidates are kept: of more, nobody is told one by one.
const MOST_CANDIDATES: usize = 8;

fn titles(several: &[usize], instruments: &Instruments) -> Vec<String> {
    let some = several.iter().take(MOST_CANDIDATES);
    some.map(|&index| instruments.all[index].title.clone()).collect()
}

fn last_of_kind(before: &[Meaning], kind: Kind) -> Option<Meaning> {
    let last =
        before.iter().rfind(|meaning| meaning.kind == Some(kind) && meaning.title.is_some())?;
    Some(Meaning { fault: None, ..last.clone() })
}

/// As [`last_of_kind`]; of a year, only where the paragraph names one such instrument.
fn last_of_year(before: &[Meaning], kind: Kind, year: Option<u16>) -> Option<Meaning> {
    let Some(year) = year.map(|year| year.to_string()) else { return last_of_kind(before, kind) };
    let of_year = |meaning: &&Meaning| {
        meaning.kind == Some(kind)
            && meaning.title.as_ref().is_some_and(|title| title.ends_with(&year))
    };
    let last = before.iter().rfind(of_year)?;
    let alone = before.iter().filter(of_year).all(|meaning| meaning.title == last.title);
    alone.then(|| Meaning { fault: None, ..last.clone() })
}

fn of_number(id: &str, written: &str, instruments: &Instruments) -> Meaning {
    let title = instruments.with_id(id).map(|instrument| instrument.title.clone());
    let title = title.or_else(|| acts::by_id(id).map(acts::Known::full_title));
    let kind = title.as_deref().and_then(Kind::of_title);
    Meaning {
        kind,
        title: Some(title.unwrap_or_else(|| written.to_owned())),
        id: Some(id.to_owned()),
        fault: None,
        is_law: true,
    }
}

fn of_abbreviation(
    short: &str,
    year: Option<u16>,
    instruments: &Instruments,
    place: &Place<'_>,
) -> Meaning {
    if let Some(meaning) = of_listed(short, year, instruments) {
        return meaning;
    }
    let term = comparable(short);
    let dated = year.map(|year| format!("{term} {year}"));
    let mut defined = dated.iter().chain([&term]);
    let index = defined
        .find_map(|term| instruments.defined(term, place.document, place.offset, place.part));
    if let Some(index) = index {
        return Meaning::of_instrument(instruments, index);
    }
    // "CFA 2014" after "Children and Families Act 2014" needs no explanation, unless the draft has a list of such names.
    let listed_as =
        |index: usize| instruments.gazetteer.iter().find(|entry| entry.variants.contains(&index));
    let spelt_out = spelt_out(short, year, instruments);
    if let Some(index) = spelt_out.filter(|_| instruments.gazetteer.is_empty()) {
        return Meaning::of_instrument(instruments, index);
    }
    // The draft's own list has another short name for it.
    let other_name = spelt_out.and_then(listed_as).map(|entry| entry.short.clone());
    let near = other_name.or_else(|| nearest(short, instruments));
    let fault = CitationFault::Undefined { short: short.to_owned(), near };
    if let Some(index) = spelt_out {
        return Meaning { fault: Some(fault), ..Meaning::of_instrument(instruments, index) };
    }
    let known = match year.map(|year| abbreviation::candidates(short, year)).as_deref() {
        Some([known]) => Some(*known),
        Some(_) => None,
        None => abbreviation::customary(short),
    };
    match known {
        // What everybody knows by its short name needs no explanation either.
        Some(known) if abbreviation::customary(short).is_some() => Meaning::of_known(known),
        Some(known) => Meaning { fault: Some(fault), ..Meaning::of_known(known) },
        None => Meaning {
            fault: Some(fault),
            is_law: place.is_law_line && year.is_none_or(|year| year > 1800),
            ..Meaning::default()
        },
    }
}

/// The instrument of the draft's own list of abbreviations.
fn of_listed(short: &str, year: Option<u16>, instruments: &Instruments) -> Option<Meaning> {
    let named = || instruments.gazetteer.iter().filter(|entry| entry.short == short);
    let entry = named()
        .find(|entry| entry.year.is_some() && entry.year == year)
        .or_else(|| named().find(|entry| entry.year.is_none()))?;
    let of_year = |&&index: &&usize| {
        year.is_none_or(|year| instruments.all[index].year.is_none_or(|own| own == year))
    };
    let fitting: Vec<usize> = entry.variants.iter().filter(of_year).copied().collect();
    Some(match (fitting.as_slice(), entry.variants.as_slice()) {
        ([one], _) => Meaning::of_instrument(instruments, *one),
        ([], [first, ..]) => {
            let meant = instruments.all[*first].title.clone();
            let fault = CitationFault::Mismatch { meant, proven: false };
            Meaning {
                title: Some(format!("{short} {}", year?)),
                ..Meaning::doubtful(instruments.all[*first].kind, fault)
            }
        }
        (several, _) => {
            // Without its year the name is in doubt: the one the draft means most often is the likely one.
            let likely = several.iter().max_by_key(|&&index| instruments.all[index].times)?;
            let candidates = titles(several, instruments);
            let fault = Some(CitationFault::Ambiguous { candidates });
            Meaning { fault, ..Meaning::of_instrument(instruments, *likely) }
        }
    })
}

/// The one dated instrument of the draft that has these initials.
fn spelt_out(short: &str, year: Option<u16>, instruments: &Instruments) -> Option<usize> {
    let fits = |&index: &usize| {
        let instrument = &instruments.all[index];
        let same_year = year.is_none_or(|year| instrument.year == Some(year));
        instrument.year.is_some()
            && same_year
            && abbreviation::abbreviates(short, &instrument.words)
    };
    let mut found = (0..instruments.all.len()).filter(fits);
    found.next().filter(|_| found.next().is_none())
}

/// The listed short name that has the same letters, or all but one of them.
fn nearest(short: &str, instruments: &Instruments) -> Option<String> {
    let letters = |name: &str| name.chars().filter(char::is_ascii_alphabetic).collect::<String>();
    let own = letters(short);
    let distance = |name: &str| strsim::damerau_levenshtein(&own, &letters(name));
    let entries = instruments.gazetteer.iter().map(|entry| (distance(&entry.short), &entry.short));
    let (distance, name) = entries.min_by_key(|(distance, _)| *distance)?;
    (distance <= 1 && own.len() > 3).then(|| name.clone())
}
