//! Whether what a reference points at is there, and is what the words beside it say.

use super::{
    heading::{alike, content},
    numbering::{Numbering, Place},
    phrase::{Item, Phrase, Target},
};
use crate::{
    acts::{comparable, provision::compare_numbers},
    document::{Document, Extent, ParagraphId, PartId, Unit},
    statements::{ReferenceFault, pointing::Tokens},
};

/// Where a reference stands.
#[derive(Clone, Copy)]
pub(super) struct From<'a> {
    pub(super) document: u32,
    pub(super) part: PartId,
    pub(super) paragraph: Option<ParagraphId>,
    /// Whether the paragraph cites a law: a bare "paragraph 3(2)" may be one of its Schedule.
    pub(super) cites_law: bool,
    pub(super) tokens: &'a Tokens<'a>,
    /// Where the tokens begin in the plain text.
    pub(super) base: u32,
}

/// What is said of one reference.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub(super) resolves: Option<bool>,
    pub(super) fault: Option<ReferenceFault>,
    /// Where it points.
    pub(super) place: Option<Place>,
}

/// Judges one number of a phrase.
pub(super) fn item(
    numbering: &Numbering,
    from: &From<'_>,
    phrase: &Phrase,
    item: &Item,
) -> Verdict {
    let found = find(numbering, from, phrase.target, &item.number);
    if let Some(to) = &item.to {
        return range(numbering, from, phrase.target, item, to, found);
    }
    match found {
        Found::At(place) => Verdict { resolves: Some(true), fault: None, place: Some(place) },
        Found::Unknown => Verdict::default(),
        Found::No => missing(numbering, phrase.target, item),
    }
}

fn missing(numbering: &Numbering, target: Target, item: &Item) -> Verdict {
    if target == Target::Of(Unit::Paragraph)
        && let Some((paragraph, footnote)) = glued(numbering, &item.number)
    {
        let fault = Some(ReferenceFault::GluedFootnote { paragraph, footnote });
        return Verdict { resolves: None, fault, place: None };
    }
    let existing = match target {
        Target::Of(Unit::Paragraph | Unit::Rule) | Target::Bare => numbering.nearest(&item.number),
        _ => None,
    };
    Verdict {
        resolves: Some(false),
        fault: Some(ReferenceFault::Missing { existing }),
        place: None,
    }
}

/// "9.123" as paragraph 9.12 and footnote 3.
fn glued(numbering: &Numbering, number: &str) -> Option<(String, String)> {
    (1..=2).find_map(|length| {
        let at = number.len().checked_sub(length)?;
        let (paragraph, footnote) = number.split_at(at);
        let both = numbering.paragraph(paragraph, None).is_some()
            && numbering.footnotes.contains_key(footnote);
        both.then(|| (paragraph.to_owned(), footnote.to_owned()))
    })
}

fn range(
    numbering: &Numbering,
    from: &From<'_>,
    target: Target,
    item: &Item,
    to: &str,
    first: Found,
) -> Verdict {
    let tail = |number: &str| number.rsplit('.').next().unwrap_or(number).to_owned();
    let head = |number: &str| number.rsplit_once('.').map(|(head, _)| head.to_owned());
    let same_chapter = head(&item.number) == head(to);
    if same_chapter
        && compare_numbers(&tail(&item.number), &tail(to)).is_gt()
        && !matches!(first, Found::Unknown)
    {
        return Verdict {
            resolves: Some(false),
            fault: Some(ReferenceFault::ReversedRange),
            place: None,
        };
    }
    match (first, find(numbering, from, target, to)) {
        (Found::No, _) | (_, Found::No) => {
            let existing = numbering.nearest(to);
            Verdict {
                resolves: Some(false),
                fault: Some(ReferenceFault::Missing { existing }),
                place: None,
            }
        }
        (Found::At(place), Found::At(_)) => {
            Verdict { resolves: Some(true), fault: None, place: Some(place) }
        }
        _ => Verdict::default(),
    }
}

enum Found {
    At(Place),
    No,
    Unknown,
}

fn find(numbering: &Numbering, from: &From<'_>, target: Target, number: &str) -> Found {
    match target {
        Target::Footnote => {
            match (numbering.footnote(number, from.document), numbering.footnotes.is_empty()) {
                (Some(place), _) => Found::At(place),
                (_, true) => Found::Unknown,
                _ => Found::No,
            }
        }
        Target::Bare | Target::Of(Unit::Paragraph) => paragraph(numbering, from, target, number),
        Target::Of(Unit::Rule) if !numbering.calls_paragraphs(Unit::Rule) => Found::Unknown,
        Target::Of(unit @ (Unit::Chapter | Unit::Section | Unit::Part)) => {
            division(numbering, unit, number)
        }
        Target::Of(unit) => {
            let found = numbering.division(unit, number, false);
            found.map_or(
                if numbering.count(unit) > 1 { Found::No } else { Found::Unknown },
                Found::At,
            )
        }
    }
}

