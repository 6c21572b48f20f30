//! Paths as relative URIs.

use std::fmt::Write;

/// A path as a relative reference (RFC 3986): "/" between folders, everything unusual as %XX.
pub(super) fn of(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte.into());
            }
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_with_spaces_and_accents_are_uris() {
        assert_eq!(super::of("drafts/a b é.md"), "drafts/a%20b%20%C3%A9.md");
    }
}
