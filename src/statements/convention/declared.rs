//! Finds the sentences that say what the draft's modal words mean.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    Case, Convention, ConventionFound, ConventionKind, Form, Word,
    meaning::{self, Meaning},
    mention::{self, Mention},
    pattern,
};
use crate::{
    document::{Cell, Document, Extent, Origin, Passage, PassageKind},
    statements::{Basis, Modality, english::around, wording::PhraseList},
};

/// What a sentence has to say of the words it names to declare what they mean.
static CUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:refers?|means?|meaning|meant|indicat\w+|denot\w+|identif\w+|mark(?:s|ed)|signif\w+|describ\w+|express\w*|(?:is|are) (?:only |always )?used|we use|uses? (?:the )?(?:words?|terms?)?|using|interpreted|defined|impos\w+|reserved|stands? for|reflects?)\b",
    )
});

/// The beginnings of words of which every cue has one.
const STEMS: [&str; 17] = [
    "refer",
    "mean", // and meant, meaning
    "indicat",
    "denot",
    "identif",
    "mark",
    "signif",
    "describ",
    "express",
    "use",
    "using",
    "interpret",
    "defin",
    "impos",
    "reserv",
    "stand",
    "reflect",
];

/// Whether a stretch has a cue in it: most have none, and are read no further.
fn may_declare(document: &Document, extent: Extent) -> bool {
    static STARTS: LazyLock<PhraseList> =
        LazyLock::new(|| PhraseList::new(STEMS.map(str::to_owned).to_vec()));
    STARTS.begins_a_word_of(document, extent)
}

/// Headings under which a draft speaks of itself.
static OF_ITSELF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"about this|how to (?:use|read)|status|introduct|terms|terminolog|wording|interpretation|statutory duties|key ?words|verbal forms|conventions?|definitions?|what .* mean|scope|language",
    )
    .expect("the pattern is tested")
});

/// "in this Code": the draft speaks of its own words.
static OWN_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:in|of|throughout|by|uses?) (?:this|the) (?:draft )?(?:code|guidance|document|text|standard|framework|guide|handbook|policy|manual)\b|^this (?:code|guidance|document|text|standard)\b",
    )
});

/// The convention that the documents declare, and the stretches that declare it, document by document.
pub(super) fn find(documents: &[Document]) -> (Convention, Vec<Vec<Extent>>) {
    let mut convention = Convention::default();
    let mut makes_law = false;
    let mut extents = Vec::with_capacity(documents.len());
    for document in documents {
        let mut mine = Vec::new();
        for declaration in declarations(document) {
            makes_law |= meaning::makes_law(&declaration.text);
            convention.take(document, &declaration);
            mine.push(declaration.extent);
        }
        mine.sort_unstable();
        extents.push(mine);
    }
    convention.settle(makes_law);
    (convention, extents)
}

/// One sentence (or label, or row) that says what words mean.
struct Declaration {
    extent: Extent,
    words: Vec<Meant>,
    /// The sentence with what was needed to understand it.
    text: String,
}

/// A word that is named, and what is said of it.
struct Meant {
    word: &'static str,
    at: Extent,
    meaning: Option<Meaning>,
}

impl Meant {
    /// `base` is where the text begins that the mention counts from.
    fn new(mention: &Mention, base: u32, meaning: Option<Meaning>) -> Self {
        let start = base as usize + mention.range.start;
        Self { word: mention.word, at: Extent::new(start, start + mention.word.len()), meaning }
    }
}

fn declarations(document: &Document) -> Vec<Declaration> {
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        match &passage.kind {
            PassageKind::Heading | PassageKind::HeaderRow { .. } => {}
            PassageKind::Row { cells } => {
                let cells = &document.cells[cells.start as usize..cells.end as usize];
                found.extend(row(document, passage.extent, cells));
            }
            _ if matches!(passage.origin, Origin::History | Origin::Example) => {}
            _ => {
                let place = Place { document, passage, index };
                found.extend(place.label());
                place.sentences(&mut found);
            }
        }
    }
    found
}

