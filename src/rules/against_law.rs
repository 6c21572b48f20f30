//! What the rules that hold a draft against the supplied law share: which statement restates which provision.

use crate::{
    acts::provision::said,
    draft::Draft,
    law::Instrument,
    statements::{Citation, Statement},
};

/// A statement of the draft beside the one of the law that it restates.
pub(super) struct Restated<'a> {
    /// Index of the draft's statement.
    pub(super) index: u32,
    pub(super) own: &'a Statement,
    pub(super) law: &'a Statement,
    pub(super) instrument: &'a Instrument,
    /// Index of the provision whose words the law's statement is in.
    pub(super) provision: u32,
}

/// Statements that cite one provision of a supplied law in their own sentence, and do the same thing as it says.
pub(super) fn restated(draft: &Draft) -> Vec<Restated<'_>> {
    if draft.law.instruments.is_empty() {
        return Vec::new();
    }
    draft.own_statements().filter_map(|(index, own)| restatement(draft, index, own)).collect()
}

fn restatement<'a>(draft: &'a Draft, index: u32, own: &'a Statement) -> Option<Restated<'a>> {
    let (instrument, provision) = cited(draft, own)?;
    let action = stems(draft.text(own, own.action));
    let document = instrument.document();
    let scored = instrument.statements_of(provision).filter_map(|law| {
        let theirs = document.text(law.action);
        let likeness = likeness(&action, &stems(theirs))
            .or_else(|| likeness(&action, &stems(unqualified(theirs)?)))?;
        Some((likeness, law))
    });
    let (_, law) = scored.max_by_key(|(likeness, _)| *likeness)?;
    let provision = instrument.provision_of(law)?;
    Some(Restated { index, own, law, instrument, provision })
}

/// The one provision that a statement's sentence cites, where the supplied law has it.
pub(super) fn cited<'a>(
    draft: &'a Draft,
    statement: &'a Statement,
) -> Option<(&'a Instrument, u32)> {
    let mut found = draft.citations_in(statement).filter(|it| it.provision.is_some());
    let citation: &Citation = found.next()?;
    if citation.to.is_some()
        || found.any(|other| {
            other.provision != citation.provision || other.instrument != citation.instrument
        })
    {
        return None;
    }
    draft.law.provision_of(citation)
}

/// Words that say nothing of what is done.
const EMPTY: [&str; 24] = [
    "that",
    "this",
    "with",
    "their",
    "them",
    "they",
    "from",
    "such",
    "which",
    "shall",
    "must",
    "should",
    "have",
    "been",
    "were",
    "will",
    "also",
    "each",
    "into",
    "under",
    "section",
    "subsection",
    "paragraph",
    "regulation",
];

/// The words of an action cut to what stays when they are inflected, the verb first.
pub(super) fn stems(action: &str) -> Vec<String> {
    action
        .split(|c: char| !c.is_alphabetic())
        .map(str::to_lowercase)
        .filter(|word| word.len() > 3 && !EMPTY.contains(&word.as_str()))
        .map(|word| word.chars().take(6).collect())
        .collect()
}

/// What is to be brought about, where a law asks for an effort only: "use its best endeavours to secure" asks to secure.
fn unqualified(action: &str) -> Option<&str> {
    const EFFORTS: [&str; 4] =
        ["best endeavours to ", "steps to ", "endeavours to ", "regard to the need to "];
    EFFORTS.iter().find_map(|effort| action.find(effort).map(|at| &action[at + effort.len()..]))
}

/// How alike two actions are, in per cent; `None` where they do not do the same thing to the same thing.
fn likeness(own: &[String], law: &[String]) -> Option<usize> {
    let (verb, other) = (own.first()?, law.first()?);
    let shared = own.iter().filter(|word| law.contains(word)).count();
    let per_cent = shared * 100 / own.len().min(law.len());
    (verb == other && shared >= 2 && per_cent >= 50).then_some(per_cent)
}

impl Restated<'_> {
    /// "section 3(1) of the Police (Northern Ireland) Act 2000".
    pub(super) fn source(&self) -> String {
        format!(
            "{} of the {}",
            said(&self.instrument.provisions[self.provision as usize].path),
            self.instrument.title
        )
    }

    /// The keyword of the law: "shall".
    pub(super) fn keyword(&self) -> &str {
        self.instrument.document().text(self.law.keyword)
    }
}

#[cfg(test)]
mod tests {
    use super::{likeness, stems};

    #[test]
    fn the_same_thing_in_other_words() {
        let alike = |a: &str, b: &str| likeness(&stems(a), &stems(b)).is_some();
        assert!(alike(
            "keep the provision under review",
            "keep under review the educational provision made"
        ));
        assert!(!alike(
            "publish a timetable for the review",
            "keep under review the educational provision made"
        ));
        assert!(!alike("consult parents", "consult the Secretary of State"));
    }
}
