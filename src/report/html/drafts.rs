//! What pages about drafts have in common: how they are called, their ids, their figures and their text.

use std::io::{self, Write};

use maud::{Markup, html};

use super::{
    figures,
    frame::write,
    text::{Text, text},
};
use crate::{
    draft::Draft,
    report::{
        NotRead,
        register::{Selected, Selection},
    },
};

/// What drafts are called together.
pub(in crate::report) fn title<'a>(drafts: impl Iterator<Item = &'a Draft>) -> String {
    let names: Vec<&str> = drafts.map(name).collect();
    match names.as_slice() {
        [] => "nothing was read".to_owned(),
        [name] => (*name).to_owned(),
        names => format!("{} drafts", names.len()),
    }
}

/// What a draft is called: its title; else its file, or the folder of its files. A page that is published shows nobody's folders.
pub(in crate::report) fn name(draft: &Draft) -> &str {
    let is_first_of_several =
        draft.documents.len() > 1 && draft.sources.iter().any(|it| it.path() == draft.path);
    let mut inward = draft.path.rsplit(['/', '\\']).filter(|it| !it.is_empty());
    let file = inward.next().unwrap_or(&draft.path);
    let folder = inward.next().filter(|_| is_first_of_several);
    draft.title().or(folder).unwrap_or(file)
}

/// What the ids of a draft begin with: nothing, where it is alone.
pub(in crate::report) fn prefix(number: usize, of: usize) -> String {
    if of > 1 { format!("{number}.") } else { String::new() }
}

/// The name of a draft above all that is said of it, where it is one of several.
pub(in crate::report) fn write_name(
    out: &mut dyn Write,
    text: &Text<'_>,
    is_one_of_several: bool,
) -> io::Result<()> {
    if !is_one_of_several {
        return Ok(());
    }
    write(out, &html! { h2.draft id={ (text.prefix) "draft" } { (name(text.draft)) } })
}

/// Figures and text of a draft, the text under its own heading.
pub(in crate::report) fn write_draft(
    out: &mut dyn Write,
    selected: &Selected<'_>,
    shown: &Text<'_>,
    heading: &str,
) -> io::Result<()> {
    write(out, &figures::of_draft(selected))?;
    write(out, &html! { h2 { (heading) } (key()) })?;
    write!(out, "<div class=\"listed text\">")?;
    text(out, shown)?;
    write!(out, "</div>")
}

/// What is counted of a draft whose text is not on the page.
pub(in crate::report) fn write_figures(out: &mut dyn Write, draft: &Draft) -> io::Result<()> {
    write(out, &html! { h2.draft { (name(draft)) } })?;
    write(out, &figures::of_draft(&Selected::of(draft, &Selection::default())))
}

/// A path without its folders.
pub(in crate::report) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// How to read the marks.
fn key() -> Markup {
    html! {
        p.key {
            "The words that bind or advise are bold, underlined in a way of their own for each force, "
            "and named below their passage with who has to act. The number at the end of a line is its permanent link."
        }
    }
}

/// What was named and could not be read.
pub(in crate::report) fn not_read(not_read: &[NotRead]) -> Markup {
    html! {
        @for it in not_read { p.unread { b { "Not read: " } (file_name(&it.path)) " (" (it.reason) ")" } }
    }
}
