//! Text of a draft inside Markdown.

/// Text that stays text: no markup, no cell borders, no HTML, no new line.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_of_a_draft_is_shown_and_not_obeyed() {
        assert_eq!(escaped("<script>|**must**\n"), "\\<script\\>\\|\\*\\*must\\*\\* ");
    }
}
