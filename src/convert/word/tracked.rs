//! Tracked changes: which side of them is read.

use roxmltree::Node;

use super::super::{Tracked, xml};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    Old,
    New,
}

impl From<Tracked> for View {
    fn from(tracked: Tracked) -> Self {
        match tracked {
            Tracked::Old => Self::Old,
            Tracked::Accepted | Tracked::New => Self::New,
        }
    }
}

impl View {
    /// The child elements that are there on the chosen side.
    pub(super) fn children_of<'a, 'i>(
        self,
        node: Node<'a, 'i>,
    ) -> impl Iterator<Item = Node<'a, 'i>> {
        node.children().filter(move |child| child.is_element() && self.shows(*child))
    }

    /// Whether what this element holds is there on the chosen side. Only elements of changes can be absent.
    pub(super) fn shows(self, node: Node<'_, '_>) -> bool {
        match xml::name(node) {
            "ins" | "moveTo" => self == Self::New,
            "del" | "moveFrom" => self == Self::Old,
            _ => true,
        }
    }

    /// Whether the end of this paragraph is there: one that was deleted joins it to the next.
    pub(super) fn ends(self, paragraph: Node<'_, '_>) -> bool {
        let mark =
            xml::child(paragraph, "pPr").and_then(|properties| xml::child(properties, "rPr"));
        mark.is_none_or(|mark| {
            mark.children().filter(Node::is_element).all(|node| self.shows(node))
        })
    }

    /// Whether a row is there.
    pub(super) fn shows_row(self, row: Node<'_, '_>) -> bool {
        xml::child(row, "trPr").is_none_or(|properties| {
            properties.children().filter(Node::is_element).all(|node| self.shows(node))
        })
    }
}
