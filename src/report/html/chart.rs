//! Small bars beside the figures they show.

use maud::{Markup, html};

use crate::{report::register::Counts, statements::Modality};

/// Width of the longest bar, in the units of its drawing.
const WIDTH: f32 = 100.0;

/// A bar of pieces, one a modality. The longest of its column, of `longest` statements, fills the width. The figures
/// stand in the same row of the table, so the picture is kept from screen readers.
pub(super) fn by_modality(counts: &Counts, longest: usize) -> Markup {
    let scale = WIDTH / longest.max(1) as f32;
    let mut x = 0.0;
    let pieces = Modality::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
    let pieces = pieces.map(|(modality, &count)| {
        let (start, width) = (x, count as f32 * scale);
        x += width;
        (modality.as_str(), start, width)
    });
    html! {
        svg.bar viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            @for (class, start, width) in pieces {
                rect.(class) x=(rounded(start)) y="0" width=(rounded(width)) height="10" {}
            }
        }
    }
}

/// Two bars, one above the other: before and after.
pub(super) fn before_and_after(
    modality: Modality,
    before: usize,
    after: usize,
    longest: usize,
) -> Markup {
    let width = |count: usize| rounded(count as f32 * WIDTH / longest.max(1) as f32);
    let class = modality.as_str();
    html! {
        svg.bar.pair viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.(class).before x="0" y="1" width=(width(before)) height="7" {}
            rect.(class) x="0" y="11" width=(width(after)) height="8" {}
        }
    }
}

/// A bar for a share of a whole.
pub(super) fn share(of: usize, whole: usize) -> Markup {
    let width = rounded(of as f32 * WIDTH / whole.max(1) as f32);
    html! {
        svg.bar.share viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.whole x="0" y="0" width="100" height="10" {}
            rect.part x="0" y="0" width=(width) height="10" {}
        }
    }
}

/// A length with as many places as can be seen.
fn rounded(length: f32) -> f32 {
    (length * 10.0).round() / 10.0
}
