//! A zip package written anew: changed parts packed, every other part copied as it lies.

use std::io::Write;

use flate2::{Compression, Crc, write::DeflateEncoder};

use super::package::Package;

/// One entry's fields that both its own header and the table's line hold: from the version to the length of the name.
struct Head {
    fields: [u8; 24],
    name: String,
}

impl Package<'_> {
    /// The package with these parts changed or added; `None` where a part cannot be copied.
    pub(super) fn with(&self, changed: &[(String, String)]) -> Option<Vec<u8>> {
        let mut out = Writer::default();
        for entry in &self.entries {
            match changed.iter().find(|(name, _)| *name == entry.name) {
                Some((name, text)) => out.pack(name, text.as_bytes())?,
                None => out.copy(entry.fields, &entry.name, entry.data(self.bytes)?)?,
            }
        }
        for (name, text) in changed.iter().filter(|(name, _)| !self.has(name)) {
            out.pack(name, text.as_bytes())?;
        }
        out.finish()
    }
}

#[derive(Default)]
struct Writer {
    out: Vec<u8>,
    heads: Vec<(Head, u32)>,
}

impl Writer {
    fn pack(&mut self, name: &str, data: &[u8]) -> Option<()> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(data).ok()?;
        let packed = encoder.finish().ok()?;
        let mut crc = Crc::new();
        crc.update(data);
        let mut fields = [0; 24];
        // Version 2.0, names in UTF-8, deflated, the first day of the format's calendar.
        fields[..10].copy_from_slice(&[20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0]);
        fields[10..14].copy_from_slice(&crc.sum().to_le_bytes());
        fields[14..18].copy_from_slice(&u32::try_from(packed.len()).ok()?.to_le_bytes());
        fields[18..22].copy_from_slice(&u32::try_from(data.len()).ok()?.to_le_bytes());
        self.copy(fields, name, &packed)
    }

    fn copy(&mut self, mut fields: [u8; 24], name: &str, packed: &[u8]) -> Option<()> {
        // The sizes stand in the header, not after the data.
        fields[2] &= !8;
        fields[22..24].copy_from_slice(&u16::try_from(name.len()).ok()?.to_le_bytes());
        let at = u32::try_from(self.out.len()).ok()?;
        self.out.extend(b"PK\x03\x04");
        self.out.extend(fields);
        self.out.extend([0, 0]);
        self.out.extend(name.bytes());
        self.out.extend(packed);
        self.heads.push((Head { fields, name: name.to_owned() }, at));
        Some(())
    }

    fn finish(mut self) -> Option<Vec<u8>> {
        let start = self.out.len();
        for (head, at) in &self.heads {
            self.out.extend(b"PK\x01\x02\x14\x00");
            self.out.extend(head.fields);
            self.out.extend([0; 12]);
            self.out.extend(at.to_le_bytes());
            self.out.extend(head.name.bytes());
        }
        let length = u32::try_from(self.out.len() - start).ok()?;
        let count = u16::try_from(self.heads.len()).ok()?.to_le_bytes();
        self.out.extend(b"PK\x05\x06\0\0\0\0");
        self.out.extend(count.iter().chain(&count));
        self.out.extend(length.to_le_bytes());
        self.out.extend(u32::try_from(start).ok()?.to_le_bytes());
        self.out.extend([0, 0]);
        Some(self.out)
    }
}
