//! The same action bound in one place and advised in another.

use super::{GUIDANCE, Rule, same_duty::groups};
use crate::{
    draft::Draft,
    findings::{Finding, Related, Severity},
    statements::{Modality, Statement},
};

pub(super) static RULE: Rule = Rule {
    id: "conflicting-modality",
    summary: "the same action bound in one place and advised, or forbidden, in another",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("conflicting_modality.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    groups(draft, |_| true).iter().filter_map(|group| conflict(draft, group)).collect()
}

fn conflict(draft: &Draft, group: &[(u32, &Statement)]) -> Option<Finding> {
    let of =
        |modalities: &[Modality]| group.iter().find(|(_, it)| modalities.contains(&it.modality));
    let (strong, weak, message) = match (of(&[Modality::Duty]), of(&[Modality::Prohibition])) {
        (Some(duty), Some(against)) => {
            (duty, against, "this is forbidden here and a duty elsewhere")
        }
        (duty, against) => {
            let weaker = if duty.is_some() { of(&GUIDANCE[..1]) } else { of(&GUIDANCE[1..]) };
            (duty.or(against)?, weaker?, "this is advised here and a duty elsewhere")
        }
    };
    let span = draft.span(strong.1, strong.1.keyword);
    let related = vec![Related { span, message: "a duty here".to_owned() }];
    Some(Finding { related, ..RULE.at_keyword(draft, weak.0, message) })
}
