//! Coverage as one page: how much of the law the drafts speak of, then each duty and power with the statements that cite it.

use std::io::{self, Write};

use maud::{Markup, html};

use super::{Cover, Row, status};
use crate::{
    draft::Draft,
    report::{
        html::{self, Controls, Frame},
        words,
    },
    statements::Modality,
};

const COVERS: [Cover; 4] = [Cover::NotCovered, Cover::Weaker, Cover::OtherHolder, Cover::Covered];

/// A table with a row a duty or power, then what is counted of each draft.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn html(out: &mut dyn Write, rows: &[Row], drafts: &[Draft]) -> io::Result<()> {
    let occurring = COVERS.into_iter().filter(|cover| rows.iter().any(|it| it.cover == *cover));
    let kinds = occurring.map(|cover| (class(cover), words::capitalised(cover.as_str()))).collect();
    let modalities = Modality::ALL.into_iter();
    let controls = Controls {
        counted: "provision",
        modalities: modalities.filter(|it| rows.iter().any(|row| row.modality == *it)).collect(),
        kinds: Some(("In the drafts", kinds)),
        rules: false,
        unticked: &[],
    };
    let mut laws: Vec<&str> = rows.iter().map(|row| row.instrument.as_str()).collect();
    laws.dedup();
    let title = match laws.as_slice() {
        [law] => (*law).to_owned(),
        laws => format!("{} laws", laws.len()),
    };
    let frame = Frame {
        kind: "Duties in the law and in the drafts",
        title: &title,
        answer: answer(rows),
        aside: html::controls(&controls),
    };
    html::page(out, &frame, |out| {
        html::write(out, &html! { h2 { "Duties and powers" } })?;
        write!(
            out,
            "<div class=\"listed scroll rows\" role=\"region\" aria-label=\"Duties and powers\" tabindex=\"0\">\
             <table><thead><tr><th scope=\"col\">Provision<th scope=\"col\">Force<th scope=\"col\">Who\
             <th scope=\"col\">In the drafts<th scope=\"col\">What the law says</thead>"
        )?;
        for row in rows {
            html::write(out, &shown(row))?;
        }
        write!(out, "</table></div>")?;
        drafts.iter().try_for_each(|draft| html::write_figures(out, draft))
    })
}

fn answer(rows: &[Row]) -> Markup {
    let count = |cover: Cover| rows.iter().filter(|row| row.cover == cover).count();
    let counts = COVERS.into_iter().map(|cover| (count(cover), cover.as_str()));
    let counts: Vec<String> = counts
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    html! {
        p {
            (words::counted(rows.len(), "provision")) " that bind or empower somebody"
            @if !counts.is_empty() { ": " (counts.join(", ")) }
            "."
        }
    }
}

fn shown(row: &Row) -> Markup {
    html! {
        tbody.b.(class(row.cover)) data-v=(class(row.cover)) data-m=(row.modality.as_str()) data-w=(row.holder.replace("; ", "|")) {
            tr {
                th scope="row" {
                    b { (row.provision) } " of the " (row.instrument)
                    @if !row.heading.is_empty() { br; (row.heading) }
                }
                td { (html::tag(row.modality)) br; (status(row.status)) }
                td { (row.holder) }
                td {
                    b { (words::capitalised(row.cover.as_str())) }
                    @for (draft, id) in &row.statements { br; (html::file_name(draft)) ", " (id) }
                }
                td { (row.words) }
            }
        }
    }
}

/// The name of a cover in a page.
fn class(cover: Cover) -> String {
    cover.as_str().replace(' ', "-")
}
