//! A text knows where its bytes lie: lines end at LF, CRLF or a lone CR; columns count characters.

use dutybound::source::{Location, Source, Unreadable};

fn located(text: &str, offset: u32) -> (u32, u32) {
    let source = Source::from_bytes("draft.md", text.as_bytes().to_vec()).unwrap();
    let Location { line, column } = source.location(offset);
    (line, column)
}

#[test]
fn lines_end_at_lf_at_crlf_and_at_a_lone_cr() {
    let text = "one\ntwo\r\nthree\rfour";
    assert_eq!(located(text, 0), (1, 1));
    assert_eq!(located(text, 4), (2, 1));
    assert_eq!(located(text, 7), (2, 4), "the CR of a CRLF is on the line it ends");
    assert_eq!(located(text, 8), (2, 5), "and so is its LF");
    assert_eq!(located(text, 9), (3, 1));
    assert_eq!(located(text, 15), (4, 1));
}

#[test]
fn columns_count_characters() {
    let text = "§ é 😀 must\r\n’must";
    let must = text.find("must").unwrap() as u32;
    assert_eq!(located(text, must), (1, 7));
    let second = text.rfind("must").unwrap() as u32;
    assert_eq!(located(text, second), (2, 2));
}

#[test]
fn an_offset_past_the_end_is_the_end() {
    assert_eq!(located("must", 4), (1, 5));
    assert_eq!(located("must", 400), (1, 5));
    assert_eq!(located("must\n", 400), (2, 1));
    assert_eq!(located("", 0), (1, 1));
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_place() {
    let read = |bytes: &[u8]| Source::from_bytes("draft.md", bytes.to_vec()).err();
    assert_eq!(read(b"must\0not"), Some(Unreadable::Binary { at: 4 }));
    assert_eq!(read(b"must\xffnot"), Some(Unreadable::NotUtf8 { at: 4 }));
    assert_eq!(read(b"caf\xc3"), Some(Unreadable::NotUtf8 { at: 3 }));
    assert!(Source::from_bytes("draft.md", Vec::new()).is_ok());
}
