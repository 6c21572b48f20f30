//! HTML as a tree: elements with what is needed of their attributes, forgiving of tags left open.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::super::{Limits, NotConverted};

/// Index of a node; 0 is the document.
pub(super) type NodeId = usize;

#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) class: String,
    pub(super) href: String,
    pub(super) role: String,
    /// The number a list begins with, or an item has.
    pub(super) start: Option<u32>,
    /// How the items of a list are counted: "1", "a", "i".
    pub(super) counted: String,
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) hidden: bool,
    pub(super) children: Vec<NodeId>,
}

#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// Elements that never have content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements whose start ends a paragraph left open.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

impl Tree {
    /// # Errors
    ///
    /// When elements nest deeper than the limit.
    pub(super) fn parse(html: &str, limits: &Limits) -> Result<Self, NotConverted> {
        let mut tree = Self { nodes: vec![Node::Element(Element::default())] };
        let mut open: Vec<NodeId> = vec![0];
        let mut emitter = DefaultEmitter::<()>::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Ok(Token::StartTag(tag)) => tree.start(&tag, &mut open),
                Ok(Token::EndTag(tag)) => tree.end(&lossy(&tag.name), &mut open),
                Ok(Token::String(text)) => tree.text(&lossy(&text), &open),
                Ok(_) => {}
                Err(error) => match error {},
            }
            if open.len() > limits.nesting {
                return Err(NotConverted::TooLarge {
                    what: "elements within elements",
                    limit: limits.nesting as u64,
                });
            }
        }
        Ok(tree)
    }

    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match self.nodes.get(id) {
            Some(Node::Element(element)) => Some(element),
            _ => None,
        }
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// All elements, in the order they begin.
    pub(super) fn elements(&self) -> impl Iterator<Item = (NodeId, &Element)> {
        self.nodes.iter().enumerate().filter_map(|(id, node)| match node {
            Node::Element(element) => Some((id, element)),
            Node::Text(_) => None,
        })
    }

    /// The node that each node stands in; the document stands in itself.
    pub(super) fn parents(&self) -> Vec<NodeId> {
        let mut parents = vec![0; self.nodes.len()];
        for (id, element) in self.elements() {
            for &child in &element.children {
                parents[child] = id;
            }
        }
        parents
    }

    fn start(&mut self, tag: &StartTag<()>, open: &mut Vec<NodeId>) {
        let element = Element::from_tag(tag);
        self.close_before(&element.name, open);
        let is_void = tag.self_closing || VOID.contains(&element.name.as_str());
        let id = self.add(Node::Element(element), open);
        if !is_void {
            open.push(id);
        }
    }

    fn add(&mut self, node: Node, open: &[NodeId]) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(node);
        if let Some(Node::Element(parent)) =
            open.last().and_then(|&parent| self.nodes.get_mut(parent))
        {
            parent.children.push(id);
        }
        id
    }

    /// Ends what a start tag ends by itself: a paragraph before a block, an item before an item, a cell before a cell.
    fn close_before(&mut self, name: &str, open: &mut Vec<NodeId>) {
        let (ended, stop): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "option" => (&["option"], &["select"]),
            _ => (&[], &[]),
        };
        let found = open.iter().rposition(|&id| {
            self.element(id).is_some_and(|open| {
                ended.contains(&open.name.as_str()) || stop.contains(&open.name.as_str())
            })
        });
        if let Some(at) = found.filter(|&at| {
            self.element(open[at]).is_some_and(|open| ended.contains(&open.name.as_str()))
        }) {
            open.truncate(at);
        }
        if BLOCKS.contains(&name)
            && let Some(at) = open.iter().rposition(|&id| {
                self.element(id).is_some_and(|open| BLOCKS.contains(&open.name.as_str()))
            })
            && self.element(open[at]).is_some_and(|open| open.name == "p")
        {
            open.truncate(at);
        }
    }

    fn end(&mut self, name: &str, open: &mut Vec<NodeId>) {
        let at =
            open.iter().rposition(|&id| self.element(id).is_some_and(|open| open.name == name));
        if let Some(at) = at.filter(|&at| at > 0) {
            open.truncate(at);
        }
    }

    fn text(&mut self, text: &str, open: &[NodeId]) {
        self.add(Node::Text(text.to_owned()), open);
    }
}

impl Element {
    fn from_tag(tag: &StartTag<()>) -> Self {
        let attribute = |name: &[u8]| {
            tag.attributes.get(name).map(|value| lossy(&value.value)).unwrap_or_default()
        };
        let span = |name: &[u8]| attribute(name).parse().unwrap_or(1).clamp(1, 50);
        Self {
            name: lossy(&tag.name),
            id: Some(attribute(b"id"))
                .filter(|id| !id.is_empty())
                .unwrap_or_else(|| attribute(b"name")),
            class: attribute(b"class"),
            href: attribute(b"href"),
            role: attribute(b"role"),
            start: attribute(b"start").parse().or_else(|_| attribute(b"value").parse()).ok(),
            counted: attribute(b"type"),
            columns: span(b"colspan"),
            rows: span(b"rowspan"),
            hidden: tag.attributes.contains_key(b"hidden".as_slice())
                || attribute(b"aria-hidden") == "true",
            children: Vec::new(),
        }
    }

    pub(super) fn has_class(&self, class: &str) -> bool {
        self.class.split_ascii_whitespace().any(|own| own == class)
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
