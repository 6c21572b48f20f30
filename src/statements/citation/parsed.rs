//! The instruments and provisions of one passage, with which belongs to which, before anything is looked up.

use super::{
    mention::{self, Mention, Name},
    provision::{self, Phrase},
    unit::Unit,
};
use crate::{
    document::{Document, Extent, PassageId},
    statements::pointing::{Kind as TokenKind, Pointing, Tokens},
};

/// A sentence that cites something.
#[derive(Debug)]
pub(super) struct Parsed<'a> {
    pub(super) document: u32,
    pub(super) passage: PassageId,
    pub(super) sentence: Extent,
    pub(super) tokens: Tokens<'a>,
    pub(super) mentions: Vec<Mention>,
    pub(super) phrases: Vec<Attached>,
    /// "Law RTA 1988 sect 36": a line that says what the paragraph rests on.
    pub(super) is_law_line: bool,
}

/// A phrase of provisions with the instrument it belongs to.
#[derive(Debug)]
pub(super) struct Attached {
    pub(super) phrase: Phrase,
    /// Index of the mention.
    pub(super) mention: Option<usize>,
    /// The tokens inside the brackets after it that may be a heading.
    pub(super) label: Option<(usize, usize)>,
    /// "a section 41 school": what follows makes it the name of a thing.
    pub(super) is_adjective: bool,
}

impl<'a> Parsed<'a> {
    /// `None` where the sentence cites nothing.
    pub(super) fn new(documents: &'a [Document], pointing: &Pointing) -> Option<Self> {
        let document = &documents[pointing.document as usize];
        let tokens = Tokens::new(document.text(pointing.extent));
        let mentions = mention::all(&tokens);
        let phrases = phrases(&tokens, &mentions);
        if mentions.is_empty() && phrases.is_empty() {
            return None;
        }
        let passage = document.passage(pointing.passage);
        let is_law_line = pointing.extent.start == passage.extent.start
            && tokens.is_any(0, &["law", "laws"])
            && mentions.first().is_some_and(|mention| mention.first <= 2);
        Some(Self {
            document: pointing.document,
            passage: pointing.passage,
            sentence: pointing.extent,
            tokens,
            mentions,
            phrases,
            is_law_line,
        })
    }

    pub(super) fn extent(&self, first: usize, last: usize) -> Extent {
        self.tokens.extent(self.sentence.start, first, last)
    }
}

fn phrases(tokens: &Tokens<'_>, mentions: &[Mention]) -> Vec<Attached> {
    let mut found: Vec<Attached> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let may_begin = may_number(tokens.word(at + 1)) && !is_covered(mentions, at);
        let Some(phrase) = may_begin.then(|| provision::phrase(tokens, at)).flatten() else {
            at += 1;
            continue;
        };
        at = phrase.after;
        found.push(attach(tokens, mentions, phrase));
    }
    found.shrink_to_fit();
    found
}

/// What follows a unit, where it is one: "19", "III", "(2)", "." of "s. 19".
fn may_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase() || matches!(c, '(' | '.'))
}

/// Titles may hold units ("Rules", "Part"): what they cover is no provision.
fn is_covered(mentions: &[Mention], at: usize) -> bool {
    let after = mentions.partition_point(|mention| mention.first <= at);
    let before = after.checked_sub(1).map(|index| &mentions[index]);
    before.is_some_and(|mention| {
        at <= mention.last && !matches!(mention.name, Name::Abbreviation { .. })
    })
}

fn attach(tokens: &Tokens<'_>, mentions: &[Mention], phrase: Phrase) -> Attached {
    let label = label(tokens, phrase.after);
    let after = label.map_or(phrase.after, |(_, last)| last + 2);
    let mention = forward(tokens, mentions, after, phrase.after)
        .or_else(|| backward(tokens, mentions, phrase.first));
    let is_adjective = mention.is_none() && is_adjective(tokens, &phrase);
    Attached { phrase, mention, label, is_adjective }
}

