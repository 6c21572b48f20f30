//! Hostile input is read in time that grows with its size.

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

use super::read;

/// Reads a text, and fails where that takes much longer than any of these should, even unoptimised on a busy machine.
fn quickly(text: &str) -> usize {
    let start = Instant::now();
    let document = read(text);
    let taken = start.elapsed();
    assert!(taken < Duration::from_secs(40), "{} bytes took {taken:?}", text.len());
    document.passages.len()
}

#[test]
fn ten_thousand_lists_deep() {
    let list = "- ".repeat(10_000) + "must";
    assert_eq!(quickly(&list), 1);
    let numbered = "1. ".repeat(10_000) + "must";
    assert_eq!(quickly(&numbered), 1);
}

#[test]
fn ten_thousand_quotations_deep() {
    let quoted = format!("{}must\n", ">".repeat(10_000)).repeat(3);
    assert_eq!(quickly(&quoted), 1);
}

#[test]
fn a_hundred_thousand_footnotes() {
    let mut text = String::from("The board ");
    (0..100_000).for_each(|n| write!(text, "[^{n}] ").unwrap());
    text.push_str("\n\n");
    (0..100_000).for_each(|n| writeln!(text, "[^{n}]: It must.").unwrap());
    assert_eq!(quickly(&text), 100_001);
    assert_eq!(quickly(&"[^1]: must\n\n".repeat(20_000)), 20_000);
}

#[test]
fn one_long_line() {
    assert_eq!(quickly(&"The board must meet. ".repeat(100_000)), 1);
    assert_eq!(quickly(&"#".repeat(1_000_000)), 1);
    assert_eq!(quickly(&"9.".repeat(500_000)), 1);
    assert_eq!(quickly(&"*".repeat(1_000_000)), 0);
}

#[test]
fn what_opens_and_never_closes() {
    for opening in [
        "```\n", "<!-- ", "<div ", "[", "**a ", "| a ", "<script>", "`", "$E\n", "(a) ", "> [",
        "1) ",
    ] {
        quickly(&opening.repeat(20_000));
    }
}

#[test]
fn many_small_things() {
    for piece in [
        "9.12 A must.\n",
        "a) must\n",
        "# A\n",
        "• a\n\n",
        "1. a\n\n2. b\n\n",
        "\r",
        "i. A.\n\n",
        "A 1\n",
        "### Rule 1\n",
    ] {
        quickly(&piece.repeat(20_000));
    }
}
