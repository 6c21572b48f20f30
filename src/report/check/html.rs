//! Findings as one page: each rule with where it found something, the figures, then the text with findings beside their words.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use maud::{Markup, html};

use super::{CheckReport, CheckedDraft, Show, notes::notes, show::Shown, terminal::counts};
use crate::{
    draft::Draft,
    findings::Severity,
    report::{
        Place,
        html::{self, Controls, Frame, Remark, Text},
        register::{Selected, Selection, modalities},
        uri, words,
    },
    rules,
    triage::Triaged,
};

/// A draft of the report with its findings that are shown.
struct Sheet<'a> {
    draft: &'a Draft,
    selected: Selected<'a>,
    findings: Vec<&'a Triaged>,
    /// How people say of a finding that it is not news.
    known_as: Option<&'a str>,
    prefix: String,
}

/// A page that can be published as it is. Every finding is in it that `--show` does not leave out; notes wait until they are
/// ticked.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn html(out: &mut dyn Write, report: &CheckReport<'_>) -> io::Result<()> {
    let drafts: Vec<Sheet<'_>> =
        (1..).zip(report.drafts).map(|(number, it)| Sheet::of(report, number, it)).collect();
    let texts: Vec<Text<'_>> = drafts.iter().map(Sheet::text).collect();
    let occurs = |severity: &Severity| {
        drafts.iter().flat_map(|it| &it.findings).any(|it| it.finding.severity == *severity)
    };
    let severities = Severity::ALL.into_iter().filter(occurs);
    let named =
        |it: Severity| (it.as_str().to_owned(), format!("{}s", words::capitalised(it.as_str())));
    let controls = Controls {
        counted: "finding",
        modalities: modalities(drafts.iter().map(|it| &it.selected)),
        kinds: Some(("Findings", severities.map(named).collect())),
        rules: true,
        unticked: if report.show == Show::Brief { &["note"] } else { &[] },
    };
    let title = html::title(report.drafts.iter().map(|it| &it.draft));
    let frame = Frame {
        kind: "Findings",
        title: &title,
        answer: answer(report),
        aside: html! { (html::controls(&controls)) (html::contents(&texts)) },
    };
    html::page(out, &frame, |out| {
        for (sheet, text) in drafts.iter().zip(&texts) {
            let several = drafts.len() > 1;
            html::write_name(out, text, several)?;
            html::write(out, &sheet.overview())?;
            html::write_draft(out, &sheet.selected, text, "Text")?;
        }
        Ok(())
    })
}

/// The counts, and what could not be read.
fn answer(report: &CheckReport<'_>) -> Markup {
    let statements: usize = report.drafts.iter().map(|it| it.draft.statements().len()).sum();
    html! {
        p { (words::capitalised(&counts(report))) " in " (words::counted(statements, "statement")) "." }
        (html::not_read(report.not_read))
    }
}

impl<'a> Sheet<'a> {
    fn of(report: &'a CheckReport<'_>, number: usize, checked: &'a CheckedDraft) -> Self {
        let show = match report.show {
            Show::Brief => Show::From(Severity::Note),
            show => show,
        };
        Self {
            draft: &checked.draft,
            selected: Selected::of(&checked.draft, &Selection::default()),
            findings: Shown::of(checked, show).findings,
            known_as: report.known_as.as_deref(),
            prefix: html::prefix(number, report.drafts.len()),
        }
    }

    fn text(&self) -> Text<'_> {
        let remarks = self.findings.iter().map(|triaged| Remark {
            words: triaged.finding.span,
            class: triaged.finding.severity.as_str(),
            line: self.line(triaged),
        });
        Text {
            draft: self.draft,
            prefix: self.prefix.clone(),
            chosen: &self.selected.chosen,
            excerpt: false,
            remarks: remarks.collect(),
        }
    }

    fn id(&self, triaged: &Triaged) -> String {
        format!("{}f-{}", self.prefix, triaged.fingerprint)
    }

    /// A finding below the passage it is about.
    fn line(&self, triaged: &Triaged) -> Markup {
        let finding = &triaged.finding;
        let severity = finding.severity.as_str();
        let id = self.id(triaged);
        html! {
            li.line.finding.(severity) id=(id) data-v=(severity) data-r=(finding.rule) {
                b.tag { (words::capitalised(severity)) } " " (finding.message)
                a.perma href={ "#" (uri::of(&id)) } { span.unseen { "Link to this finding of " } (finding.rule) }
                (self.explained(triaged))
            }
        }
    }

    /// What explains a finding, and what the project says of it.
    fn explained(&self, triaged: &Triaged) -> Markup {
        let notes = notes(self.known_as, self.draft, triaged, |place| self.place(place));
        html! { @if !notes.is_empty() { ul.related { @for note in notes { li { (note) } } } } }
    }

    /// Where something stands, by the draft's own numbers and headings.
    fn place(&self, place: &Place<'_>) -> String {
        let named = place.said().unwrap_or_else(|| place.label());
        match self.draft.documents.len() {
            1 => named,
            _ => format!("{}, {named}", html::file_name(place.path())),
        }
    }

    /// Each rule that found something, what it is about, and where; what matters most first.
    fn overview(&self) -> Markup {
        let mut by_rule: BTreeMap<(std::cmp::Reverse<Severity>, &str), Vec<&Triaged>> =
            BTreeMap::new();
        for &triaged in &self.findings {
            let key = (std::cmp::Reverse(triaged.finding.severity), triaged.finding.rule);
            by_rule.entry(key).or_default().push(triaged);
        }
        html! {
            h2 { "Findings" }
            @if by_rule.is_empty() { p { "Nothing was found." } }
            ul.overview {
                @for ((severity, rule), found) in &by_rule {
                    li.(severity.0.as_str()) {
                        b.tag { (words::counted(found.len(), severity.0.as_str())) } " "
                        b { (rule) }
                        @if let Some(rule) = rules::find(rule) { ": " (rule.summary) }
                        p { @for (at, triaged) in found.iter().enumerate() {
                            @if at > 0 { ", " }
                            a href={ "#" (uri::of(&self.id(triaged))) } {
                                (Place::of(self.draft, triaged.finding.span).label())
                            }
                        } }
                    }
                }
            }
        }
    }
}