/// "| must | a legal requirement |".
fn row(document: &Document, extent: Extent, cells: &[Cell]) -> Option<Declaration> {
    let (first, rest) = cells.split_first()?;
    let mention = mention::whole(document.text(first.extent))?;
    let said: Vec<&str> = rest.iter().map(|cell| document.text(cell.extent)).collect();
    let text = said.join(" ");
    let meaning = meaning::of_stretch(&text)?;
    let words = vec![Meant::new(&mention, first.extent.start, Some(meaning))];
    Some(Declaration { extent, words, text })
}

/// A passage that may declare something.
#[derive(Clone, Copy)]
struct Place<'a> {
    document: &'a Document,
    passage: &'a Passage,
    index: usize,
}

impl Place<'_> {
    /// "Must refers to:" and its list, "Must: a legal requirement".
    fn label(&self) -> Option<Declaration> {
        let text = self.document.text(self.passage.extent);
        let mention = mention::label(text)?;
        let items = self.items().map(|item| self.document.text(item.extent));
        let mut said = text[mention.range.end..].to_owned();
        items.for_each(|item| {
            said.push(' ');
            said.push_str(item);
        });
        let meaning = meaning::of_stretch(&said).filter(|_| self.speaks_of_itself())?;
        let end = self.items().last().map_or(self.passage.extent.end, |item| item.extent.end);
        let extent = Extent { start: self.passage.extent.start, end };
        let words = vec![Meant::new(&mention, extent.start, Some(meaning))];
        Some(Declaration { extent, words, text: said })
    }

    /// The list items that this passage introduces.
    fn items(&self) -> impl Iterator<Item = &Passage> {
        let rest = &self.document.passages[self.index + 1..];
        let lead = self.index as u32;
        rest.iter().take_while(move |it| it.lead_in.is_some_and(|id| id.0 == lead))
    }

    fn sentences(&self, found: &mut Vec<Declaration>) {
        let passage = self.passage.extent;
        let text = self.document.plain.text();
        if !may_declare(self.document, passage) {
            return;
        }
        let mut at = passage.start;
        while at < passage.end {
            let sentence = around(text, passage, at);
            let sentence = Extent { start: sentence.start.max(at), end: sentence.end.max(at + 1) };
            if !found.last().is_some_and(|last| last.extent.overlaps(sentence)) {
                found.extend(self.sentence(sentence));
            }
            at = after_space(text, sentence.end, passage.end);
        }
    }

    fn sentence(&self, extent: Extent) -> Option<Declaration> {
        if !may_declare(self.document, extent) {
            return None;
        }
        let sentence = self.document.text(extent);
        let lower = sentence.to_ascii_lowercase();
        if !CUE.is_match(&lower) {
            return None;
        }
        let mentions = mention::find(sentence);
        let first = mentions.first()?;
        let mut text = sentence.to_owned();
        if sentence.trim_end().ends_with(':') {
            self.items().for_each(|item| text.push_str(self.document.text(item.extent)));
        }
        let before = self.before(extent);
        let words = meanings(&text, &before, &mentions, extent.start);
        let several = mentions.iter().any(|it| it.word != first.word);
        let of_itself = || self.speaks_of_itself() || OWN_WORDS.is_match(&lower);
        let says_what = words.iter().any(|meant| meant.meaning.is_some());
        (says_what && (several || of_itself())).then_some(Declaration { extent, words, text })
    }

    /// The words of the passage before a sentence: "Many rules are legal requirements. Such rules are marked by …".
    fn before(&self, sentence: Extent) -> String {
        let start = self.passage.extent.start;
        self.document.text(Extent { start, end: sentence.start }).to_owned()
    }

    /// Whether it stands where drafts speak of themselves: at the beginning, or under such a heading.
    fn speaks_of_itself(&self) -> bool {
        let all = self.document.passages.len();
        let early = self.index * 100 < all * 15 || self.index < 12;
        let path = self.document.path_of(self.passage.part);
        early
            || path.into_iter().any(|part| {
                OF_ITSELF.is_match(
                    &self.document.text(self.document.part(part).heading).to_ascii_lowercase(),
                )
            })
    }
}

fn after_space(text: &str, from: u32, limit: u32) -> u32 {
    let rest = &text[from as usize..limit as usize];
    from + (rest.len() - rest.trim_start().len()) as u32
}

