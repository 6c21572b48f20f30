//! How a modality is named to people, and marked: a word and a shape beside its colour.

use maud::{Markup, html};

use crate::statements::Modality;

/// Its name at the head of a line.
pub(in crate::report) fn name(modality: Modality) -> &'static str {
    match modality {
        Modality::Duty => "Duty",
        Modality::Prohibition => "Prohibition",
        Modality::Guidance => "Guidance",
        Modality::GuidanceAgainst => "Guidance against",
        Modality::Permission => "Permission",
        Modality::Undeclared => "Undeclared",
        Modality::Encouragement => "Encouragement",
    }
}

/// The word that leads from its name to who has to act: "Duty on", "Guidance for".
pub(super) fn leads_to(modality: Modality) -> &'static str {
    match modality {
        Modality::Duty | Modality::Prohibition | Modality::Undeclared => "on",
        Modality::Guidance | Modality::Permission | Modality::Encouragement => "for",
        Modality::GuidanceAgainst => ", for",
    }
}

/// Its name on its colour.
pub(in crate::report) fn tag(modality: Modality) -> Markup {
    html! { b.tag.(modality.as_str()) { (name(modality)) } }
}
