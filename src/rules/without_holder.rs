//! What the three rules about statements that name nobody share.

use super::Rule;
use crate::{
    document::PartId,
    draft::Draft,
    findings::{Finding, Related},
    statements::{Found, Grade, Modality, Statement, Unnamed},
};

/// The statements of these modalities that name nobody, and why: the first of each keyword.
pub(super) fn unnamed<'a>(
    draft: &'a Draft,
    modalities: &'a [Modality],
) -> impl Iterator<Item = (u32, &'a Statement, Unnamed)> {
    let mut last = None;
    draft
        .own_statements()
        .filter(|(_, statement)| modalities.contains(&statement.modality))
        .filter_map(|(index, statement)| Some((index, statement, why_nobody(statement)?)))
        .filter(|(_, statement, _)| !names_them_below(draft, statement))
        .filter(move |(_, statement, _)| {
            let keyword = Some((statement.document, statement.keyword));
            std::mem::replace(&mut last, keyword) != keyword
        })
}

/// "must only be used by" and a list: those who may act stand in the list.
fn names_them_below(draft: &Draft, statement: &Statement) -> bool {
    let text = draft.text(statement, statement.extent).trim_end_matches([':', ' ', '\n']);
    text.ends_with(" by")
}

/// Whether the sentence speaks to the reader, so that who is meant can be told: "Your vehicle must have".
pub(super) fn speaks_to_you(draft: &Draft, statement: &Statement) -> bool {
    draft.reading.vocabulary.mentions(draft.text(statement, statement.extent)).reader
}

fn why_nobody(statement: &Statement) -> Option<Unnamed> {
    let holder = &statement.duty_holder;
    (holder.found == Found::None).then(|| holder.why.unwrap_or(Unnamed::Passive))
}

/// Words that ask something of a document and of nobody: "must include", "must be set out in".
const CONTENT: &[&str] = &[
    "address",
    "comprise",
    "consist",
    "contain",
    "cover",
    "describe",
    "explain",
    "identify",
    "include",
    "incorporate",
    "indicate",
    "list",
    "reflect",
    "say",
    "set",
    "show",
    "specify",
    "state",
];

const CONTENT_PASSIVE: &[&str] = &[
    "contained",
    "described",
    "explained",
    "identified",
    "included",
    "indicated",
    "listed",
    "set",
    "shown",
    "specified",
    "stated",
];

/// Whether a statement says what a document holds: "the plan must include", "the reasons must be set out in the plan".
pub(super) fn is_content_rule(draft: &Draft, statement: &Statement) -> bool {
    let action = draft.text(statement, statement.action).to_lowercase();
    let mut words = action
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.ends_with("ly") && *word != "also")
        .peekable();
    let passive = words.next_if(|word| matches!(*word, "be" | "been")).is_some();
    let Some(verb) = words.next() else { return false };
    let sets_out = verb != "set" || words.next() == Some("out");
    sets_out && if passive { CONTENT_PASSIVE.contains(&verb) } else { CONTENT.contains(&verb) }
}

/// Whether it is certain that nobody is asked: nobody who could act is named in the sentence, its lead-in, its paragraph
/// or its headings. In a draft that speaks to one reader all through, it never is.
pub(super) fn certainly_nobody(draft: &Draft, statement: &Statement) -> bool {
    statement.duty_holder.grade == Grade::Certain
        && !paragraph_names_somebody(draft, statement)
        && !heading_names_somebody(draft, statement)
}

/// Whether a quarter of what the draft says is said to "you", as in the Highway Code.
pub(super) fn draft_speaks_to_you(draft: &Draft) -> bool {
    let all = draft.statements();
    let to_you = all.iter().filter(|it| it.duty_holder.found == Found::Reader).count();
    to_you * 4 >= all.len()
}

fn paragraph_names_somebody(draft: &Draft, statement: &Statement) -> bool {
    let document = draft.document_of(statement);
    let passage = document.passage(statement.passage);
    let paragraph = passage.paragraph.map(|id| document.paragraph(id).passages.clone());
    let passages = paragraph.unwrap_or(statement.passage.0..statement.passage.0 + 1);
    let around = passages.map(|index| document.passages[index as usize].extent);
    around
        .chain(statement.lead_in)
        .chain([statement.extent])
        .any(|extent| draft.reading.vocabulary.names_somebody(document.text(extent)))
}

fn heading_names_somebody(draft: &Draft, statement: &Statement) -> bool {
    let document = draft.document_of(statement);
    let path = document.path_of(document.passage(statement.passage).part);
    let names = |part: PartId| document.text(document.part(part).heading);
    path.into_iter().any(|part| draft.reading.vocabulary.mentions(names(part)).any())
}

/// From this many on, statements that name nobody may be said of the draft at once.
const MANY: usize = 12;

/// How many of the others the finding for a whole draft points at.
const SHOWN: usize = 3;

/// Whether more than a third of the statements of these modalities name nobody: a reader who is shown the same fault on
/// every page sees none of them, so the draft is told once.
pub(super) fn too_many(draft: &Draft, modalities: &[Modality]) -> bool {
    let unnamed = unnamed(draft, modalities).count();
    unnamed >= MANY && unnamed * 3 > keywords(draft, modalities)
}

/// How many keywords have these modalities.
fn keywords(draft: &Draft, modalities: &[Modality]) -> usize {
    let own = draft.own_statements().map(|(_, statement)| statement);
    let mut keywords: Vec<_> = own
        .filter(|statement| modalities.contains(&statement.modality))
        .map(|statement| (statement.document, statement.keyword))
        .collect();
    keywords.dedup();
    keywords.len()
}

/// The one finding for a draft in which too many statements name nobody.
pub(super) fn of_the_draft(
    rule: &Rule,
    draft: &Draft,
    modalities: &[Modality],
    what: &str,
) -> Vec<Finding> {
    let mut spans = unnamed(draft, modalities).map(|(_, it, _)| draft.span(it, it.keyword));
    let Some(first) = spans.next() else { return Vec::new() };
    let related = spans
        .by_ref()
        .take(SHOWN)
        .map(|span| Related { span, message: "nor does this".to_owned() })
        .collect::<Vec<_>>();
    let count = 1 + related.len() + spans.count();
    let all = keywords(draft, modalities);
    let message = format!(
        "{count} of the {all} {what} in this draft do not say who has to act; `dutybound register --without-holder` lists them"
    );
    vec![Finding { related, of_draft: true, ..rule.finding(first, message) }]
}
