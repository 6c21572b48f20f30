//! Reads Crown Legislation Markup Language, as legislation.gov.uk gives it: a whole item, one provision, or the contents.
//!
//! The file is untrusted. roxmltree refuses a document type declaration, so there are no entities to expand and none to
//! fetch; it is a tree and not a stream of events, because a provision needs the words of those it lies in.

use roxmltree::{Document as Xml, Node};

use super::{
    Instrument, Status, StatusWord, Unreadable,
    builder::{Builder, Front},
};
use crate::{
    acts::{Kind, uri},
    document::Date,
    statements::Vocabulary,
};

/// Elements nest no deeper than this in any law; a file that does is an attack.
const DEEPEST: u32 = 200;

impl Instrument {
    /// Reads legislation.gov.uk XML. `file` is how reports name it.
    ///
    /// # Errors
    ///
    /// When it is no XML, has a document type declaration, or is no legislation.
    pub fn from_clml(file: &str, xml: &str, vocabulary: &Vocabulary) -> Result<Self, Unreadable> {
        let text = xml.trim_start_matches('\u{feff}');
        let tree = Xml::parse(text).map_err(|error| Unreadable::Xml(error.to_string()))?;
        let root = tree.root_element();
        if root.tag_name().name() != "Legislation" {
            return Err(Unreadable::NotLegislation);
        }
        let mut front = front(file, root);
        let division = front.kind.and_then(Kind::division).unwrap_or("section");
        let mark = xml.len() - text.len();
        let mut reader = Reader { builder: Builder::default(), division, mark };
        let place = Place {
            end: root.attribute("RestrictEndDate").and_then(Date::from_iso),
            ..Place::default()
        };
        reader.children(root, &place, 0);
        front.has_texts = !reader.builder.is_empty();
        if reader.builder.is_empty() {
            reader.contents(root);
        }
        Ok(reader.builder.finish(front, vocabulary))
    }
}

fn front(file: &str, root: Node<'_, '_>) -> Front {
    let said = |name: &str| root.descendants().find(|it| it.tag_name().name() == name);
    let value = |name: &str| said(name).and_then(|it| it.attribute("Value"));
    let words = |name: &str| said(name).and_then(|it| it.text()).map(|it| it.trim().to_owned());
    let address = words("identifier").and_then(|it| uri::read(&it));
    let root_id = root.attribute("IdURI").and_then(uri::read).map(|it| it.id);
    let id = root_id.or_else(|| {
        let series = series(value("DocumentMainType")?)?;
        Some(format!("{series}/{}/{}", value("Year")?, value("Number")?))
    });
    let title = words("title").unwrap_or_else(|| file.to_owned());
    let title = title.strip_prefix("The ").map_or(title.clone(), str::to_owned);
    Front {
        file: file.to_owned(),
        kind: Kind::of_title(&title).or_else(|| Kind::of_id(id.as_deref()?)),
        title,
        id,
        version: words("valid").or_else(|| words("modified")),
        is_whole: address.is_none_or(|it| it.provision.is_empty()),
        has_texts: true,
    }
}

/// The series of legislation.gov.uk that a type of document is in.
fn series(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "UnitedKingdomPublicGeneralAct" => "ukpga",
        "UnitedKingdomLocalAct" => "ukla",
        "UnitedKingdomChurchMeasure" => "ukcm",
        "UnitedKingdomStatutoryInstrument" => "uksi",
        "ScottishAct" => "asp",
        "ScottishStatutoryInstrument" => "ssi",
        "WelshParliamentAct" => "asc",
        "WelshNationalAssemblyAct" => "anaw",
        "WelshAssemblyMeasure" => "mwa",
        "WelshStatutoryInstrument" => "wsi",
        "NorthernIrelandAct" => "nia",
        "NorthernIrelandStatutoryRule" => "nisr",
        _ => return None,
    })
}

/// What a node inherits from those around it.
#[derive(Clone, Default)]
struct Place {
    /// The provision it is in.
    provision: Option<u32>,
    heading: Option<String>,
    /// "schedule/2", in one.
    schedule: Option<String>,
    /// "part/III", in one.
    part: Option<String>,
    status: Status,
    extent: Option<String>,
    /// The day the whole version ends on: it is no end of a provision's own.
    end: Option<Date>,
}

impl Place {
    fn with(&self, node: Node<'_, '_>) -> Self {
        let mut place = self.clone();
        match node.attribute("Status") {
            Some("Repealed") => place.status.word = StatusWord::Repealed,
            Some("Prospective") => place.status.word = StatusWord::Prospective,
            _ => {}
        }
        if node.attribute("Match") == Some("false") && node.attribute("RestrictEndDate").is_some() {
            place.status.word = StatusWord::Repealed;
        }
        let date = |name: &str| node.attribute(name).and_then(Date::from_iso);
        place.status.from = date("RestrictStartDate").or(place.status.from);
        place.status.until =
            date("RestrictEndDate").filter(|end| Some(*end) != self.end).or(place.status.until);
        place.extent = node.attribute("RestrictExtent").map(str::to_owned).or(place.extent);
        place
    }
}

struct Reader {
    builder: Builder,
    /// What the instrument's provisions are called: "section".
    division: &'static str,
    /// Bytes before the XML: a byte order mark.
    mark: usize,
}

impl Reader {
    fn children(&mut self, node: Node<'_, '_>, place: &Place, depth: u32) {
        if depth > DEEPEST {
            return;
        }
        for child in node.children().filter(Node::is_element) {
            self.node(child, place, depth + 1);
        }
    }

