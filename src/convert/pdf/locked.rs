//! Encrypted PDFs. What their streams unfold to shows only once they are decrypted, and the parser unfolds some of them (groups of
//! objects) at once; so it is first given a copy in which every stream lies bare, to be decrypted and never unfolded.

use std::{fmt::Write as _, sync::LazyLock};

use regex::bytes::Regex;
use rustc_hash::FxHashMap;

/// Where an object begins: "12 0 obj".
static OBJECT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(\d{1,10})\s+(\d{1,5})\s+obj\b"));
static ENCRYPT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"/Encrypt\s*(?:(\d{1,10})\s+(\d{1,5})\s+R|(<<))"));
static ID: LazyLock<Regex> = LazyLock::new(|| pattern(r"/ID\s*\["));
static LENGTH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"/Length\s+(\d{1,10})(?:\s+\d{1,5}\s+R)?"));

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?-u){text}")).expect("a valid pattern")
}

/// A file with the streams of this one, none of them said to be compressed; `None` where this one is not encrypted.
pub(super) fn bare_copy(bytes: &[u8]) -> Option<Vec<u8>> {
    let encrypt = ENCRYPT.captures_iter(bytes).last()?;
    let mut copy = Copy::default();
    let objects = objects(bytes);
    for (&number, object) in &objects {
        if let Some(data) = object.stream() {
            copy.stream(number, object.generation, data);
        }
    }
    let by_reference = encrypt.get(1).map(|number| text(number.as_bytes()));
    let encrypt = match by_reference {
        Some(number) => {
            let object = objects.get(&number.parse().ok()?)?;
            copy.begin(number.parse().ok()?, object.generation);
            copy.out.extend(object.body);
            copy.out.extend(b"\nendobj\n");
            format!("{number} {} R", object.generation).into_bytes()
        }
        None => nested(bytes.get(encrypt.get(3)?.start()..)?, b"<<", b">>")?.to_vec(),
    };
    let id = ID.find_iter(bytes).last();
    let id = id.and_then(|found| nested(bytes.get(found.end() - 1..)?, b"[", b"]"));
    let free = objects.keys().max()?.checked_add(1)?;
    copy.finish(free, &encrypt, id.unwrap_or(b"[]"))
}

/// An object as it lies in the file.
struct Object<'b> {
    generation: u32,
    body: &'b [u8],
}

/// The objects of a file by number. Of two with one number the later counts, as it does for the parser.
fn objects(bytes: &[u8]) -> FxHashMap<u32, Object<'_>> {
    let heads: Vec<_> = OBJECT.captures_iter(bytes).collect();
    let starts = heads.iter().filter_map(|head| head.get(0));
    let ends: Vec<usize> = starts.skip(1).map(|head| head.start()).chain([bytes.len()]).collect();
    let found = heads.iter().zip(ends).filter_map(|(head, end)| {
        let body = bytes.get(head.get(0)?.end()..end)?;
        let body = memchr::memmem::rfind(body, b"endobj").map_or(body, |end| &body[..end]);
        let number = text(head.get(1)?.as_bytes()).parse().ok()?;
        Some((number, Object { generation: text(head.get(2)?.as_bytes()).parse().ok()?, body }))
    });
    found.collect()
}

impl<'b> Object<'b> {
    /// The bytes of its stream: as many as it says, or up to the last mark of its end.
    fn stream(&self) -> Option<&'b [u8]> {
        let start = memchr::memmem::find(self.body, b"stream")?;
        let data = &self.body[start + b"stream".len()..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let said = LENGTH.captures(&self.body[..start]).filter(|found| !found[0].ends_with(b"R"));
        let said = said.and_then(|found| text(&found[1]).parse::<usize>().ok());
        if let Some(data) = said.and_then(|length| data.get(..length)) {
            return Some(data);
        }
        let data = &data[..memchr::memmem::rfind(data, b"endstream")?];
        let data = data.strip_suffix(b"\n").unwrap_or(data);
        Some(data.strip_suffix(b"\r").unwrap_or(data))
    }
}

