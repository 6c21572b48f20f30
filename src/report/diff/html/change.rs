//! One change in a page: where, what became of it, and both sentences with the words marked that only one has.

use maud::{Markup, html};

use super::super::{
    marks::{Word, marked, runs, unmarked},
    sentence::{self, Quoted, changed_items, item_text},
};
use crate::{
    diff::{Change, Comparison, Grade, Item, Which},
    draft::Draft,
    report::{Place, html::tag, uri, wrap::one_line},
    statements::{Found, Modality, Statement},
};

pub(super) fn shown(comparison: &Comparison<'_>, change: &Change, id: &str) -> Markup {
    let quoted = |which| sentence::quoted(comparison, change, which);
    let (old, new) = (quoted(Which::Old), quoted(Which::New));
    let (draft, statement) = about(comparison, change).unzip();
    let at = statement.filter(|_| change.new.is_some()).zip(draft).map(|(it, draft)| draft.id(it));
    let modality = statement.map(|it| it.modality);
    let who = draft.zip(statement).map(|(draft, it)| who(draft, it));
    html! {
        li.b.change.(change.severity().as_str()) id={ "c-" (id) } data-v=(change.rule.id)
            data-m=[modality.map(Modality::as_str)] data-w=[who] data-at=[at.as_ref()]
        {
            p {
                b { (place(old.as_ref(), new.as_ref())) } ": "
                @if change.grade == Grade::Likely { "likely: " }
                (change.message)
                @if !change.also.is_empty() { " (also " (also(change)) ")" }
                " "
                @if let Some(modality) = modality { (tag(modality)) }
                @if let Some(at) = &at { a.perma href={ "#" (uri::of(at)) } { "in the text" } }
                a.perma href={ "#c-" (id) } { "link to this change" }
            }
            (sentences(old.as_ref(), new.as_ref()))
            (items(comparison, change))
            (nearest(comparison, change))
        }
    }
}

/// The statement a change is about: the new one, or the old one where there is no other.
fn about<'a>(comparison: &Comparison<'a>, change: &Change) -> Option<(&'a Draft, &'a Statement)> {
    let revision = &comparison.revision;
    let of = |draft: &'a Draft, index: u32| (draft, &draft.statements()[index as usize]);
    let new = change.new.map(|index| of(revision.new.draft, index));
    new.or_else(|| change.old.map(|index| of(revision.old.draft, index)))
}

/// Who has to act, as filters know them.
fn who(draft: &Draft, statement: &Statement) -> String {
    match statement.duty_holder.found {
        Found::None => "-".to_owned(),
        Found::Undecided => "?".to_owned(),
        _ => draft.names_of(statement).collect::<Vec<_>>().join("|"),
    }
}

fn also(change: &Change) -> String {
    change.also.iter().map(|rule| rule.id.replace('-', " ")).collect::<Vec<_>>().join(", ")
}

fn place(old: Option<&Quoted<'_>>, new: Option<&Quoted<'_>>) -> String {
    let shown = |place: &Place<'_>| place.named().unwrap_or_else(|| place.label());
    let places = sentence::places(old, new, shown);
    if places.is_empty() { "The whole Code".to_owned() } else { places }
}

fn sentences(old: Option<&Quoted<'_>>, new: Option<&Quoted<'_>>) -> Markup {
    let (olds, news) = sentence::words(old, new);
    html! { dl.sentences { (side("Old", &olds)) (side("New", &news)) } }
}

/// The words of one side. What only the old one has is deleted, what only the new one has inserted.
fn side(name: &str, words: &[Word<'_>]) -> Markup {
    html! {
        @if !words.is_empty() {
            dt { (name) }
            dd {
                @for run in runs(words) {
                    @let text = joined(run);
                    @if !run[0].glued { " " }
                    @match (run[0].changed, name.starts_with("Old")) {
                        (false, _) => { (text) },
                        (true, true) => { del { (text) } },
                        (true, false) => { ins { (text) } },
                    }
                }
            }
        }
    }
}

fn joined(run: &[Word<'_>]) -> String {
    let mut text = String::new();
    for (at, word) in run.iter().enumerate() {
        if at > 0 && !word.glued {
            text.push(' ');
        }
        text.push_str(word.text);
    }
    text
}

/// The items of a list that are not as they were.
fn items(comparison: &Comparison<'_>, change: &Change) -> Markup {
    let revision = &comparison.revision;
    let texts = |item: Item| {
        let old = item.old.map(|it| item_text(&revision.old, it));
        let new = item.new.map(|it| item_text(&revision.new, it));
        (old, new)
    };
    let (items, same) = changed_items(change);
    html! {
        @for (old, new) in items.into_iter().map(texts) {
            @let (olds, news) = match (&old, &new) {
                (Some(old), Some(new)) => marked(old, new),
                (old, new) => (
                    old.as_deref().map_or_else(Vec::new, unmarked),
                    new.as_deref().map_or_else(Vec::new, unmarked),
                ),
            };
            dl.sentences { (side("Old item", &olds)) (side("New item", &news)) }
        }
        @if same > 0 { p.key { (same) @if same == 1 { " item" } @else { " items" } " as before" } }
    }
}

/// Beside what came or went, the sentence that comes nearest in the other draft.
fn nearest(comparison: &Comparison<'_>, change: &Change) -> Markup {
    let nearest = change.nearest.as_ref().map(|nearest| {
        let (which, name) =
            if change.old.is_some() { (Which::New, "new") } else { (Which::Old, "old") };
        let draft = comparison.revision.side(which).draft;
        let document = &draft.documents[nearest.document as usize];
        let named = Place::of(draft, document.span(nearest.extent)).named().unwrap_or_default();
        let share = (nearest.similarity * 100.0).floor();
        (name, named, share, one_line(document.text(nearest.extent)))
    });
    html! {
        @if let Some((name, named, share, text)) = nearest {
            p.key { "Nearest in the " (name) " draft (" (share) " % alike), " (named) ": " (text) }
        }
    }
}
