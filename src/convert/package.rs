//! Zip packages: what Word and `OpenDocument` files are. Read within a limit, whatever the package says of itself.

use std::io::Read;

use flate2::read::DeflateDecoder;

use super::{Limits, NotConverted};

/// A package's table of contents.
#[derive(Debug)]
pub(crate) struct Package<'b> {
    pub(super) bytes: &'b [u8],
    pub(crate) entries: Vec<Entry>,
    format: &'static str,
    /// Bytes that may still be unfolded.
    left: std::cell::Cell<u64>,
    limit: u64,
}

/// One part, as the table lists it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// Its fields as the table has them, from the version needed to the length of the name.
    pub(super) fields: [u8; 24],
    method: u16,
    encrypted: bool,
    packed: usize,
    /// Where its own header begins.
    header: usize,
}

/// A package with more parts than this is no document.
const MOST_PARTS: usize = 20_000;

impl<'b> Package<'b> {
    /// # Errors
    ///
    /// When the bytes are no zip package, or its table is cut off.
    pub(crate) fn open(
        bytes: &'b [u8],
        format: &'static str,
        limits: &Limits,
    ) -> Result<Self, NotConverted> {
        let broken = || NotConverted::Damaged {
            format,
            what: "its table of contents is missing or cut off".to_owned(),
        };
        let end = memchr::memmem::rfind(bytes, b"PK\x05\x06").ok_or_else(broken)?;
        let count = usize::from(u16_at(bytes, end + 10).ok_or_else(broken)?);
        let mut at = u32_at(bytes, end + 16).ok_or_else(broken)? as usize;
        let mut entries = Vec::new();
        for _ in 0..count.min(MOST_PARTS) {
            let (entry, next) = Entry::read(bytes, at).ok_or_else(broken)?;
            entries.push(entry);
            at = next;
        }
        Ok(Self {
            bytes,
            entries,
            format,
            left: std::cell::Cell::new(limits.unpacked),
            limit: limits.unpacked,
        })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// A part's bytes, unfolded; `None` where there is no such part.
    ///
    /// # Errors
    ///
    /// When the part is encrypted, broken, or unfolds beyond the limit.
    pub(crate) fn part(&self, name: &str) -> Result<Option<Vec<u8>>, NotConverted> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name) else {
            return Ok(None);
        };
        if entry.encrypted {
            return Err(NotConverted::Encrypted { format: self.format });
        }
        let packed = entry.data(self.bytes).ok_or_else(|| self.damaged(name))?;
        let mut out = Vec::new();
        let left = self.left.get();
        let read = match entry.method {
            0 => packed.take(left + 1).read_to_end(&mut out),
            8 => DeflateDecoder::new(packed).take(left + 1).read_to_end(&mut out),
            _ => return Err(self.damaged(name)),
        };
        if read.is_err() {
            return Err(self.damaged(name));
        }
        let left = left.checked_sub(out.len() as u64).ok_or(NotConverted::TooLarge {
            what: "bytes that the package unfolds to",
            limit: self.limit,
        })?;
        self.left.set(left);
        Ok(Some(out))
    }

    fn damaged(&self, part: &str) -> NotConverted {
        NotConverted::Damaged { format: self.format, what: format!("its part {part} is broken") }
    }
}

impl Entry {
    /// The entry at `at` of the table, and where the next one begins.
    fn read(bytes: &[u8], at: usize) -> Option<(Self, usize)> {
        if bytes.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let name = usize::from(u16_at(bytes, at + 28)?);
        let rest = usize::from(u16_at(bytes, at + 30)?) + usize::from(u16_at(bytes, at + 32)?);
        let entry = Self {
            name: String::from_utf8_lossy(bytes.get(at + 46..at + 46 + name)?).into_owned(),
            fields: bytes.get(at + 6..at + 30)?.try_into().ok()?,
            method: u16_at(bytes, at + 10)?,
            encrypted: u16_at(bytes, at + 8)? & 1 == 1,
            packed: u32_at(bytes, at + 20)? as usize,
            header: u32_at(bytes, at + 42)? as usize,
        };
        Some((entry, at + 46 + name + rest))
    }

    /// Its bytes as they lie in the package.
    pub(super) fn data<'b>(&self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let names = usize::from(u16_at(bytes, self.header + 26)?)
            + usize::from(u16_at(bytes, self.header + 28)?);
        let start = self.header + 30 + names;
        bytes.get(start..start.checked_add(self.packed)?)
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
