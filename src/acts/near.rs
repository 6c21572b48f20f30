//! A title that the table does not hold, and what was probably meant.

use super::{Known, comparable, is_complete, same_title, table};

/// What a title that is not in the table comes near to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// The same words in another year; `proven` where the table holds every Act of the year written.
    OtherYear { year: u16, proven: bool },
    /// A title of the same year, spelt a little otherwise.
    Spelling(&'static str),
}

/// What `title` of `year` comes near to. `None` where it is in the table, or where nothing can be said.
///
/// The table ends in 2016, and the legislatures of Scotland, Wales and Northern Ireland have Acts of their own:
/// of such titles nothing is claimed.
pub fn near(title: &str, year: u16) -> Option<Near> {
    let key = comparable(title);
    let of_year = table::all_of_year(year);
    if of_year.iter().any(|known| same_title(known.key(), &key)) || is_devolved(title) {
        return None;
    }
    let spelling = of_year.iter().find(|known| differs_little(known.key(), &key));
    spelling.map(|known| Near::Spelling(&known.title)).or_else(|| other_year(title, year))
}

/// A short title stands in many years ("Finance Act"): the nearest is meant, and only where it is near.
fn other_year(title: &str, year: u16) -> Option<Near> {
    const REACH: u16 = 3;
    if !(1988..=2015).contains(&year) || !title.ends_with("Act") {
        return None;
    }
    let nearest: &Known =
        table::with_title(title).into_iter().min_by_key(|known| known.year.abs_diff(year))?;
    let near = nearest.year.abs_diff(year) <= REACH;
    near.then_some(Near::OtherYear { year: nearest.year, proven: is_complete(year) })
}

fn is_devolved(title: &str) -> bool {
    ["(Scotland)", "(Wales)", "(Northern Ireland)"].iter().any(|place| title.contains(place))
}

/// At most two letters changed, added, lost or swapped, in a title long enough for that to be no other title.
fn differs_little(a: &str, b: &str) -> bool {
    let shorter = a.len().min(b.len());
    let allowed = if shorter < 12 {
        0
    } else if shorter < 24 {
        1
    } else {
        2
    };
    a.len().abs_diff(b.len()) <= allowed
        && digits(a) == digits(b)
        && strsim::damerau_levenshtein(a, b) <= allowed
}

/// "No 2" and "No 3" are two instruments.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::{Near, near};

    #[test]
    fn near_misses() {
        let other = near("Children and Families Act", 2013);
        assert_eq!(other, Some(Near::OtherYear { year: 2014, proven: true }));
        let streets = near("New Road and Street Works Act", 1991);
        assert_eq!(streets, Some(Near::Spelling("New Roads and Street Works Act")));
        assert_eq!(near("New Roads and Streetworks Act", 1991), None);
    }

    #[test]
    fn nothing_is_claimed_of_what_may_exist() {
        assert_eq!(near("Children and Families Act", 2014), None);
        assert_eq!(near("Care Act", 2031), None);
        assert_eq!(
            near("Smoking Prohibition (Children in Motor Vehicles) (Scotland) Act", 2014),
            None
        );
        assert_eq!(near("London Local Authorities Act", 1990), None);
    }
}
