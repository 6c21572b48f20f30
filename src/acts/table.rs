//! The embedded table of instruments: nothing of it is read before a draft cites something, and then only the years asked for.

use std::{borrow::Cow, ops::RangeInclusive, sync::OnceLock};

use super::{Comparable, comparable, same_title};

const ACTS: &str = include_str!("acts.txt");
const OTHERS: &str = include_str!("others.txt");
/// The years the table speaks of.
const YEARS: RangeInclusive<u16> = 1801..=2030;

/// The years of which every public general Act is in the table: its numbers leave no gap there.
const COMPLETE: [u16; 19] = [
    1990, 1992, 1993, 1994, 1996, 1997, 1998, 1999, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009,
    2013, 2014, 2015,
];

/// An instrument of the table.
#[derive(Debug)]
pub struct Known {
    /// With its closing word, without its year: "Children and Families Act".
    pub title: String,
    pub year: u16,
    id: String,
    /// See [`Comparable`].
    key: String,
}

impl Known {
    /// "Children and Families Act 2014".
    pub fn full_title(&self) -> String {
        format!("{} {}", self.title, self.year)
    }

    /// Its id on legislation.gov.uk: "ukpga/2014/6".
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The title as [`comparable`] makes it.
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// The instrument of this title, which ends with its year: "Children & Families Act 2014".
pub fn find(full_title: &str) -> Option<&'static Known> {
    let (title, year) = full_title.trim_end().rsplit_once(|c: char| c.is_whitespace())?;
    let key = comparable(title);
    let key = key.strip_prefix("the ").unwrap_or(&key);
    all_of_year(year.parse().ok()?).iter().find(|known| same_title(&known.key, key))
}

/// The instrument of `year` whose title `before` ends with, the longest where several do, and the byte where it begins.
pub fn ending(before: &str, year: u16) -> Option<(usize, &'static Known)> {
    let words = Comparable::new(before);
    all_of_year(year)
        .iter()
        .filter_map(|known| words.ending(&known.key).map(|start| (start, known)))
        // "… (Scotland) Act" is not the Scotland Act.
        .filter(|&(start, _)| !before[..start].ends_with('('))
        .min_by_key(|&(start, _)| start)
}

/// Every instrument with this title, whatever its year, oldest first. Reads the whole table: for the few titles that are not found.
pub fn with_title(title: &str) -> Vec<&'static Known> {
    let key = comparable(title);
    YEARS.flat_map(all_of_year).filter(|known| same_title(&known.key, &key)).collect()
}

/// The instrument with this id: "ukpga/2014/6". Regnal ids are not looked up.
pub fn by_id(id: &str) -> Option<&'static Known> {
    let year = id.split('/').nth(1)?.parse().ok()?;
    all_of_year(year).iter().find(|known| known.id() == id)
}

/// The instruments of a year, in no particular order.
pub fn all_of_year(year: u16) -> &'static [Known] {
    static READ: [OnceLock<Vec<Known>>; 230] = [const { OnceLock::new() }; 230];
    let Some(index) = year.checked_sub(*YEARS.start()) else { return &[] };
    READ.get(index as usize).map_or(&[], |slot| slot.get_or_init(|| read_year(year)))
}

/// The year that the list of public general Acts goes to, and the latest of any instrument in the table.
pub fn latest_years() -> (u16, u16) {
    let last = |data: &str| {
        let years = data.lines().filter_map(|line| line.strip_prefix('=')?.parse().ok());
        years.max().unwrap_or(*YEARS.start())
    };
    (last(ACTS), last(ACTS).max(last(OTHERS)))
}

/// Whether every public general Act of the year is in the table.
pub fn is_complete(year: u16) -> bool {
    COMPLETE.binary_search(&year).is_ok()
}

fn read_year(year: u16) -> Vec<Known> {
    let lines = [ACTS, OTHERS].into_iter().flat_map(|data| lines_of(data, year));
    lines.filter_map(|line| read_line(line, year)).collect()
}

/// The lines between `=YEAR` and the next such line.
fn lines_of(data: &'static str, year: u16) -> impl Iterator<Item = &'static str> {
    let head = format!("\n={year}\n");
    let start = memchr::memmem::find(data.as_bytes(), head.as_bytes())
        .map_or(data.len(), |at| at + head.len());
    data[start..].lines().take_while(|line| !line.starts_with('='))
}

fn read_line(line: &'static str, year: u16) -> Option<Known> {
    let (written, number) = line.rsplit_once('|')?;
    let title: Cow<'_, str> = match written.strip_suffix('*') {
        Some(whole) => whole.into(),
        None => format!("{written} Act").into(),
    };
    Some(Known {
        key: comparable(&title),
        id: id_of(number, year),
        title: title.into_owned(),
        year,
    })
}

/// The id on legislation.gov.uk of what the table numbers "6" (an Act of its year), "Will4/5-6/50" or "uksi/2014/1530".
fn id_of(number: &str, year: u16) -> String {
    match number.find('/') {
        None => format!("ukpga/{year}/{number}"),
        Some(_) if number.starts_with(|c: char| c.is_ascii_uppercase()) => {
            format!("ukpga/{number}")
        }
        Some(_) => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{YEARS, all_of_year, ending, find, is_complete, with_title};

    #[test]
    fn titles_and_ids() {
        let id = |title: &str| find(title).map(super::Known::id);
        assert_eq!(id("Children and Families Act 2014"), Some("ukpga/2014/6"));
        assert_eq!(id("the Children & families Act 2014"), Some("ukpga/2014/6"));
        assert_eq!(id("Highway Act 1835"), Some("ukpga/Will4/5-6/50"));
        let send = "Special Educational Needs and Disability Regulations 2014";
        assert_eq!(id(send), Some("uksi/2014/1530"));
        assert_eq!(id("Children and Families Act 2013"), None);
        assert_eq!(id("Act"), None);
    }

    #[test]
    fn the_longest_ending_wins() {
        let before = "made under the Further and Higher Education Act";
        let found = ending(before, 1992).map(|(start, known)| (start, known.full_title()));
        assert_eq!(found, Some((15, "Further and Higher Education Act 1992".to_owned())));
        assert!(ending("under the", 2014).is_none());
        assert!(ending("the Smoking (Scotland) Act", 2016).is_none());
    }

    #[test]
    fn the_table_is_sound() {
        let all: Vec<_> = YEARS.flat_map(all_of_year).collect();
        assert!(all.len() > 3950, "{}", all.len());
        assert!(
            all.iter().all(|known| known.id().split('/').count() >= 3 && !known.key.is_empty())
        );
        assert_eq!(with_title("Care Act").len(), 1);
        assert!(is_complete(2014) && !is_complete(2010));
        assert!(all_of_year(1066).is_empty() && all_of_year(u16::MAX).is_empty());
    }
}
