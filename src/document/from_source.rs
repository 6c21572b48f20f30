//! Reads Markdown: the only file that knows pulldown-cmark.

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::{
    Document,
    blocks::{FrameKind, Read},
    passages,
    reader::{Inline, Reader, Unread},
};
use crate::source::{Source, SourceId};

impl Document {
    /// Reads a source. Markdown always parses, so this cannot fail.
    pub fn from_source(id: SourceId, source: &Source) -> Self {
        passages::arrange(id, read(id, source.text()))
    }
}

#[expect(clippy::disallowed_methods, reason = "the only door for Markdown")]
fn read(id: SourceId, text: &str) -> Read {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let skipped = text.len() - body.len();
    let body = with_line_feeds(body);
    let mut reader = Reader::new(id, text);
    for (event, range) in Parser::new_ext(&body, options()).into_offset_iter() {
        take(&mut reader, event, range.start + skipped..range.end + skipped);
    }
    reader.finish()
}

/// What the parser is asked to know beyond `CommonMark`.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// The text with each lone CR made an LF, which the parser knows: no offset changes.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let lone = |&at: &usize| bytes.get(at + 1) != Some(&b'\n');
    let mut made = String::new();
    let mut from = 0;
    for at in memchr::memchr_iter(b'\r', bytes).filter(lone) {
        made.push_str(&text[from..at]);
        made.push('\n');
        from = at + 1;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    made.push_str(&text[from..]);
    Cow::Owned(made)
}

fn take(reader: &mut Reader<'_>, event: Event<'_>, at: Range<usize>) {
    match event {
        Event::Text(text) => reader.text(&text, at),
        Event::Code(text) => reader.code(&text, &at),
        Event::SoftBreak | Event::HardBreak => reader.line_break(at),
        Event::Start(tag) => start(reader, tag, &at),
        Event::End(tag) => end(reader, tag),
        Event::FootnoteReference(label) => reader.mark(&label),
        Event::InlineHtml(text) => reader.inline_html(&text, at),
        Event::Rule => reader.rule(&at),
        // An HTML block is read whole at its start.
        Event::Html(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::TaskListMarker(_) => {}
    }
}

fn start(reader: &mut Reader<'_>, tag: Tag<'_>, at: &Range<usize>) {
    match tag {
        Tag::Emphasis => reader.open(Inline::Emphasis { strong: false }),
        Tag::Strong => reader.open(Inline::Emphasis { strong: true }),
        Tag::Link { dest_url, .. } => reader.open(Inline::Link(dest_url.into_string())),
        Tag::Image { .. } => reader.skip(Unread::Picture, at),
        Tag::Heading { level, id, .. } => reader.start_heading(level as u8, id.as_deref()),
        Tag::BlockQuote(kind) => {
            reader.start_frame(FrameKind::Quote { note: kind.is_some() }, true);
        }
        Tag::CodeBlock(kind) => start_code(reader, &kind, at),
        Tag::MetadataBlock(_) => reader.skip(Unread::FrontMatter, at),
        Tag::HtmlBlock => reader.html_block(at),
        Tag::List(_) => reader.start_list(),
        Tag::Item => reader.start_item(at),
        Tag::FootnoteDefinition(label) => {
            reader.start_frame(FrameKind::Note(label.into_string()), true);
        }
        Tag::TableHead => reader.start_row(true),
        Tag::TableRow => reader.start_row(false),
        // A cell's text goes on in its row's block; the others begin a block of plain text.
        Tag::TableCell => reader.start_cell(),
        _ => reader.end_block(),
    }
}

/// Markdown takes text that is indented by four spaces for code. Drafts indent the lines under a number by accident, and
/// have next to no code: indented text that reads as prose is read as text.
fn start_code(reader: &mut Reader<'_>, kind: &CodeBlockKind<'_>, at: &Range<usize>) {
    reader.end_block();
    match kind {
        CodeBlockKind::Indented => {
            reader.unread = Some(Unread::Indented { end: at.end, code: None });
        }
        CodeBlockKind::Fenced(_) => reader.skip(Unread::Code, at),
    }
}

fn end(reader: &mut Reader<'_>, tag: TagEnd) {
    match tag {
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => reader.close(),
        TagEnd::Image | TagEnd::MetadataBlock(_) => reader.unread = None,
        TagEnd::CodeBlock => reader.end_code(),
        TagEnd::Heading(_) => reader.end_heading(),
        TagEnd::List(_) => reader.end_list(),
        TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => reader.end_frame(),
        TagEnd::TableCell => reader.end_cell(),
        TagEnd::TableHead | TagEnd::TableRow => reader.end_row(),
        _ => reader.end_block(),
    }
}
