//! Reads the examples on a rule's page: fenced blocks, the words between « and », and what each block needs around it.

use std::ops::Range;

/// One fenced block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// The first word of the info string: "draft", "law", "config", "old", "new", or "file".
    pub(crate) kind: String,
    /// "annex.md" of `file=annex.md`.
    pub(crate) file: Option<String>,
    /// Whether the info string says `flagged`.
    pub(crate) flagged: bool,
    /// The day of `as-of=2023-01-01`.
    pub(crate) as_of: Option<String>,
    /// The text without the marks.
    pub(crate) text: String,
    /// The bytes of `text` that stood between « and ».
    pub(crate) marked: Vec<Range<usize>>,
    /// The heading it stands under: "Flagged".
    pub(crate) under: String,
    /// Where its fence is on the page, from 1.
    pub(crate) line: usize,
}

/// What is run as one: a `draft` block, or a `new` block, with the blocks that lead up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Example {
    pub(crate) around: Vec<Block>,
    pub(crate) draft: Block,
}

impl Example {
    /// The block of a kind that leads up to the draft.
    pub(crate) fn block(&self, kind: &str) -> Option<&Block> {
        self.around.iter().find(|block| block.kind == kind)
    }
}

/// The text of the page's title.
pub(crate) fn title(page: &str) -> &str {
    page.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or_default()
}

/// The second-level headings, in order.
pub(crate) fn headings(page: &str) -> Vec<&str> {
    outside_fences(page).filter_map(|line| line.strip_prefix("## ")).collect()
}

fn outside_fences(page: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    page.lines().filter(move |line| {
        let fence = line.starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

/// The examples of a page, in order.
pub(crate) fn examples(page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut around = Vec::new();
    for block in blocks(page) {
        if block.kind == "draft" || block.kind == "new" {
            examples.push(Example { around: std::mem::take(&mut around), draft: block });
        } else {
            around.push(block);
        }
    }
    assert!(around.is_empty(), "a block that leads up to no draft: {around:?}");
    examples
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut under = String::new();
    let mut open: Option<Block> = None;
    for (index, line) in page.lines().enumerate() {
        match &mut open {
            Some(_) if line == "```" => blocks.extend(open.take().map(without_marks)),
            Some(block) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            None => {
                if let Some(heading) = line.strip_prefix("## ") {
                    heading.clone_into(&mut under);
                } else if let Some(info) = line.strip_prefix("```") {
                    open = Some(opened(info, &under, index + 1));
                }
            }
        }
    }
    assert!(open.is_none(), "a fence is not closed: {open:?}");
    blocks
}

/// "draft,flagged as-of=2023-01-01", "file=annex.md".
fn opened(info: &str, under: &str, line: usize) -> Block {
    let mut block = Block {
        kind: String::new(),
        file: None,
        flagged: false,
        as_of: None,
        text: String::new(),
        marked: Vec::new(),
        under: under.to_owned(),
        line,
    };
    for word in info.split([',', ' ']).filter(|word| !word.is_empty()) {
        match word.split_once('=') {
            Some(("file", name)) => block.file = Some(name.to_owned()),
            Some(("as-of", day)) => block.as_of = Some(day.to_owned()),
            Some(_) => panic!("line {line}: {word:?} means nothing to the suite"),
            None if word == "flagged" => block.flagged = true,
            None => word.clone_into(&mut block.kind),
        }
    }
    if block.kind.is_empty() && block.file.is_some() {
        "file".clone_into(&mut block.kind);
    }
    let known = ["draft", "law", "config", "old", "new", "file"];
    assert!(known.contains(&block.kind.as_str()), "line {line}: no block is called {info:?}");
    block
}

fn without_marks(block: Block) -> Block {
    let mut text = String::with_capacity(block.text.len());
    let mut marked = Vec::new();
    let mut open = None;
    for character in block.text.chars() {
        match character {
            '«' => assert!(open.replace(text.len()).is_none(), "« in « in {:?}", block.text),
            '»' => marked.push(open.take().expect("» without «")..text.len()),
            other => text.push(other),
        }
    }
    assert!(open.is_none(), "« without » in {:?}", block.text);
    Block { text, marked, ..block }
}

#[test]
fn marks_become_bytes_of_the_text_without_them() {
    let page = "# x\n\n## Flagged\n\n```config\nstrict = true\n```\n\n```draft,flagged as-of=2023-01-01\nThé «register» must.\n```\n";
    let examples = examples(page);
    let [Example { around, draft }] = examples.as_slice() else { panic!("{examples:?}") };
    assert_eq!(around[0].text, "strict = true\n");
    assert_eq!(draft.text, "Thé register must.\n");
    assert!(draft.marked.iter().eq([&(5..13)]), "{draft:?}");
    assert_eq!((draft.flagged, draft.as_of.as_deref()), (true, Some("2023-01-01")));
    assert_eq!(draft.under, "Flagged");
}
