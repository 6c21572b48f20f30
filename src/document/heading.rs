//! Reads a heading: "Chapter 4: The Local Offer" is a chapter, numbered 4, with a name.

use super::{Number, Unit, label};

/// What a heading says of itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) unit: Option<Unit>,
    pub(super) number: Option<Number>,
    /// Where the number is written, in bytes of the heading.
    pub(super) label: (usize, usize),
    /// Where the name begins.
    pub(super) name: usize,
}

impl Title {
    /// Whether the heading is the label of a paragraph and no part of its own: "Rule 253".
    pub(super) fn labels_paragraph(&self) -> bool {
        matches!(self.unit, Some(Unit::Rule | Unit::Paragraph)) && self.number.is_some()
    }

    /// Whether a line that is no heading in Markdown is the heading of a division: "Chapter 4: The Local Offer", "Annex A".
    /// A bold line may also be a rule's ("**Rule 12**"); a plain one is more often a picture's caption.
    pub(super) fn divides(&self, line: &str, bold: bool) -> bool {
        let division = matches!(
            self.unit,
            Some(
                Unit::Part
                    | Unit::Chapter
                    | Unit::Section
                    | Unit::Annex
                    | Unit::Appendix
                    | Unit::Schedule
            )
        );
        let unit = matches!(
            self.unit,
            Some(Unit::Rule | Unit::Paragraph | Unit::Principle | Unit::Standard | Unit::Step)
        );
        let steps = self.number.as_ref().is_some_and(|number| number.depth() > 1);
        let separated = line.len() == self.label.1
            || line[self.label.1..].trim_start().starts_with([':', '–', '—', '-']);
        (division && (bold || separated)) || (bold && (unit || (steps && self.name < line.len())))
    }

    pub(super) fn read(heading: &str) -> Self {
        Self::with_unit(heading).or_else(|| Self::numbered(heading)).unwrap_or(Self {
            unit: None,
            number: None,
            label: (0, 0),
            name: 0,
        })
    }

    fn with_unit(heading: &str) -> Option<Self> {
        let (unit, word) = label::unit(heading)?;
        let start = word + (heading.len() - word - heading[word..].trim_start().len());
        let end = start + label::number_after_unit(&heading[start..]).filter(|_| start > word)?;
        let name = name_after(heading, end)?;
        let number = Some(Number::new(&heading[start..end]));
        Some(Self { unit: Some(unit), number, label: (start, end), name })
    }

    fn numbered(heading: &str) -> Option<Self> {
        let label = label::read(heading).filter(|label| label.shape != label::Shape::Bullet)?;
        let (start, end) = (label.number.0 as usize, label.number.1 as usize);
        let name = label.text as usize;
        // "2013 review" names a year, "17 September 2023" a day, "20 mph zones" a quantity.
        let bare = label.shape == label::Shape::Bare;
        let counts =
            bare && (end - start == 4 || is_month(&heading[name..]) || is_lower(&heading[name..]));
        let number = Some(Number::new(&heading[start..end]));
        (!counts).then_some(Self { unit: None, number, label: (start, end), name })
    }
}

fn is_lower(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

fn is_month(text: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    MONTHS.contains(&word)
}

/// Where the name begins after a unit and its number. "Part 1 of the Act" is no numbered division.
fn name_after(heading: &str, end: usize) -> Option<usize> {
    let rest = &heading[end..];
    let name = rest.trim_start_matches([' ', ':', '.', '-', '–', '—', '|', '\u{a0}', '(']);
    let separated = rest.trim_start().len() < rest.len() && rest.trim_start() == name;
    let plain = separated && name.starts_with(char::is_lowercase);
    (!plain).then_some(heading.len() - name.len())
}
