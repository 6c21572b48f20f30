//! What makes a finding the same finding in the next draft: its rule, its sentence and who bears it, and no number or line.

use rustc_hash::FxHashMap;

use super::Triaged;
use crate::{
    document::{Document, Extent},
    draft::Draft,
    findings::Finding,
};

/// Gives every finding its fingerprint. Findings alike in all that counts are told apart by their order.
pub(super) fn write(draft: &Draft, findings: &mut [Triaged]) {
    let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
    let mut identity = String::new();
    for triaged in findings {
        identity.clear();
        identify(draft, &triaged.finding, &mut identity);
        let hash = fnv1a(&identity);
        let occurrence = seen.entry(hash).or_insert(0);
        *occurrence += 1;
        triaged.fingerprint = format!("{:016x}", continued(hash, &format!("\u{1f}{occurrence}")));
    }
}

/// Rule, normalised text, holder; of a finding about the whole draft its rule alone.
fn identify(draft: &Draft, finding: &Finding, identity: &mut String) {
    identity.push_str(finding.rule);
    if finding.of_draft {
        return;
    }
    identity.push('\u{1f}');
    let Some(index) = finding.statement else {
        let document = &draft.documents[finding.span.source.index()];
        if let Some(passage) = document.passage_of(finding.span) {
            normalise(draft, document, document.passage(passage).extent, identity);
        } else {
            let text = &draft.source(finding.span.source).text()[finding.span.range()];
            identity.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        return identity.push('\u{1f}');
    };
    let statement = &draft.statements()[index as usize];
    normalise(draft, draft.document_of(statement), statement.extent, identity);
    for (index, name) in draft.names_of(statement).enumerate() {
        identity.push(if index == 0 { '\u{1f}' } else { ';' });
        identity.push_str(&name.to_lowercase());
    }
    if statement.duty_holder.holders.is_empty() {
        identity.push('\u{1f}');
    }
}

/// Appends a stretch of text without what a renumbering changes: case, white space, and the digits of references, however many.
fn normalise(draft: &Draft, document: &Document, extent: Extent, out: &mut String) {
    let references = draft.references_within(document.source.0, extent);
    let mut numbers = references.map(|it| it.extent.range()).peekable();
    let mut is_numbered = |at: usize| {
        while numbers.next_if(|range| range.end <= at).is_some() {}
        numbers.peek().is_some_and(|range| range.start <= at)
    };
    let start = out.len();
    for (offset, c) in document.text(extent).char_indices() {
        if c.is_whitespace() {
            if out.len() > start && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if c.is_ascii_digit() && is_numbered(extent.range().start + offset) {
            if !out.ends_with('#') {
                out.push('#');
            }
        } else if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out.truncate(start + out[start..].trim_end().len());
}

/// FNV-1a, 64 bits: short, and the same for ever.
pub(crate) fn fnv1a(text: &str) -> u64 {
    continued(0xcbf2_9ce4_8422_2325, text)
}

/// The hash of a longer text, of whose beginning this is the hash.
fn continued(hash: u64, text: &str) -> u64 {
    text.bytes().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
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
