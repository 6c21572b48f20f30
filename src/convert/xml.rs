//! XML parts of packages: no document type, so no entities to grow; nesting within the limit.

use std::borrow::Cow;

use roxmltree::{Document, Node, ParsingOptions};

use super::{Limits, NotConverted, charset, package::Package};

/// A part's text, to be parsed by [`parse`]; empty where the package has no such part.
pub(super) fn text(package: &Package<'_>, name: &str) -> Result<String, NotConverted> {
    let bytes = package.part(name)?.unwrap_or_default();
    Ok(match charset::decoded(&bytes) {
        Cow::Borrowed(text) => text.to_owned(),
        Cow::Owned(text) => text,
    })
}

/// # Errors
///
/// When the text is no well-formed XML, declares a document type, or nests deeper than the limit.
pub(super) fn parse<'t>(
    text: &'t str,
    part: &str,
    format: &'static str,
    limits: &Limits,
) -> Result<Document<'t>, NotConverted> {
    let text = if text.trim().is_empty() { "<none/>" } else { text };
    let options = ParsingOptions { nodes_limit: 20_000_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| {
        NotConverted::Damaged { format, what: format!("its part {part} is no XML: {error}") }
    })?;
    if depth(&document) > limits.nesting {
        return Err(NotConverted::TooLarge {
            what: "elements within elements",
            limit: limits.nesting as u64,
        });
    }
    Ok(document)
}

/// How deep its elements nest, found without nesting: parents come before their children.
fn depth(document: &Document<'_>) -> usize {
    let mut depths: Vec<usize> = Vec::new();
    for node in document.root().descendants() {
        let above = node.parent().and_then(|parent| depths.get(parent.id().get_usize())).copied();
        depths.resize(node.id().get_usize() + 1, 0);
        if let Some(depth) = depths.last_mut() {
            *depth = above.map_or(0, |above| above + 1);
        }
    }
    depths.into_iter().max().unwrap_or(0)
}

/// The first child element of this name, whatever its namespace.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// An attribute by its name without prefix.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The `val` attribute of a child: how Word writes most properties.
pub(super) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name).and_then(|child| attribute(child, "val"))
}

pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}
