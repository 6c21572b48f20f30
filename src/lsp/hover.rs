//! What a statement was read as, beside its words: its force, who has to act, on what authority, and what the law says.

use std::fmt::Write as _;

use ls_types::{Hover, HoverContents, MarkupContent, MarkupKind};

use super::{
    definition::{citation_at, reference_at},
    view::View,
};
use crate::{
    acts::provision::said,
    document::Extent,
    draft::Draft,
    law::{Instrument, StatusWord},
    report::{escaped, one_line},
    source::{SourceId, Span},
    statements::{Authority, Basis, Citation, Found, Modality, Reference, Statement, Unnamed},
};

/// Of a lead-in with many items, so many are shown.
const MOST: usize = 3;

/// What is known of the words at an offset.
pub(super) fn at(view: &View, source: SourceId, offset: u32) -> Option<Hover> {
    let mut parts = Vec::new();
    if let Some(citation) = citation_at(view, source, offset) {
        parts.extend(of_citation(&view.draft, citation));
    }
    if let Some(reference) = reference_at(view, source, offset) {
        parts.extend(of_reference(view, reference));
    }
    let here = statements_at(view, source, offset);
    parts.extend(here.iter().take(MOST).map(|it| of_statement(&view.draft, it)));
    if here.len() > MOST {
        parts.push(format!("and {} more statements of this list", here.len() - MOST));
    }
    if parts.is_empty() {
        return None;
    }
    let range = here.first().filter(|_| here.len() == 1).map(|it| {
        let span = view.draft.span(it, it.extent);
        view.range(span)
    });
    let value = parts.join("\n\n---\n\n");
    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value });
    Some(Hover { contents, range })
}

/// The statements whose keyword is at an offset; else those whose sentence or item is; else those it introduces.
fn statements_at(view: &View, source: SourceId, offset: u32) -> Vec<&Statement> {
    let ways: [fn(&Statement) -> Option<Extent>; 3] =
        [|it| Some(it.keyword), |it| Some(it.extent), |it| it.lead_in];
    let found = ways.into_iter().map(|extent| {
        let all = view.statements(source).map(|(_, it)| it);
        all.filter(|it| extent(it).is_some_and(|it| view.holds(source, it, offset))).collect()
    });
    found.into_iter().find(|found: &Vec<_>| !found.is_empty()).unwrap_or_default()
}

fn of_statement(draft: &Draft, statement: &Statement) -> String {
    let text = |extent| escaped(&one_line(draft.text(statement, extent)));
    let mut said = format!(
        "**{}**{} · “{}” · {}\n",
        force(statement.modality),
        basis(statement),
        text(statement.keyword),
        escaped(&draft.id(statement)),
    );
    let mut line = |what: &str, words: &str| {
        let _ = write!(said, "\n- **{what}:** {words}");
    };
    line("Who", &who(draft, statement));
    if !statement.action.is_empty() {
        line("What", &text(statement.action));
    }
    for &condition in &statement.conditions {
        line("Condition", &text(condition));
    }
    if let Some(deadline) = &statement.deadline {
        line("By when", &text(deadline.extent));
    }
    let binds = matches!(statement.modality, Modality::Duty | Modality::Prohibition);
    if binds || statement.authority != Authority::None {
        line("Authority", &authority(draft, statement));
    }
    let cited: Vec<&Citation> = draft.citations_in(statement).collect();
    let laws = if cited.is_empty() { draft.authority_of(statement) } else { cited };
    let mut quoted: Vec<String> = laws.iter().filter_map(|it| quotation(draft, it)).collect();
    quoted.dedup();
    for quotation in quoted.iter().take(MOST) {
        let _ = write!(said, "\n\n{quotation}");
    }
    said
}

/// The force of a statement, as people say it.
fn force(modality: Modality) -> &'static str {
    match modality {
        Modality::Duty => "Duty",
        Modality::Prohibition => "Prohibition",
        Modality::Guidance => "Guidance",
        Modality::GuidanceAgainst => "Guidance against",
        Modality::Permission => "Permission",
        Modality::Undeclared => "Obligation that the draft’s own convention does not cover",
        Modality::Encouragement => "Encouragement",
    }
}

fn basis(statement: &Statement) -> &'static str {
    match (statement.modality, statement.basis) {
        (Modality::Duty | Modality::Prohibition, Basis::Law) => ", of law",
        (Modality::Duty | Modality::Prohibition, Basis::Standard) => {
            ", of the owner’s own standard"
        }
        _ => "",
    }
}

