//! The statistics of a draft: shares, counts by part and by body, and both drafts of a comparison side by side.

use maud::{Markup, html};

use super::{chart, modality};
use crate::{
    report::register::{Counts, Selected, Summary},
    statements::Modality,
};

/// So many bodies are shown at once; the rest can be opened.
const BODIES: usize = 12;

/// What is counted of one draft, as `register --summary` counts it.
pub(in crate::report) fn of_draft(selected: &Selected<'_>) -> Markup {
    let summary = Summary::of(selected);
    html! {
        section.figures aria-label="Figures" {
            h2 { "Figures" }
            (shares(&summary))
            @if summary.parts.len() > 1 {
                (counts("Part", "What each part asks", &summary.parts, &summary.total))
            }
            @if !summary.bodies.is_empty() {
                @let (first, rest) = summary.bodies.split_at(summary.bodies.len().min(BODIES));
                (counts("Who", "Who is asked", first, &summary.total))
                @if !rest.is_empty() {
                    details {
                        summary { (rest.len()) " more who are asked" }
                        (counts("Who", "Others who are asked", rest, &summary.total))
                    }
                }
            }
        }
    }
}

/// How many duties say who must act, and rest on a law.
fn shares(summary: &Summary) -> Markup {
    let Summary { duties, named, unnamed, with_authority, .. } = *summary;
    let undecided = duties - named - unnamed;
    let rows = [
        ("name who must act", named),
        ("name nobody", unnamed),
        ("not decided who", undecided),
        ("have a law cited for them", with_authority),
    ];
    html! {
        @if duties > 0 {
            table.shares {
                caption { "Of " (duties) " duties and prohibitions" }
                thead.unseen { tr { th scope="col" { "What" } th scope="col" { "How many" } th scope="col" { "Share" } td {} } }
                tbody {
                    @for (what, count) in rows.into_iter().filter(|(_, count)| *count > 0) {
                        tr {
                            th scope="row" { (what) }
                            td.number { (count) }
                            td.number { (count * 100 / duties) " %" }
                            td.drawn { (chart::share(count, duties)) }
                        }
                    }
                }
            }
        }
    }
}

/// A table with a column for each modality that occurs, and a bar a row.
fn counts(what: &str, caption: &str, rows: &[(String, Counts)], total: &Counts) -> Markup {
    let columns: Vec<(usize, Modality)> =
        Modality::ALL.into_iter().enumerate().filter(|&(at, _)| total[at] > 0).collect();
    let longest = rows.iter().map(|(_, counts)| counts.iter().sum()).max().unwrap_or(0);
    html! {
        div.scroll role="region" aria-label=(caption) tabindex="0" {
            table.counts {
                caption { (caption) }
                thead {
                    tr {
                        th scope="col" { (what) }
                        @for (_, modality) in &columns { th.number scope="col" { (modality::tag(*modality)) } }
                    }
                }
                tbody {
                    @for (name, counts) in rows {
                        tr {
                            th scope="row" {
                                @if name.is_empty() { "Before the first heading" } @else { (name) }
                                (chart::by_modality(counts, longest))
                            }
                            @for (at, _) in &columns {
                                td.number.none[counts[*at] == 0] { (counts[*at]) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How many statements of each modality the old draft has, and the new one.
pub(in crate::report) fn before_and_after(old: &Counts, new: &Counts) -> Markup {
    let rows = Modality::ALL.into_iter().zip(old.iter().copied().zip(new.iter().copied()));
    let rows: Vec<_> = rows.filter(|(_, (old, new))| old + new > 0).collect();
    let longest = rows.iter().map(|(_, (old, new))| *old.max(new)).max().unwrap_or(0);
    html! {
        div.scroll role="region" aria-label="Before and after" tabindex="0" {
            table.compared {
                caption { "Before and after" }
                thead {
                    tr {
                        th scope="col" { "Force" }
                        th.number scope="col" { "Old draft" }
                        th.number scope="col" { "New draft" }
                        th.number scope="col" { "Difference" }
                        td {}
                    }
                }
                tbody {
                    @for (modality, (old, new)) in rows {
                        tr {
                            th scope="row" { (modality::tag(modality)) }
                            td.number { (old) }
                            td.number { (new) }
                            td.number { (difference(old, new)) }
                            td.drawn { (chart::before_and_after(modality, old, new, longest)) }
                        }
                    }
                }
            }
        }
    }
}

/// "+3", "−2", or "0".
fn difference(old: usize, new: usize) -> String {
    match new.cmp(&old) {
        std::cmp::Ordering::Greater => format!("+{}", new - old),
        std::cmp::Ordering::Less => format!("\u{2212}{}", old - new),
        std::cmp::Ordering::Equal => "0".to_owned(),
    }
}
