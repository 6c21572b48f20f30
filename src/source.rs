//! A text, and where its bytes lie.

use std::{fmt, ops::Range, sync::OnceLock};

/// Which of a draft's sources a span lies in: an index into the draft's list of sources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

impl SourceId {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of one source, in bytes, end-exclusive, on character borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub source: SourceId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place as people count: lines and columns from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    pub line: u32,
    pub column: u32,
}

/// One text of a draft. Its spans are offsets into [`Source::text`].
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    converted: bool,
    line_starts: OnceLock<Vec<u32>>,
}

/// Why bytes could not become a [`Source`].
#[derive(Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The text is not UTF-8 from this byte on.
    NotUtf8 { at: usize },
    /// The bytes hold a NUL: a binary file, not a text.
    Binary { at: usize },
    /// More bytes than offsets can count (4 GB).
    TooLong { bytes: usize },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 { at } => {
                write!(f, "not UTF-8 text (byte {at}); save it as UTF-8 and try again")
            }
            Self::Binary { at } => {
                write!(f, "looks like a binary file (a NUL at byte {at}), not a text")
            }
            Self::TooLong { bytes } => write!(f, "{bytes} bytes is over the 4 GB that can be read"),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Source {
    /// A text as it stands in a file. `path` is how reports name it.
    ///
    /// # Errors
    ///
    /// When the bytes are no UTF-8 text, hold a NUL, or are over 4 GB.
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Unreadable> {
        if u32::try_from(bytes.len()).is_err() {
            return Err(Unreadable::TooLong { bytes: bytes.len() });
        }
        if let Some(at) = memchr::memchr(0, &bytes) {
            return Err(Unreadable::Binary { at });
        }
        match String::from_utf8(bytes) {
            Ok(text) => {
                Ok(Self { path: path.into(), text, converted: false, line_starts: OnceLock::new() })
            }
            Err(error) => Err(Unreadable::NotUtf8 { at: error.utf8_error().valid_up_to() }),
        }
    }

    /// The Markdown that `convert` made of a file in another format.
    ///
    /// # Errors
    ///
    /// As [`Source::from_bytes`].
    pub fn from_converted(path: impl Into<String>, markdown: String) -> Result<Self, Unreadable> {
        Ok(Self { converted: true, ..Self::from_bytes(path, markdown.into_bytes())? })
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the text was made by `convert` from a file in another format.
    pub fn converted(&self) -> bool {
        self.converted
    }

    /// The line and column of a byte offset. An offset past the end is the end.
    pub fn location(&self, offset: u32) -> Location {
        let starts = self.line_starts.get_or_init(|| line_starts(&self.text));
        let line = starts.partition_point(|&start| start <= offset) - 1;
        let before = &self.text[starts[line] as usize..(offset as usize).min(self.text.len())];
        Location { line: line as u32 + 1, column: before.chars().count() as u32 + 1 }
    }
}

/// Where each line begins. A line ends at LF, at CRLF, or at a lone CR.
fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let after = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
        .map(|at| at as u32 + 1);
    std::iter::once(0).chain(after).collect()
}
