//! Which part of a page is its content, and which elements in it are not.

use super::tree::{Element, NodeId, Tree};

/// The element that holds the content: what GOV.UK calls `content`, else the main part, else the body, else everything.
pub(super) fn root(tree: &Tree) -> NodeId {
    let first = |found: &dyn Fn(&Element) -> bool| {
        tree.elements().find(|(_, element)| found(element)).map(|(id, _)| id)
    };
    first(&|element| element.id == "content")
        .or_else(|| first(&|element| element.name == "main" || element.role == "main"))
        .or_else(|| first(&|element| element.name == "body"))
        .unwrap_or(0)
}

/// Elements that hold no text of the publication.
const FURNITURE: &[&str] = &[
    "aside", "audio", "button", "canvas", "datalist", "dialog", "footer", "form", "head", "iframe",
    "input", "label", "nav", "noscript", "object", "script", "select", "style", "svg", "template",
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

pub(super) fn is_furniture(element: &Element) -> bool {
    element.hidden
        || FURNITURE.contains(&element.name.as_str())
        || matches!(
            element.role.as_str(),
            "navigation" | "search" | "banner" | "contentinfo" | "complementary"
        )
        || CLASSES.iter().any(|class| element.has_class(class))
}
