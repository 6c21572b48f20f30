//! Where a file's bytes become a source: read, converted where they are no Markdown, or refused with a reason.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use super::{files::InputFile, size};
use crate::{
    convert::{self, OnPage, Options},
    source::Source,
};

/// Reads one file. The error says why it could not be read, for people.
pub(super) fn read(
    file: &InputFile,
    max_bytes: u64,
    options: &Options,
    on_page: OnPage<'_>,
) -> Result<Source, String> {
    let bytes = bytes_of(file, max_bytes)?;
    convert::to_source(&file.name, bytes, options, on_page).map_err(|error| error.to_string())
}

/// The Markdown of a file in another format; `None` where the file is Markdown, or may be.
pub(super) fn converted(
    name: &str,
    bytes: &[u8],
    options: &Options,
    on_page: OnPage<'_>,
) -> Result<Option<String>, String> {
    let markdown = |kind| convert::to_markdown_watched(kind, bytes, options, on_page);
    convert::kind_of(name, bytes)
        .and_then(|kind| kind.map(markdown).transpose())
        .map_err(|error| error.to_string())
}

pub(super) fn bytes_of(file: &InputFile, max_bytes: u64) -> Result<Vec<u8>, String> {
    let Some(path) = &file.path else {
        return limited(io::stdin().lock(), 0, max_bytes);
    };
    let open = File::open(path).map_err(|error| reason(&error))?;
    let length = open.metadata().map_err(|error| reason(&error))?.len();
    if length > max_bytes {
        return Err(too_long(&size::shown(length), max_bytes));
    }
    limited(open, length, max_bytes)
}

/// Reads to the end, or to the limit: a stream does not say its length beforehand.
fn limited(from: impl Read, expected: u64, max_bytes: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0) + 1);
    from.take(max_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| reason(&error))?;
    if bytes.len() as u64 > max_bytes {
        return Err(too_long("what it holds", max_bytes));
    }
    Ok(bytes)
}

fn too_long(found: &str, max_bytes: u64) -> String {
    format!("{found} is more than the {} that --max-bytes allows", size::shown(max_bytes))
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "cannot be read: permission denied".to_owned(),
        io::ErrorKind::NotFound => "no such file".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

/// The text of a file that is no draft: a law. XML is taken as it stands; other formats are converted as drafts are.
pub(in crate::cli) fn text_of(
    path: &Path,
    max_bytes: u64,
    options: &Options,
    is_xml: bool,
) -> Result<String, String> {
    let open = File::open(path).map_err(|error| reason(&error))?;
    let length = open.metadata().map_err(|error| reason(&error))?.len();
    if length > max_bytes {
        return Err(too_long(&size::shown(length), max_bytes));
    }
    let bytes = limited(open, length, max_bytes)?;
    let name = path.display().to_string();
    // A conversion would join the lines of a plain text, and each line of a law may begin a provision.
    let is_plain = is_xml || path.extension().is_some_and(|it| it.eq_ignore_ascii_case("txt"));
    let markdown = if is_plain { None } else { converted(&name, &bytes, options, &|_, _| ())? };
    match markdown {
        Some(markdown) => Ok(markdown),
        None => String::from_utf8(bytes).map_err(|_| "not UTF-8 text".to_owned()),
    }
}
