//! Two drafts, divided by a line `%%%%`, and what changed from the one to the other.
#![no_main]

use dutybound_fuzz::invariants;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (old, new) = text.split_once("%%%%").unwrap_or((text, text));
    let read = |text: &str| invariants::read(text.as_bytes());
    if let (Some(old), Some(new)) = (read(old), read(new)) {
        invariants::hold_changes(&old, &new);
        invariants::hold_changes(&new, &old);
        invariants::hold_no_change(&new);
    }
});
