//! The little of HTML that stands in drafts: comments, page marks, and text between tags.

use std::ops::Range;

/// A piece of an HTML block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Comment,
    Text,
    /// White space with a line end in it, or a tag that breaks the line.
    Space,
    /// A tag inside running text.
    Tag,
    /// A tag that begins or ends a block of text.
    Border,
    /// What a script or a style sheet holds, or a picture.
    Script,
}

/// Tags that stand inside running text; every other tag is a border.
const INLINE: [&str; 16] = [
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "u",
];

/// Whether an inline tag shows a picture.
pub(super) fn is_picture(tag: &str) -> bool {
    name(tag).eq_ignore_ascii_case("img")
}

/// Whether an inline tag breaks the line.
pub(super) fn is_break(tag: &str) -> bool {
    name(tag).eq_ignore_ascii_case("br")
}

/// The page that a mark like `<!-- page 12 -->` says begins here.
pub(super) fn page_of(comment: &str) -> Option<u32> {
    let inner = comment.strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    inner.strip_prefix("page")?.trim().parse().ok()
}

/// The pieces of an HTML block, in order.
pub(super) fn pieces(block: &str) -> impl Iterator<Item = (Piece, Range<usize>)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = block.get(at..).filter(|rest| !rest.is_empty())?;
        let (piece, length) = first_piece(rest);
        let range = at..at + length;
        at += length;
        Some((piece, range))
    })
}

fn first_piece(rest: &str) -> (Piece, usize) {
    if rest.starts_with("<!--") {
        return (Piece::Comment, through(rest, "-->"));
    }
    if opens_tag(rest) {
        return tag(rest);
    }
    let space = rest.len() - rest.trim_start().len();
    if rest[..space].contains(['\n', '\r']) {
        return (Piece::Space, space);
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let ends = |&at: &usize| rest.as_bytes()[at] != b'<' || opens_tag(&rest[at..]);
    let end = memchr::memchr3_iter(b'<', b'\n', b'\r', rest.as_bytes());
    (Piece::Text, end.skip_while(|&at| at < first).find(ends).unwrap_or(rest.len()))
}

fn tag(rest: &str) -> (Piece, usize) {
    let length = through(rest, ">");
    let name = name(&rest[..length]);
    if rest.starts_with("</") {
        let inline = INLINE.iter().any(|known| name.eq_ignore_ascii_case(known));
        return (if inline { Piece::Tag } else { Piece::Border }, length);
    }
    match name {
        "script" => (Piece::Script, through(rest, "</script>")),
        "br" => (Piece::Space, length),
        "img" => (Piece::Script, length),
        "style" => (Piece::Script, through(rest, "</style>")),
        _ if INLINE.iter().any(|known| name.eq_ignore_ascii_case(known)) => (Piece::Tag, length),
        _ => (Piece::Border, length),
    }
}

fn opens_tag(rest: &str) -> bool {
    let second = rest.as_bytes().get(1).copied().unwrap_or(b' ');
    rest.starts_with('<') && (second.is_ascii_alphabetic() || matches!(second, b'/' | b'!' | b'?'))
}

/// How far `rest` goes up to and with `end`, or to its own end.
fn through(rest: &str, end: &str) -> usize {
    rest.find(end).map_or(rest.len(), |at| at + end.len())
}

fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches(['<', '/']);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    &inner[..end]
}
