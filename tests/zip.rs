//! Writes zip packages for tests: parts stored or compressed, as Word does.

use std::io::{Read as _, Write as _};

/// A package of these parts, each stored as it is.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut table) = (Vec::new(), Vec::new());
    for (name, data) in parts {
        let mut packed =
            flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(data).unwrap();
        let packed = packed.finish().unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(data);
        let mut head = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        head.extend(crc.sum().to_le_bytes());
        head.extend(u32::try_from(packed.len()).unwrap().to_le_bytes());
        head.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        let at = u32::try_from(out.len()).unwrap();
        out.extend(b"PK\x03\x04".iter().chain(&head));
        out.extend(name.bytes());
        out.extend(packed);
        table.extend(b"PK\x01\x02\x14\x00".iter().chain(&head));
        table.extend([0; 10]);
        table.extend(at.to_le_bytes());
        table.extend(name.bytes());
    }
    let (at, length) = (u32::try_from(out.len()).unwrap(), u32::try_from(table.len()).unwrap());
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    out.extend(table);
    out.extend(b"PK\x05\x06\0\0\0\0".iter().chain(&count).chain(&count));
    out.extend(length.to_le_bytes().iter().chain(&at.to_le_bytes()));
    out.extend([0, 0]);
    out
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// A Word file with this body, and what else it has by part name without folder.
pub(crate) fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let root = |name: &str, inner: &str| {
        format!("<?xml version=\"1.0\"?><w:{name} {WORD}>{inner}</w:{name}>")
    };
    let document = root("document", &format!("<w:body>{body}</w:body>"));
    let named: Vec<(String, String)> = others
        .iter()
        .map(|(part, inner)| (format!("word/{part}.xml"), root(part, inner)))
        .collect();
    let mut parts: Vec<(&str, &[u8])> = vec![("word/document.xml", document.as_bytes())];
    parts.extend(named.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    package(&parts)
}

/// A part of a package as text, found by the package's table without the program's own reader.
pub(crate) fn part(file: &[u8], name: &str) -> String {
    let at = memchr::memmem::rfind(file, name.as_bytes()).unwrap() - 46;
    let long = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    let short = |at: usize| usize::from(u16::from_le_bytes(file[at..at + 2].try_into().unwrap()));
    let (stored, length, head) = (file[at + 10] == 0, long(at + 20), long(at + 42));
    let start = head + 30 + short(head + 26) + short(head + 28);
    let packed = &file[start..start + length];
    if stored {
        return String::from_utf8(packed.to_vec()).unwrap();
    }
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(packed).read_to_string(&mut text).unwrap();
    text
}

/// A package with one more part.
pub(crate) fn with_part(file: &[u8], (name, text): (&str, &str)) -> Vec<u8> {
    let document = part(file, "word/document.xml");
    package(&[("word/document.xml", document.as_bytes()), (name, text.as_bytes())])
}
