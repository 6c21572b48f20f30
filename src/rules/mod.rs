//! Every check. A rule is a value in a slice: two files (`name.rs`, and `name.md`, its page and test) and two lines here.

mod abbreviations;
mod against_law;
mod allow_expired;
mod allow_unused;
mod ambiguous_act;
mod bill_now_act;
mod broken_reference;
mod compound_duty;
mod conflicting_deadline;
mod conflicting_modality;
mod distant_holder;
mod duplicate_number;
mod duty_on_a_thing;
mod duty_without_authority;
mod duty_without_holder;
mod duty_without_must;
mod escape_clause;
mod guidance_without_holder;
mod holder_contradicts_law;
mod joint_holders;
mod law_restated_differently;
mod link_disagrees;
mod mismatched_citation;
mod mismatched_reference;
mod mixed_modality;
mod modality_contradicts_law;
mod must_and_should_not_as_defined;
mod must_and_should_undefined;
mod numbers;
mod phrase;
mod provision_not_in_force;
mod provision_not_in_law;
mod quoted;
mod referring;
mod role_nobody_appoints;
mod same_duty;
mod section_or_regulation;
mod skipped_number;
mod soft_wording;
mod stale_body;
mod undeclared_obligation;
mod undefined_abbreviation;
mod unverifiable_verb;
mod vague_deadline;
mod vague_holder;
mod vague_reference;
mod variant_term;
mod without_holder;

use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    source::Span,
    statements::Modality,
};

/// Every rule, in alphabetical order.
pub static RULES: &[&Rule] = &[
    &allow_expired::RULE,
    &allow_unused::RULE,
    &ambiguous_act::RULE,
    &bill_now_act::RULE,
    &broken_reference::RULE,
    &compound_duty::RULE,
    &conflicting_deadline::RULE,
    &conflicting_modality::RULE,
    &distant_holder::RULE,
    &duplicate_number::RULE,
    &duty_on_a_thing::RULE,
    &duty_without_authority::RULE,
    &duty_without_holder::RULE,
    &duty_without_must::RULE,
    &escape_clause::RULE,
    &guidance_without_holder::RULE,
    &holder_contradicts_law::RULE,
    &joint_holders::RULE,
    &law_restated_differently::RULE,
    &link_disagrees::RULE,
    &mismatched_citation::RULE,
    &mismatched_reference::RULE,
    &mixed_modality::RULE,
    &modality_contradicts_law::RULE,
    &must_and_should_not_as_defined::RULE,
    &must_and_should_undefined::RULE,
    &provision_not_in_force::RULE,
    &provision_not_in_law::RULE,
    &role_nobody_appoints::RULE,
    &section_or_regulation::RULE,
    &skipped_number::RULE,
    &soft_wording::RULE,
    &stale_body::RULE,
    &undeclared_obligation::RULE,
    &undefined_abbreviation::RULE,
    &unverifiable_verb::RULE,
    &vague_deadline::RULE,
    &vague_holder::RULE,
    &vague_reference::RULE,
    &variant_term::RULE,
];

/// One check: what it is called, what it says, and how it looks.
pub struct Rule {
    /// The name a drafter cites: kebab-case, and never reused.
    pub id: &'static str,
    /// What the rule finds, in one line.
    pub summary: &'static str,
    /// The severity of most of its findings; a finding may say another.
    pub severity: Severity,
    /// Runs only with `--strict` or when named by `--only`.
    pub strict: bool,
    /// The page `explain` prints. Its examples are run as the rule's test.
    pub page: &'static str,
    check: fn(&Draft) -> Vec<Finding>,
}

/// What binds: a duty to act, or not to.
const DUTIES: &[Modality] = &[Modality::Duty, Modality::Prohibition];

/// What advises.
const GUIDANCE: &[Modality] = &[Modality::Guidance, Modality::GuidanceAgainst];

impl Rule {
    pub fn check(&self, draft: &Draft) -> Vec<Finding> {
        (self.check)(draft)
    }

    /// A finding of this rule at the exact words at fault.
    pub fn finding(&self, span: Span, message: impl Into<String>) -> Finding {
        Finding {
            rule: self.id,
            severity: self.severity,
            message: message.into(),
            span,
            statement: None,
            related: Vec::new(),
            of_draft: false,
        }
    }

    /// A finding of this rule at the keyword of the draft's statement at `index`.
    fn at_keyword(&self, draft: &Draft, index: u32, message: impl Into<String>) -> Finding {
        let statement = &draft.statements()[index as usize];
        let span = draft.span(statement, statement.keyword);
        Finding { statement: Some(index), ..self.finding(span, message) }
    }
}

/// The rule of this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
