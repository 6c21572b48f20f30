//! dutybound.toml as plain data. The command line finds the file, reads it, and checks the names in it.

use serde::Deserialize;

/// What a project says of its own drafts. Every part may be left out.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {}
