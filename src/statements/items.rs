//! Lists and tables, and what leads in to them.

use super::{
    DutyHolder, Found, Grade, Unnamed,
    duty_holder::{named, nobody},
    english::{Phrases, Voice, agents_after, voice_after},
};
use crate::document::{Document, PassageId, PassageKind};

/// Which items each passage introduces; a header row introduces its rows.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// Lead-in and item, in the order of the lead-ins.
    pairs: Vec<(PassageId, PassageId)>,
}

impl Items {
    pub(super) fn of(document: &Document) -> Self {
        let mut pairs: Vec<(PassageId, PassageId)> = document
            .passages
            .iter()
            .enumerate()
            .filter(|(_, passage)| {
                matches!(passage.kind, PassageKind::Item { .. } | PassageKind::Row { .. })
            })
            .filter_map(|(index, passage)| Some((passage.lead_in?, PassageId(index as u32))))
            .collect();
        pairs.sort_unstable();
        Self { pairs }
    }

    /// The items that a passage introduces, in order.
    pub(super) fn introduced_by(&self, lead_in: PassageId) -> impl Iterator<Item = PassageId> + '_ {
        let from = self.pairs.partition_point(|&(lead, _)| lead < lead_in);
        self.pairs[from..]
            .iter()
            .take_while(move |&&(lead, _)| lead == lead_in)
            .map(|&(_, item)| item)
    }
}

/// Who bears an item's duty: the lead-in's holder, unless the item's own verb is passive.
pub(super) fn holder_of_item(phrases: Phrases<'_>, lead: &DutyHolder) -> DutyHolder {
    if let Voice::Passive(participle) = voice_after(phrases.sentence, 0) {
        let agents = agents_after(phrases, participle);
        return named(phrases.sentence, &agents, Found::ByAgent, Grade::Likely)
            .unwrap_or_else(|| nobody(passive_reason(lead), Grade::Certain));
    }
    let found = match lead.found {
        Found::Subject | Found::Relative | Found::Elided => Found::LeadIn,
        other => other,
    };
    DutyHolder { found, ..lead.clone() }
}

fn passive_reason(lead: &DutyHolder) -> Unnamed {
    if lead.holders.is_empty() { Unnamed::Passive } else { Unnamed::Receiver }
}
