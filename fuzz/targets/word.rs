//! Word and OpenDocument files, converted, checked, and marked with what was found.
#![no_main]

use dutybound::convert::{self, Comment, Kind, Options};
use dutybound_fuzz::{convert_and_hold, package};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let bytes = package(input);
    let _ = convert::kind_of("draft", &bytes);
    convert_and_hold(Kind::OpenDocument, &bytes);
    convert_and_hold(Kind::Word, &bytes);
    if let Ok(markdown) = convert::to_markdown(Kind::Word, &bytes, &Options::default()) {
        let words = markdown.find("must").map_or(0..0, |at| at..at + 4);
        let comment = Comment { words, text: vec!["a duty".to_owned()] };
        let _ = convert::commented(&bytes, &Options::default(), &[comment]);
    }
});
