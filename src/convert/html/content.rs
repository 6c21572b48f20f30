//! Which part of a page is its content, and which elements in it are not.

use super::tree::{Element, Node, NodeId, Tree};

/// The element that holds the content: what GOV.UK calls `content`, else the main part, if most of the text is in it; else the body,
/// else everything.
pub(super) fn root(tree: &Tree) -> NodeId {
    let whole = tree.elements().find(|(_, element)| element.name == "body").map_or(0, |(id, _)| id);
    let all = text_length(tree, whole, &|_| true);
    let holds_most = |id: NodeId| text_length(tree, id, &|_| true) * 2 >= all;
    let named = |found: &dyn Fn(&Element) -> bool| {
        tree.elements().find(|&(id, element)| found(element) && holds_most(id)).map(|(id, _)| id)
    };
    named(&|element| element.id == "content")
        .or_else(|| named(&|element| element.name == "main" || element.role == "main"))
        .unwrap_or(whole)
}

/// How much text stands under a node, furniture left out, where `counts` says so of the element around it.
fn text_length(tree: &Tree, id: NodeId, counts: &dyn Fn(&Element) -> bool) -> usize {
    let Some(element) = tree.element(id) else { return 0 };
    let lengths = element.children.iter().map(|&child| match tree.node(child) {
        Some(Node::Text(text)) if counts(element) => text.trim().len(),
        Some(Node::Element(inner)) if !is_always_furniture(inner) => {
            text_length(tree, child, counts)
        }
        _ => 0,
    });
    lengths.sum()
}

/// Elements that hold no text of the publication.
const FURNITURE: &[&str] = &[
    "audio", "button", "canvas", "datalist", "dialog", "footer", "form", "head", "iframe", "input",
    "label", "nav", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "video",
];

/// Classes of GOV.UK's components and of common page furniture.
const CLASSES: &[&str] = &[
    "gem-c-breadcrumbs",
    "gem-c-contents-list",
    "gem-c-contextual-sidebar",
    "gem-c-metadata",
    "gem-c-print-link",
    "gem-c-previous-and-next-navigation",
    "gem-c-related-navigation",
    "gem-c-share-links",
    "gem-c-single-page-notification-button",
    "gem-c-published-dates",
    "gem-c-feedback",
    "app-c-back-to-top",
    "app-c-contents-list-with-body__link-wrapper",
    "govuk-breadcrumbs",
    "govuk-skip-link",
    "govuk-visually-hidden",
    "visually-hidden",
    "dont-print",
    "print-link",
];

/// Whether an element is no content. What stands beside the text is content too, unless most of it is links.
pub(super) fn is_furniture(tree: &Tree, id: NodeId, element: &Element) -> bool {
    let is_beside = || element.name == "aside" || element.role == "complementary";
    let links = || text_length(tree, id, &|around| around.name == "a");
    is_always_furniture(element) || is_beside() && links() * 2 >= text_length(tree, id, &|_| true)
}

fn is_always_furniture(element: &Element) -> bool {
    element.hidden
        || FURNITURE.contains(&element.name.as_str())
        || matches!(element.role.as_str(), "navigation" | "search" | "banner" | "contentinfo")
        || CLASSES.iter().any(|class| element.has_class(class))
}
