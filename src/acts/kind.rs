//! What sort of instrument a title names, and what its provisions are called.

/// A sort of instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Act,
    Measure,
    Regulations,
    Order,
    Rules,
    Scheme,
    Directions,
    Bill,
    /// A regulation or directive of the European Union.
    European,
    /// A convention or treaty.
    Treaty,
    /// A judgment.
    Case,
}

/// The word in a title that says what it is the title of.
const WORDS: [(&str, Kind); 10] = [
    ("Act", Kind::Act),
    ("Measure", Kind::Measure),
    ("Regulations", Kind::Regulations),
    ("Order", Kind::Order),
    ("Rules", Kind::Rules),
    ("Scheme", Kind::Scheme),
    ("Directions", Kind::Directions),
    ("Bill", Kind::Bill),
    ("Convention", Kind::Treaty),
    ("Directive", Kind::European),
];

impl Kind {
    /// The kind that a word names: "Regulations". Case counts: a "scheme" or an "order" is none.
    pub fn of_word(word: &str) -> Option<Self> {
        WORDS.iter().find(|(name, _)| *name == word).map(|&(_, kind)| kind)
    }

    /// The kind of an instrument with this title: that of the last such word, since a title may name another one first
    /// ("Road Traffic Act 1988 (Prescribed Limit) Regulations 2014").
    pub fn of_title(title: &str) -> Option<Self> {
        let mut kinds =
            title.rsplit(|c: char| !c.is_alphabetic()).filter_map(Self::of_word).peekable();
        match kinds.next()? {
            // "Traffic Signs Regulations and General Directions"
            Self::Directions if kinds.peek() == Some(&Self::Regulations) => Some(Self::Regulations),
            kind => Some(kind),
        }
    }

    /// The kind an id of legislation.gov.uk speaks of: an Act from `ukpga/2014/6`, none from `uksi/2014/1530`.
    pub fn of_id(id: &str) -> Option<Self> {
        match id.split('/').next()? {
            "ukpga" | "ukla" | "asp" | "anaw" | "asc" | "nia" | "aip" | "apgb" => Some(Self::Act),
            "mwa" | "ukcm" | "mnia" => Some(Self::Measure),
            "eur" | "eudr" | "eudn" => Some(Self::European),
            _ => None,
        }
    }

    /// What its provisions are called, as legislation.gov.uk has it in its addresses.
    pub fn division(self) -> Option<&'static str> {
        match self {
            Self::Act | Self::Measure | Self::Scheme => Some("section"),
            Self::Regulations => Some("regulation"),
            Self::Order | Self::European | Self::Treaty => Some("article"),
            Self::Rules => Some("rule"),
            Self::Bill => Some("clause"),
            Self::Directions | Self::Case => None,
        }
    }

    /// What people call one such instrument: "Act", "Regulations".
    pub fn noun(self) -> &'static str {
        match self {
            Self::European => "EU legislation",
            Self::Treaty => "convention",
            Self::Case => "judgment",
            _ => {
                WORDS.iter().find(|(_, kind)| *kind == self).map_or("instrument", |(word, _)| word)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn kinds_of_titles() {
        assert_eq!(Kind::of_title("Children and Families Act 2014"), Some(Kind::Act));
        assert_eq!(
            Kind::of_title("Matrimonial Causes Act (Northern Ireland) 1978"),
            Some(Kind::Act)
        );
        let limits = "Road Traffic Act 1988 (Prescribed Limit) (Scotland) Regulations 2014";
        assert_eq!(Kind::of_title(limits), Some(Kind::Regulations));
        let signs = "Traffic Signs Regulations & General Directions 2002";
        assert_eq!(Kind::of_title(signs), Some(Kind::Regulations));
        assert_eq!(Kind::of_title("Local Offer 2014"), None);
    }
}
