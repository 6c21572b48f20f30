//! Labels that begin a line: "9.12", "(a)", "•". What they look like, and how much of the line they are.

use std::sync::LazyLock;

use regex::Regex;

/// The label at the start of a line, and how many bytes it and the blank after it take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label<'t> {
    pub(super) kind: LabelKind,
    pub(super) written: &'t str,
    pub(super) length: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelKind {
    Bullet,
    /// "9.12", "5.12A", "A.1", "PM8:": the number of a paragraph.
    Decimal,
    /// "3", "3.": a paragraph's number, or an item's.
    Counted,
    /// "(a)", "b.", "iv)", "(3)": an item's.
    Bracketed,
}

static BULLET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^([•●▪■◦○‣⁃∙·➢➤✓✔✓❖\u{fffd}\u{f0a7}\u{f0b7}\u{f0a8}\u{f0d8}\u{f0fc}\u{f076}\u{f02d}]|[o–—\-](?:[ \t]))[ \t]*",
    )
});
static DECIMAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(\d{1,3}(?:\.\d{1,3}){1,5}[A-Z]?\.?|[A-Z]{1,3}\.?\d{1,3}(?:\.\d{1,3})*[.:]?)[ \t]+")
});
static COUNTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{1,3}[A-Z]?\.?)[ \t]+"));
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(\((?:[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|\d{1,2})\)|(?:[a-z]|[ivxl]{1,6}|\d{1,2})\)|[a-hj-z]\.|[ivx]{1,5}\.)[ \t]+",
    )
});

/// A pattern that stands in the code: whether it is valid is seen the first time it is used.
pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a valid pattern")
}

impl<'t> Label<'t> {
    pub(super) fn at_start_of(line: &'t str) -> Option<Self> {
        let found = |kind, pattern: &Regex| {
            let captures = pattern.captures(line)?;
            let written = captures.get(1)?.as_str().trim_end();
            Some(Label { kind, written, length: captures.get(0)?.end() })
        };
        found(LabelKind::Bullet, &BULLET)
            .or_else(|| found(LabelKind::Bracketed, &BRACKETED))
            .or_else(|| found(LabelKind::Decimal, &DECIMAL))
            .or_else(|| found(LabelKind::Counted, &COUNTED))
    }

    /// Whether it may as well be a dash in a sentence, or a word.
    pub(super) fn is_doubtful(&self) -> bool {
        self.kind != LabelKind::Bullet || matches!(self.written, "o" | "–" | "—" | "-")
    }

    /// Whether a wide gap, not a word space, follows: then it is a label for certain.
    pub(super) fn set_off(&self, line: &str) -> bool {
        line[..self.length].contains('\t')
    }
}
