//! Counts: how many duties a part has, who bears them, how many name somebody and rest on a law.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use anstyle::Style;

use super::{RegisterReport, Selected, table};
use crate::{
    report::{Page, visible::visible, words},
    statements::{Authority, Found, Modality, Statement},
};

/// How often each modality occurs, in the order of [`Modality::ALL`].
pub(in crate::report) type Counts = [usize; Modality::ALL.len()];

/// All that is counted of one draft.
pub(in crate::report) struct Summary {
    /// By the outermost heading, in the order of the text.
    pub(in crate::report) parts: Vec<(String, Counts)>,
    /// By who has to act, most duties first.
    pub(in crate::report) bodies: Vec<(String, Counts)>,
    pub(in crate::report) total: Counts,
    /// Of the duties and prohibitions: how many, how many name somebody, how many name nobody, how many rest on a citation.
    pub(in crate::report) duties: usize,
    pub(in crate::report) named: usize,
    pub(in crate::report) unnamed: usize,
    pub(in crate::report) with_authority: usize,
}

impl Summary {
    pub(in crate::report) fn of(selected: &Selected<'_>) -> Self {
        let mut total = Counts::default();
        let mut bodies: BTreeMap<&str, Counts> = BTreeMap::new();
        for statement in selected.statements() {
            count(&mut total, statement);
            for name in selected.draft.names_of(statement) {
                count(bodies.entry(name).or_default(), statement);
            }
        }
        let mut bodies: Vec<(String, Counts)> =
            bodies.into_iter().map(|(name, counts)| (name.to_owned(), counts)).collect();
        bodies.sort_by_key(|(_, counts)| std::cmp::Reverse(*counts));
        let is_duty =
            |it: &&Statement| matches!(it.modality, Modality::Duty | Modality::Prohibition);
        let duties: Vec<&Statement> = selected.statements().filter(is_duty).collect();
        let those = |wanted: fn(&Statement) -> bool| duties.iter().filter(|it| wanted(it)).count();
        Self {
            parts: parts(selected),
            bodies,
            total,
            named: those(|it| !it.duty_holder.holders.is_empty()),
            unnamed: those(|it| it.duty_holder.found == Found::None),
            with_authority: those(|it| it.authority != Authority::None),
            duties: duties.len(),
        }
    }
}

fn count(counts: &mut Counts, statement: &Statement) {
    let place = Modality::ALL.iter().position(|&modality| modality == statement.modality);
    if let Some(place) = place {
        counts[place] += 1;
    }
}

/// Counts under each outermost heading.
fn parts(selected: &Selected<'_>) -> Vec<(String, Counts)> {
    let mut parts: Vec<(String, Counts)> = Vec::new();
    for (path, statements) in table::by_part(selected) {
        let name = path.split(" › ").next().unwrap_or_default().to_owned();
        if parts.last().is_none_or(|(last, _)| *last != name) {
            parts.push((name, Counts::default()));
        }
        if let Some((_, counts)) = parts.last_mut() {
            for statement in statements {
                count(counts, statement);
            }
        }
    }
    parts
}

/// "12 duties, 3 prohibitions, 40 guidance; 10 of 15 that bind say who must act, 6 have a law behind them".
pub(in crate::report) fn one_line(selected: &Selected<'_>) -> String {
    let summary = Summary::of(selected);
    let counts = Modality::ALL.iter().zip(summary.total).filter(|&(_, count)| count > 0);
    let counts: Vec<String> = counts.map(|(&modality, count)| counted(modality, count)).collect();
    if counts.is_empty() {
        return "no statements".to_owned();
    }
    let Summary { duties, named, with_authority, .. } = summary;
    let of_duties = match duties {
        0 => String::new(),
        _ => format!(
            "; {named} of {duties} that bind say who must act, {with_authority} have a law behind them"
        ),
    };
    format!("{}{of_duties}", counts.join(", "))
}

fn counted(modality: Modality, count: usize) -> String {
    match modality {
        Modality::Duty if count == 1 => "1 duty".to_owned(),
        Modality::Duty => format!("{count} duties"),
        Modality::Prohibition => words::counted(count, "prohibition"),
        Modality::Permission => words::counted(count, "permission"),
        Modality::Encouragement => words::counted(count, "encouragement"),
        other => format!("{count} {}", other.as_str()),
    }
}

/// Tables of counts a draft: by part, by body, and shares.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn summary(out: &mut dyn Write, report: &RegisterReport<'_>, page: Page) -> io::Result<()> {
    for selected in &report.drafts {
        let summary = Summary::of(selected);
        let bold = if page.color { Style::new().bold() } else { Style::new() };
        let draft = selected.draft;
        writeln!(out, "{bold}{}{bold:#}\n", visible(draft.title().unwrap_or(&draft.path)))?;
        let all = [("all".to_owned(), summary.total)];
        write_counts(out, "part", &[&summary.parts[..], &all].concat(), &summary.total)?;
        write_counts(out, "who", &summary.bodies, &summary.total)?;
        write_shares(out, &summary)?;
    }
    Ok(())
}

/// A table with a column for each modality that occurs.
fn write_counts(
    out: &mut dyn Write,
    what: &str,
    rows: &[(String, Counts)],
    total: &Counts,
) -> io::Result<()> {
    let columns: Vec<(usize, &str)> = Modality::ALL
        .iter()
        .enumerate()
        .filter(|&(index, _)| total[index] > 0)
        .map(|(index, modality)| (index, modality.as_str()))
        .collect();
    // Names come last: they are of any length, and none is cut short.
    columns.iter().try_for_each(|(_, name)| write!(out, "{name}  "))?;
    writeln!(out, "{what}")?;
    for (name, counts) in rows {
        for (index, heading) in &columns {
            write!(out, "{:>width$}  ", counts[*index], width = heading.len())?;
        }
        writeln!(out, "{}", visible(name))?;
    }
    writeln!(out)
}

fn write_shares(out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    let Summary { duties, named, unnamed, with_authority, .. } = *summary;
    let undecided = duties - named - unnamed;
    let share = |count: usize| format!("{count} of {duties} ({} %)", count * 100 / duties.max(1));
    writeln!(out, "Duties and prohibitions that name who must act:  {}", share(named))?;
    writeln!(out, "                            that name nobody:     {}", share(unnamed))?;
    writeln!(out, "                            not decided:          {}", share(undecided))?;
    writeln!(out, "                            with a law behind:    {}\n", share(with_authority))
}
