//! Styles of an `OpenDocument` file: bold, italic, hidden, raised, and which list numbers a paragraph.

use roxmltree::{Document, Node};
use rustc_hash::FxHashMap;

use super::super::{
    looks::{self, Looks},
    xml,
};

/// Reads text properties.
fn looks_of(properties: Node<'_, '_>) -> Looks {
    let is = |name, found: fn(&str) -> bool| xml::attribute(properties, name).map(found);
    Looks {
        bold: is("font-weight", |weight| {
            weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600)
        }),
        italic: is("font-style", |slant| slant != "normal"),
        hidden: is("display", |display| display == "none"),
        capitals: is("text-transform", |change| change == "uppercase"),
        raised: is("text-position", |place| {
            place.starts_with("super")
                || place.starts_with(|c: char| c.is_ascii_digit() && c != '0')
        }),
    }
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    shown_name: String,
    looks: Looks,
}

/// Styles of both parts by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: FxHashMap<(bool, String), Style>,
}

impl Styles {
    pub(super) fn read(&mut self, document: &Document<'_>) {
        for node in document.descendants().filter(|node| xml::name(*node) == "style") {
            let (Some(name), Some(family)) =
                (xml::attribute(node, "name"), xml::attribute(node, "family"))
            else {
                continue;
            };
            let style = Style {
                parent: xml::attribute(node, "parent-style-name").map(str::to_owned),
                shown_name: xml::attribute(node, "display-name")
                    .map_or_else(|| name.replace("_20_", " "), str::to_owned)
                    .to_lowercase(),
                looks: xml::child(node, "text-properties").map(looks_of).unwrap_or_default(),
            };
            self.styles.insert((family == "text", name.to_owned()), style);
        }
    }

    /// A style and its parents.
    fn chain(&self, of_text: bool, name: Option<&str>) -> impl Iterator<Item = &Style> {
        let find = move |name: &str| self.styles.get(&(of_text, name.to_owned()));
        looks::chain(name.and_then(find), move |style| style.parent.as_deref().and_then(find))
    }

    pub(super) fn looks(&self, of_text: bool, name: Option<&str>) -> Looks {
        self.chain(of_text, name).fold(Looks::default(), |looks, style| looks.or(style.looks))
    }

    pub(super) fn is_title(&self, name: Option<&str>) -> bool {
        self.chain(false, name).any(|style| style.shown_name == "title")
    }

    pub(super) fn is_quotation(&self, name: Option<&str>) -> bool {
        self.chain(false, name).any(|style| looks::is_quotation(&style.shown_name))
    }
}
