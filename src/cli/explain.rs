//! `dutybound explain`: a rule's page.

use clap::Args as ClapArgs;

use super::{Outcome, look::Look, output, rules, settings};
use crate::diff;

/// Print the page of a rule or a change: what it finds, why it matters, how to mend it, when to allow it
#[derive(ClapArgs)]
pub(super) struct Args {
    /// The id of a rule or of a change; without it, all rules are listed
    rule: Option<String>,
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    let Some(id) = &args.rule else { return rules::list(look) };
    let page = match diff::find(id) {
        Some(change) => change.page,
        None => settings::rule_named(id)?.page,
    };
    output::to_stdout(look, |out, _| out.write_all(page.as_bytes()))?;
    Ok(Outcome::Clean)
}
