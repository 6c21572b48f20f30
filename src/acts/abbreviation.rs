//! Short names of instruments: initials of a title, and the customary ones that are not initials.

use super::{Known, table};

/// Customary short names of one instrument each that are not the initials of its title.
const CUSTOMARY: [(&str, &str); 4] = [
    ("EqA", "Equality Act 2010"),
    ("HSWA", "Health and Safety at Work etc. Act 1974"),
    ("LASPO", "Legal Aid, Sentencing and Punishment of Offenders Act 2012"),
    ("PACE", "Police and Criminal Evidence Act 1984"),
];

/// Law that is not the United Kingdom's own, or is known by a short name only.
#[derive(Debug)]
pub struct Abroad {
    pub short: &'static str,
    pub title: &'static str,
    /// On legislation.gov.uk, where it is there.
    pub id: Option<&'static str>,
}

/// Conventions and European law with the short name everybody uses.
pub const ABROAD: [Abroad; 8] = [
    Abroad { short: "ECHR", title: "European Convention on Human Rights", id: None },
    Abroad { short: "UNCRC", title: CHILD, id: None },
    Abroad { short: "CRC", title: CHILD, id: None },
    Abroad { short: "UNCRPD", title: DISABILITIES, id: None },
    Abroad { short: "CRPD", title: DISABILITIES, id: None },
    Abroad {
        short: "ICCPR",
        title: "International Covenant on Civil and Political Rights",
        id: None,
    },
    Abroad { short: "GDPR", title: "General Data Protection Regulation", id: Some("eur/2016/679") },
    Abroad {
        short: "UK GDPR",
        title: "UK General Data Protection Regulation",
        id: Some("eur/2016/679"),
    },
];
const CHILD: &str = "United Nations Convention on the Rights of the Child";
const DISABILITIES: &str = "United Nations Convention on the Rights of Persons with Disabilities";

/// The instruments of `year` that `short` may stand for: "CFA" and "C&FA" of 2014 for the Children and Families Act.
pub fn candidates(short: &str, year: u16) -> Vec<&'static Known> {
    let customary = CUSTOMARY
        .iter()
        .filter(|(name, _)| *name == short)
        .filter_map(|(_, title)| table::find(title));
    let customary: Vec<_> = customary.filter(|known| known.year == year).collect();
    if !customary.is_empty() {
        return customary;
    }
    let letters = letters_of(short);
    let of_year = table::all_of_year(year).iter();
    of_year.filter(|known| letters.len() > 1 && spells(&letters, known.key().split(' '))).collect()
}

/// The one instrument a customary short name stands for without a year: "PACE".
pub fn customary(short: &str) -> Option<&'static Known> {
    CUSTOMARY.iter().find(|(name, _)| *name == short).and_then(|(_, title)| table::find(title))
}

/// Whether `short` may be the initials of `title`: small words may be skipped or not ("FOIA").
pub fn abbreviates(short: &str, title: &str) -> bool {
    let letters = letters_of(short);
    let key = super::comparable(title);
    letters.len() > 1
        && spells(
            &letters,
            key.split(' ').filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())),
        )
}

fn letters_of(short: &str) -> Vec<u8> {
    short.bytes().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase()).collect()
}

/// Walks the words once, keeping every number of letters that may be spelt so far.
fn spells<'a>(letters: &[u8], words: impl Iterator<Item = &'a str>) -> bool {
    if letters.len() >= 32 {
        return false;
    }
    let mut spelt: u32 = 1;
    for word in words {
        let initial = word.as_bytes().first();
        let taken = (0..letters.len())
            .filter(|&at| spelt & (1 << at) != 0 && letters.get(at) == initial)
            .fold(0, |taken, at| taken | (1 << (at + 1)));
        spelt = taken | if is_small(word) { spelt } else { 0 };
    }
    spelt & (1 << letters.len()) != 0
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "of"
            | "the"
            | "for"
            | "in"
            | "to"
            | "on"
            | "with"
            | "by"
            | "etc"
            | "a"
            | "from"
            | "at"
            | "or"
    )
}

#[cfg(test)]
mod tests {
    use super::{CUSTOMARY, abbreviates, candidates, customary};
    use crate::acts::find;

    #[test]
    fn initials_and_year() {
        let one = |short: &str, year: u16| match candidates(short, year).as_slice() {
            [known] => known.full_title(),
            other => format!("{}", other.len()),
        };
        assert_eq!(one("CFA", 2014), "Children and Families Act 2014");
        assert_eq!(one("C&FA", 2014), "Children and Families Act 2014");
        assert_eq!(one("FOIA", 2000), "Freedom of Information Act 2000");
        assert_eq!(one("EqA", 2010), "Equality Act 2010");
        assert_eq!(one("EA", 1996), "Education Act 1996");
        assert_eq!(one("SSFA", 1998), "School Standards and Framework Act 1998");
        assert_eq!(one("TWA", 1992), "Transport and Works Act 1992");
        assert_eq!(one("CA", 1989), "2", "the Children Act and the Companies Act");
        assert_eq!(one("A", 2014), "0");
    }

    #[test]
    fn shapes_of_abbreviations() {
        assert!(abbreviates(
            "RV(R&L)R",
            "Road Vehicles (Registration & Licensing) Regulations 2002"
        ));
        assert!(abbreviates("H(PHYR)A", "Horses (Protective Headgear for Young Riders) Act 1990"));
        assert!(!abbreviates("RVLR", "Road Traffic Act 1988"));
    }

    #[test]
    fn customary_names_stand_for_acts_of_the_table() {
        assert!(CUSTOMARY.iter().all(|(_, title)| find(title).is_some()));
        assert_eq!(customary("PACE").map(|known| known.year), Some(1984));
    }
}
