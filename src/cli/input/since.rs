//! What the same PATHs were at a revision of git: for `check --since`.

use std::{path::PathBuf, sync::Arc};

use super::{Drafts, InputArgs, Plan, files};
use crate::{
    cli::{git::Checkout, look::Look, settings::Settings},
    draft::Draft,
};

/// The drafts of one repository as they were, with the configuration for where they are read from.
pub(in crate::cli) struct Past {
    pub(in crate::cli) settings: Settings,
    pub(in crate::cli) read: Vec<Draft>,
}

impl InputArgs {
    /// Reads what `now` was at a revision, under today's configuration and law.
    pub(in crate::cli) fn past(
        &self,
        look: &Look,
        now: &Drafts,
        revision: &str,
    ) -> anyhow::Result<Vec<Past>> {
        // What is not there now has been reported as such; standard input has no past, and is refused.
        let is_here = |path: &&PathBuf| path.as_os_str() == "-" || path.exists();
        let paths: Vec<PathBuf> = now.paths.iter().filter(is_here).cloned().collect();
        let checkouts = Checkout::of(revision, &paths)?;
        checkouts.iter().map(|checkout| self.past_of(look, now, checkout)).collect()
    }

    fn past_of(&self, look: &Look, now: &Drafts, checkout: &Checkout) -> anyhow::Result<Past> {
        let settings =
            Settings { folder: checkout.at(&now.settings.folder), ..now.settings.clone() };
        // A folder that held no draft then has no past: nothing is missed.
        let places = files::find(&checkout.paths, None, &settings)?.places;
        let look = look.quietly();
        let plan = Plan {
            args: self,
            look: &look,
            paths: Vec::new(),
            codes: self.codes(places, &settings, &look)?,
            settings,
            words: now.words.clone(),
            law: Arc::clone(&now.law),
            not_read: Vec::new(),
        };
        let Drafts { settings, read, .. } = plan.read()?;
        Ok(Past { settings, read })
    }
}
