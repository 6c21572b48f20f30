//! Changes for people at a terminal.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use unicode_width::UnicodeWidthStr;

use super::{
    DiffReport, counts,
    marks::{Word, runs, unmarked},
    sentence::{self, changed_items, item_text},
};
use crate::{
    diff::{Change, ChangeRule, Grade, Which},
    report::{
        Page, Place,
        register::{self, RegisterReport, Selected, Selection},
        rules::severity_style,
        wrap::one_line,
    },
};

/// The share that was matched, the counts, then each change with both sentences, the strongest first.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn terminal(out: &mut dyn Write, report: &DiffReport<'_>, page: Page) -> io::Result<()> {
    let bold = style(page, Style::new().bold());
    let revision = &report.comparison.revision;
    writeln!(out, "{bold}{} → {}{bold:#}", revision.old.draft.path, revision.new.draft.path)?;
    writeln!(out, "{}", counts::matched(report))?;
    let changed = counts::changed(report);
    if changed.is_empty() {
        writeln!(out, "{bold}nothing that is asked of anybody changed{bold:#}")?;
    } else {
        writeln!(out, "{bold}{changed}{bold:#}")?;
    }
    if revision.is_rewrite() {
        write_rewrite(out, report, page)?;
    }
    let mut heading: Option<&ChangeRule> = None;
    for change in report.shown() {
        if heading.is_none_or(|it| it.id != change.rule.id) {
            write_heading(out, report, change.rule, page)?;
            heading = Some(change.rule);
        }
        write_change(out, report, change, page)?;
    }
    write_rest(out, report)
}

fn style(page: Page, style: Style) -> Style {
    if page.color { style } else { Style::new() }
}

/// Below half matched, the registers of both say more than what came and went.
fn write_rewrite(out: &mut dyn Write, report: &DiffReport<'_>, page: Page) -> io::Result<()> {
    let bold = style(page, Style::new().bold());
    writeln!(
        out,
        "\n{bold}These are two different texts{bold:#}, and not two drafts of one: most of what one says has no counterpart in the other."
    )?;
    writeln!(out, "Compare what each asks; what has a counterpart is listed below.")?;
    for side in [&report.comparison.revision.old, &report.comparison.revision.new] {
        writeln!(out)?;
        let register = RegisterReport {
            drafts: vec![Selected::of(side.draft, &Selection::default())],
            not_read: &[],
            uncounted: false,
        };
        register::summary(out, &register, page)?;
    }
    Ok(())
}

fn write_heading(
    out: &mut dyn Write,
    report: &DiffReport<'_>,
    rule: &ChangeRule,
    page: Page,
) -> io::Result<()> {
    let severity = severity_style(rule.severity, page);
    let count = report.changes.iter().filter(|change| change.rule.id == rule.id).count();
    let (id, level) = (rule.id, rule.severity.as_str());
    writeln!(out, "\n{severity}{level}[{id}]{severity:#}: {}", counts::counted(rule, count))
}

fn write_change(
    out: &mut dyn Write,
    report: &DiffReport<'_>,
    change: &Change,
    page: Page,
) -> io::Result<()> {
    let dim = style(page, Style::new().dimmed());
    let comparison = report.comparison;
    let old = sentence::quoted(comparison, change, Which::Old);
    let new = sentence::quoted(comparison, change, Which::New);
    let also: Vec<&str> = change.also.iter().map(|rule| rule.id).collect();
    let also = if also.is_empty() { String::new() } else { format!(" (also {})", also.join(", ")) };
    let likely = if change.grade == Grade::Likely { "likely: " } else { "" };
    writeln!(
        out,
        "\n  {}{dim}: {likely}{}{also}{dim:#}",
        sentence::places(old.as_ref(), new.as_ref(), |it| it.to_string()),
        change.message
    )?;
    let (old_words, new_words) = sentence::words(old.as_ref(), new.as_ref());
    if old.is_some() {
        write_sentence(out, "-", &old_words, page)?;
    }
    if new.is_some() {
        write_sentence(out, "+", &new_words, page)?;
    }
    write_items(out, report, change, page)?;
    write_nearest(out, report, change, page)
}

