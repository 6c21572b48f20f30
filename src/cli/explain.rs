//! `dutybound explain`: a rule's page.

use clap::Args as ClapArgs;

use super::{Outcome, look::Look, output, rules, settings};

/// Print a rule's page: what it finds, why it matters, how to mend it, when to allow it
#[derive(ClapArgs)]
pub(super) struct Args {
    /// The id of a rule; without it, all rules are listed
    rule: Option<String>,
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    let Some(id) = &args.rule else { return rules::list(look) };
    let rule = settings::rule_named(id)?;
    output::to_stdout(look, |out, _| out.write_all(rule.page.as_bytes()))?;
    Ok(Outcome::Clean)
}