/// Chapters are counted where the draft has them; sections and parts may be a law's or a plan's, so a missing one is in doubt.
fn division(numbering: &Numbering, unit: Unit, number: &str) -> Found {
    let bare = unit != Unit::Part;
    match numbering.division(unit, number, bare) {
        Some(place) => Found::At(place),
        None if unit == Unit::Chapter
            && (numbering.count(unit) > 1
                || (numbering.count(unit) == 0 && numbering.has_bare_divisions())) =>
        {
            Found::No
        }
        None => Found::Unknown,
    }
}

fn paragraph(numbering: &Numbering, from: &From<'_>, target: Target, number: &str) -> Found {
    if let Some(place) = numbering.paragraph(number, Some((from.document, from.part))) {
        return Found::At(place);
    }
    // Some drafts call their numbered headings paragraphs.
    if let Some(place) =
        numbering.division(Unit::Section, number, true).filter(|_| number.contains('.'))
    {
        return Found::At(place);
    }
    let dotted = number.contains('.');
    let own_shape =
        if dotted { numbering.has_dotted } else { numbering.has_whole && !numbering.has_dotted };
    let roman = !number.starts_with(|c: char| c.is_ascii_digit());
    let may_be_of_law = from.cites_law && !dotted;
    let certain = numbering.has_paragraphs()
        && own_shape
        && !roman
        && !may_be_of_law
        && target != Target::Bare;
    if certain { Found::No } else { Found::Unknown }
}

/// "Chapter 4 (The Local Offer)", "Chapter 4, The Local Offer": the words are a heading, and not that of the place.
pub(super) fn label(
    documents: &[Document],
    numbering: &Numbering,
    from: &From<'_>,
    after: usize,
    place: Place,
) -> Option<ReferenceFault> {
    let (first, last) = title_after(from.tokens, after)?;
    let says = from.tokens.extent(from.base, first, last);
    let words = comparable(&from.tokens.text[from.tokens.start(first)..from.tokens.end(last)]);
    let document = &documents[place.document as usize];
    let part = document.part(place.part);
    let heading = document.text(part.heading).trim().to_owned();
    let own = comparable(&heading);
    let shared = content(&words).any(|word| content(&own).any(|other| alike(word, other)));
    let of_another = !words.is_empty() && numbering.is_heading(&words);
    // A paragraph's own words may be what is meant, unless the words are another heading of the draft.
    let certain = of_another || place.paragraph.is_none();
    (!shared && certain && content(&words).next().is_some())
        .then_some(ReferenceFault::OtherHeading { says, heading })
}

/// The words in brackets or after a comma that are shaped like a title: a capital first, and no sentence.
fn title_after(tokens: &Tokens<'_>, after: usize) -> Option<(usize, usize)> {
    const PLACES: [&str; 8] =
        ["England", "Wales", "Scotland", "Northern", "See", "As", "Which", "Note"];
    let (first, limit) = match tokens.word(after) {
        "(" => (after + 1, tokens.after_bracket(after, 14)? - 1),
        "," if tokens.is_any(after + 1, &["'", "‘", "“", "\""]) => {
            let close =
                (after + 2..after + 14).find(|&at| tokens.is_any(at, &["'", "’", "”", "\""]))?;
            (after + 2, close)
        }
        _ => return None,
    };
    let capital =
        tokens.is_capitalised(first) && tokens.word(first).starts_with(|c: char| c.is_uppercase());
    let quoted = tokens.is_any(first, &["'", "‘", "“", "\""]);
    let wordy =
        (first..limit).all(|at| tokens.kind(at) != Some(crate::statements::pointing::Kind::Number));
    let is_place = tokens.is_any(first, &PLACES);
    ((capital || quoted) && wordy && !is_place && limit > first).then(|| (first, limit - 1))
}

/// "paragraph 9.12 below" in 9.20.
pub(super) fn direction(
    documents: &[Document],
    from: &From<'_>,
    after: usize,
    place: Place,
    own: Extent,
) -> Option<ReferenceFault> {
    let says = match from.tokens.word(after) {
        word if word.eq_ignore_ascii_case("above") => "above",
        word if word.eq_ignore_ascii_case("below") => "below",
        _ => return None,
    };
    let here = documents[from.document as usize].span(own).start;
    let in_other = place.document != from.document
        || place.paragraph.is_some() && place.paragraph == from.paragraph;
    let wrong = if says == "above" { place.at > here } else { place.at < here };
    (wrong && !in_other).then_some(ReferenceFault::WrongDirection { says })
}