/// A sentence in lines that fit, with the words marked that only it has: in colour, or in brackets.
fn write_sentence(
    out: &mut dyn Write,
    sign: &str,
    words: &[Word<'_>],
    page: Page,
) -> io::Result<()> {
    let mark = match sign {
        "-" => AnsiColor::Red.on_default() | Effects::STRIKETHROUGH,
        "+" => AnsiColor::Green.on_default() | Effects::BOLD,
        _ => Style::new(),
    };
    let mark = style(page, mark);
    let brackets = match sign {
        "-" if !page.color => ("[-", "-]"),
        "+" if !page.color => ("{+", "+}"),
        _ => ("", ""),
    };
    write!(out, "    {sign} ")?;
    let (mut column, indent) = (6, 6);
    for run in runs(words) {
        for (at, word) in run.iter().enumerate() {
            let open = if word.changed && at == 0 { brackets.0 } else { "" };
            let close = if word.changed && at + 1 == run.len() { brackets.1 } else { "" };
            let width = word.text.width() + open.len() + close.len();
            let space = usize::from(!word.glued && column > indent);
            if space > 0 && column + space + width > page.width {
                write!(out, "\n{:indent$}", "")?;
                column = indent;
            } else {
                write!(out, "{:space$}", "")?;
                column += space;
            }
            let mark = if word.changed { mark } else { Style::new() };
            write!(out, "{mark}{open}{}{close}{mark:#}", word.text)?;
            column += width;
        }
    }
    writeln!(out)
}

/// The items of a list that are not as they were.
fn write_items(
    out: &mut dyn Write,
    report: &DiffReport<'_>,
    change: &Change,
    page: Page,
) -> io::Result<()> {
    let revision = &report.comparison.revision;
    let (items, same) = changed_items(change);
    for item in items {
        let old = item.old.map(|it| item_text(&revision.old, it));
        let new = item.new.map(|it| item_text(&revision.new, it));
        let (olds, news) = match (&old, &new) {
            (Some(old), Some(new)) => super::marks::marked(old, new),
            (old, new) => (
                old.as_deref().map_or_else(Vec::new, unmarked),
                new.as_deref().map_or_else(Vec::new, unmarked),
            ),
        };
        for (sign, words) in [("-", olds), ("+", news)] {
            if !words.is_empty() {
                write!(out, "  ")?;
                write_sentence(out, sign, &words, page)?;
            }
        }
    }
    if same > 0 {
        let items = if same == 1 { "item" } else { "items" };
        writeln!(out, "        {same} {items} as before")?;
    }
    Ok(())
}

/// Beside what came or went, the sentence that comes nearest in the other draft.
fn write_nearest(
    out: &mut dyn Write,
    report: &DiffReport<'_>,
    change: &Change,
    page: Page,
) -> io::Result<()> {
    let Some(nearest) = &change.nearest else { return Ok(()) };
    let (which, name) =
        if change.old.is_some() { (Which::New, "new") } else { (Which::Old, "old") };
    let draft = report.comparison.revision.side(which).draft;
    let document = &draft.documents[nearest.document as usize];
    let place = Place::of(draft, document.span(nearest.extent));
    let text = one_line(document.text(nearest.extent));
    let named = place.named().unwrap_or_default();
    let said = format!(
        "nearest in the {name} draft ({:.0} % alike), {named}: {text}",
        (nearest.similarity * 100.0).floor()
    );
    write_sentence(out, "~", &unmarked(&said), page)
}

/// What is not shown, and how to see it.
fn write_rest(out: &mut dyn Write, report: &DiffReport<'_>) -> io::Result<()> {
    let hidden = counts::hidden(report);
    match (hidden.is_empty(), report.changes.len() - report.shown().count()) {
        (_, 0) => Ok(()),
        (true, more) => writeln!(out, "\nnot shown: {more} more (--show all shows them)"),
        (false, _) => writeln!(out, "\nnot shown: {hidden} (--show all shows them)"),
    }
}
