//! What makes a change the same change in the next comparison: its name and both sentences, and no number or line.

use std::collections::HashMap;

use super::sentence;
use crate::{
    diff::{Change, Comparison, Which},
    triage::fnv1a,
};

/// Each change with its fingerprint. Changes alike in all that counts are told apart by their order.
pub(super) fn fingerprints<'a>(
    comparison: &Comparison<'_>,
    changes: impl Iterator<Item = &'a Change>,
) -> impl Iterator<Item = (&'a Change, String)> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    changes.map(move |change| {
        let identity = identity(comparison, change);
        let occurrence = seen.entry(identity.clone()).or_insert(0);
        *occurrence += 1;
        (change, format!("{:016x}", fnv1a(&format!("{identity}\u{1f}{occurrence}"))))
    })
}

fn identity(comparison: &Comparison<'_>, change: &Change) -> String {
    let text = |which| sentence::quoted(comparison, change, which).map(|it| it.text);
    let (old, new) = (text(Which::Old), text(Which::New));
    [change.rule.id, &old.unwrap_or_default(), &new.unwrap_or_default()].join("\u{1f}")
}
