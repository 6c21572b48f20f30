//! A page's drawing instructions, run for their text and their straight lines.

mod paths;
mod state;

use std::rc::Rc;

use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction},
    object::{Dict, Name, Object, Stream, String as PdfString},
    page::{Page, Resources},
};

use super::{
    super::{Limits, NotConverted, blocks::Style},
    font::{Face, Fonts},
};
use paths::Paths;
pub(super) use paths::Stroke;
use state::{Marked, State};

/// One drawn character, or the few that one code stands for. Measured from the page's top left corner, in points.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) text: Rc<str>,
    pub(super) x: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) style: Style,
    /// Marked as page furniture by the program that made the file.
    pub(super) furniture: bool,
    /// Drawn so that nobody sees it, as the text layer of a scan is.
    pub(super) hidden: bool,
    /// Runs up or down the page.
    pub(super) upright: bool,
}

/// What is drawn on one page.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) strokes: Vec<Stroke>,
    pub(super) images: usize,
    /// Characters whose font does not say what they stand for.
    pub(super) unmapped: usize,
}

/// A page with more characters than this was made to do harm.
const MOST_GLYPHS: usize = 2_000_000;

/// Runs pages, counting instructions over the whole file.
pub(super) struct Interpreter<'a, 'l> {
    pub(super) fonts: Fonts<'a>,
    pub(super) operations: u64,
    pub(super) limits: &'l Limits,
}

impl<'a> Interpreter<'a, '_> {
    pub(super) fn page(&mut self, page: &Page<'a>) -> Result<Drawn, NotConverted> {
        let (width, height) = page.render_dimensions();
        let drawn = Drawn { width, height, ..Drawn::default() };
        let to_page = Affine::new(page.initial_transform(true).as_coeffs());
        let mut run = Run {
            state: State::new(to_page),
            stack: Vec::new(),
            drawn,
            paths: Paths::default(),
            marked: Vec::new(),
        };
        if let Some(content) = page.page_stream() {
            self.stream(&mut run, content, page.resources(), 0)?;
        }
        run.drawn.strokes = run.paths.drawn;
        Ok(run.drawn)
    }

    fn stream(
        &mut self,
        run: &mut Run<'a>,
        content: &[u8],
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), NotConverted> {
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            let drawn = run.drawn.glyphs.len();
            self.operations += 1;
            if self.operations > self.limits.operations {
                return Err(NotConverted::TooLarge {
                    what: "drawing instructions in the PDF",
                    limit: self.limits.operations,
                });
            }
            match instruction {
                TypedInstruction::XObject(name) => self.object(run, name.0, resources, depth)?,
                TypedInstruction::TextFont(font) => {
                    run.state.size = font.1.as_f64();
                    run.state.face = resources.get_font(font.0).map(|dict| self.fonts.face(&dict));
                }
                TypedInstruction::InlineImage(_) => run.drawn.images += 1,
                other => run.instruction(&other, resources),
            }
            let glyphs = run.drawn.glyphs.len();
            if glyphs > MOST_GLYPHS {
                let what = "characters on a page of the PDF";
                return Err(NotConverted::TooLarge { what, limit: MOST_GLYPHS as u64 });
            }
            self.operations += glyphs.saturating_sub(drawn) as u64;
        }
        Ok(())
    }

    /// A form is drawn like part of the page; an image is only counted.
    fn object(
        &mut self,
        run: &mut Run<'a>,
        name: &Name<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), NotConverted> {
        let Some(object) = resources.get_x_object(name) else { return Ok(()) };
        if object.dict().get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            run.drawn.images += 1;
            return Ok(());
        }
        // A form that draws itself has no bottom; viewers stop at about this depth too.
        if depth >= 20 {
            return Ok(());
        }
        self.form(run, &object, resources, depth)
    }

    fn form(
        &mut self,
        run: &mut Run<'a>,
        form: &Stream<'a>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), NotConverted> {
        let Ok(content) = form.decoded_data() else { return Ok(()) };
        // Decoding a form costs time for each byte, whatever it draws.
        self.operations += content.len() as u64 / 64;
        let own = form.dict().get::<Dict<'a>>("Resources").map(Resources::new);
        let outer = run.state.clone();
        let height = (run.stack.len(), run.marked.len());
        if let Some(matrix) = form.dict().get::<hayro_syntax::object::Array<'_>>("Matrix") {
            let numbers: Vec<f64> = matrix.iter::<f64>().take(6).collect();
            if let Ok(numbers) = <[f64; 6]>::try_from(numbers) {
                run.state.to_page *= Affine::new(numbers);
            }
        }
        self.stream(run, &content, own.as_ref().unwrap_or(resources), depth + 1)?;
        run.stack.truncate(height.0);
        run.marked.truncate(height.1);
        run.state = outer;
        Ok(())
    }
}

