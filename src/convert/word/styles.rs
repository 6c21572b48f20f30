//! Styles of a Word file: which are headings, which are numbered, which are bold.

use roxmltree::{Document, Node};
use rustc_hash::FxHashMap;

use super::{
    super::{
        looks::{self, Looks},
        xml,
    },
    tracked::View,
};

/// Reads run properties.
pub(super) fn looks_of(properties: Option<Node<'_, '_>>) -> Looks {
    let Some(properties) = properties else { return Looks::default() };
    let switch = |name| {
        xml::child(properties, name).map(|node| {
            !matches!(xml::attribute(node, "val"), Some("0" | "false" | "off" | "none"))
        })
    };
    Looks {
        bold: switch("b"),
        italic: switch("i"),
        hidden: switch("vanish"),
        capitals: switch("caps"),
        raised: xml::value(properties, "vertAlign").map(|place| place == "superscript"),
    }
}

/// What a paragraph or its style says of its place.
#[derive(Clone, Debug, Default)]
pub(super) struct Placing {
    /// 0 for the highest heading; 9 is body text.
    pub(super) outline: Option<u8>,
    /// Which list numbers it ("0" is none), and at what level.
    pub(super) list: Option<String>,
    pub(super) level: Option<u8>,
    /// In twentieths of a point.
    pub(super) indent: Option<i32>,
}

impl Placing {
    /// Reads paragraph properties.
    pub(super) fn of(properties: Option<Node<'_, '_>>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let numbers = xml::child(properties, "numPr");
        let indents = xml::child(properties, "ind");
        Self {
            outline: xml::value(properties, "outlineLvl").and_then(|level| level.parse().ok()),
            list: numbers.and_then(|numbers| xml::value(numbers, "numId")).map(str::to_owned),
            level: numbers
                .and_then(|numbers| xml::value(numbers, "ilvl"))
                .and_then(|level| level.parse().ok()),
            indent: indents
                .and_then(|node| {
                    xml::attribute(node, "left").or_else(|| xml::attribute(node, "start"))
                })
                .and_then(|twips| twips.parse().ok()),
        }
    }

    fn or(self, other: &Self) -> Self {
        Self {
            outline: self.outline.or(other.outline),
            list: self.list.or_else(|| other.list.clone()),
            level: self.level.or(other.level),
            indent: self.indent.or(other.indent),
        }
    }
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    looks: Looks,
    placing: Placing,
}

/// All styles of a file by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: FxHashMap<String, Style>,
    default_paragraph: Option<String>,
}

impl Styles {
    pub(super) fn read(document: &Document<'_>) -> Self {
        let mut styles = Self::default();
        for node in document.descendants().filter(|node| xml::name(*node) == "style") {
            let Some(id) = xml::attribute(node, "styleId") else { continue };
            if xml::attribute(node, "type") == Some("paragraph")
                && xml::attribute(node, "default") == Some("1")
            {
                styles.default_paragraph = Some(id.to_owned());
            }
            let style = Style {
                name: xml::value(node, "name").unwrap_or(id).to_lowercase(),
                based_on: xml::value(node, "basedOn").map(str::to_owned),
                looks: looks_of(xml::child(node, "rPr")),
                placing: Placing::of(xml::child(node, "pPr")),
            };
            styles.styles.insert(id.to_owned(), style);
        }
        styles
    }

    /// A style and those it is based on.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let find = |id: &str| self.styles.get(id);
        looks::chain(id.and_then(find), move |style| style.based_on.as_deref().and_then(find))
    }

    pub(super) fn looks(&self, id: Option<&str>) -> Looks {
        self.chain(id).fold(Looks::default(), |looks, style| looks.or(style.looks))
    }

    /// What the properties of a paragraph and its style say together.
    pub(super) fn placing(&self, properties: Option<Node<'_, '_>>, id: Option<&str>) -> Placing {
        let own = Placing::of(properties);
        self.chain(id).fold(own, |placing, style| placing.or(&style.placing))
    }

    /// The id of the style a paragraph has.
    pub(super) fn of_paragraph<'s>(&'s self, properties: Option<Node<'s, '_>>) -> Option<&'s str> {
        properties
            .and_then(|properties| xml::value(properties, "pStyle"))
            .or(self.default_paragraph.as_deref())
    }

    /// 1 for the title and the highest headings; `None` for text.
    pub(super) fn heading(&self, id: Option<&str>, placing: &Placing) -> Option<u8> {
        let named = self.chain(id).find_map(|style| match style.name.as_str() {
            "title" => Some(1),
            name => name.strip_prefix("heading ").and_then(|level| level.parse().ok()),
        });
        named
            .or(placing.outline.filter(|&level| level < 9).map(|level| level + 1))
            .filter(|&level| level >= 1)
    }

    pub(super) fn is_quotation(&self, id: Option<&str>) -> bool {
        self.chain(id).any(|style| looks::is_quotation(&style.name))
    }

    /// Whether the style is one of a list of contents, which repeats the headings.
    pub(super) fn is_contents(&self, id: Option<&str>) -> bool {
        self.chain(id).any(|style| {
            style.name.starts_with("toc ")
                || style.name == "contents heading"
                || style.name.starts_with("contents ")
                || style.name.starts_with("table of figures")
        })
    }
}

/// Properties as the chosen view has them: before a tracked change, where the old side is read.
pub(super) fn in_view<'a, 'i>(
    properties: Option<Node<'a, 'i>>,
    change: &str,
    view: View,
) -> Option<Node<'a, 'i>> {
    let properties = properties?;
    match view {
        View::Old => xml::child(properties, change)
            .and_then(|change| change.children().find(Node::is_element))
            .or(Some(properties)),
        View::New => Some(properties),
    }
}
