//! The state text is drawn in: where the pen is, how large, how far apart.

use std::rc::Rc;

use hayro_font::kurbo::Affine;
use hayro_syntax::{
    content::ops::TypedInstruction,
    object::{Dict, Name, String as PdfString},
};

/// What `q` saves and `Q` brings back, and the text matrices.
#[derive(Clone)]
pub(super) struct State<F> {
    pub(super) to_page: Affine,
    pub(super) face: Option<F>,
    pub(super) size: f64,
    pub(super) leading: f64,
    pub(super) letter_gap: f64,
    pub(super) word_gap: f64,
    /// How text is drawn: 0 filled, 2 filled and outlined, 3 not at all.
    pub(super) mode: i64,
    stretch: f64,
    rise: f64,
    text: Affine,
    line: Affine,
}

impl<F> State<F> {
    pub(super) fn new(to_page: Affine) -> Self {
        Self {
            to_page,
            face: None,
            size: 0.0,
            leading: 0.0,
            letter_gap: 0.0,
            word_gap: 0.0,
            mode: 0,
            stretch: 1.0,
            rise: 0.0,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }

    /// The instructions that only change this state. Says whether it was one.
    pub(super) fn text_instruction(&mut self, instruction: &TypedInstruction<'_, '_>) -> bool {
        use TypedInstruction as I;
        match instruction {
            I::CharacterSpacing(gap) => self.letter_gap = gap.0.as_f64(),
            I::WordSpacing(gap) => self.word_gap = gap.0.as_f64(),
            I::HorizontalScaling(percent) => self.stretch = percent.0.as_f64() / 100.0,
            I::TextLeading(leading) => self.leading = leading.0.as_f64(),
            I::TextRenderingMode(mode) => self.mode = mode.0.as_i64(),
            I::TextRise(rise) => self.rise = rise.0.as_f64(),
            I::BeginText(_) => self.set_line(Affine::IDENTITY),
            I::SetTextMatrix(m) => {
                self.set_line(Affine::new([m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64())));
            }
            I::NextLine(step) => self.next_line(step.0.as_f64(), step.1.as_f64()),
            I::NextLineAndSetLeading(step) => {
                self.leading = -step.1.as_f64();
                self.next_line(step.0.as_f64(), step.1.as_f64());
            }
            I::NextLineUsingLeading(_) => self.next_line(0.0, -self.leading),
            _ => return false,
        }
        true
    }

    fn set_line(&mut self, matrix: Affine) {
        self.line = matrix;
        self.text = matrix;
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set_line(self.line * Affine::translate((x, y)));
    }

    /// Where the next character stands: its unit square, placed on the page.
    pub(super) fn origin(&self) -> Affine {
        let unit = Affine::new([self.size * self.stretch, 0.0, 0.0, self.size, 0.0, self.rise]);
        self.to_page * self.text * unit
    }

    /// Moves on past a character. `advance` is in thousandths of the font size.
    pub(super) fn advance(&mut self, advance: f32, word_space: bool) {
        let gaps = self.letter_gap + if word_space { self.word_gap } else { 0.0 };
        let x = (f64::from(advance) / 1000.0 * self.size + gaps) * self.stretch;
        self.text *= Affine::translate((x, 0.0));
    }

    /// Moves back by thousandths of the font size, as kerning does.
    pub(super) fn adjust(&mut self, back: f64) {
        self.text *= Affine::translate((-back / 1000.0 * self.size * self.stretch, 0.0));
    }
}

/// What a marked stretch of content says of itself.
#[derive(Default)]
pub(super) struct Marked {
    /// A running head or foot, a page number, a watermark.
    pub(super) furniture: bool,
    /// The characters the whole stretch stands for; taken by the first glyph, then empty.
    pub(super) actual: Option<Rc<str>>,
}

impl Marked {
    pub(super) fn tagged(tag: &str, properties: Option<&Dict<'_>>) -> Self {
        let actual = properties.and_then(|dict| dict.get::<PdfString<'_>>("ActualText"));
        let is_page_part = properties
            .and_then(|dict| dict.get::<Name<'_>>("Type"))
            .is_some_and(|kind| kind.as_str() == "Pagination");
        Self {
            furniture: tag == "Artifact" && is_page_part,
            actual: actual.map(|text| decoded(text.as_bytes()).into()),
        }
    }
}

/// A PDF text string: UTF-16 or UTF-8 with a byte order mark, else Latin-1 (as far as letters go).
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}
