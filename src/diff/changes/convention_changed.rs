//! What the draft says its own must and should mean is something else now.

use super::{Change, ChangeRule, texts};
use crate::{
    diff::{Grade, Revision},
    draft::Draft,
    findings::Severity,
    source::Span,
    statements::{NoneReason, sentences_in},
};

pub(super) static RULE: ChangeRule = ChangeRule {
    id: "convention-changed",
    summary: "the draft says otherwise what its must or should means",
    counted: ["convention changed", "conventions changed"],
    severity: Severity::Error,
    hidden: false,
    page: include_str!("convention_changed.md"),
    check,
};

fn check(revision: &Revision<'_>) -> Vec<Change> {
    let (old, new) = (declared(revision.old.draft), declared(revision.new.draft));
    let only_in = |mine: &[Declared], others: &[Declared]| -> Vec<Declared> {
        let there = |it: &&Declared| others.iter().all(|other| other.words != it.words);
        mine.iter().filter(there).cloned().collect()
    };
    let (went, mut came) = (only_in(&old, &new), only_in(&new, &old));
    let mut changes: Vec<Change> = Vec::new();
    for old in went {
        let twin = came.iter().position(|new| new.modal_words.first() == old.modal_words.first());
        changes.push(change(Some(&old), twin.map(|at| came.remove(at)).as_ref()));
    }
    changes.extend(came.iter().map(|new| change(None, Some(new))));
    changes
}

fn change(old: Option<&Declared>, new: Option<&Declared>) -> Change {
    let message = match (old, new) {
        (Some(old), Some(new)) => {
            format!(
                "what {} means is said otherwise: was “{}”, is “{}”",
                new.named(),
                old.text,
                new.text
            )
        }
        (Some(old), None) => format!("it no longer says what {} means", old.named()),
        (None, Some(new)) => format!("it says now what {} means", new.named()),
        (None, None) => String::new(),
    };
    Change {
        rule: &RULE,
        also: Vec::new(),
        grade: Grade::Sure,
        pair: None,
        old: None,
        new: None,
        old_words: old.map(|it| it.span),
        new_words: new.map(|it| it.span),
        items: Vec::new(),
        nearest: None,
        message,
    }
}

/// A sentence that says what modal words mean.
#[derive(Clone)]
struct Declared {
    text: String,
    words: Vec<String>,
    modal_words: Vec<String>,
    span: Span,
}

impl Declared {
    /// "“must”": the word it begins with is the one it is about.
    fn named(&self) -> String {
        super::holders::listed(&self.modal_words[..self.modal_words.len().min(1)])
    }
}

/// The sentences of a draft that declare its convention, in order.
fn declared(draft: &Draft) -> Vec<Declared> {
    let mut all: Vec<Declared> = Vec::new();
    for none in draft.reading.none.iter().filter(|it| it.reason == NoneReason::Convention) {
        let document = &draft.documents[none.document as usize];
        let Some(passage) = document.passage_at(none.keyword.start) else { continue };
        let extent = document.passage(passage).extent;
        let sentence = sentences_in(document.plain.text(), extent)
            .find(|it| it.contains(none.keyword))
            .unwrap_or(extent);
        let word = document.text(none.keyword).to_lowercase();
        let span = document.span(sentence);
        match all.last_mut().filter(|last| last.span == span) {
            Some(last) if last.modal_words.contains(&word) => {}
            Some(last) => last.modal_words.push(word),
            None => {
                let text = document.text(sentence).to_owned();
                all.push(Declared {
                    words: texts::words(&text),
                    modal_words: vec![word],
                    text,
                    span,
                });
            }
        }
    }
    all
}
