//! After the rules: the severities a project gives them, the findings it allows, and those its baseline knows.
//!
//! Rules state only what is wrong. What that means for one project is decided here, once, for every report.

mod allow;
mod allow_comment;
mod baseline;
mod fail_on;
mod fingerprint;
mod levels;

pub use crate::document::Date;
use crate::{
    draft::Draft,
    findings::{Finding, Severity},
    rules::{RULES, Rule},
};

pub(crate) use fingerprint::fnv1a;

pub use allow::ConfigAllow;
pub use baseline::{Baseline, BaselineError};
pub use fail_on::{FailOn, FailOnItem};
pub use levels::{Files, Level, PathLevel};

/// What a project, or a command line, says of findings.
#[derive(Default)]
pub struct Policy {
    /// Run these rules and no others; empty runs all that are on.
    pub only: Vec<&'static str>,
    /// Do not run these rules.
    pub skip: Vec<&'static str>,
    /// Run the rules that are off unless asked for.
    pub strict: bool,
    /// Later ones win.
    pub levels: Vec<PathLevel>,
    pub allows: Vec<ConfigAllow>,
    /// The day that allows are held against. Without it, the draft's own date.
    pub as_of: Option<Date>,
}

/// A finding with what the project makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Triaged {
    pub finding: Finding,
    /// Sixteen hexadecimal digits that stay the same when lines move and paragraphs are renumbered.
    pub fingerprint: String,
    /// Why it stands, where it was allowed.
    pub allowed: Option<Allowed>,
    /// Whether the baseline has it.
    pub known: bool,
}

/// Why a finding stands, and where that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    pub reason: String,
    pub by: AllowedBy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllowedBy {
    /// A comment in the draft.
    Comment,
    /// An `[[allow]]` of the configuration.
    Config,
}

impl Triaged {
    /// Whether it is news: neither allowed nor in the baseline.
    pub fn counts(&self) -> bool {
        self.allowed.is_none() && !self.known
    }
}

/// All that triage made of one draft.
pub struct Outcome {
    /// In the order of the text.
    pub findings: Vec<Triaged>,
    /// Which of the policy's allows matched a finding, by their index.
    pub used: Vec<usize>,
}

/// Runs the rules over a draft and applies the policy to what they find.
pub fn check(draft: &Draft, policy: &Policy) -> Outcome {
    let run: Vec<&Rule> = RULES.iter().copied().filter(|rule| policy.runs(rule)).collect();
    let found = run.iter().flat_map(|rule| rule.check(draft));
    let mut findings: Vec<Finding> = found.filter_map(|it| policy.leveled(draft, it)).collect();
    findings.sort_by(in_order);
    let mut outcome = allow::apply(draft, policy, &run, findings);
    outcome.findings.sort_by(|a, b| in_order(&a.finding, &b.finding));
    fingerprint::write(draft, &mut outcome.findings);
    outcome
}

/// The allows of the configuration that nothing in the checked files was a finding for. `draft` is the configuration itself.
pub fn unused_allows(
    draft: &Draft,
    policy: &Policy,
    used: &[usize],
    checked: &[&str],
) -> Vec<Triaged> {
    let run: Vec<&Rule> = RULES.iter().copied().filter(|rule| policy.runs(rule)).collect();
    let mut findings = allow::unused(draft, policy, &run, used, checked);
    fingerprint::write(draft, &mut findings);
    findings
}

/// In the order of the text; at one place, what matters most first.
fn in_order(a: &Finding, b: &Finding) -> std::cmp::Ordering {
    let key = |it: &Finding| (it.span.source, it.span.start, std::cmp::Reverse(it.severity));
    key(a).cmp(&key(b)).then_with(|| a.rule.cmp(b.rule)).then_with(|| a.message.cmp(&b.message))
}

impl Policy {
    /// Whether a rule is run: one that is named by `--only` is, whatever else is said of it.
    fn runs(&self, rule: &Rule) -> bool {
        if !self.only.is_empty() {
            return self.only.contains(&rule.id);
        }
        let asked_for = !rule.strict || self.strict || levels::names(&self.levels, rule.id);
        asked_for && !self.skip.contains(&rule.id)
    }

    /// A finding at the severity it has in its file; none where its rule is off there.
    fn leveled(&self, draft: &Draft, finding: Finding) -> Option<Finding> {
        let path = draft.source(finding.span.source).path();
        match levels::of(&self.levels, finding.rule, path) {
            None => Some(finding),
            Some(Level::Off) if self.only.contains(&finding.rule) => Some(finding),
            Some(Level::Off) => None,
            Some(Level::At(severity)) => Some(Finding { severity, ..finding }),
        }
    }
}

/// How many findings of a severity are news.
pub fn count(findings: &[Triaged], severity: Severity) -> usize {
    findings.iter().filter(|it| it.counts() && it.finding.severity == severity).count()
}
