//! A short piece said over and over: whatever costs the square of a draft's length shows as a timeout.
#![no_main]

use dutybound_fuzz::invariants;
use libfuzzer_sys::fuzz_target;

/// Bytes of the whole: read in a tenth of a second, where every step takes its share and no more.
const LENGTH: usize = 30_000;

fuzz_target!(|piece: &str| {
    if piece.is_empty() {
        return;
    }
    let whole = piece.repeat(LENGTH / piece.len());
    if let Some(draft) = invariants::read(whole.as_bytes()) {
        invariants::hold_no_change(&draft);
        invariants::hold_findings(&invariants::found(draft));
    }
});
