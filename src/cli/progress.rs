//! A bar on stderr, at a terminal, when work takes long enough to wonder.

use std::{
    io::{self, IsTerminal},
    sync::Mutex,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long work goes on in silence.
const PATIENCE: Duration = Duration::from_millis(400);

/// Counts the drafts done; draws only after [`PATIENCE`], and never into a pipe.
pub(super) struct Progress {
    bar: ProgressBar,
    /// When the bar may first be drawn; `None` when it is drawn or must never be.
    due: Mutex<Option<Instant>>,
}

impl Progress {
    pub(super) fn new(total: usize, wanted: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        let shown = wanted && total > 1 && io::stderr().is_terminal();
        Self { bar, due: Mutex::new(shown.then(|| Instant::now() + PATIENCE)) }
    }

    /// One more is done; `name` is what is shown beside the bar.
    pub(super) fn done(&self, name: &str) {
        if let Ok(mut due) = self.due.lock()
            && due.is_some_and(|due| Instant::now() >= due)
        {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            *due = None;
        }
        self.bar.set_message(name.to_owned());
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
