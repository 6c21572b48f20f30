//! What the targets share: the promises, which the tests hold too, and writers of files to break.

#[path = "../../tests/invariants.rs"]
pub mod invariants;
#[allow(dead_code)]
#[path = "../../tests/pdf.rs"]
mod pdf;
#[allow(dead_code)]
#[path = "../../tests/zip.rs"]
mod zip;

use std::sync::LazyLock;

use dutybound::{
    convert::{self, Kind, Limits, Options, Tracked},
    draft::Draft,
    source::Source,
    statements::Vocabulary,
};

pub static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::built_in);

/// As `dutybound check` does with a file that is no Markdown: converted, or refused with a reason; then read, checked and reported.
pub fn convert_and_hold(kind: Kind, bytes: &[u8]) {
    for tracked in [Tracked::Accepted, Tracked::Old] {
        let options = Options { tracked, limits: limits() };
        match convert::to_markdown(kind, bytes, &options) {
            Ok(markdown) => {
                let again = convert::to_markdown(kind, bytes, &options);
                assert_eq!(
                    again.as_ref(),
                    Ok(&markdown),
                    "the same file is converted in the same way"
                );
                if let Ok(source) = Source::from_converted("draft", markdown) {
                    invariants::hold(Draft::from_sources(vec![source], &VOCABULARY));
                }
            }
            Err(refused) => assert!(!refused.to_string().is_empty()),
        }
    }
}

/// Small enough that reaching them takes no time, so that what they bound is seen to be bounded.
fn limits() -> Limits {
    Limits { unpacked: 1 << 20, pages: 50, nesting: 64, operations: 100_000 }
}

/// A package made of the parts of a text, each after a line `=== name`; other bytes are a package as they stand.
pub fn package(input: &[u8]) -> Vec<u8> {
    let Some(text) = std::str::from_utf8(input).ok().filter(|text| text.starts_with("=== ")) else {
        return input.to_vec();
    };
    let parts = text["=== ".len()..]
        .split("\n=== ")
        .map(|part| part.split_once('\n').unwrap_or((part, "")));
    let parts: Vec<(&str, &[u8])> = parts
        .filter(|(name, _)| name.len() < 256)
        .map(|(name, text)| (name, text.as_bytes()))
        .collect();
    zip::package(&parts)
}

/// A PDF of pages that draw what stands after each line `=== page`; other bytes are a PDF as they stand.
pub fn pages(input: &[u8]) -> Vec<u8> {
    let Some(text) = std::str::from_utf8(input).ok().filter(|text| text.starts_with("=== page\n"))
    else {
        return input.to_vec();
    };
    let pages: Vec<String> =
        text["=== page\n".len()..].split("\n=== page\n").map(str::to_owned).collect();
    pdf::with_contents(&pages)
}