/// The copy while it is written.
struct Copy {
    out: Vec<u8>,
    /// Number, generation and place of each object.
    table: Vec<(u32, u32, usize)>,
}

impl Default for Copy {
    fn default() -> Self {
        Self { out: b"%PDF-1.7\n".to_vec(), table: Vec::new() }
    }
}

impl Copy {
    fn begin(&mut self, number: u32, generation: u32) {
        self.table.push((number, generation, self.out.len()));
        self.out.extend(format!("{number} {generation} obj\n").bytes());
    }

    fn stream(&mut self, number: u32, generation: u32, data: &[u8]) {
        self.begin(number, generation);
        self.out.extend(format!("<< /Length {} >>\nstream\n", data.len()).bytes());
        self.out.extend(data);
        self.out.extend(b"\nendstream\nendobj\n");
    }

    /// Adds one empty page, so that the copy is a whole file, and its table. `free` is a number that no object has.
    fn finish(mut self, free: u32, encrypt: &[u8], id: &[u8]) -> Option<Vec<u8>> {
        let (pages, page) = (free.checked_add(1)?, free.checked_add(2)?);
        for (number, body) in [
            (free, format!("<< /Type /Catalog /Pages {pages} 0 R >>")),
            (pages, format!("<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>")),
            (page, format!("<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 1 1] >>")),
        ] {
            self.begin(number, 0);
            self.out.extend(body.bytes());
            self.out.extend(b"\nendobj\n");
        }
        let start = self.out.len();
        self.table.sort_unstable();
        let mut table = "xref\n0 1\n0000000000 65535 f \n".to_owned();
        for (number, generation, place) in &self.table {
            let _ = write!(table, "{number} 1\n{place:010} {generation:05} n \n");
        }
        let _ = write!(table, "trailer\n<< /Size {} /Root {free} 0 R /ID ", page.checked_add(1)?);
        self.out.extend(table.bytes());
        self.out.extend(id);
        self.out.extend(b" /Encrypt ");
        self.out.extend(encrypt);
        self.out.extend(format!(" >>\nstartxref\n{start}\n%%EOF\n").bytes());
        Some(self.out)
    }
}

/// From one opening mark to the closing one that belongs to it. Strings in between are passed over.
fn nested<'b>(bytes: &'b [u8], open: &[u8], close: &[u8]) -> Option<&'b [u8]> {
    let (mut at, mut depth, mut in_string) = (0, 0_usize, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        let rest = &bytes[at..];
        match byte {
            b'\\' if in_string > 0 => at += 1,
            b'(' => in_string += 1,
            b')' => in_string = in_string.saturating_sub(1),
            _ if in_string > 0 => {}
            _ if rest.starts_with(open) => {
                depth += 1;
                at += open.len() - 1;
            }
            _ if rest.starts_with(close) => {
                depth = depth.checked_sub(1)?;
                at += close.len() - 1;
                if depth == 0 {
                    return bytes.get(..=at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use hayro_syntax::{Pdf, object::Object};

    use super::bare_copy;

    #[test]
    fn the_copy_has_every_stream_decrypted_and_none_unfolded() {
        let bare = bare_copy(include_bytes!("../../../tests/fixtures/locked-bomb.pdf"));
        let pdf = Pdf::new(bare.expect("an encrypted file")).expect("a whole file");
        let streams = pdf.objects().into_iter().filter_map(|object| match object {
            Object::Stream(stream) => Some(stream.raw_data().into_owned()),
            _ => None,
        });
        let streams: Vec<Vec<u8>> = streams.collect();
        let zlib = |data: &&Vec<u8>| data.starts_with(b"\x78");
        assert!(streams.iter().filter(zlib).count() >= 2, "{streams:?}");
        assert!(streams.iter().all(|data| data.len() < 10_000));
    }

    #[test]
    fn a_file_that_is_not_encrypted_has_no_copy() {
        assert!(bare_copy(include_bytes!("../../../tests/fixtures/bees.pdf")).is_none());
    }
}
