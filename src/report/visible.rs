//! Text of a draft at a terminal or in a page: what would move the cursor, change colours or turn the line round is shown, not obeyed.

use std::borrow::Cow;

/// Text with a mark in place of each character that a terminal would obey.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.contains(is_obeyed) {
        Cow::Owned(text.replace(is_obeyed, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The same in a page, where white space does no harm.
pub(super) fn in_page(text: &str) -> Cow<'_, str> {
    let is_obeyed = |c: char| is_obeyed(c) && !c.is_whitespace();
    if text.contains(is_obeyed) {
        Cow::Owned(text.replace(is_obeyed, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Control characters, and those that set the direction of text.
fn is_obeyed(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn escape_codes_of_a_draft_reach_no_terminal() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}c"), "a\u{fffd}[2Jb\u{fffd}c");
    }
}
