//! Lists of an `OpenDocument` file: how their levels are numbered, and how far each has been counted.

use roxmltree::{Document, Node};
use rustc_hash::FxHashMap;

use super::super::{
    numbering::{Counters, Format, Written},
    xml,
};

/// One level of a list style.
#[derive(Clone, Debug)]
struct Level {
    format: Format,
    start: u32,
    prefix: String,
    suffix: String,
    /// How many levels the number shows: 2 for "3.1".
    shown: usize,
    /// "%1%.%2%)": how newer files say all of the above.
    pattern: Option<String>,
}

/// The list styles of a file by name; headings are numbered by one without a name.
#[derive(Debug, Default)]
pub(super) struct ListStyles {
    styles: FxHashMap<String, FxHashMap<usize, Level>>,
}

impl ListStyles {
    pub(super) fn read(&mut self, document: &Document<'_>) {
        for node in document.descendants() {
            let name = match xml::name(node) {
                "list-style" => xml::attribute(node, "name").unwrap_or_default(),
                "outline-style" => "",
                _ => continue,
            };
            let levels = node.children().filter(Node::is_element);
            let levels = levels.filter_map(|level| {
                Some((xml::attribute(level, "level")?.parse().ok()?, Level::read(level)))
            });
            self.styles.insert(name.to_owned(), levels.collect());
        }
    }
}

impl Level {
    fn read(node: Node<'_, '_>) -> Self {
        let text = |name| xml::attribute(node, name).unwrap_or_default().to_owned();
        let format = match (xml::name(node), xml::attribute(node, "num-format")) {
            ("list-level-style-bullet" | "list-level-style-image", _) => Format::Bullet,
            (_, letter) => letter.and_then(Format::of_letter).unwrap_or(Format::None),
        };
        Self {
            format,
            start: xml::attribute(node, "start-value")
                .and_then(|start| start.parse().ok())
                .unwrap_or(1),
            prefix: text("num-prefix"),
            suffix: text("num-suffix"),
            shown: xml::attribute(node, "display-levels")
                .and_then(|shown| shown.parse().ok())
                .unwrap_or(1),
            pattern: xml::attribute(node, "num-list-format").map(str::to_owned),
        }
    }
}

/// Counts along the text.
#[derive(Debug, Default)]
pub(super) struct Running {
    counters: FxHashMap<String, Counters>,
    /// The list last seen of each style, for lists that go on.
    last: FxHashMap<String, String>,
    unnamed: usize,
}

impl Running {
    /// The key under which an outermost list counts: its own, or that of the list it continues.
    pub(super) fn begin(&mut self, list: Node<'_, '_>, style: &str) -> String {
        let continued = xml::attribute(list, "continue-list").map(str::to_owned);
        let goes_on = xml::attribute(list, "continue-numbering") == Some("true");
        let earlier =
            continued.or_else(|| goes_on.then(|| self.last.get(style).cloned()).flatten());
        let own = xml::attribute(list, "id").map_or_else(
            || {
                self.unnamed += 1;
                format!("unnamed {}", self.unnamed)
            },
            str::to_owned,
        );
        if let Some(counters) = earlier.and_then(|earlier| self.counters.get(&earlier).cloned()) {
            self.counters.insert(own.clone(), counters);
        }
        self.last.insert(style.to_owned(), own.clone());
        own
    }

    /// Counts a paragraph at `level` (from 1) and writes its number. `start` begins the level again.
    pub(super) fn next(
        &mut self,
        styles: &ListStyles,
        style: &str,
        key: &str,
        level: usize,
        start: Option<u32>,
    ) -> Option<Written> {
        let levels = styles.styles.get(style)?;
        let own = levels.get(&level)?;
        let counters = self.counters.entry(key.to_owned()).or_default();
        if start.is_some() {
            counters.restart(level - 1);
        }
        let first = |index: usize| levels.get(&(index + 1)).map_or(1, |level| level.start);
        counters.next(level - 1, |index| {
            start.filter(|_| index == level - 1).unwrap_or_else(|| first(index))
        });
        if own.format == Format::Bullet {
            return Some(Written::Bullet);
        }
        let label = own.write(levels, counters, level);
        (own.format != Format::None && !label.is_empty()).then_some(Written::Label(label))
    }
}

impl Level {
    fn write(&self, levels: &FxHashMap<usize, Self>, counters: &Counters, level: usize) -> String {
        let number = |level: usize| {
            let format = levels.get(&level).map_or(Format::Decimal, |level| level.format);
            format.write(counters.number(level - 1))
        };
        if let Some(pattern) = &self.pattern {
            let filled = (1..=level).fold(pattern.clone(), |text, level| {
                text.replace(&format!("%{level}%"), &number(level))
            });
            return filled.trim().to_owned();
        }
        let from = (level + 1).saturating_sub(self.shown.max(1)).max(1);
        let numbers: Vec<String> =
            (from..=level).map(number).filter(|number| !number.is_empty()).collect();
        format!("{}{}{}", self.prefix, numbers.join("."), self.suffix).trim().to_owned()
    }
}
