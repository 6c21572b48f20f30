//! PDF files, converted and checked.
#![no_main]

use dutybound::convert::Kind;
use dutybound_fuzz::{convert_and_hold, pages};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| convert_and_hold(Kind::Pdf, &pages(input)));
