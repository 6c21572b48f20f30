//! A bar on stderr, at a terminal, when work takes long enough to wonder.

use std::{
    io::{self, IsTerminal},
    sync::Mutex,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long work goes on in silence.
const PATIENCE: Duration = Duration::from_millis(400);

/// Counts the drafts done, or the pages of the only one; draws only after [`PATIENCE`], and never into a pipe.
pub(super) struct Progress {
    bar: ProgressBar,
    total: usize,
    /// When the bar may first be drawn; `None` when it is drawn or must never be.
    due: Mutex<Option<Instant>>,
}

impl Progress {
    pub(super) fn new(total: usize, wanted: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        let shown = wanted && io::stderr().is_terminal();
        Self { bar, total, due: Mutex::new(shown.then(|| Instant::now() + PATIENCE)) }
    }

    /// One more is done; `name` is what is shown beside the bar.
    pub(super) fn done(&self, name: &str) {
        if self.total > 1 {
            self.draw_when_due();
            self.bar.set_message(name.to_owned());
            self.bar.inc(1);
        }
    }

    /// A page of a draft is read. Where there are several drafts, they are counted instead.
    pub(super) fn page(&self, done: usize, all: usize) {
        if self.total == 1 {
            self.draw_when_due();
            self.bar.set_message("pages");
            self.bar.set_length(all as u64);
            self.bar.set_position(done as u64);
        }
    }

    fn draw_when_due(&self) {
        if let Ok(mut due) = self.due.lock()
            && due.is_some_and(|due| Instant::now() >= due)
        {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            *due = None;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
