//! A number that is left out.

use super::{Rule, numbers};
use crate::{
    document::Paragraph,
    draft::Draft,
    findings::{Finding, Severity},
};

pub(super) static RULE: Rule = Rule {
    id: "skipped-number",
    summary: "a paragraph number that is left out",
    severity: Severity::Note,
    strict: false,
    page: include_str!("skipped_number.md"),
    check,
};

/// The widest gap that is a slip; a wider one is a plan, or another list.
const WIDEST: u32 = 3;

fn check(draft: &Draft) -> Vec<Finding> {
    let runs: Vec<Vec<&Paragraph>> = draft.documents.iter().flat_map(numbers::runs).collect();
    let exists = |head: &str, tail: u32| {
        let same = |it: &&Paragraph| {
            numbers::split(it.number.as_str()).0 == head && counted(it) == Some(tail)
        };
        runs.iter().flatten().any(same)
    };
    let long = runs.iter().filter(|run| run.len() >= 3);
    long.flat_map(|run| run.windows(2))
        .filter_map(|pair| finding(pair[0], pair[1], exists))
        .collect()
}

fn finding(
    last: &Paragraph,
    next: &Paragraph,
    exists: impl Fn(&str, u32) -> bool,
) -> Option<Finding> {
    let (before, after) = (counted(last)?, counted(next)?);
    let head = numbers::split(next.number.as_str()).0;
    let mut missing = before + 1..after;
    let gap = after.checked_sub(before + 1).filter(|gap| (1..=WIDEST).contains(gap))?;
    // What stands elsewhere is out of its order, and not left out.
    if missing.any(|tail| exists(head, tail)) {
        return None;
    }
    let full =
        |tail: u32| if head.is_empty() { tail.to_string() } else { format!("{head}.{tail}") };
    let message = match gap {
        1 => {
            format!("there is no {} between {} and {}", full(before + 1), last.number, next.number)
        }
        _ => format!(
            "there are no {} to {} between {} and {}",
            full(before + 1),
            full(after - 1),
            last.number,
            next.number
        ),
    };
    Some(RULE.finding(next.label, message))
}

/// The last step of a number, where it is a plain one: 12 of "5.12", none of "5.12A".
fn counted(paragraph: &Paragraph) -> Option<u32> {
    numbers::split(paragraph.number.as_str()).1.parse().ok()
}