/// The instrument that follows: "of the Act", "CFA 2014".
fn forward(tokens: &Tokens<'_>, mentions: &[Mention], after: usize, bare: usize) -> Option<usize> {
    let begins = |at: usize| mentions.binary_search_by_key(&at, |mention| mention.first).ok();
    let joined = tokens.is_any(after, &["of", "to", "in", "under", "from"]);
    if joined {
        let next = after + 1;
        return begins(next).or_else(|| begins(next + 1).filter(|_| tokens.is(next, "the")));
    }
    let next = if tokens.is(bare, ",") { bare + 1 } else { bare };
    let found = begins(next).or_else(|| begins(next + 1).filter(|_| tokens.is(next, "the")))?;
    let named = match &mentions[found].name {
        Name::Title(title) => title.year.is_some(),
        // After a comma the next abbreviation begins a phrase of its own: "RTRA sects 5 & 8, RTA 1988 sect 36".
        Name::Abbreviation { .. } | Name::Abroad(_) | Name::Number { .. } => {
            next == bare && !leads_phrase(tokens, &mentions[found])
        }
        _ => false,
    };
    named.then_some(found)
}

fn leads_phrase(tokens: &Tokens<'_>, mention: &Mention) -> bool {
    let next = mention.last + 1;
    Unit::of_word(tokens.word(if tokens.is(next, ",") { next + 1 } else { next })).is_some()
}

/// The instrument that stands before: "RTA 1988 sect 97", "Equality Act 2010, s.20", "MC(PH)R as amended reg 4".
fn backward(tokens: &Tokens<'_>, mentions: &[Mention], first: usize) -> Option<usize> {
    let ends = |at: usize| mentions.binary_search_by_key(&at, |mention| mention.last).ok();
    let mut before = first.checked_sub(1)?;
    for filler in [")", "amended", "as", "(", ","] {
        if tokens.is(before, filler) {
            if filler == ")" && !tokens.is(before.wrapping_sub(1), "amended") {
                return None;
            }
            before = before.checked_sub(1)?;
        }
    }
    ends(before).filter(|&found| !matches!(mentions[found].name, Name::This | Name::Case(_)))
}

/// Words that make a provision's number the name of a thing: "a section 41 school", "section 117 aftercare".
const THINGS: [&str; 37] = [
    "school",
    "schools",
    "college",
    "colleges",
    "institution",
    "institutions",
    "approved",
    "aftercare",
    "after-care",
    "patient",
    "patients",
    "enquiry",
    "enquiries",
    "assessment",
    "assessments",
    "duty",
    "duties",
    "notice",
    "notices",
    "agreement",
    "agreements",
    "order",
    "orders",
    "report",
    "reports",
    "review",
    "reviews",
    "direction",
    "directions",
    "investigation",
    "investigations",
    "officer",
    "register",
    "list",
    "academy",
    "inspection",
    "placements",
];

fn is_adjective(tokens: &Tokens<'_>, phrase: &Phrase) -> bool {
    phrase.items.len() == 1
        && tokens.is_any(phrase.after, &THINGS)
        && matches!(
            phrase.items[0].unit,
            Unit::Section | Unit::Regulation | Unit::Schedule | Unit::Article
        )
}

/// The words in brackets after a phrase that may be a heading of the provision: "(duty to keep provision under review)".
fn label(tokens: &Tokens<'_>, open: usize) -> Option<(usize, usize)> {
    const NO_LABEL: [&str; 13] = [
        "as", "see", "the", "which", "and", "or", "in", "for", "under", "if", "where", "e",
        "formerly",
    ];
    let close = tokens.after_bracket(open, 24)? - 1;
    let words = close - open - 1;
    let is_plain = (open + 1..close)
        .all(|at| tokens.kind(at) == Some(TokenKind::Word) || tokens.is_any(at, &[",", "&"]));
    let is_label = words >= 2
        && is_plain
        && !tokens.is_any(open + 1, &NO_LABEL)
        && !tokens.is_any(close - 1, &["Act", "Regulations"]);
    is_label.then_some((open + 1, close - 1))
}
