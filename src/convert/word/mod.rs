//! Word (.docx): the text in one view of its tracked changes, with headings by style and automatic numbers written out.

mod body;
mod numbering;
mod runs;
mod styles;
mod tables;
mod tracked;

use roxmltree::Document;
use rustc_hash::FxHashMap;

use super::{Limits, NotConverted, Options, blocks::Content, package::Package, xml};
use body::Reader;

const FORMAT: &str = "Word";

/// # Errors
///
/// When the package or its XML is broken, encrypted, or goes over a limit.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Content, NotConverted> {
    let limits = &options.limits;
    let package = Package::open(bytes, FORMAT, limits)?;
    let main = main_part(&package, limits)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let part = |name: &str| {
        xml::text(
            &package,
            &if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") },
        )
    };
    let texts = [
        part("styles.xml")?,
        part("numbering.xml")?,
        part("footnotes.xml")?,
        part("endnotes.xml")?,
    ];
    let parse = |text, name| xml::parse(text, name, FORMAT, limits);
    let (styles, numbering) = (parse(&texts[0], "styles.xml")?, parse(&texts[1], "numbering.xml")?);
    let notes = [parse(&texts[2], "footnotes.xml")?, parse(&texts[3], "endnotes.xml")?];
    let file = main.rsplit_once('/').map_or(main.as_str(), |(_, file)| file);
    let links = part(&format!("_rels/{file}.rels"))?;
    let links = targets(&parse(&links, "document.xml.rels")?);
    let text = xml::text(&package, &main)?;
    let document = parse(&text, &main)?;
    let mut reader =
        Reader::new(&styles, &numbering, notes.each_ref(), links, options.tracked.into());
    reader.document(&document);
    Ok(reader.content())
}

/// Where the text is, as the package says.
fn main_part(package: &Package<'_>, limits: &Limits) -> Result<String, NotConverted> {
    let text = xml::text(package, "_rels/.rels")?;
    let document = xml::parse(&text, "_rels/.rels", FORMAT, limits)?;
    let told = document
        .descendants()
        .find(|node| {
            xml::attribute(*node, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        })
        .and_then(|node| xml::attribute(node, "Target"));
    let name = told.unwrap_or("word/document.xml").trim_start_matches('/').to_owned();
    if package.has(&name) {
        return Ok(name);
    }
    Err(NotConverted::Damaged { format: FORMAT, what: "it has no document in it".to_owned() })
}

/// What the ids of links stand for.
fn targets(document: &Document<'_>) -> FxHashMap<String, String> {
    let links = document
        .descendants()
        .filter(|node| xml::attribute(*node, "TargetMode") == Some("External"));
    links
        .filter_map(|link| {
            Some((
                xml::attribute(link, "Id")?.to_owned(),
                xml::attribute(link, "Target")?.to_owned(),
            ))
        })
        .collect()
}
