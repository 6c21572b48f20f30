//! HTML pages and plain text, converted and checked.
#![no_main]

use dutybound::convert::Kind;
use dutybound_fuzz::convert_and_hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let kind = if bytes.contains(&b'<') { Kind::Html } else { Kind::Text };
    convert_and_hold(kind, bytes);
});
