//! A limit to the time that work may take.

use std::{
    panic,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::Duration,
};

/// What `work` gives, if it does so in time. A thread cannot be stopped: what is given up goes on unheard until the program ends.
pub(super) fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (give, take) = mpsc::sync_channel(1);
    let worker = thread::spawn(move || {
        let _ = give.send(work()); // nobody listens any more when time is up
    });
    match take.recv_timeout(limit) {
        Ok(done) => Some(done),
        Err(RecvTimeoutError::Timeout) => None,
        Err(RecvTimeoutError::Disconnected) => match worker.join() {
            Ok(()) => None,
            Err(fault) => panic::resume_unwind(fault),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::{thread, time::Duration};

    use super::within;

    #[test]
    fn work_is_done_in_time_or_given_up() {
        assert_eq!(within(Duration::from_mins(1), || 7), Some(7));
        let slow = || thread::sleep(Duration::from_mins(1));
        assert_eq!(within(Duration::from_millis(20), slow), None);
    }
}