fn who(draft: &Draft, statement: &Statement) -> String {
    let holder = &statement.duty_holder;
    let how = match holder.found {
        Found::Subject => "the subject of the sentence",
        Found::ByAgent => "named after “by”",
        Found::Relative => "named before “who” or “which”",
        Found::Pronoun => "a pronoun stands for them",
        Found::Elided => "carried over from the words before",
        Found::LeadIn => "named in the words that introduce the list",
        Found::Row => "named in the table’s row",
        Found::Heading => "named in the heading",
        Found::Reader => "the reader, who is spoken to",
        Found::None => return nobody(holder.why).to_owned(),
        Found::Undecided => return "could not be told from these words".to_owned(),
    };
    let names = escaped(&draft.names_of(statement).collect::<Vec<_>>().join(", "));
    let written = holder.text.map(|extent| one_line(draft.text(statement, extent)).into_owned());
    match written {
        Some(written) => format!("{names} (“{}”, {how})", escaped(&written)),
        None => format!("{names} ({how})"),
    }
}

fn nobody(why: Option<Unnamed>) -> &'static str {
    match why {
        Some(Unnamed::Passive) => "nobody is named: it says what is done, not who does it",
        Some(Unnamed::Thing) => "nobody is named: it is laid on a thing",
        Some(Unnamed::Expletive) => "nobody is named: it says only that there is something",
        Some(Unnamed::Receiver) => "nobody is named: it says who is acted for, not who acts",
        None => "nobody is named",
    }
}

fn authority(draft: &Draft, statement: &Statement) -> String {
    let place = match statement.authority {
        Authority::Sentence => "in the sentence",
        Authority::Note => "in a note",
        Authority::Row => "in the table’s row",
        Authority::Paragraph => "in the paragraph",
        Authority::Part => "in the part",
        Authority::None => return "no law is cited for it".to_owned(),
    };
    let cited = draft.authority_of(statement);
    let more = cited.len().saturating_sub(MOST);
    let laws: Vec<String> = cited.iter().take(MOST).map(|it| linked(draft, it)).collect();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}, cited {place}", laws.join("; "))
}

/// A citation in full, linked to where the law is published.
fn linked(draft: &Draft, citation: &Citation) -> String {
    let provision = citation.provision.as_deref().map(said);
    let full = match (provision, &citation.instrument) {
        (Some(provision), Some(instrument)) => format!("{provision}, {instrument}"),
        (None, Some(instrument)) => instrument.clone(),
        _ => {
            let document = &draft.documents[citation.document as usize];
            one_line(document.text(citation.extent)).into_owned()
        }
    };
    match &citation.uri {
        Some(uri) => format!("[{}]({uri})", escaped(&full)),
        None => escaped(&full),
    }
}

fn of_citation(draft: &Draft, citation: &Citation) -> Option<String> {
    citation.instrument.as_ref()?;
    let quotation = quotation(draft, citation).map(|it| format!("\n\n{it}")).unwrap_or_default();
    Some(format!("{}{quotation}", linked(draft, citation)))
}

/// What the supplied law says in the provision that is cited.
fn quotation(draft: &Draft, citation: &Citation) -> Option<String> {
    let (instrument, provision) = draft.law.provision_of(citation)?;
    let words = shortened(&one_line(&instrument.operative_text(provision)), 600);
    let heading = instrument.provisions[provision as usize].heading.as_deref();
    let heading = heading.map(|it| format!(" ({})", escaped(it))).unwrap_or_default();
    let path = &instrument.provisions[provision as usize].path;
    Some(format!(
        "**What the law says**, {}{heading}{}:\n\n> {}",
        escaped(&said(path)),
        standing(draft, instrument, provision),
        escaped(&words)
    ))
}

/// What has to be known of a provision that is not simply in force.
fn standing(draft: &Draft, instrument: &Instrument, provision: u32) -> &'static str {
    match instrument.provisions[provision as usize].status.on(draft.as_of) {
        StatusWord::InForce => "",
        StatusWord::Prospective => ", not yet in force",
        StatusWord::Repealed => ", repealed",
    }
}

/// Where a reference leads, with the first words there.
fn of_reference(view: &View, reference: &Reference) -> Option<String> {
    let place = reference.place?;
    let source = SourceId(place.document);
    let document = view.document(source);
    let span = Span { source, start: place.at, end: place.at };
    let passage = document.passage(document.passage_of(span)?);
    let words = shortened(&one_line(document.text(passage.extent)), 300);
    let named = reference.target.trim_start_matches('#');
    let named = if named.starts_with(|c: char| c.is_ascii_digit()) {
        format!("paragraph {named}")
    } else {
        named.to_owned()
    };
    let in_file = if document.source == SourceId(reference.document) {
        String::new()
    } else {
        format!(" in {}", view.draft.source(source).path())
    };
    Some(format!("**{}**{}: {}", escaped(&named), escaped(&in_file), escaped(&words)))
}

/// A text cut after a word, where it is longer.
fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some((end, _)) => {
            let end = text[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &text[..end])
        }
    }
}
