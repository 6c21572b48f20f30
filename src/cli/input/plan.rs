//! What will be read, settled before anything is: drafts are then read a few at a time, so that a run over a whole
//! department's guidance keeps only those in memory.

use std::{io, path::PathBuf, sync::Arc};

use super::{Drafts, InputArgs, codes::Code};
use crate::{
    cli::{look::Look, parallel, progress::Progress, settings::Settings},
    draft::Draft,
    law::Law,
    report::NotRead,
    statements::Vocabulary,
};

/// The drafts that arguments name, not read yet.
pub(in crate::cli) struct Plan<'a> {
    pub(super) args: &'a InputArgs,
    pub(super) look: &'a Look,
    pub(super) paths: Vec<PathBuf>,
    pub(super) settings: Settings,
    pub(super) codes: Vec<Code>,
    pub(super) words: Vocabulary,
    pub(super) law: Arc<Law>,
    /// Paths that name nothing.
    pub(super) not_read: Vec<NotRead>,
}

impl Plan<'_> {
    /// Reads every draft and keeps them all.
    pub(in crate::cli) fn read(mut self) -> io::Result<Drafts> {
        let mut read = Vec::new();
        let settings = std::mem::take(&mut self.settings);
        let paths = std::mem::take(&mut self.paths);
        let (law, words) = (Arc::clone(&self.law), self.words.clone());
        let not_read = self.stream(
            |draft| draft,
            |draft| {
                read.push(draft);
                Ok(())
            },
        )?;
        Ok(Drafts { settings, read, not_read, law, paths, words })
    }

    /// Reads the drafts and hands what `work` makes of each to `take`, in the order they were named. What cannot be read is
    /// said on stderr, and given back.
    pub(in crate::cli) fn stream<U: Send>(
        self,
        work: impl Fn(Draft) -> U + Sync + Send,
        mut take: impl FnMut(U) -> io::Result<()>,
    ) -> io::Result<Vec<NotRead>> {
        let Self { args, look, codes, words, law, mut not_read, .. } = self;
        say(look, &not_read);
        let reading = &args.reading;
        let progress = Progress::new(codes.len(), reading.wants_progress(look));
        let read = |code: Code| {
            let name = code.name.clone();
            let (draft, not_read) =
                code.read(reading, &words, &|done, all| progress.page(done, all));
            let done = draft.map(|draft| {
                let draft = draft.with_law(&law);
                work(Draft { as_of: args.as_of().or(draft.as_of), ..draft })
            });
            progress.done(&name);
            (done, not_read)
        };
        parallel::in_order(reading.jobs, codes, read, |(done, missed)| {
            say(look, &missed);
            not_read.extend(missed);
            done.map_or(Ok(()), &mut take)
        })?;
        Ok(not_read)
    }
}

pub(super) fn say(look: &Look, not_read: &[NotRead]) {
    for NotRead { path, reason } in not_read {
        look.error(&format!("{path}: {reason}"));
    }
}
