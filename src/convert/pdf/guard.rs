//! Opens a PDF, after making sure that its compressed streams do not unfold beyond the limit.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::{
    DecryptionError, Filter, LoadPdfError, Pdf,
    object::{Object, Stream},
};

use super::{
    super::{Limits, NotConverted},
    locked,
};

/// # Errors
///
/// When the file needs a password, is no PDF, or goes over a limit.
pub(super) fn open(bytes: &[u8], limits: &Limits) -> Result<Pdf, NotConverted> {
    let mut budget = Budget { left: limits.unpacked, limit: limits.unpacked };
    written_streams(bytes, &mut budget)?;
    if let Some(bare) = locked::bare_copy(bytes) {
        // What cannot be opened so cannot be bounded, and is refused like a file with a password.
        let pdf = Pdf::new(bare).map_err(|_| NotConverted::Encrypted { format: "PDF" })?;
        for object in pdf.objects() {
            if let Object::Stream(stream) = object {
                budget.unfold(&stream.raw_data())?;
            }
        }
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected
            | DecryptionError::UnsupportedAlgorithm
            | DecryptionError::InvalidEncryption
            | DecryptionError::MissingIDEntry,
        ) => NotConverted::Encrypted { format: "PDF" },
        LoadPdfError::Invalid => damaged("its table of contents is missing or broken"),
    })?;
    let mut budget = Budget { left: limits.unpacked, limit: limits.unpacked };
    for object in pdf.objects() {
        if let Object::Stream(stream) = object {
            read_stream(&stream, &mut budget)?;
        }
    }
    match pdf.pages().len() {
        0 => Err(damaged("no pages are found in it")),
        pages if pages > limits.pages => {
            Err(NotConverted::TooLarge { what: "pages in the PDF", limit: limits.pages as u64 })
        }
        _ => Ok(pdf),
    }
}

pub(super) fn damaged(what: &str) -> NotConverted {
    NotConverted::Damaged { format: "PDF", what: what.to_owned() }
}

struct Budget {
    left: u64,
    limit: u64,
}

impl Budget {
    /// Unfolds a stream without keeping it, and takes its size off the budget. A broken stream ends where it breaks.
    fn unfold(&mut self, packed: &[u8]) -> Result<(), NotConverted> {
        let mut reader = ZlibDecoder::new(packed).take(self.left + 1);
        let mut chunk = [0; 16 << 10];
        while let Ok(read @ 1..) = reader.read(&mut chunk) {
            self.take(read as u64)?;
        }
        Ok(())
    }

    fn take(&mut self, bytes: u64) -> Result<(), NotConverted> {
        self.left = self.left.checked_sub(bytes).ok_or(NotConverted::TooLarge {
            what: "bytes that the PDF's compressed parts unfold to",
            limit: self.limit,
        })?;
        Ok(())
    }
}

/// The streams as they lie in the file: the parser unfolds some of them (tables, groups of objects) before it can be asked about them.
fn written_streams(bytes: &[u8], budget: &mut Budget) -> Result<(), NotConverted> {
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let data = &bytes[at + b"stream".len()..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let Some(data) = data.strip_prefix(b"\n") else { continue };
        // The header of zlib data: method 8, and a check sum of its two bytes.
        if let [first, second, ..] = *data
            && first & 0x0f == 8
            && u16::from_be_bytes([first, second]) % 31 == 0
        {
            budget.unfold(data)?;
        }
    }
    Ok(())
}

/// A stream as the parser sees it: decrypted, with its filters.
fn read_stream(stream: &Stream<'_>, budget: &mut Budget) -> Result<(), NotConverted> {
    let filters = stream.filters();
    let folds = |filter: &Filter| {
        matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)
    };
    match filters.iter().filter(|filter| folds(filter)).count() {
        0 => Ok(()),
        1 if matches!(filters.first(), Some(Filter::FlateDecode)) => {
            budget.unfold(&stream.raw_data())
        }
        // What these filters can unfold to at most, without running them.
        1 if filters.contains(&Filter::RunLengthDecode) => {
            budget.take(stream.raw_data().len() as u64 * 64)
        }
        1 => budget.take(stream.raw_data().len() as u64 * 256),
        _ => Err(damaged("a part of it is compressed more than once")),
    }
}
