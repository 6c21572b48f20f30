//! Fonts: what a character code stands for, how far it moves on, and whether the font is bold or italic.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use hayro_font::{
    CMapResolverFn, Font, FontCache, FontData, FontGlyph, FontQuery, FontResolverFn,
    hayro_cmap::BfString,
};
use hayro_syntax::object::{Array, Dict, Name};
use rustc_hash::FxHashMap;

use super::super::blocks::Style;

/// The fonts of one PDF, each read once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    known: FxHashMap<Vec<u8>, Rc<Face<'a>>>,
    programs: FontResolverFn,
    maps: CMapResolverFn,
}

/// A font as text extraction needs it.
pub(super) struct Face<'a> {
    font: Option<Font<'a>>,
    pub(super) style: Style,
    codes: RefCell<FxHashMap<u32, Code>>,
}

/// What one character code does.
#[derive(Clone)]
pub(super) struct Code {
    /// Empty where the font does not say.
    pub(super) text: Rc<str>,
    /// How far it moves on, in thousandths of the font size.
    pub(super) advance: f32,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        let programs = |query: &FontQuery| -> Option<(FontData, u32)> {
            Some(match query {
                FontQuery::Standard(font) => font.get_font_data(),
                FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
            })
        };
        Self {
            cache: FontCache::new(),
            known: FxHashMap::default(),
            programs: Arc::new(programs),
            maps: Arc::new(|_| None),
        }
    }

    pub(super) fn face(&mut self, dict: &Dict<'a>) -> Rc<Face<'a>> {
        let key = dict.data().to_vec();
        if let Some(face) = self.known.get(&key) {
            return Rc::clone(face);
        }
        let face = Rc::new(Face {
            font: self.cache.font(dict, &self.programs, &self.maps),
            style: style(dict),
            codes: RefCell::default(),
        });
        self.known.insert(key, Rc::clone(&face));
        face
    }
}

impl Face<'_> {
    /// Each code of a shown string, with the number of bytes it took.
    pub(super) fn codes(&self, shown: &[u8], mut each: impl FnMut(u32, usize, &Code)) {
        let Some(font) = &self.font else { return };
        let mut at = 0;
        while at < shown.len() {
            let (code, length) = font.read_code(shown, at);
            let length = length.max(1);
            at += length;
            let known = self.code(font, code);
            each(code, length, &known);
        }
    }

    fn code(&self, font: &Font<'_>, code: u32) -> Code {
        let read = || {
            let unicode = match font.glyph(font.map_code(code), code) {
                FontGlyph::Outline(glyph) => glyph.as_unicode(),
                FontGlyph::Type3(glyph) => glyph.as_unicode(),
            };
            let text = match unicode {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => String::new(),
            };
            let advance = font.code_advance(code).x as f32;
            Code { text: text.into(), advance: if advance.is_finite() { advance } else { 0.0 } }
        };
        self.codes.borrow_mut().entry(code).or_insert_with(read).clone()
    }
}

/// Bold and italic, by the font's name and by what its descriptor says.
fn style(dict: &Dict<'_>) -> Style {
    let inner =
        dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let dict = inner.as_ref().unwrap_or(dict);
    let name = dict.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_ascii_lowercase());
    let named = |words: &[&str]| {
        name.as_deref().is_some_and(|name| words.iter().any(|word| name.contains(word)))
    };
    let descriptor = dict.get::<Dict<'_>>("FontDescriptor");
    let number = |key: &str| descriptor.as_ref().and_then(|found| found.get::<f32>(key));
    let flag = |bit: u32| {
        descriptor
            .as_ref()
            .and_then(|found| found.get::<u32>("Flags"))
            .is_some_and(|flags| flags >> bit & 1 == 1)
    };
    Style {
        bold: named(&["bold", "black", "heavy", "demi"])
            || number("FontWeight").is_some_and(|weight| weight >= 600.0)
            || flag(18),
        italic: named(&["italic", "oblique"])
            || number("ItalicAngle").is_some_and(|angle| angle != 0.0),
    }
}
