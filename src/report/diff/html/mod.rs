//! Changes as one page: before and after in figures, each change with both sentences, then the new draft with the changes beside
//! their words.

mod change;

use std::io::{self, Write};

use maud::{Markup, html};

use super::{DiffReport, counts, fingerprint::fingerprints};
use crate::{
    diff::{CHANGES, Change, Comparison},
    report::{
        html::{self, Controls, Frame, Remark, Text},
        register::{Selected, Selection, Summary, modalities},
        uri,
    },
};

/// A page that can be published as it is.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn html(out: &mut dyn Write, report: &DiffReport<'_>) -> io::Result<()> {
    let revision = &report.comparison.revision;
    let sides = [revision.old.draft, revision.new.draft]
        .map(|draft| Selected::of(draft, &Selection::default()));
    let shown: Vec<(&Change, String)> = fingerprints(report.comparison, report.shown()).collect();
    let text = Text {
        draft: revision.new.draft,
        prefix: String::new(),
        chosen: &sides[1].chosen,
        excerpt: false,
        remarks: shown.iter().filter_map(|(change, id)| remark(change, id)).collect(),
    };
    let kinds = CHANGES.iter().filter(|rule| shown.iter().any(|(it, _)| it.rule.id == rule.id));
    let kinds = kinds.map(|rule| (rule.id.to_owned(), rule.id.replace('-', " "))).collect();
    let controls = Controls {
        counted: "change",
        modalities: modalities(sides.iter()),
        kinds: Some(("Changes", kinds)),
        rules: false,
        unticked: &[],
    };
    let title = html::title([revision.new.draft].into_iter());
    let texts = [text];
    let frame = Frame {
        kind: "What changed",
        title: &title,
        answer: answer(report),
        aside: html! { (html::controls(&controls)) (html::contents(&texts)) },
    };
    html::page(out, &frame, |out| {
        let totals = sides.each_ref().map(|side| Summary::of(side).total);
        html::write(out, &html::before_and_after(&totals[0], &totals[1]))?;
        write_changes(out, report.comparison, &shown)?;
        html::write_draft(out, &sides[1], &texts[0], "The new draft")
    })
}

/// How much of the old draft is in the new one, and what became of the rest.
fn answer(report: &DiffReport<'_>) -> Markup {
    let revision = &report.comparison.revision;
    let (changed, hidden) = (counts::changed(report), counts::hidden(report));
    html! {
        p { (html::file_name(&revision.old.draft.path)) " → " (html::file_name(&revision.new.draft.path)) }
        p { (counts::matched(report)) "." }
        p { b { @if changed.is_empty() { "Nothing that is asked of anybody changed." } @else { (changed) "." } } }
        @if !hidden.is_empty() { p { "Besides: " (hidden) "." } }
        @if revision.is_rewrite() {
            p {
                b { "These are two different texts" }
                ", and not two drafts of one: most of what one says has no counterpart in the other. "
                "Compare what each asks; what has a counterpart is listed below."
            }
        }
        (html::not_read(report.not_read))
    }
}

/// The changes under the name of each kind, what matters most first.
fn write_changes(
    out: &mut dyn Write,
    comparison: &Comparison<'_>,
    shown: &[(&Change, String)],
) -> io::Result<()> {
    html::write(out, &html! { h2 { "Changes" } })?;
    if shown.is_empty() {
        return html::write(out, &html! { p { "None." } });
    }
    write!(out, "<div class=\"listed changes\">")?;
    for kind in shown.chunk_by(|(a, _), (b, _)| a.rule.id == b.rule.id) {
        let rule = kind[0].0.rule;
        html::write(
            out,
            &html! {
                h3 { (counts::counted(rule, kind.len())) }
                p.key { (rule.summary) }
            },
        )?;
        write!(out, "<ul>")?;
        for (change, id) in kind {
            html::write(out, &change::shown(comparison, change, id))?;
        }
        write!(out, "</ul>")?;
    }
    write!(out, "</div>")
}

/// A change beside its words in the new draft, as a link to both sentences.
fn remark(change: &Change, id: &str) -> Option<Remark> {
    let severity = change.severity().as_str();
    Some(Remark {
        words: change.new_words?,
        class: severity,
        line: html! {
            li.line.finding.(severity) {
                b.tag { (change.rule.id.replace('-', " ")) } " "
                a href={ "#c-" (uri::of(id)) } { (change.message) }
            }
        },
    })
}
