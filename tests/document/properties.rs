//! What holds for any input: extents are ordered, whole and in their bounds, and nothing panics.

use dutybound::document::{Document, Extent, PassageKind};
use proptest::prelude::*;

use super::read;

/// Pieces of Markdown and of drafts, to be thrown together.
const PIECES: [&str; 64] = [
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "    ",
    "# ",
    "## 3.2 ",
    "##Scope",
    "### Rule 253\n",
    "===\n",
    "---\n",
    "***\n",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "7) ",
    "12. ",
    "(a) ",
    "b) ",
    "ii. ",
    "iii. ",
    "• ",
    "– ",
    "9.12 ",
    "9.13. ",
    "5.12A ",
    "A.1 ",
    "E/9.17 ",
    "PM8: ",
    "> ",
    "> Example: ",
    "> [!NOTE]\n> ",
    "**must**",
    "*should*",
    "mu**st**",
    "`must`",
    "```\n",
    "~~~\n",
    "[^1]",
    "[^1]: ",
    "[^x]: note",
    "[link](a.md)",
    "![must](b.png)",
    "<!-- page 3 -->",
    "<!-- ",
    "<div>",
    "</div>\n",
    "<br>",
    "| a | b |\n|---|---|\n| c | d |\n",
    "|",
    "&amp;",
    "&#117;",
    "\u{a0}",
    "\u{feff}",
    "é",
    "😀",
    "The board must act.",
    "Local authorities should:",
    "in mid sentence",
    "Contents\n1. One 4\n2. Two 5\n3. Three 9\n",
];

fn soup() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60)
        .prop_map(|pieces| pieces.concat())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![soup(), "\\PC{0,80}", "[ \\n\\r#>*`|\\[\\]()a-c0-9.:^<!-]{0,80}"]
        .prop_map(|text| text.replace('\0', " "))
}

fn check_extent(document: &Document, source: &str, extent: Extent) {
    let plain = document.plain.text();
    assert!(plain.get(extent.range()).is_some(), "{extent:?} is on character borders");
    let (start, end) = document.plain.source_range(extent);
    assert!(
        source.get(start as usize..end as usize).is_some(),
        "{extent:?} has bytes {start}..{end}"
    );
}

fn check_passages(document: &Document, source: &str) {
    let mut end = 0;
    for passage in &document.passages {
        check_extent(document, source, passage.extent);
        let text = document.text(passage.extent);
        assert!(!text.is_empty() && text.trim() == text, "{text:?} is not blank at its ends");
        assert!(passage.extent.start >= end, "passages are in order");
        if end > 0 {
            assert_eq!(&document.plain.text()[end as usize..passage.extent.start as usize], "\n");
        }
        let row = matches!(passage.kind, PassageKind::HeaderRow { .. } | PassageKind::Row { .. });
        assert!(row || !text.contains('\n'), "{text:?} is one line");
        assert!((passage.part.0 as usize) < document.parts.len());
        end = passage.extent.end;
    }
    for (index, passage) in document.passages.iter().enumerate() {
        assert!(passage.lead_in.is_none_or(|id| (id.0 as usize) < index), "a lead-in comes before");
    }
}

fn check_paragraphs(document: &Document, source: &str) {
    let mut end = 0;
    let mut ids = std::collections::HashSet::new();
    for paragraph in &document.paragraphs {
        assert!(source.get(paragraph.label.range()).is_some());
        assert!(
            paragraph.passages.start >= end && paragraph.passages.end >= paragraph.passages.start
        );
        end = paragraph.passages.end;
        assert!(end as usize <= document.passages.len());
        assert!(ids.insert(&paragraph.id), "{} is unique", paragraph.id);
    }
    let slugs: std::collections::HashSet<_> =
        document.parts.iter().map(|part| &part.slug).collect();
    assert_eq!(slugs.len(), document.parts.len(), "slugs are unique");
    for (index, part) in document.parts.iter().enumerate().skip(1) {
        assert!(part.parent.is_some_and(|parent| (parent.0 as usize) < index));
    }
}

/// What the plain text took over as it stands maps back to itself.
fn check_characters(document: &Document, source: &str) {
    let plain = document.plain.text();
    for (at, c) in plain.char_indices().filter(|(_, c)| *c != '\n') {
        let (start, end) = document.plain.source_range(Extent::new(at, at + c.len_utf8()));
        let Some(bytes) = source.get(start as usize..end as usize) else {
            panic!("{c:?} at {at} has bytes {start}..{end} of {source:?}")
        };
        let written =
            bytes.starts_with(c) || c.is_whitespace() || bytes.starts_with('&') || c == '\u{fffd}';
        assert!(written, "{c:?} at {at} was {bytes:?} in {source:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_whole(text in text()) {
        let document = read(&text);
        check_passages(&document, &text);
        check_paragraphs(&document, &text);
        check_characters(&document, &text);
        let extents = document.cells.iter().map(|cell| cell.extent)
            .chain(document.emphasis.iter().map(|emphasis| emphasis.extent))
            .chain(document.links.iter().map(|link| link.extent))
            .chain(document.inert.iter().copied())
            .chain(document.parts.iter().flat_map(|part| [part.heading, part.name]));
        for extent in extents {
            check_extent(&document, &text, extent);
        }
        for mark in &document.marks {
            prop_assert!(document.plain.text().is_char_boundary(mark.at as usize));
        }
        for span in document.code.iter().chain(&document.comments) {
            prop_assert!(text.get(span.range()).is_some());
        }
        prop_assert!(document.emphasis.is_sorted_by_key(|emphasis| emphasis.extent.start));
        prop_assert!(document.marks.is_sorted_by_key(|mark| mark.at));
    }
}
