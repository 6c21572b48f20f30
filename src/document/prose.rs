//! Tells indented prose from code.

/// Characters that code is full of and prose has none of.
const CODE: [char; 10] = ['{', '}', '<', '>', '=', '\\', '|', '$', '`', '_'];

/// Whether an indented block is text up to its first empty line: words, and none of the characters of code.
pub(super) fn reads_as_prose(block: &str) -> bool {
    let end =
        block.lines().take_while(|line| !line.trim().is_empty()).map(|line| line.len() + 1).sum();
    let block = block.get(..end).unwrap_or(block);
    let first = block.trim_start().lines().next().unwrap_or_default();
    let starts =
        first.starts_with(|c: char| c.is_alphabetic() || "(“‘\"'•–-0123456789".contains(c));
    let words = first.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    starts && words.count() >= 3 && !block.contains(CODE)
}
