//! The register as one page: the figures, then the text with every statement marked and said below.

use std::{
    collections::HashSet,
    io::{self, Write},
};

use maud::{Markup, html};

use super::{RegisterReport, Selected, summary};
use crate::{
    report::html::{self, Controls, Frame, Text},
    statements::Modality,
};

/// A page that can be published as it is.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn html(out: &mut dyn Write, report: &RegisterReport<'_>) -> io::Result<()> {
    let texts: Vec<Text<'_>> = (1..).zip(&report.drafts).map(|it| text(report, it)).collect();
    let controls = Controls {
        counted: "statement",
        modalities: modalities(report.drafts.iter()),
        kinds: None,
        rules: false,
        unticked: &[],
    };
    let title = html::title(report.drafts.iter().map(|it| it.draft));
    let frame = Frame {
        kind: "Duty register",
        title: &title,
        answer: answer(report),
        aside: html! { (html::controls(&controls)) (html::contents(&texts)) },
    };
    html::page(out, &frame, |out| {
        for (selected, text) in report.drafts.iter().zip(&texts) {
            html::write_name(out, text, report.drafts.len() > 1)?;
            html::write_draft(out, selected, text, "Text")?;
        }
        Ok(())
    })
}

fn text<'a>(
    report: &'a RegisterReport<'_>,
    (number, selected): (usize, &'a Selected<'_>),
) -> Text<'a> {
    Text {
        draft: selected.draft,
        prefix: html::prefix(number, report.drafts.len()),
        chosen: &selected.chosen,
        excerpt: selected.chosen.len() < selected.draft.statements().len(),
        remarks: Vec::new(),
    }
}

/// The modalities that occur among the statements that were asked for.
pub(in crate::report) fn modalities<'a>(
    drafts: impl Iterator<Item = &'a Selected<'a>>,
) -> Vec<Modality> {
    let statements = drafts.flat_map(Selected::statements);
    let occurring: HashSet<Modality> = statements.map(|it| it.modality).collect();
    Modality::ALL.into_iter().filter(|it| occurring.contains(it)).collect()
}

/// The counts of each draft; that some statements were left out, where some were; what could not be read.
fn answer(report: &RegisterReport<'_>) -> Markup {
    html! {
        @for selected in &report.drafts {
            p {
                @if report.drafts.len() > 1 { (html::name(selected.draft)) ": " }
                (summary::one_line(selected)) "."
            }
            @if selected.chosen.len() < selected.draft.statements().len() {
                p {
                    "Only what was asked for is shown: " (selected.chosen.len()) " of "
                    (selected.draft.statements().len()) " statements."
                }
            }
        }
        (html::not_read(report.not_read))
    }
}
