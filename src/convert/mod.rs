//! Bytes of a PDF, Word, `OpenDocument`, HTML or text file → Markdown that the other stages read and a person would keep.

mod blocks;
mod charset;
mod html;
mod kind;
mod label;
mod limits;
mod looks;
mod markdown;
mod numbering;
mod odt;
mod package;
mod pdf;
mod place;
mod repack;
mod text;
mod word;
mod xml;

use std::{error::Error, fmt};

use crate::source::Source;

pub use kind::kind_of;
pub use limits::Limits;
pub use word::{Comment, commented};

/// A format that can be converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Pdf,
    Html,
    Word,
    OpenDocument,
    /// Plain text that is no Markdown.
    Text,
}

/// How a file is converted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub tracked: Tracked,
    pub limits: Limits,
}

/// Which side of a document's tracked changes is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tracked {
    /// As if every change had been accepted.
    #[default]
    Accepted,
    /// As it was before the changes: what was inserted is left out, what was deleted is kept.
    Old,
    /// The same words as [`Tracked::Accepted`]: the other side of [`Tracked::Old`].
    New,
}

/// Why a file could not be converted: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotConverted {
    /// The content is not what the ending or the first bytes promise, or it is broken beyond reading.
    Damaged { format: &'static str, what: String },
    /// A password is needed.
    Encrypted { format: &'static str },
    /// Pages without a text layer.
    Scanned { pages: usize },
    /// The text is there but its fonts do not say which characters it stands for.
    Unmapped,
    /// A format that no converter reads: "a spreadsheet".
    Unsupported { format: &'static str },
    /// Larger in some way than the limits allow.
    TooLarge { what: &'static str, limit: u64 },
}

impl fmt::Display for NotConverted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { format, what } => {
                write!(f, "not a readable {format} file ({what}); save it again and try that")
            }
            Self::Encrypted { format } => {
                write!(
                    f,
                    "this {format} file needs a password; save a copy without one and try that"
                )
            }
            Self::Scanned { pages } => write!(
                f,
                "no text on {pages} page(s): a scan; run a text recognition over it and try the result"
            ),
            Self::Unmapped => f.write_str(
                "its fonts do not say which characters they draw, so the text cannot be read; \
                 ask for the Word file, or run a text recognition over it",
            ),
            Self::Unsupported { format } => write!(
                f,
                "this is {format}; save it as .docx, .odt, .pdf, .html or .txt and try that"
            ),
            Self::TooLarge { what, limit } => {
                write!(
                    f,
                    "{what}: more than {limit} is refused, as a file made to do harm would be"
                )
            }
        }
    }
}

impl Error for NotConverted {}

/// Is told how many pages of a PDF are read, of how many, after each.
pub type OnPage<'f> = &'f dyn Fn(usize, usize);

/// The Markdown of a file's bytes.
///
/// # Errors
///
/// When the file is broken, encrypted, has no text, or goes over the limits: [`NotConverted`] says which.
pub fn to_markdown(kind: Kind, bytes: &[u8], options: &Options) -> Result<String, NotConverted> {
    to_markdown_watched(kind, bytes, options, &|_, _| ())
}

/// The same, for who wants to show how far it has come.
///
/// # Errors
///
/// As [`to_markdown`].
pub fn to_markdown_watched(
    kind: Kind,
    bytes: &[u8],
    options: &Options,
    on_page: OnPage<'_>,
) -> Result<String, NotConverted> {
    let content = match kind {
        Kind::Pdf => pdf::read(bytes, &options.limits, on_page)?,
        Kind::Word => word::read(bytes, options)?,
        Kind::OpenDocument => odt::read(bytes, options)?,
        Kind::Text => text::read(bytes),
        Kind::Html => html::read(bytes, options)?,
    };
    Ok(markdown::write(&content))
}

/// A file's bytes as the source that the other stages read: converted where they are no Markdown. `path` is how reports name it.
///
/// # Errors
///
/// When the file cannot be converted, or is no text. The error says why, for people.
pub fn to_source(
    path: &str,
    bytes: Vec<u8>,
    options: &Options,
    on_page: OnPage<'_>,
) -> Result<Source, Box<dyn Error>> {
    Ok(match kind_of(path, &bytes)? {
        Some(kind) => {
            Source::from_converted(path, to_markdown_watched(kind, &bytes, options, on_page)?)?
        }
        None => Source::from_bytes(path, bytes)?,
    })
}
