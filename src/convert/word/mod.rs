//! Word (.docx): the text in one view of its tracked changes, with headings by style and automatic numbers written out.

mod body;
mod comments;
mod numbering;
mod runs;
mod styles;
mod tables;
mod trace;
mod tracked;

use roxmltree::Document;
use rustc_hash::FxHashMap;

use super::{Limits, NotConverted, Options, blocks::Content, package::Package, xml};
use body::Reader;
pub use comments::{Comment, commented};
use trace::Segment;

const FORMAT: &str = "Word";

/// # Errors
///
/// When the package or its XML is broken, encrypted, or goes over a limit.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Content, NotConverted> {
    let parts = Parts::read(bytes, &options.limits)?;
    Ok(parts.content(options)?.0)
}

/// A Word file, opened.
struct Parts<'b> {
    package: Package<'b>,
    /// The name of the part that holds the text.
    main: String,
    text: String,
}

impl<'b> Parts<'b> {
    fn read(bytes: &'b [u8], limits: &Limits) -> Result<Self, NotConverted> {
        let package = Package::open(bytes, FORMAT, limits)?;
        let main = main_part(&package, limits)?;
        let text = xml::text(&package, &main)?;
        Ok(Self { package, main, text })
    }

    /// The name of a part in the folder of the text.
    fn beside(&self, name: &str) -> String {
        self.main
            .rsplit_once('/')
            .map_or_else(|| name.to_owned(), |(folder, _)| format!("{folder}/{name}"))
    }

    /// The part that says where the links of the text lead.
    fn links_part(&self) -> String {
        let file = self.main.rsplit_once('/').map_or(self.main.as_str(), |(_, file)| file);
        self.beside(&format!("_rels/{file}.rels"))
    }

    /// What the file holds, and which of its text elements that came from.
    fn content(&self, options: &Options) -> Result<(Content, Vec<Segment>), NotConverted> {
        let text = |name: &str| xml::text(&self.package, &self.beside(name));
        let texts = [
            text("styles.xml")?,
            text("numbering.xml")?,
            text("footnotes.xml")?,
            text("endnotes.xml")?,
        ];
        let parse = |text, name| xml::parse(text, name, FORMAT, &options.limits);
        let (styles, numbering) =
            (parse(&texts[0], "styles.xml")?, parse(&texts[1], "numbering.xml")?);
        let notes = [parse(&texts[2], "footnotes.xml")?, parse(&texts[3], "endnotes.xml")?];
        let links = xml::text(&self.package, &self.links_part())?;
        let links = targets(&parse(&links, "document.xml.rels")?);
        let document = parse(&self.text, &self.main)?;
        let mut reader =
            Reader::new(&styles, &numbering, notes.each_ref(), links, options.tracked.into());
        reader.document(&document);
        Ok(reader.content())
    }
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
            let id = xml::attribute(link, "Id")?.to_owned();
            Some((id, xml::attribute(link, "Target")?.to_owned()))
        })
        .collect()
}
