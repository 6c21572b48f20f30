//! Word's automatic numbering: `numbering.xml`, counted out along the text.

use roxmltree::{Document, Node};
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{
    numbering::{Counters, Format, Written},
    xml,
};

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: Format,
    /// "%1.%2" with a place for the number of each level.
    text: String,
    /// Numbers of the levels above are written in figures, whatever their own format.
    legal: bool,
    indent: Option<i32>,
}

/// A list as text refers to it.
#[derive(Debug, Default)]
struct List {
    definition: String,
    /// Levels that begin again, and with what.
    starts: FxHashMap<usize, u32>,
    levels: FxHashMap<usize, Level>,
}

/// All lists of a file, and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: FxHashMap<String, FxHashMap<usize, Level>>,
    lists: FxHashMap<String, List>,
    counters: FxHashMap<String, Counters>,
    begun: FxHashSet<(String, usize)>,
}

impl Numbering {
    pub(super) fn read(document: &Document<'_>) -> Self {
        let mut numbering = Self::default();
        let mut links = FxHashMap::default();
        let mut named = FxHashMap::default();
        for node in document.root_element().children().filter(Node::is_element) {
            match (
                xml::name(node),
                xml::attribute(node, "abstractNumId"),
                xml::attribute(node, "numId"),
            ) {
                ("abstractNum", Some(id), _) => {
                    numbering.definitions.insert(id.to_owned(), levels(node));
                    if let Some(style) = xml::value(node, "numStyleLink") {
                        links.insert(id.to_owned(), style.to_owned());
                    }
                    if let Some(style) = xml::value(node, "styleLink") {
                        named.insert(style.to_owned(), id.to_owned());
                    }
                }
                ("num", _, Some(id)) => {
                    drop(numbering.lists.insert(id.to_owned(), List::read(node)));
                }
                _ => {}
            }
        }
        for list in numbering.lists.values_mut() {
            if let Some(id) = links.get(&list.definition).and_then(|style| named.get(style)) {
                list.definition.clone_from(id);
            }
        }
        numbering
    }

    /// Counts a paragraph of this list and level, and writes its number.
    pub(super) fn next(&mut self, list: &str, level: usize) -> Option<Written> {
        let found = self.lists.get(list)?;
        let own = self.level(found, level)?;
        let counters = self.counters.entry(found.definition.clone()).or_default();
        if found.starts.contains_key(&level) && self.begun.insert((list.to_owned(), level)) {
            counters.restart(level);
        }
        let levels = self.definitions.get(&found.definition);
        let start = |level: usize| {
            let defined =
                found.levels.get(&level).or_else(|| levels.and_then(|levels| levels.get(&level)));
            found.starts.get(&level).copied().or(defined.map(|level| level.start)).unwrap_or(1)
        };
        counters.next(level, start);
        let counters = counters.clone();
        match own.format {
            Format::Bullet => Some(Written::Bullet),
            _ => Some(Written::Label(self.written(found, &own, &counters)))
                .filter(|label| *label != Written::Label(String::new())),
        }
    }

    /// How far text at this level is indented, where the list says so.
    pub(super) fn indent(&self, list: &str, level: usize) -> Option<i32> {
        self.lists.get(list).and_then(|list| self.level(list, level)).and_then(|level| level.indent)
    }

    fn level(&self, list: &List, level: usize) -> Option<Level> {
        let defined = || self.definitions.get(&list.definition)?.get(&level);
        list.levels.get(&level).or_else(defined).cloned()
    }

    fn written(&self, list: &List, own: &Level, counters: &Counters) -> String {
        let mut out = String::new();
        let mut rest = own.text.chars().peekable();
        while let Some(c) = rest.next() {
            let place = rest
                .peek()
                .and_then(|digit| digit.to_digit(10))
                .filter(|&digit| c == '%' && digit > 0);
            let Some(place) = place else {
                out.push(c);
                continue;
            };
            rest.next();
            let level = place as usize - 1;
            let format = if own.legal {
                Format::Decimal
            } else {
                self.level(list, level).map_or(Format::Decimal, |level| level.format)
            };
            out.push_str(&format.write(counters.number(level)));
        }
        out.trim().to_owned()
    }
}

impl List {
    fn read(node: Node<'_, '_>) -> Self {
        let mut list = Self {
            definition: xml::value(node, "abstractNumId").unwrap_or_default().to_owned(),
            ..Self::default()
        };
        for change in node.children().filter(|child| xml::name(*child) == "lvlOverride") {
            let Some(level) = xml::attribute(change, "ilvl").and_then(|level| level.parse().ok())
            else {
                continue;
            };
            if let Some(start) =
                xml::value(change, "startOverride").and_then(|start| start.parse().ok())
            {
                list.starts.insert(level, start);
            }
            list.levels.extend(levels(change));
        }
        list
    }
}

fn levels(node: Node<'_, '_>) -> FxHashMap<usize, Level> {
    let found = node.children().filter(|child| xml::name(*child) == "lvl");
    found
        .filter_map(|level| {
            Some((xml::attribute(level, "ilvl")?.parse().ok()?, Level::read(level)))
        })
        .collect()
}

impl Level {
    fn read(node: Node<'_, '_>) -> Self {
        let indents = xml::child(node, "pPr").and_then(|properties| xml::child(properties, "ind"));
        let number = |name| xml::value(node, name).and_then(|value| value.parse().ok());
        Self {
            start: number("start").unwrap_or(1),
            format: format(xml::value(node, "numFmt").unwrap_or("decimal")),
            text: xml::value(node, "lvlText").unwrap_or_default().to_owned(),
            legal: xml::child(node, "isLgl").is_some(),
            indent: indents
                .and_then(|indents| {
                    xml::attribute(indents, "left").or_else(|| xml::attribute(indents, "start"))
                })
                .and_then(|twips| twips.parse().ok()),
        }
    }
}

fn format(name: &str) -> Format {
    match name {
        "decimalZero" => Format::Padded,
        "lowerLetter" => Format::LowerLetter,
        "upperLetter" => Format::UpperLetter,
        "lowerRoman" => Format::LowerRoman,
        "upperRoman" => Format::UpperRoman,
        "bullet" => Format::Bullet,
        "none" => Format::None,
        _ => Format::Decimal,
    }
}
