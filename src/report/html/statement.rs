//! One statement in a line below its words: what it asks, of whom, by when, under which law, and its permanent link.

use maud::{Markup, html};

use super::modality;
use crate::{
    draft::Draft,
    report::{uri, words, wrap::one_line},
    statements::{Authority, Citation, Found, Statement},
};

/// The line of a statement. `says` repeats its words, where its passage holds several statements.
pub(super) fn line(draft: &Draft, statement: &Statement, id: &str, says: bool) -> Markup {
    let names: Vec<&str> = draft.names_of(statement).collect();
    let who = match statement.duty_holder.found {
        Found::None => "-".to_owned(),
        Found::Undecided => "?".to_owned(),
        _ => names.join("|"),
    };
    let without_law = statement.authority == Authority::None;
    html! {
        li.line id=(id) data-m=(statement.modality.as_str()) data-w=(who) data-a=[without_law.then_some("-")] {
            (modality::tag(statement.modality)) " "
            (asked(statement, &names))
            @if says { (own_words(draft, statement)) }
            @if let Some(deadline) = &statement.deadline {
                span.when { (one_line(draft.text(statement, deadline.extent))) }
            }
            @if !without_law { (law(draft, statement)) }
            (permalink(id))
        }
    }
}

/// Who has to act: "on local authorities", "nobody named".
fn asked(statement: &Statement, names: &[&str]) -> Markup {
    html! {
        @match statement.duty_holder.found {
            Found::None => { span.who { "names nobody" } },
            Found::Undecided => { span.who { "not decided who" } },
            _ => { (modality::leads_to(statement.modality)) " " b.who { (names.join(", ")) } },
        }
    }
}

/// "must publish what they find": what tells it from the other statements of its passage.
fn own_words(draft: &Draft, statement: &Statement) -> Markup {
    let text = |extent| one_line(draft.text(statement, extent));
    html! { span.says { (text(statement.keyword)) " " (text(statement.action)) } }
}

/// The law behind it, with where that was found unless the sentence says it.
fn law(draft: &Draft, statement: &Statement) -> Markup {
    let mut citations = draft.authority_of(statement);
    // A phrase that cites several provisions is said once.
    citations.dedup_by_key(|it| (it.document, it.extent));
    let text = |citation: &Citation| {
        one_line(draft.documents[citation.document as usize].text(citation.extent)).into_owned()
    };
    html! {
        span.law {
            @for (at, citation) in citations.iter().enumerate() {
                @if at > 0 { "; " }
                @match &citation.uri {
                    Some(uri) => { a href=(uri) rel="noreferrer" { (text(citation)) } },
                    None => { (text(citation)) },
                }
            }
            @if statement.authority != Authority::Sentence {
                " (cited in the " (words::authority(statement.authority)) ")"
            }
        }
    }
}

/// The id of a statement, as a link to itself.
fn permalink(id: &str) -> Markup {
    html! { a.perma href={ "#" (uri::of(id)) } { span.unseen { "Link to " } (id) } }
}
