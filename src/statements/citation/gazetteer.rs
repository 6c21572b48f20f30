//! A draft's own list of abbreviations: table rows and lines that give a title and its short name.

use super::{
    instruments::Instruments,
    mention::{Mention, Name},
    parsed::Parsed,
    title::Title,
};
use crate::statements::pointing::is_abbreviation;
use crate::{
    acts::{self, Kind, uri},
    document::{Document, Extent, PassageKind},
};

/// One short name of the list.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// "RTA".
    pub(super) short: String,
    /// Where the list has the short name with a year: "TSRGD 2016".
    pub(super) year: Option<u16>,
    /// What it may stand for, one a year: "Road Traffic Act 1984, 1988 or 1991 as indicated".
    pub(super) variants: Vec<usize>,
}

/// Reads the entry of a table row, or of a line "CFA: Children and Families Act 2014".
pub(super) fn read(document: &Document, parsed: &Parsed<'_>, instruments: &mut Instruments) {
    let (titles, short) = match &document.passage(parsed.passage).kind {
        PassageKind::Row { cells } => {
            let cells: Vec<Extent> =
                cells.clone().map(|cell| document.cells[cell as usize].extent).collect();
            let Some(&short) =
                cells.iter().find(|&&cell| short_name(document.text(cell)).is_some())
            else {
                return;
            };
            let Some(&titles) =
                cells.iter().find(|&&cell| cell != short && has_title(parsed, cell))
            else {
                return;
            };
            (titles, short)
        }
        PassageKind::Heading | PassageKind::HeaderRow { .. } => return,
        _ => match line(document, parsed) {
            Some(found) => found,
            None => return,
        },
    };
    let Some((short, year)) = short_name(document.text(short)) else { return };
    let variants = variants(document, parsed, titles, instruments);
    merge(instruments, Entry { short, year, variants });
}

/// A short name alone, with a year or a star at most.
fn short_name(text: &str) -> Option<(String, Option<u16>)> {
    let text = text.trim().trim_end_matches(['*', '\\', '†']).trim_end();
    let (short, year) = match text.rsplit_once(' ') {
        Some((short, year)) if year.len() == 4 => (short, Some(year.parse().ok()?)),
        _ => (text, None),
    };
    (is_abbreviation(short) && !short.contains(' ')).then(|| (short.to_owned(), year))
}

fn has_title(parsed: &Parsed<'_>, cell: Extent) -> bool {
    titles_in(parsed, cell).next().is_some()
}

fn titles_in<'p>(
    parsed: &'p Parsed<'_>,
    within: Extent,
) -> impl Iterator<Item = (&'p Mention, &'p Title)> {
    parsed.mentions.iter().filter_map(move |mention| match &mention.name {
        Name::Title(title) if within.contains(parsed.extent(mention.first, mention.last)) => {
            Some((mention, title))
        }
        _ => None,
    })
}

/// "CFA: Children and Families Act 2014", "CFA – the Children and Families Act 2014".
fn line(document: &Document, parsed: &Parsed<'_>) -> Option<(Extent, Extent)> {
    let tokens = &parsed.tokens;
    if parsed.sentence != document.passage(parsed.passage).extent {
        return None;
    }
    let mark = (1..3).find(|&at| tokens.is_any(at, &[":", "–", "-", "=", "—"]))?;
    let title = parsed.mentions.iter().find(|mention| matches!(mention.name, Name::Title(_)))?;
    let close = title.first <= mark + 2 && tokens.len() - title.last <= 3;
    let short = parsed.extent(0, mark - 1);
    let found = close && short_name(document.text(short)).is_some();
    found.then(|| (parsed.extent(mark + 1, tokens.len() - 1), short))
}

/// The instruments a cell names: each title, and its words again with each further year.
fn variants(
    document: &Document,
    parsed: &Parsed<'_>,
    cell: Extent,
    instruments: &mut Instruments,
) -> Vec<usize> {
    let mut found = Vec::new();
    let titles: Vec<(Mention, Title)> =
        titles_in(parsed, cell).map(|(m, t)| (m.clone(), t.clone())).collect();
    let Some((first, title)) = titles.first() else { return found };
    for (mention, title) in &titles {
        let index = instruments.add(title);
        give_id(document, parsed.extent(mention.first, mention.last), &mut instruments.all[index]);
        found.push(index);
    }
    for at in first.last + 1..parsed.tokens.len() {
        let place = parsed.extent(at, at);
        let taken = parsed.mentions.iter().any(|mention| mention.first <= at && at <= mention.last);
        let Some(year) = parsed.tokens.year(at).filter(|_| cell.contains(place) && !taken) else {
            continue;
        };
        let index = instruments.add(&of_year(title, year));
        give_id(document, place, &mut instruments.all[index]);
        found.push(index);
    }
    found
}

/// The same title in another year: the table's own, where it has it.
fn of_year(title: &Title, year: u16) -> Title {
    let known = acts::find(&format!("{} {year}", title.words));
    let words = known.map_or_else(|| title.words.clone(), |known| known.title.clone());
    Title { kind: title.kind, words, year: Some(year), known }
}

/// Takes the id from a link on the words, unless the table says that it is another instrument's.
fn give_id(document: &Document, words: Extent, instrument: &mut super::instruments::Instrument) {
    let link = document.links.iter().find(|link| link.extent.overlaps(words));
    let Some(address) = link.and_then(|link| uri::read(&link.target)) else { return };
    // A Welsh instrument has its number in the series of the whole kingdom: the link knows that it is Welsh.
    let number = |id: &str| id.split_once('/').map(|(_, number)| number.to_owned());
    if instrument.id.as_ref().is_some_and(|own| number(own) != number(&address.id)) {
        return;
    }
    let other = acts::by_id(&address.id).is_some_and(|known| known.key() != instrument.words);
    let other_kind = Kind::of_id(&address.id).is_some_and(|kind| kind != instrument.kind);
    if !other && !other_kind {
        instrument.id = Some(address.id);
    }
}

/// A name listed twice stands for all it is listed for.
fn merge(instruments: &mut Instruments, entry: Entry) {
    let same = |other: &&mut Entry| other.short == entry.short && other.year == entry.year;
    match instruments.gazetteer.iter_mut().find(same) {
        Some(known) => {
            let new: Vec<usize> = entry
                .variants
                .into_iter()
                .filter(|index| !known.variants.contains(index))
                .collect();
            known.variants.extend(new);
        }
        None => instruments.gazetteer.push(entry),
    }
}