    fn node(&mut self, node: Node<'_, '_>, place: &Place, depth: u32) {
        match node.tag_name().name() {
            // Words put into another law, notes, and what is not of the text.
            "BlockAmendment" | "Commentaries" | "Metadata" | "Contents" | "Versions"
            | "Resources" | "Footnotes" | "ExplanatoryNotes" | "EarlierOrders" | "Tabular"
            | "Figure" | "PrimaryPrelims" | "SecondaryPrelims" | "SignedSection" | "Pnumber"
            | "Number" | "Title" | "TitleBlock" | "Reference" => {}
            "P1group" => {
                let mut inner = place.with(node);
                inner.heading = child_text(node, "Title");
                self.children(node, &inner, depth);
            }
            "Part" | "Chapter" => self.division(node, place, depth),
            "Schedule" => self.schedule(node, place, depth),
            "P1" | "P2" | "P3" | "P4" | "P5" | "P6" => self.provision(node, place, depth),
            "Text" | "ListItem" => {
                if let Some(provision) = place.provision {
                    self.builder.text(provision, &words(node));
                }
            }
            _ => self.children(node, &place.with(node), depth),
        }
    }

    fn provision(&mut self, node: Node<'_, '_>, place: &Place, depth: u32) {
        let mut inner = place.with(node);
        let number =
            child_text(node, "Pnumber").map(|it| it.replace(|c: char| !c.is_alphanumeric(), ""));
        let Some(number) = number.filter(|it| !it.is_empty()) else {
            return self.children(node, &inner, depth);
        };
        let is_top = node.tag_name().name() == "P1";
        let path = match (place.provision.filter(|_| !is_top), &place.schedule) {
            (Some(parent), _) => format!("{}/{number}", self.builder.path(parent)),
            (None, Some(schedule)) => format!("{schedule}/paragraph/{number}"),
            (None, None) => format!("{}/{number}", self.division),
        };
        let parent = place.provision.filter(|_| !is_top);
        if is_blank(node) {
            inner.status.word = StatusWord::Repealed;
        }
        let (heading, status, extent) = (inner.heading.clone(), inner.status, inner.extent.clone());
        let at = self.mark + node.range().start;
        inner.provision = Some(self.builder.open(path, at, parent, heading, status, extent));
        self.children(node, &inner, depth);
    }

    /// "Part III", "Chapter 1" of it.
    fn division(&mut self, node: Node<'_, '_>, place: &Place, depth: u32) {
        let mut inner = place.with(node);
        let name = node.tag_name().name().to_lowercase();
        if let Some(number) = child_text(node, "Number")
            .and_then(|it| it.split_whitespace().last().map(str::to_owned))
        {
            let outer = place
                .part
                .as_ref()
                .or(place.schedule.as_ref())
                .map_or(String::new(), |it| format!("{it}/"));
            let path = format!("{outer}{name}/{number}");
            self.builder.divisions.push(path.clone());
            inner.part = Some(path);
        }
        self.children(node, &inner, depth);
    }

    fn schedule(&mut self, node: Node<'_, '_>, place: &Place, depth: u32) {
        let mut inner = place.with(node);
        let number = child_text(node, "Number").unwrap_or_default();
        let number = number.split_whitespace().nth(1).unwrap_or("");
        let path =
            if number.is_empty() { "schedule".to_owned() } else { format!("schedule/{number}") };
        self.builder.divisions.push(path.clone());
        (inner.schedule, inner.part, inner.heading) = (Some(path), None, None);
        self.children(node, &inner, depth);
    }

    /// A contents list: numbers and headings.
    fn contents(&mut self, root: Node<'_, '_>) {
        for item in root.descendants().filter(|it| it.tag_name().name() == "ContentsItem") {
            let place = Place::default().with(item);
            let address = item.attribute("IdURI").and_then(uri::read).map(|it| it.provision);
            let numbered = || {
                child_text(item, "ContentsNumber")
                    .map(|number| format!("{}/{number}", self.division))
            };
            let Some(path) = address.filter(|it| !it.is_empty()).or_else(numbered) else {
                continue;
            };
            self.builder.open(
                path,
                self.mark + item.range().start,
                None,
                child_text(item, "ContentsTitle"),
                place.status,
                place.extent,
            );
        }
    }
}

/// A repealed provision has a row of dots for its words.
fn is_blank(node: Node<'_, '_>) -> bool {
    let mut texts = node.descendants().filter(|it| it.tag_name().name() == "Text").peekable();
    texts.peek().is_some()
        && texts.all(|it| {
            let words = words(it);
            words.len() > 4 && words.chars().all(|c| matches!(c, '.' | ' ' | '\u{2026}'))
        })
}

fn child_text(node: Node<'_, '_>, name: &str) -> Option<String> {
    node.children().find(|it| it.tag_name().name() == name).map(words)
}

/// The words of a node in one line. What was repealed is left out, unless it still holds somewhere.
fn words(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    collect(node, &mut text, 0);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect(node: Node<'_, '_>, text: &mut String, depth: u32) {
    for child in node.children().filter(|_| depth < DEEPEST) {
        match child.tag_name().name() {
            "CommentaryRef" | "FootnoteRef" | "BlockAmendment" => {}
            "Repeal" if child.attribute("RetainText") != Some("true") => {}
            _ if child.is_text() => text.push_str(child.text().unwrap_or("")),
            _ => collect(child, text, depth + 1),
        }
    }
}
