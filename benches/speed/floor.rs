//! The floor: the least that any finder of modal words in Markdown has to do. Parse, gather the plain text of each block, look for one
//! pattern in it, and say at which bytes of the file each match lies.

use std::{fs, hint::black_box, ops::Range, path::Path, process::ExitCode, sync::LazyLock};

use pulldown_cmark::{Event, Options, Parser, TagEnd};
use regex::Regex;

static MODAL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:must|should)\b").expect("a pattern that is right"));

/// The plain text of one block, and where its pieces lie in the file.
#[derive(Default)]
struct Block {
    plain: String,
    /// Where a piece starts in `plain`, and in the file.
    pieces: Vec<(usize, usize)>,
}

impl Block {
    fn push(&mut self, text: &str, at: usize) {
        self.pieces.push((self.plain.len(), at));
        self.plain.push_str(text);
    }

    fn byte(&self, plain: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= plain);
        let (start, at) = self.pieces[after - 1];
        at + (plain - start)
    }

    /// The matches of a finished block, as bytes of the file.
    fn finish(&mut self, found: &mut Vec<Range<usize>>) {
        for modal in MODAL.find_iter(&self.plain) {
            found.push(self.byte(modal.start())..self.byte(modal.end() - 1) + 1);
        }
        self.plain.clear();
        self.pieces.clear();
    }
}

/// The bytes of every must and should in a text.
#[allow(clippy::disallowed_methods)] // the floor is not dutybound: it reads Markdown by itself
pub(crate) fn modals(markdown: &str) -> Vec<Range<usize>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut found = Vec::new();
    let mut block = Block::default();
    for (event, bytes) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Text(text) => block.push(&text, bytes.start),
            Event::SoftBreak | Event::HardBreak => block.push(" ", bytes.start),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell,
            ) => block.finish(&mut found),
            _ => {}
        }
    }
    found
}

/// The floor as a program: reads a file, or every Markdown file of a folder, and prints how many it found.
pub(crate) fn run(path: &Path) -> ExitCode {
    let files =
        if path.is_dir() { super::inputs::markdown_in(path) } else { vec![path.to_owned()] };
    let count: usize = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .map(|text| black_box(modals(&text)).len())
        .sum();
    println!("{count}");
    ExitCode::SUCCESS
}
