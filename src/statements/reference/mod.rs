//! References to other places of the draft, over all documents of one Code: what they point at, and whether it is there.
//!
//! What cannot be decided stays undecided: "section F" may be of a plan, "paragraph 3" of a Schedule.

mod across;
mod heading;
mod judge;
mod links;
mod numbering;
mod phrase;
mod vague;

#[cfg(test)]
mod tests;

use self::{
    judge::{From, Verdict},
    numbering::{Numbering, Place},
    phrase::{Phrase, Target},
};
use super::{
    Citation, Reference,
    pointing::{Pointing, Tokens},
};
use crate::document::{Document, Extent, Passage, PassageId, PassageKind, Unit};
pub(crate) use across::links_across;

/// Every reference in the documents of one Code, in the order of the text. What a citation claims is none.
pub(super) fn read(
    documents: &[Document],
    pointing: &[Pointing],
    citations: &[Citation],
) -> Vec<Reference> {
    let numbering = Numbering::collect(documents);
    let mut found = Vec::new();
    for sentence in pointing.iter().filter(|it| it.may_refer) {
        let (index, document) = (sentence.document, &documents[sentence.document as usize]);
        Reader { documents, document, index, numbering: &numbering, citations }
            .sentence(sentence, &mut found);
    }
    for (index, document) in documents.iter().enumerate() {
        links::read(document, index as u32, &numbering, &mut found);
    }
    found.sort_by_key(|reference| {
        (reference.document, reference.extent.start, reference.extent.end)
    });
    found.dedup_by_key(|reference| (reference.document, reference.extent));
    found
}

struct Reader<'a> {
    documents: &'a [Document],
    document: &'a Document,
    index: u32,
    numbering: &'a Numbering,
    citations: &'a [Citation],
}

impl Reader<'_> {
    fn sentence(&self, pointing: &Pointing, out: &mut Vec<Reference>) {
        let id = pointing.passage;
        let passage = self.document.passage(id);
        if is_contents_entry(passage, self.document.text(passage.extent)) {
            return;
        }
        let tokens = &Tokens::new(self.document.text(pointing.extent));
        let claimed: Vec<Extent> =
            self.citations_in(pointing.extent).map(|citation| citation.extent).collect();
        let from = From {
            document: self.index,
            part: passage.part,
            paragraph: passage.paragraph,
            cites_law: self.citations_in(passage.extent).next().is_some(),
            tokens,
            base: pointing.extent.start,
        };
        let mut at = 0;
        while at < tokens.len() {
            at = match phrase::phrase(tokens, at) {
                Some(phrase) => {
                    if !self.is_of_something_else(&from, &phrase, &claimed) {
                        self.phrase(id, &from, &phrase, out);
                    }
                    phrase.after
                }
                None => at + 1,
            };
        }
        vague::read(self.document, id, &from, self.numbering, out);
    }

    /// The citations whose own words begin in a stretch.
    fn citations_in(&self, extent: Extent) -> impl Iterator<Item = &Citation> {
        let start = self.citations.partition_point(|citation| {
            (citation.document, citation.at.start) < (self.index, extent.start)
        });
        let is_here = move |citation: &&Citation| {
            citation.document == self.index && citation.at.start < extent.end
        };
        self.citations[start..].iter().take_while(is_here)
    }

    fn phrase(&self, id: PassageId, from: &From<'_>, phrase: &Phrase, out: &mut Vec<Reference>) {
        for item in &phrase.items {
            let extent = from.tokens.extent(from.base, item.first, item.last);
            let mut verdict = judge::item(self.numbering, from, phrase, item);
            if let (Some(place), None) = (verdict.place, &verdict.fault)
                && phrase.items.len() == 1
                && phrase.target != Target::Footnote
            {
                let unique = place.paragraph.is_none() || self.numbering.is_unique(&item.number);
                let direction = || {
                    judge::direction(self.documents, from, phrase.after, place, extent)
                        .filter(|_| unique)
                };
                verdict.fault =
                    judge::label(self.documents, self.numbering, from, phrase.after, place)
                        .or_else(direction);
            }
            let said = said(phrase.target, &item.number, item.sub.as_deref(), item.to.as_deref());
            out.push(reference(self.index, id, extent, said, verdict));
        }
    }

    /// A provision, a section of a plan, a paragraph of another document.
    fn is_of_something_else(&self, from: &From<'_>, phrase: &Phrase, claimed: &[Extent]) -> bool {
        let own = from.tokens.extent(from.base, phrase.first, phrase.after - 1);
        let after = phrase.after;
        claimed.iter().any(|claimed| claimed.overlaps(own))
            || self.is_other_section(from, phrase)
            || is_of_another(from.tokens, after)
            || (phrase.target == Target::Bare && is_quantity(from.tokens, after))
    }

    /// Sections are of the draft only where it has such sections, and no thing is named by the number.
    fn is_other_section(&self, from: &From<'_>, phrase: &Phrase) -> bool {
        const THINGS: [&str; 12] = [
            "school",
            "schools",
            "college",
            "institution",
            "patient",
            "patients",
            "enquiry",
            "enquiries",
            "aftercare",
            "agreement",
            "agreements",
            "notice",
        ];
        if !matches!(phrase.target, Target::Of(Unit::Section | Unit::Part)) {
            return false;
        }
        let known = |number: &str| {
            let Target::Of(unit) = phrase.target else { return false };
            self.numbering.division(unit, number, unit == Unit::Section).is_some()
        };
        from.tokens.is_any(phrase.after, &THINGS)
            || !phrase.items.iter().any(|item| known(&item.number))
    }
}

