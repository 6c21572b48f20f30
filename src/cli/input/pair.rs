//! The two drafts of a comparison: each path is one Code, a folder too.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::{
    ReadArgs, codes,
    files::{self, Place},
};
use crate::{
    cli::{git::Checkout, look::Look, settings::Settings, vocabulary},
    draft::Draft,
    report::NotRead,
};

/// An old draft, a new one, and what of them could not be read.
pub(in crate::cli) struct OldAndNew {
    pub(in crate::cli) old: Draft,
    pub(in crate::cli) new: Draft,
    pub(in crate::cli) not_read: Vec<NotRead>,
}

impl ReadArgs {
    /// Reads two drafts.
    pub(in crate::cli) fn read_two(
        &self,
        look: &Look,
        output: Option<&Path>,
        paths: &[PathBuf; 2],
    ) -> anyhow::Result<OldAndNew> {
        let settings = self.settings(&[paths[1].clone(), paths[0].clone()])?;
        let found = files::find(paths, self.stdin_path.as_deref(), &settings)?;
        if paths[0] == paths[1] {
            bail!("{} is given twice; give an old draft and a new one", paths[0].display());
        }
        files::refuse_output(&found.places, output)?;
        self.both(look, &settings, found.places, found.not_read)
    }

    /// Reads a draft and what it was at a revision of git.
    pub(in crate::cli) fn read_since(
        &self,
        look: &Look,
        output: Option<&Path>,
        revision: &str,
        path: &Path,
    ) -> anyhow::Result<OldAndNew> {
        let settings = self.settings(&[path.to_path_buf()])?;
        let checkout = Checkout::of(revision, &[path.to_path_buf()])?.pop();
        let checkout = checkout.filter(|checkout| !checkout.paths.is_empty());
        let checkout =
            checkout.with_context(|| format!("{} was not there at {revision}", path.display()))?;
        let then = Settings { folder: checkout.at(&settings.folder), ..settings.clone() };
        let mut old = files::find(&checkout.paths[..1], None, &then)?;
        for place in &mut old.places {
            place.files.iter_mut().for_each(|file| file.name = checkout.named(&file.name));
        }
        let new = files::find(&[path.to_path_buf()], None, &settings)?;
        files::refuse_output(&new.places, output)?;
        let places = old.places.into_iter().chain(new.places).collect();
        let not_read = old.not_read.into_iter().chain(new.not_read).collect();
        let mut both = self.both(look, &settings, places, not_read)?;
        // A folder's Code is called as the folder; a file's has its name already.
        if path.is_dir() {
            both.old.path = checkout.named(&both.old.path);
        }
        Ok(both)
    }

    fn both(
        &self,
        look: &Look,
        settings: &Settings,
        places: Vec<Place>,
        mut not_read: Vec<NotRead>,
    ) -> anyhow::Result<OldAndNew> {
        let codes: Vec<codes::Code> = places.into_iter().filter_map(codes::of_all).collect();
        let words = vocabulary::of(&settings.config)?;
        let name = |code: &codes::Code| code.name.clone();
        let read = self.each(look, codes, name, |code| code.read(self, &words, &|_, _| ()))?;
        let (read, missed): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        not_read.extend(missed.into_iter().flatten());
        for NotRead { path, reason } in &not_read {
            look.error(&format!("{path}: {reason}"));
        }
        let read: Vec<Draft> = read.into_iter().flatten().collect();
        match <[Draft; 2]>::try_from(read) {
            Ok([old, new]) => Ok(OldAndNew { old, new, not_read }),
            Err(_) => bail!("a comparison needs two drafts that can be read"),
        }
    }
}