/// What the text says of each word it names: after it up to the next, else before it.
fn meanings(text: &str, before: &str, mentions: &[Mention], base: u32) -> Vec<Meant> {
    let groups = groups(text, mentions);
    let mut words = Vec::with_capacity(mentions.len());
    for (index, group) in groups.iter().enumerate() {
        let start = mentions[group.start].range.start;
        let end = mentions[group.end - 1].range.end;
        let next =
            groups.get(index + 1).map_or(text.len(), |next| mentions[next.start].range.start);
        let last = index.checked_sub(1).map_or(0, |last| mentions[groups[last].end - 1].range.end);
        let (after, ahead) = (&text[end..next], &text[last..start]);
        for mention in &mentions[group.clone()] {
            let meaning = meaning_of(mention.word, after, ahead, before);
            words.push(Meant::new(mention, base, meaning));
        }
    }
    words
}

/// Runs of mentions with nothing but "and", "or" and marks between them.
fn groups(text: &str, mentions: &[Mention]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let joined = index > 0 && {
            let between = &text[mentions[index - 1].range.end..mention.range.start];
            !between
                .split(|c: char| !c.is_alphabetic())
                .any(|word| !matches!(word, "" | "and" | "or" | "not" | "NOT"))
        };
        match groups.last_mut() {
            Some(last) if joined => last.end = index + 1,
            _ => groups.push(index..index + 1),
        }
    }
    groups
}

fn meaning_of(word: &str, after: &str, ahead: &str, before: &str) -> Option<Meaning> {
    let named_by = ["by", "by the word", "by the words", "by the term", "using", "with"];
    let ahead_end = ahead.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let meaning_first = named_by.iter().any(|words| ahead_end.ends_with(words));
    let stretches = if meaning_first { [ahead, after, before] } else { [after, ahead, before] };
    if modality(word) != Modality::Duty {
        return stretches.iter().find_map(|stretch| meaning::of_stretch(stretch));
    }
    // A duty is never declared by what is said of the advice beside it.
    let binding =
        |stretch: &&str| meaning::of_stretch(stretch).filter(|meaning| *meaning != Meaning::Advice);
    stretches
        .iter()
        .find_map(binding)
        .or_else(|| meaning::speaks_of_advice(after).then_some(Meaning::Advice))
}

/// What a word asks where nobody has said otherwise.
fn modality(word: &str) -> Modality {
    match word {
        "must" | "shall" | "required" | "requires" | "mandatory" => Modality::Duty,
        "should" | "ought" | "recommended" => Modality::Guidance,
        _ => Modality::Permission,
    }
}

impl Convention {
    fn take(&mut self, document: &Document, declaration: &Declaration) {
        self.found = ConventionFound::Declared;
        self.declared_at.get_or_insert_with(|| document.span(declaration.extent));
        if meaning::capitals_only(&declaration.text) {
            self.case = Case::Upper;
        }
        for meant in &declaration.words {
            if self.word(meant.word).is_none() {
                let standard = meant.meaning == Some(Meaning::Standard);
                self.words.push(Word {
                    word: meant.word.to_owned(),
                    modality: modality(meant.word),
                    basis: if standard { Basis::Standard } else { Basis::Law },
                    form: form(document, meant.at),
                });
            }
        }
    }

    /// What kind of convention the words make, and what the words of advice rest on with it.
    fn settle(&mut self, makes_law: bool) {
        let mut duties =
            self.words.iter().filter(|word| word.modality == Modality::Duty).peekable();
        let own = duties.peek().is_some() && duties.all(|word| word.basis == Basis::Standard);
        self.kind = match (own, makes_law) {
            (true, _) => ConventionKind::OwnStandard,
            (false, true) => ConventionKind::MakesLaw,
            (false, false) => ConventionKind::RestatesLaw,
        };
        let basis = self.default_basis();
        let advice = self.words.iter_mut().filter(|word| word.modality != Modality::Duty);
        advice
            .filter(|word| own || word.basis != Basis::Standard)
            .for_each(|word| word.basis = basis);
    }
}

/// How the draft writes a word that it declares.
fn form(document: &Document, at: Extent) -> Form {
    let written = document.plain.text().get(at.range()).unwrap_or_default();
    Form {
        capitals: !written.is_empty() && written.chars().all(char::is_uppercase),
        bold: document.emphasis.iter().any(|it| it.strong && it.extent.contains(at)),
    }
}
