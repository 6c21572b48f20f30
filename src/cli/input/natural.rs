//! The order people expect of names with numbers in them: chapter 2 before chapter 10.

use std::{cmp::Ordering, path::Path};

/// Compares two paths, folder by folder; runs of digits by their value.
pub(super) fn compare(a: &Path, b: &Path) -> Ordering {
    let names = |path: &Path| -> Vec<String> {
        path.components().map(|name| name.as_os_str().to_string_lossy().into_owned()).collect()
    };
    let (names_a, names_b) = (names(a), names(b));
    let mut pairs = names_a.iter().zip(&names_b).map(|(a, b)| compare_names(a, b));
    pairs
        .find(|&order| order != Ordering::Equal)
        .unwrap_or_else(|| names_a.len().cmp(&names_b.len()))
        // Names that differ only in leading zeros still need an order.
        .then_with(|| a.cmp(b))
}

fn compare_names(mut a: &str, mut b: &str) -> Ordering {
    loop {
        let (head_a, rest_a) = head(a);
        let (head_b, rest_b) = head(b);
        let order = match (number(head_a), number(head_b)) {
            (Some(x), Some(y)) => x.len().cmp(&y.len()).then_with(|| x.cmp(y)),
            _ => head_a.cmp(head_b),
        };
        if order != Ordering::Equal || head_a.is_empty() {
            return order;
        }
        (a, b) = (rest_a, rest_b);
    }
}

/// The first run of digits or of other characters, and what follows.
fn head(name: &str) -> (&str, &str) {
    let digits = name.starts_with(|c: char| c.is_ascii_digit());
    let end = name.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(name.len());
    name.split_at(end)
}

/// Digits without leading zeros: the longer is the greater, whatever their number.
fn number(head: &str) -> Option<&str> {
    head.starts_with(|c: char| c.is_ascii_digit()).then(|| head.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_by_value_and_folders_first_by_name() {
        let mut names = ["10-end.md", "2-duties.md", "a/3.md", "02-duties.md", "1.md", "a/20.md"];
        names.sort_by(|a, b| compare(Path::new(a), Path::new(b)));
        assert_eq!(
            names,
            ["1.md", "02-duties.md", "2-duties.md", "10-end.md", "a/3.md", "a/20.md"]
        );
    }
}
