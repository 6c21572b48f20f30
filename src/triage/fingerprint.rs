//! What makes a finding the same finding in the next draft: its rule, its sentence and who bears it, and no number or line.

use std::{collections::HashMap, ops::Range};

use super::Triaged;
use crate::{
    document::{Document, Extent},
    draft::Draft,
    findings::Finding,
    statements::Reference,
};

/// Gives every finding its fingerprint. Findings alike in all that counts are told apart by their order.
pub(super) fn write(draft: &Draft, findings: &mut [Triaged]) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for triaged in findings {
        let identity = identity(draft, &triaged.finding);
        let occurrence = seen.entry(identity.clone()).or_insert(0);
        *occurrence += 1;
        triaged.fingerprint = format!("{:016x}", fnv1a(&format!("{identity}\u{1f}{occurrence}")));
    }
}

/// Rule, normalised text, holder; of a finding about the whole draft its rule alone.
fn identity(draft: &Draft, finding: &Finding) -> String {
    if finding.of_draft {
        return finding.rule.to_owned();
    }
    let Some(index) = finding.statement else {
        let document = &draft.documents[finding.span.source.index()];
        let text = if let Some(passage) = document.passage_of(finding.span) {
            normalised(draft, document, document.passage(passage).extent)
        } else {
            let text = &draft.source(finding.span.source).text()[finding.span.range()];
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        return format!("{}\u{1f}{text}\u{1f}", finding.rule);
    };
    let statement = &draft.statements()[index as usize];
    let document = draft.document_of(statement);
    let text = normalised(draft, document, statement.extent);
    let names: Vec<&str> = draft.names_of(statement).collect();
    format!("{}\u{1f}{text}\u{1f}{}", finding.rule, names.join(";").to_lowercase())
}

/// A stretch of text without what a renumbering changes: case, white space, and the digits of references, however many.
fn normalised(draft: &Draft, document: &Document, extent: Extent) -> String {
    let numbers = references(draft, document, extent);
    let is_numbered = |at: usize| {
        let before = numbers.partition_point(|range| range.start <= at);
        before.checked_sub(1).is_some_and(|index| numbers[index].contains(&at))
    };
    let mut text = String::with_capacity(extent.range().len());
    for (offset, c) in document.text(extent).char_indices() {
        if c.is_whitespace() {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
        } else if c.is_ascii_digit() && is_numbered(extent.range().start + offset) {
            if !text.ends_with('#') {
                text.push('#');
            }
        } else {
            text.extend(c.to_lowercase());
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Where the references in a stretch of text stand.
fn references(draft: &Draft, document: &Document, extent: Extent) -> Vec<Range<usize>> {
    let all = &draft.reading.references;
    let source = |it: &Reference| draft.documents[it.document as usize].source;
    let first =
        all.partition_point(|it| (source(it), it.extent.start) < (document.source, extent.start));
    all[first..]
        .iter()
        .take_while(|it| source(it) == document.source && it.extent.start < extent.end)
        .map(|it| it.extent.range())
        .collect()
}

/// FNV-1a, 64 bits: short, and the same for ever.
pub(crate) fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::fnv1a;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
    }
}
