//! Footnotes: marks in the text that link to notes, whatever program wrote the page.

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    super::label::pattern,
    tree::{BLOCKS, Element, Node, NodeId, Tree},
};

/// Anchors of notes: "fn:3", "fn3", "_ftn3", "footnote-3", "note3".
static ANCHOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[_#]*(?:fn|ftn|en|edn|(?:foot|end)?note)(?:s|text|def)?[-_:.]*[0-9]+[a-z]?$")
});
/// What a mark reads: "3", "[3]", "*", "[footnote 3]".
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s\[(]*(?:(?:foot|end)?note)?\s*(?:[0-9]{1,4}|[a-z]|[ivxl]{1,5}|[*†‡§]{1,3})[\s\])]*$",
    )
});

/// The notes of a page, in the order of their marks.
#[derive(Default)]
pub(super) struct Notes {
    /// Which note an anchor stands for.
    by_anchor: FxHashMap<String, usize>,
    pub(super) nodes: Vec<NodeId>,
    taken: FxHashSet<NodeId>,
}

impl Notes {
    pub(super) fn of(tree: &Tree) -> Self {
        let parents = tree.parents();
        let anchors: FxHashMap<&str, NodeId> = tree
            .elements()
            .filter(|(_, element)| !element.id.is_empty())
            .map(|(id, element)| (element.id.as_str(), id))
            .collect();
        let mut notes = Self::default();
        for (mark, element) in tree.elements() {
            let Some(anchor) = element.href.strip_prefix('#') else { continue };
            if !is_mark(tree, mark, element, anchor) {
                continue;
            }
            let block =
                anchors.get(anchor).and_then(|&target| block_around(tree, &parents, target));
            let Some(block) = block.filter(|&block| !holds(&parents, block, mark)) else {
                continue;
            };
            let next = notes.nodes.len();
            if notes.taken.insert(block) {
                notes.nodes.push(block);
            }
            let index = notes.nodes.iter().position(|&node| node == block).unwrap_or(next);
            notes.by_anchor.insert(anchor.to_owned(), index);
        }
        notes
    }

    /// The note that a link to this address is the mark of.
    pub(super) fn marked_by(&self, href: &str) -> Option<usize> {
        self.by_anchor.get(href.strip_prefix('#')?).copied()
    }

    /// Whether a node is a note, and so no text of the place where it stands.
    pub(super) fn has(&self, node: NodeId) -> bool {
        self.taken.contains(&node)
    }
}

fn is_mark(tree: &Tree, id: NodeId, link: &Element, anchor: &str) -> bool {
    let told =
        link.role == "doc-noteref" || link.has_class("footnote") || link.has_class("footnote-ref");
    (told || ANCHOR.is_match(anchor)) && MARK.is_match(&text_of(tree, id))
}

/// Whether a link leads from a note back to its mark.
pub(super) fn leads_back(link: &Element) -> bool {
    let target = link.href.trim_start_matches(['#', '_']);
    let to_mark = link.href.starts_with('#')
        && ["fnref", "ftnref", "ednref", "footnote-ref"]
            .iter()
            .any(|start| target.starts_with(start));
    to_mark
        || link.role == "doc-backlink"
        || link.class.contains("reversefootnote")
        || link.class.contains("footnote-back")
}

fn text_of(tree: &Tree, id: NodeId) -> String {
    let Some(element) = tree.element(id) else { return String::new() };
    let texts = element.children.iter().map(|&child| match tree.node(child) {
        Some(Node::Text(text)) => text.clone(),
        _ => text_of(tree, child),
    });
    texts.collect()
}

/// The block a node is or stands in.
fn block_around(tree: &Tree, parents: &[NodeId], node: NodeId) -> Option<NodeId> {
    above(parents, node)
        .find(|&id| tree.element(id).is_some_and(|element| BLOCKS.contains(&element.name.as_str())))
}

fn holds(parents: &[NodeId], outer: NodeId, inner: NodeId) -> bool {
    above(parents, inner).any(|id| id == outer)
}

/// A node and those around it, innermost first.
fn above(parents: &[NodeId], node: NodeId) -> impl Iterator<Item = NodeId> {
    std::iter::successors(Some(node), |&id| parents.get(id).copied().filter(|&parent| parent < id))
}
