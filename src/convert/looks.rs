//! How the styles of a word processor make text look, as far as the words are concerned.

use super::blocks::{Style, raised};

/// What a style or a run says of its text. `None` leaves it to the style it is based on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) capitals: Option<bool>,
    pub(super) raised: Option<bool>,
}

impl Looks {
    /// These, and where they are silent those.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
            capitals: self.capitals.or(other.capitals),
            raised: self.raised.or(other.raised),
        }
    }

    pub(super) fn style(self) -> Style {
        Style { bold: self.bold == Some(true), italic: self.italic == Some(true) }
    }

    pub(super) fn is_hidden(self) -> bool {
        self.hidden == Some(true)
    }

    /// Text as its looks show it: "must" in capitals is MUST, and a raised number is no part of the number before it.
    pub(super) fn shown(self, text: &str) -> String {
        if self.raised == Some(true) {
            return text.chars().map(raised).collect();
        }
        if self.capitals == Some(true) { text.to_uppercase() } else { text.to_owned() }
    }
}

/// A style and those it is based on, by `parent`. A circle of styles ends after a while.
pub(super) fn chain<'s, S>(
    first: Option<&'s S>,
    parent: impl FnMut(&&'s S) -> Option<&'s S>,
) -> impl Iterator<Item = &'s S> {
    std::iter::successors(first, parent).take(20)
}

/// Whether a style of this name, in lower case, is for quoted text.
pub(super) fn is_quotation(name: &str) -> bool {
    matches!(name, "quote" | "intense quote" | "quotation" | "quotations" | "block text")
}
