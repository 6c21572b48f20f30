//! Reads Markdown: the only file that knows pulldown-cmark.

use super::{Document, Plain};
use crate::source::{Source, SourceId};

impl Document {
    /// Reads a source. Markdown always parses, so this cannot fail.
    pub fn from_source(id: SourceId, _source: &Source) -> Self {
        Self {
            source: id,
            plain: Plain::default(),
            title: None,
            date: None,
            parts: Vec::new(),
            paragraphs: Vec::new(),
            passages: Vec::new(),
            cells: Vec::new(),
            emphasis: Vec::new(),
            links: Vec::new(),
            inert: Vec::new(),
            marks: Vec::new(),
            comments: Vec::new(),
            pages: Vec::new(),
            anchors: Vec::new(),
        }
    }
}
