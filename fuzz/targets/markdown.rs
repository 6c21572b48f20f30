//! Markdown to findings and reports, with every rule.
#![no_main]

use dutybound_fuzz::invariants;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some(draft) = invariants::read(bytes) {
        invariants::hold(draft);
    }
});
