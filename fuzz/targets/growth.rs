//! A short piece said over and over, with numbers that go up and words that differ: whatever costs the square of a draft's length
//! shows as a timeout.
#![no_main]

use dutybound_fuzz::invariants;
use libfuzzer_sys::fuzz_target;

/// Bytes of the whole: read in a tenth of a second, where every step takes its share and no more.
const LENGTH: usize = 30_000;

fuzz_target!(|piece: &str| {
    if piece.is_empty() {
        return;
    }
    let mut whole = String::with_capacity(LENGTH + piece.len());
    for number in 0.. {
        if whole.len() >= LENGTH {
            break;
        }
        // "#" is another number each time, "@" another word
        whole.push_str(&piece.replace('#', &number.to_string()).replace('@', &word(number)));
    }
    if let Some(draft) = invariants::read(whole.as_bytes()) {
        invariants::hold_no_change(&draft);
        invariants::hold_findings(&invariants::found(draft));
    }
});

/// Another word for each number: "a", "b", … "ba".
fn word(number: u32) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    if number < 26 { last.into() } else { word(number / 26) + &last.to_string() }
}
