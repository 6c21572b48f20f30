//! What a file is: by its first bytes before its name, since names lie.

use super::{Kind, NotConverted};

/// What converter reads a file; `None` where it is plain text with another ending than `.txt`, which Markdown is. `path` decides only
/// what the bytes leave open.
///
/// # Errors
///
/// When the bytes are a format that is known and not read, or are not what the ending says.
pub fn kind_of(path: &str, bytes: &[u8]) -> Result<Option<Kind>, NotConverted> {
    if let Some(format) = unsupported(bytes) {
        return Err(NotConverted::Unsupported { format });
    }
    let head = &bytes[..bytes.len().min(1024)];
    if memchr::memmem::find(head, b"%PDF-").is_some() {
        return Ok(Some(Kind::Pdf));
    }
    let damaged =
        |format| NotConverted::Damaged { format, what: "it does not begin as one does".to_owned() };
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => Ok(Some(Kind::Html)),
        Some("pdf") => Err(damaged("PDF")),
        _ if begins_as_html(head) => Ok(Some(Kind::Html)),
        _ => Ok(None),
    }
}

/// Formats known by their first bytes that no converter reads.
fn unsupported(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: &[(&[u8], &str)] = &[
        (b"{\\rtf", "an RTF file"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1f\x8b", "a compressed file"),
        (b"7z\xbc\xaf", "a compressed file"),
        (b"Rar!", "a compressed file"),
    ];
    FORMATS.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, format)| format)
}

fn begins_as_html(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let start = head[..head.len().min(15)].to_ascii_lowercase();
    start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
}