/// "of that document", "of the Handbook", "in their plan". "of this Code" is the draft itself.
fn is_of_another(tokens: &Tokens<'_>, after: usize) -> bool {
    const OWN: [&str; 9] = [
        "code",
        "framework",
        "guidance",
        "document",
        "chapter",
        "section",
        "part",
        "annex",
        "appendix",
    ];
    const OTHER: [&str; 11] =
        ["that", "their", "its", "those", "your", "his", "her", "our", "an", "a", "each"];
    if !tokens.is_any(after, &["of", "to", "in"]) {
        return false;
    }
    let next = after + 1;
    let joined = !tokens.is(after, "in") && !tokens.is(after, "to");
    match () {
        () if tokens.is(next, "this") => false,
        () if tokens.is_any(next, &OTHER) => joined,
        () if tokens.is(next, "the") => {
            joined && !(next + 1..next + 4).any(|at| tokens.is_any(at, &OWN))
                || tokens.is_capitalised(next + 1) && !tokens.is_any(next + 1, &OWN)
        }
        () => {
            joined
                && tokens.is_capitalised(next)
                && !tokens.is_any(next, &["Chapter", "Section", "Annex", "Part", "Appendix"])
        }
    }
}

fn is_quantity(tokens: &Tokens<'_>, after: usize) -> bool {
    tokens.is_any(
        after,
        &[
            "%", "per", "hours", "million", "metres", "miles", "km", "m", "percent", "billion",
            "times",
        ],
    )
}

/// "Annex A: Implementation 67" in a contents list is the name of the thing, not a pointer to it.
fn is_contents_entry(passage: &Passage, text: &str) -> bool {
    matches!(passage.kind, PassageKind::Heading)
        || (text.len() < 90
            && text.ends_with(|c: char| c.is_ascii_digit())
            && text.starts_with(|c: char| c.is_uppercase())
            && text.contains(':'))
}

/// "9.12(b)", "Annex B", "5.36 to 5.38".
fn said(target: Target, number: &str, sub: Option<&str>, to: Option<&str>) -> String {
    let word = match target {
        Target::Of(Unit::Paragraph | Unit::Rule) | Target::Bare => "",
        Target::Footnote => "footnote ",
        Target::Of(Unit::Chapter) => "chapter ",
        Target::Of(Unit::Section) => "section ",
        Target::Of(Unit::Part) => "Part ",
        Target::Of(Unit::Annex) => "Annex ",
        Target::Of(Unit::Appendix) => "Appendix ",
        Target::Of(Unit::Table) => "table ",
        Target::Of(Unit::Figure) => "figure ",
        Target::Of(_) => "box ",
    };
    let sub = sub.map_or(String::new(), |sub| format!("({sub})"));
    let to = to.map_or(String::new(), |to| format!(" to {to}"));
    format!("{word}{number}{sub}{to}")
}

fn reference(
    document: u32,
    passage: PassageId,
    extent: Extent,
    target: String,
    verdict: Verdict,
) -> Reference {
    Reference {
        document,
        passage,
        extent,
        target,
        resolves: verdict.resolves,
        fault: verdict.fault,
        place: verdict.place.map(Place::pointed_at),
    }
}
