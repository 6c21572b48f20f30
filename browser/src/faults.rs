//! What stands in the way of people who cannot see, hear or point: found by axe.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::Browser;

/// Where `npm ci` puts axe.
const AXE: &str = "node_modules/axe-core/axe.min.js";

impl Browser {
    /// The faults that axe calls serious or critical, in the page as it is looked at now.
    pub fn serious_faults(&self) -> Result<Vec<String>> {
        let axe = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(AXE))
            .context("axe is needed: npm ci --prefix browser")?;
        self.ask(&axe)?;
        let faults = self.ask_later(
            "axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations.map((it) => \
             ({ impact: it.impact, said: `${it.id}: ${it.help} (${it.nodes.length}): ${it.nodes[0].html.slice(0, 200)} ${it.nodes[0].failureSummary}` }))))",
        )?;
        let faults = faults.as_array().context("axe gave no list")?;
        let is_serious =
            |it: &&Value| matches!(it["impact"].as_str(), Some("serious" | "critical"));
        let said = |it: &Value| it["said"].as_str().unwrap_or_default().to_owned();
        Ok(faults.iter().filter(is_serious).map(said).collect())
    }
}
