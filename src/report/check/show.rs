//! How much of what was found is shown to people: a real Code must not drown its reader.

use std::collections::{BTreeMap, HashMap};

use super::CheckedDraft;
use crate::{
    document::PartId,
    findings::Severity,
    report::{Place, words},
    source::SourceId,
    triage::Triaged,
};

/// At most this many findings of one rule in one part, unless asked for more.
const OF_A_RULE_IN_A_PART: usize = 3;

/// And of one rule in a draft, however many parts it has.
const OF_A_RULE_IN_A_DRAFT: usize = 20;

/// What `--show` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Errors and warnings, a few of each rule in each part, and not too many in all.
    #[default]
    Brief,
    /// Every finding of this severity or a higher one.
    From(Severity),
    /// Every finding, those that are allowed or known too.
    All,
}

/// What is shown of one draft, and what is not.
pub(in crate::report) struct Shown<'a> {
    pub(in crate::report) findings: Vec<&'a Triaged>,
    /// Errors and warnings that are not shown, by rule.
    held_back: BTreeMap<&'static str, usize>,
    /// Notes that are not shown.
    notes: usize,
}

impl<'a> Shown<'a> {
    pub(in crate::report) fn of(checked: &'a CheckedDraft, show: Show) -> Self {
        let mut shown = Self { findings: Vec::new(), held_back: BTreeMap::new(), notes: 0 };
        let mut met: HashMap<(&str, SourceId, PartId), usize> = HashMap::new();
        let mut of_a_rule: HashMap<&str, usize> = HashMap::new();
        for triaged in &checked.findings {
            let finding = &triaged.finding;
            let takes = match show {
                Show::All => true,
                _ if !triaged.counts() => continue,
                Show::From(severity) => finding.severity >= severity,
                Show::Brief if finding.severity == Severity::Note => false,
                Show::Brief => {
                    let part = outer_part(&Place::of(&checked.draft, finding.span));
                    let met = met.entry((finding.rule, finding.span.source, part)).or_insert(0);
                    *met += 1;
                    let of_a_rule = of_a_rule.entry(finding.rule).or_insert(0);
                    *of_a_rule += usize::from(*met <= OF_A_RULE_IN_A_PART);
                    *met <= OF_A_RULE_IN_A_PART && *of_a_rule <= OF_A_RULE_IN_A_DRAFT
                }
            };
            if takes {
                shown.findings.push(triaged);
            } else if finding.severity == Severity::Note {
                shown.notes += 1;
            } else {
                *shown.held_back.entry(finding.rule).or_insert(0) += 1;
            }
        }
        shown
    }

    /// "not shown: 14 more of duty-without-holder, 5 of vague-holder; 120 notes", and how to see them.
    pub(in crate::report) fn rest(&self) -> Option<String> {
        let rules = self.held_back.iter().map(|(rule, count)| format!("{count} more of {rule}"));
        let rules = rules.collect::<Vec<_>>().join(", ");
        let notes = (self.notes > 0).then(|| words::counted(self.notes, "note"));
        let option = if self.notes > 0 { "note" } else { "warning" };
        let all: Vec<String> =
            Some(rules).filter(|rules| !rules.is_empty()).into_iter().chain(notes).collect();
        (!all.is_empty())
            .then(|| format!("not shown: {} (--show {option} shows them)", all.join("; ")))
    }
}

/// The part below the title that something stands in: a chapter, where the document has chapters.
fn outer_part(place: &Place<'_>) -> PartId {
    let path = place.part_path();
    path.get(1).or(path.first()).copied().unwrap_or_default()
}
