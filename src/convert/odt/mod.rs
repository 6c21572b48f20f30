//! `OpenDocument` text (.odt): as Word is read, with lists that the file itself nests.

mod body;
mod lists;
mod spans;
mod styles;

use super::{NotConverted, Options, Tracked, blocks::Content, package::Package, xml};
use body::Reader;
use lists::ListStyles;
use styles::Styles;

const FORMAT: &str = "OpenDocument";

/// # Errors
///
/// When the package or its XML is broken, encrypted, or goes over a limit.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Content, NotConverted> {
    let limits = &options.limits;
    let package = Package::open(bytes, FORMAT, limits)?;
    // A file with a password is a readable package of unreadable parts; its manifest says so.
    if xml::text(&package, "META-INF/manifest.xml")?.contains(":encryption-data") {
        return Err(NotConverted::Encrypted { format: FORMAT });
    }
    if !package.has("content.xml") {
        return Err(NotConverted::Damaged {
            format: FORMAT,
            what: "it has no text in it".to_owned(),
        });
    }
    let (text, common) = (xml::text(&package, "content.xml")?, xml::text(&package, "styles.xml")?);
    let content = xml::parse(&text, "content.xml", FORMAT, limits)?;
    let common = xml::parse(&common, "styles.xml", FORMAT, limits)?;
    let mut styles = Styles::default();
    let mut lists = ListStyles::default();
    for document in [&common, &content] {
        styles.read(document);
        lists.read(document);
    }
    let mut reader = Reader::new(&styles, &lists, options.tracked == Tracked::Old);
    reader.document(&content);
    Ok(reader.content())
}
