//! What a file is: by its first bytes before its name, since names lie.

use super::{Kind, Limits, NotConverted, package::Package};

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
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(old_office(bytes));
    }
    let head = &bytes[..bytes.len().min(1024)];
    if memchr::memmem::find(head, b"%PDF-").is_some() {
        return Ok(Some(Kind::Pdf));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packaged(bytes).map(Some);
    }
    let damaged = |format| {
        let what = "it does not begin as one does".to_owned();
        NotConverted::Damaged { format, what }
    };
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => Ok(Some(Kind::Html)),
        Some("pdf") => Err(damaged("PDF")),
        Some("txt" | "text") if !bytes.contains(&0) || is_wide(bytes) => Ok(Some(Kind::Text)),
        Some("odt") => Err(damaged("OpenDocument")),
        Some("docx" | "docm") => Err(damaged("Word")),
        _ if begins_as_html(head) => Ok(Some(Kind::Html)),
        _ => Ok(None),
    }
}

/// What a zip package holds, by the parts it has.
fn packaged(bytes: &[u8]) -> Result<Kind, NotConverted> {
    let package = Package::open(bytes, "zip", &Limits::default())?;
    let has = |start: &str| package.entries.iter().any(|entry| entry.name.starts_with(start));
    let format = match () {
        () if has("word/") => return Ok(Kind::Word),
        () if starts_with_type(bytes, "application/vnd.oasis.opendocument.text") => {
            return Ok(Kind::OpenDocument);
        }
        () if starts_with_type(bytes, "application/vnd.oasis.opendocument") => {
            "an OpenDocument file that is no text"
        }
        () if has("xl/") => "a spreadsheet",
        () if has("ppt/") => "a presentation",
        () if has("META-INF/container.xml") => "an e-book",
        () => "a zip archive",
    };
    Err(NotConverted::Unsupported { format })
}

/// Whether text begins with the mark of two-byte characters.
fn is_wide(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")
}

/// The first part of an `OpenDocument` package is its type, unpacked, so that it can be seen from outside.
fn starts_with_type(bytes: &[u8], kind: &str) -> bool {
    bytes.get(30..).is_some_and(|start| start.starts_with(format!("mimetype{kind}").as_bytes()))
}

/// Old Office files, and new ones that were given a password: both lie in the same kind of container.
fn old_office(bytes: &[u8]) -> NotConverted {
    let password: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match memchr::memmem::find(bytes, &password) {
        Some(_) => NotConverted::Encrypted { format: "Office" },
        None => NotConverted::Unsupported { format: "an Office file from before 2007" },
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
