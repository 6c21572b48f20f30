//! How many times the floor each thing took, in this very run: the best of each, since noise only ever adds.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::inputs;

/// What was measured: its name, the input's name, and the best time so far.
static BEST: Mutex<Vec<(&str, &str, Duration)>> = Mutex::new(Vec::new());

/// Does `work` once and remembers the time it took, if it is the best.
pub(crate) fn timed<R>(what: &'static str, input: &'static str, work: impl FnOnce() -> R) -> R {
    let start = Instant::now();
    let done = work();
    let took = start.elapsed();
    let mut best = BEST.lock().unwrap_or_else(PoisonError::into_inner);
    match best.iter_mut().find(|(a, b, _)| (*a, *b) == (what, input)) {
        Some((_, _, time)) => *time = took.min(*time),
        None => best.push((what, input, took)),
    }
    done
}

/// Prints a table an input. A process is held against the floor as a process, a stage against the floor in memory.
pub(crate) fn print() {
    let best = BEST.lock().unwrap_or_else(PoisonError::into_inner);
    for name in inputs::names_and_empty() {
        let bytes = inputs::named(name).bytes();
        let of = |what: &str| best.iter().find(|it| (it.0, it.1) == (what, name)).map(|it| it.2);
        let mut rows = super::ROWS.iter().filter_map(|row| Some((row, of(row.name)?))).peekable();
        if rows.peek().is_none() {
            continue;
        }
        println!("\n{name} ({bytes} bytes){:>32} {:>9} {:>9}", "best", "MB/s", "× floor");
        for (row, time) in rows {
            let speed = bytes as f64 / 1e6 / time.as_secs_f64();
            let times = of(row.floor).map_or(String::from("?"), |floor| {
                format!("{:.2}", time.as_secs_f64() / floor.as_secs_f64())
            });
            println!("  {:<32} {:>12.2?} {speed:>9.1} {times:>9}", row.name, time);
        }
    }
}
