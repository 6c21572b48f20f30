//! `dutybound generate`: what is made from the code itself: shell completions, manual pages, JSON Schemas.

use std::{io, path::PathBuf};

use anyhow::Context;
use clap::{Args as ClapArgs, CommandFactory, Subcommand, ValueEnum};
use clap_complete::Shell;
use schemars::{JsonSchema, generate::SchemaSettings};

use super::{Cli, Outcome, look::Look, output};
use crate::{config::Config, report::json, rules::RULES};

/// Make shell completions, manual pages or JSON Schemas
#[derive(ClapArgs)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Completions for a shell
    Completions {
        #[arg(value_enum)]
        shell: Shell,
    },
    /// The manual page; with --dir, one for every command too
    Man {
        /// Write dutybound.1, dutybound-check.1 and so on into this folder
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// The JSON Schema of a format
    Schema {
        #[arg(value_enum)]
        name: Schema,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Schema {
    /// dutybound.toml
    Config,
    /// `check --format json`
    Check,
    /// `register --format json`
    Register,
    /// `diff --format json`
    Diff,
    /// `coverage --format json`
    Coverage,
}

pub(super) fn run(args: &Args, look: &Look) -> anyhow::Result<Outcome> {
    match &args.what {
        What::Completions { shell } => {
            let mut made = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "dutybound", &mut made);
            output::to_stdout(look, |out, _| out.write_all(&made))?;
        }
        What::Man { dir: None } => {
            output::to_stdout(look, |out, _| clap_mangen::Man::new(Cli::command()).render(out))?;
        }
        What::Man { dir: Some(dir) } => {
            clap_mangen::generate_to(Cli::command(), dir)
                .with_context(|| format!("cannot write manual pages into {}", dir.display()))?;
        }
        What::Schema { name } => {
            let schema = match name {
                Schema::Config => of_config(),
                Schema::Check => Ok(written::<json::CheckWire>()),
                Schema::Register => Ok(written::<json::RegisterWire>()),
                Schema::Diff => Ok(written::<json::DiffWire>()),
                Schema::Coverage => Ok(written::<crate::report::coverage::CoverageWire>()),
            }?;
            output::to_stdout(look, |out, _| {
                serde_json::to_writer_pretty(&mut *out, &schema).map_err(io::Error::from)?;
                writeln!(out)
            })?;
        }
    }
    Ok(Outcome::Clean)
}

/// The schema of the configuration, which names every rule, so that editors can offer and check them.
fn of_config() -> serde_json::Result<schemars::Schema> {
    let mut schema = serde_json::to_value(schemars::schema_for!(Config))?;
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let ids = serde_json::json!(ids);
    for levels in ["/properties/rules", "/$defs/PathRules/properties/rules"] {
        if let Some(levels) = schema.pointer_mut(levels) {
            levels["propertyNames"] = serde_json::json!({ "enum": ids });
        }
    }
    if let Some(rule) = schema.pointer_mut("/$defs/Allow/properties/rule") {
        rule["enum"] = ids;
    }
    serde_json::from_value(schema)
}

/// The schema of what is written: every key is there, where reading would let some be left out.
fn written<T: JsonSchema>() -> schemars::Schema {
    SchemaSettings::default().for_serialize().into_generator().into_root_schema_for::<T>()
}
