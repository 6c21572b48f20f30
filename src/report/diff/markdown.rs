//! Changes as Markdown, to be pasted into a post or a pull request.

use std::io::{self, Write};

use super::{
    DiffReport, counts,
    marks::{Word, marked, runs, unmarked},
    sentence::{self, changed_items, item_text},
};
use crate::{
    diff::{CHANGES, Change, Grade, Which},
    report::{Place, markdown::escaped, wrap::one_line},
};

/// So many changes are quoted in full.
const QUOTED: usize = 10;

/// The share that was matched, the counts, and the ten changes that matter most with both sentences.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn markdown(out: &mut dyn Write, report: &DiffReport<'_>) -> io::Result<()> {
    let revision = &report.comparison.revision;
    let name = |draft: &crate::draft::Draft| escaped(draft.title().unwrap_or(&draft.path));
    let (old, new) = (revision.old.draft, revision.new.draft);
    writeln!(out, "# What changed: {} → {}\n", name(old), name(new))?;
    writeln!(out, "{}.\n", escaped(&counts::matched(report)))?;
    if revision.is_rewrite() {
        writeln!(
            out,
            "**These are two different texts**, and not two drafts of one: most of what one says has no counterpart in the other. \
             Read the register of each, and not the counts below.\n"
        )?;
    }
    write_counts(out, report)?;
    let shown: Vec<&Change> = report.shown().collect();
    for (at, change) in shown.iter().take(QUOTED).enumerate() {
        if at == 0 {
            writeln!(out, "\n## What matters most\n")?;
        }
        write_change(out, report, change, at + 1)?;
    }
    if shown.len() > QUOTED {
        writeln!(out, "And {} more: see the whole report.", shown.len() - QUOTED)?;
    }
    Ok(())
}

/// A row a kind of change, the hidden ones too: what was only renumbered is an answer as well.
fn write_counts(out: &mut dyn Write, report: &DiffReport<'_>) -> io::Result<()> {
    if report.changes.is_empty() {
        return writeln!(out, "Nothing that is asked of anybody changed.");
    }
    writeln!(out, "| how many | change | what it means |\n| --: | --- | --- |")?;
    for rule in CHANGES {
        let count = report.changes.iter().filter(|change| change.rule.id == rule.id).count();
        if count > 0 {
            writeln!(out, "| {count} | {} | {} |", rule.id, rule.summary)?;
        }
    }
    Ok(())
}

fn write_change(
    out: &mut dyn Write,
    report: &DiffReport<'_>,
    change: &Change,
    number: usize,
) -> io::Result<()> {
    let comparison = report.comparison;
    let old = sentence::quoted(comparison, change, Which::Old);
    let new = sentence::quoted(comparison, change, Which::New);
    let place = sentence::places(old.as_ref(), new.as_ref(), |place| {
        place.named().unwrap_or_else(|| format!("line {}", place.location().line))
    });
    let likely = if change.grade == Grade::Likely { "likely: " } else { "" };
    let message = escaped(&change.message);
    writeln!(out, "{number}. **{}**, {}: {likely}{message}\n", change.rule.id, escaped(&place))?;
    let (olds, news) = sentence::words(old.as_ref(), new.as_ref());
    write_sentence(out, "old", "~~", &olds)?;
    write_sentence(out, "new", "**", &news)?;
    write_items(out, report, change)?;
    write_nearest(out, report, change)?;
    writeln!(out)
}

/// A quotation with the words marked that only it has.
fn write_sentence(
    out: &mut dyn Write,
    name: &str,
    mark: &str,
    words: &[Word<'_>],
) -> io::Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    write!(out, "   > *{name}:*")?;
    for run in runs(words) {
        for (at, word) in run.iter().enumerate() {
            let open = if word.changed && at == 0 { mark } else { "" };
            let close = if word.changed && at + 1 == run.len() { mark } else { "" };
            let space = if word.glued { "" } else { " " };
            write!(out, "{space}{open}{}{close}", escaped(word.text))?;
        }
    }
    writeln!(out, "\n   >")
}

fn write_items(out: &mut dyn Write, report: &DiffReport<'_>, change: &Change) -> io::Result<()> {
    let revision = &report.comparison.revision;
    for item in changed_items(change).0 {
        let old = item.old.map(|it| item_text(&revision.old, it));
        let new = item.new.map(|it| item_text(&revision.new, it));
        let (olds, news) = match (&old, &new) {
            (Some(old), Some(new)) => marked(old, new),
            (old, new) => (
                old.as_deref().map_or_else(Vec::new, unmarked),
                new.as_deref().map_or_else(Vec::new, unmarked),
            ),
        };
        write_sentence(out, "old item", "~~", &olds)?;
        write_sentence(out, "new item", "**", &news)?;
    }
    Ok(())
}

fn write_nearest(out: &mut dyn Write, report: &DiffReport<'_>, change: &Change) -> io::Result<()> {
    let Some(nearest) = &change.nearest else { return Ok(()) };
    let (which, name) =
        if change.old.is_some() { (Which::New, "new") } else { (Which::Old, "old") };
    let draft = report.comparison.revision.side(which).draft;
    let document = &draft.documents[nearest.document as usize];
    let place = Place::of(draft, document.span(nearest.extent));
    let share = (nearest.similarity * 100.0).floor();
    let named = place.named().unwrap_or_default();
    let text = one_line(document.text(nearest.extent));
    writeln!(
        out,
        "   Nearest in the {name} draft ({share:.0} % alike), {}: {}",
        escaped(&named),
        escaped(&text)
    )
}
