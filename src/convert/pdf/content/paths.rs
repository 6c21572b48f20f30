//! Straight lines and thin boxes: the rules of tables, and those above footnotes.

use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::ops::TypedInstruction;

/// Boxes thinner than this are lines, in points.
const THIN: f32 = 2.5;

/// A page with more lines than this is a drawing, not a table.
const MOST: usize = 20_000;

/// A drawn level or upright line, from the page's top left corner, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Stroke {
    pub(in super::super) level: bool,
    /// Its place across its direction: y of a level line, x of an upright one.
    pub(in super::super) at: f32,
    pub(in super::super) from: f32,
    pub(in super::super) to: f32,
}

/// The path being built, and the lines that were drawn.
#[derive(Default)]
pub(super) struct Paths {
    lines: Vec<(Point, Point)>,
    boxes: Vec<(Point, Point)>,
    start: Point,
    pen: Point,
    pub(super) drawn: Vec<Stroke>,
}

impl Paths {
    pub(super) fn instruction(&mut self, instruction: &TypedInstruction<'_, '_>, to_page: &Affine) {
        use TypedInstruction as I;
        match instruction {
            I::MoveTo(to) => {
                self.pen = *to_page * Point::new(to.0.as_f64(), to.1.as_f64());
                self.start = self.pen;
            }
            I::LineTo(to) => self.line_to(*to_page * Point::new(to.0.as_f64(), to.1.as_f64())),
            I::ClosePath(_) => self.line_to(self.start),
            I::RectPath(sides) => {
                let [x, y, width, height] =
                    [sides.0, sides.1, sides.2, sides.3].map(|side| side.as_f64());
                let corners =
                    (*to_page * Point::new(x, y), *to_page * Point::new(x + width, y + height));
                if self.boxes.len() < MOST {
                    self.boxes.push(corners);
                }
            }
            I::FillPathNonZero(_) | I::FillPathEvenOdd(_) | I::FillPathNonZeroCompatibility(_) => {
                self.draw(false);
            }
            I::StrokePath(_)
            | I::CloseAndStrokePath(_)
            | I::FillAndStrokeNonZero(_)
            | I::FillAndStrokeEvenOdd(_)
            | I::CloseFillAndStrokeNonZero(_)
            | I::CloseFillAndStrokeEvenOdd(_) => self.draw(true),
            I::EndPath(_) => self.forget(),
            _ => {}
        }
    }

    fn line_to(&mut self, to: Point) {
        if self.lines.len() < MOST {
            self.lines.push((self.pen, to));
        }
        self.pen = to;
    }

    fn forget(&mut self) {
        self.lines.clear();
        self.boxes.clear();
    }

    /// Draws the path. A box that is only filled is a background, unless it is thin: then it is a line.
    fn draw(&mut self, outlined: bool) {
        let lines = std::mem::take(&mut self.lines);
        for (from, to) in std::mem::take(&mut self.boxes) {
            let thin = (to.x - from.x).abs().min((to.y - from.y).abs()) < f64::from(THIN);
            if thin {
                self.stroke(from, to);
            } else if outlined {
                let (a, b) = (Point::new(to.x, from.y), Point::new(from.x, to.y));
                for (from, to) in [(from, a), (a, to), (to, b), (b, from)] {
                    self.stroke(from, to);
                }
            }
        }
        if outlined {
            for (from, to) in lines {
                self.stroke(from, to);
            }
        }
    }

    fn stroke(&mut self, from: Point, to: Point) {
        let (width, height) = ((to.x - from.x).abs() as f32, (to.y - from.y).abs() as f32);
        let level = width >= height;
        let sane = width.max(height) < 10_000.0;
        if !sane || width.min(height) > THIN || width.max(height) < 4.0 || self.drawn.len() >= MOST
        {
            return;
        }
        let (at, from, to) =
            if level { (from.y + to.y, from.x, to.x) } else { (from.x + to.x, from.y, to.y) };
        self.drawn.push(Stroke {
            level,
            at: (at / 2.0) as f32,
            from: from.min(to) as f32,
            to: from.max(to) as f32,
        });
    }
}