/// One page while it is run.
struct Run<'a> {
    state: State<Rc<Face<'a>>>,
    stack: Vec<State<Rc<Face<'a>>>>,
    drawn: Drawn,
    paths: Paths,
    marked: Vec<Marked>,
}

impl<'a> Run<'a> {
    fn instruction(&mut self, instruction: &TypedInstruction<'_, '_>, resources: &Resources<'a>) {
        use TypedInstruction as I;
        match instruction {
            // Deeper than any program nests; beyond it only a hostile file saves state.
            I::SaveState(_) if self.stack.len() < 1000 => self.stack.push(self.state.clone()),
            I::RestoreState(_) => {
                if let Some(state) = self.stack.pop() {
                    self.state = state;
                }
            }
            I::Transform(m) => {
                let matrix = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                self.state.to_page *= Affine::new(matrix);
            }
            I::ShowText(shown) => self.show(shown.0),
            I::NextLineAndShowText(shown) => {
                self.state.next_line(0.0, -self.state.leading);
                self.show(shown.0);
            }
            I::ShowTextWithParameters(shown) => {
                self.state.word_gap = shown.0.as_f64();
                self.state.letter_gap = shown.1.as_f64();
                self.state.next_line(0.0, -self.state.leading);
                self.show(shown.2);
            }
            I::ShowTexts(shown) => self.show_all(shown.0.iter::<Object<'_>>()),
            I::BeginMarkedContent(tag) => self.marked.push(Marked::tagged(tag.0.as_str(), None)),
            I::BeginMarkedContentWithProperties(tag) => {
                let dict = match tag.1 {
                    Object::Dict(dict) => Some(dict.clone()),
                    Object::Name(name) => resources.properties.get::<Dict<'_>>(&**name),
                    _ => None,
                };
                self.marked.push(Marked::tagged(tag.0.as_str(), dict.as_ref()));
            }
            I::EndMarkedContent(_) => drop(self.marked.pop()),
            other => {
                if !self.state.text_instruction(other) {
                    self.paths.instruction(other, &self.state.to_page);
                }
            }
        }
    }

    fn show_all<'o>(&mut self, parts: impl Iterator<Item = Object<'o>>) {
        for part in parts {
            match part {
                Object::String(shown) => self.show(&shown),
                Object::Number(back) => self.state.adjust(back.as_f64()),
                _ => {}
            }
        }
    }

    fn show(&mut self, shown: &PdfString<'_>) {
        if self.drawn.glyphs.len() > MOST_GLYPHS {
            return;
        }
        let Some(face) = self.state.face.clone() else { return };
        let furniture = self.marked.iter().any(|marked| marked.furniture);
        face.codes(
            shown.as_bytes().get(..MOST_GLYPHS).unwrap_or(shown.as_bytes()),
            |code, length, known| {
                let before = self.state.origin();
                self.state.advance(known.advance, length == 1 && code == 32);
                let text = match self.marked.iter_mut().find_map(|marked| marked.actual.as_mut()) {
                    Some(actual) => std::mem::replace(actual, "".into()),
                    None => Rc::clone(&known.text),
                };
                if text.is_empty() && known.text.is_empty() {
                    self.drawn.unmapped += 1;
                    self.glyph("\u{fffd}".into(), before, face.style, furniture);
                } else if !text.is_empty() {
                    self.glyph(text, before, face.style, furniture);
                }
            },
        );
    }

    fn glyph(&mut self, text: Rc<str>, from: Affine, mut style: Style, furniture: bool) {
        let [along_x, along_y, up_x, up_y, x, y] = from.as_coeffs();
        let size = up_x.hypot(up_y) as f32;
        let end = self.state.origin() * Point::ZERO;
        let level = along_y.abs() <= along_x.abs() * 0.05;
        let upright = along_x.abs() <= along_y.abs() * 0.05;
        let finite = [x, y, end.x, end.y].iter().all(|n| n.abs() < 1e6);
        // Slanted text is a watermark.
        if !finite || !(level || upright) || !(0.5..500.0).contains(&size) {
            return;
        }
        style.bold |= self.state.mode == 2;
        let (x, baseline, right) = if level {
            (x, y, end.x)
        } else if along_y < 0.0 {
            (-y, x, -end.y)
        } else {
            (y, -x, end.y)
        };
        self.drawn.glyphs.push(Glyph {
            text,
            x: x.min(right) as f32,
            right: right.max(x) as f32,
            baseline: baseline as f32,
            size,
            style,
            furniture,
            hidden: self.state.mode == 3,
            upright: !level,
        });
    }
}
