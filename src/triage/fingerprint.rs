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
    let mut identities = Identities { draft, texts: FxHashMap::default(), text: String::new() };
    for triaged in findings {
        let hash = identities.of(&triaged.finding);
        let occurrence = seen.entry(hash).or_insert(0);
        *occurrence += 1;
        triaged.fingerprint = format!("{:016x}", continued(hash, &format!("\u{1f}{occurrence}")));
    }
}

/// What findings are told apart by: rule, normalised text, holder; of a finding about the whole draft its rule alone.
struct Identities<'a> {
    draft: &'a Draft,
    /// By rule and stretch of a document, once each: a rule may find much in one passage.
    texts: FxHashMap<(&'static str, u32, Extent), u64>,
    /// The last one, normalised.
    text: String,
}

impl Identities<'_> {
    fn of(&mut self, finding: &Finding) -> u64 {
        if finding.of_draft {
            return fnv1a(finding.rule);
        }
        let Some(index) = finding.statement else { return self.of_place(finding) };
        let statement = &self.draft.statements()[index as usize];
        let mut hash = self.with_text(finding.rule, statement.document, statement.extent);
        for (index, name) in self.draft.names_of(statement).enumerate() {
            hash = continued(hash, if index == 0 { "\u{1f}" } else { ";" });
            hash = continued(hash, &name.to_lowercase());
        }
        if statement.duty_holder.holders.is_empty() {
            hash = continued(hash, "\u{1f}");
        }
        hash
    }

    fn of_place(&mut self, finding: &Finding) -> u64 {
        let source = finding.span.source;
        let document = &self.draft.documents[source.index()];
        let hash = if let Some(passage) = document.passage_of(finding.span) {
            self.with_text(finding.rule, source.0, document.passage(passage).extent)
        } else {
            let text = &self.draft.source(source).text()[finding.span.range()];
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            continued(fnv1a(finding.rule), &format!("\u{1f}{words}"))
        };
        continued(hash, "\u{1f}")
    }

    fn with_text(&mut self, rule: &'static str, document: u32, extent: Extent) -> u64 {
        let Self { draft, texts, text } = self;
        *texts.entry((rule, document, extent)).or_insert_with(|| {
            text.clear();
            normalise(draft, &draft.documents[document as usize], extent, text);
            continued(continued(fnv1a(rule), "\u{1f}"), text)
        })
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
