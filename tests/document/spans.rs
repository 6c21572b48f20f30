//! The map from plain text to bytes is exact through emphasis, entities, breaks and marks.

use dutybound::document::{Document, Extent};

use super::read;

/// The source bytes that the first `words` of the plain text were read from.
fn written<'a>(text: &'a str, document: &Document, words: &str) -> &'a str {
    let start = document.plain.text().find(words).unwrap();
    let (start, end) = document.plain.source_range(Extent::new(start, start + words.len()));
    &text[start as usize..end as usize]
}

#[track_caller]
fn check(text: &str, words: &str, expected: &str) {
    let document = read(text);
    assert_eq!(written(text, &document, words), expected, "of {:?}", document.plain.text());
    let start = text.find(expected).unwrap() as u32;
    let back = document.plain.extent_of(start, start + expected.len() as u32);
    assert_eq!(document.text(back), words, "back from its bytes");
}

#[test]
fn markup_inside_a_keyword_is_spanned() {
    check("The board **must** **not** meet.", "must not", "must** **not");
    check("The board mu**st** meet.", "must", "mu**st");
    check("The board ***must*** meet.", "must", "must");
    check("The [board must](x.md) not meet.", "must not", "must](x.md) not");
}

#[test]
fn entities_and_escapes_keep_their_bytes() {
    check("The board m&#117;st meet.", "must", "m&#117;st");
    check("Fish &amp; chips must go.", "Fish & chips", "Fish &amp; chips");
    check("Fish &amp; chips must go.", "must", "must");
    check("The board&nbsp;must meet.", "board\u{a0}must", "board&nbsp;must");
    check("a \\* b must", "* b", "* b");
}

#[test]
fn every_line_end_is_a_space() {
    check("The board must\nnot meet.", "must not", "must\nnot");
    check("The board must\r\nnot meet.", "must not", "must\r\nnot");
    check("The board must\rnot meet.", "must not", "must\rnot");
    check("The board must  \nnot meet.", "must not", "must  \nnot");
    check("The board must\\\nnot meet.", "must not", "must\\\nnot");
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    let text = "\u{feff}# Code\r\n\r\n1.1 The board must meet.";
    check(text, "Code", "Code");
    check(text, "must meet.", "must meet.");
    assert_eq!(read(text).title.as_deref(), Some("Code"));
}

#[test]
fn footnote_marks_are_not_in_the_text() {
    let text = "The board must[^1] not meet.\n\n[^1]: At night.";
    check(text, "must not", "must[^1] not");
    let document = read(text);
    let mark = &document.marks[0];
    assert_eq!(
        (mark.label.as_str(), &document.plain.text()[..mark.at as usize]),
        ("1", "The board must")
    );
    let note = document.passage(mark.note.unwrap());
    assert_eq!(document.text(note.extent), "At night.");
}

#[test]
fn code_in_a_line_is_inert_and_exact() {
    let text = "Send `MUST` or ``a ` b`` and you must wait.";
    check(text, "MUST", "MUST");
    check(text, "a ` b", "a ` b");
    check(text, "must wait", "must wait");
    let document = read(text);
    let inert: Vec<&str> = document.inert.iter().map(|&extent| document.text(extent)).collect();
    assert_eq!(inert, ["MUST", "a ` b"]);
}

#[test]
fn cells_keep_their_bytes() {
    let text = "| Who | What |\n|---|---|\n| The *board* | must `a \\| b` meet |";
    check(text, "board", "board");
    check(text, "must", "must");
    check(text, "meet", "meet");
}

#[test]
fn labels_are_cut_and_known() {
    let text = "# Code\n\n**9.12** The board **must** meet.\n9.13. It should not.";
    check(text, "The board must", "The board **must");
    check(text, "It should not.", "It should not.");
    let document = read(text);
    let labels: Vec<&str> =
        document.paragraphs.iter().map(|paragraph| &text[paragraph.label.range()]).collect();
    assert_eq!(labels, ["9.12", "9.13"]);
    assert_eq!(document.plain.text().trim_end(), "Code\nThe board must meet.\nIt should not.");
    let bold: Vec<&str> = document.emphasis.iter().map(|e| document.text(e.extent)).collect();
    assert_eq!(bold, ["must"]);
}

#[test]
fn what_is_not_read_keeps_its_bytes() {
    let text = "---\ntitle: Code\n---\n\nText must ![sign you must obey](a.png) stay.\n\n```\nmust\n```\n\n<!-- must -->\n\nSee <img alt=\"you must\">.\n";
    let document = read(text);
    let code: Vec<&str> = document.code.iter().map(|span| &text[span.range()]).collect();
    assert_eq!(code.len(), 4);
    assert!(
        code[0].contains("title: Code") && code[1].contains("obey") && code[2].contains("must")
    );
    assert_eq!(
        document.comments.iter().map(|span| &text[span.range()]).collect::<Vec<_>>(),
        ["<!-- must -->"]
    );
    assert_eq!(document.plain.text().matches("must").count(), 1);
}
