//! Writes small PDF files for tests: text at places, in the standard fonts, compressed or not.

use std::{fmt::Write as _, io::Write as _};

/// One line of text on a page, measured from its bottom left corner, in points.
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) words: String,
}

pub(crate) fn text(x: f32, y: f32, size: f32, words: &str) -> Text {
    Text { x, y, size, bold: false, words: words.to_owned() }
}

pub(crate) fn bold(x: f32, y: f32, size: f32, words: &str) -> Text {
    Text { bold: true, ..text(x, y, size, words) }
}

/// A file of A4 pages. `rules` are lines drawn on every page: x, y, x, y.
pub(crate) fn file(pages: &[Vec<Text>], rules: &[[f32; 4]]) -> Vec<u8> {
    let contents: Vec<String> = pages.iter().map(|page| content(page, rules)).collect();
    with_contents(&contents)
}

/// A file whose pages draw exactly this.
pub(crate) fn with_contents(contents: &[String]) -> Vec<u8> {
    let kids: Vec<String> =
        (0..contents.len()).map(|page| format!("{} 0 R", 5 + page * 2)).collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), contents.len())
            .into_bytes(),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
                 /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
                6 + page * 2
            )
            .into_bytes(),
        );
        objects.push(stream(content.as_bytes()));
    }
    joined(&objects)
}

fn font(name: &str) -> Vec<u8> {
    format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
        .into_bytes()
}

fn content(page: &[Text], rules: &[[f32; 4]]) -> String {
    let mut out = String::new();
    for Text { x, y, size, bold, words } in page {
        let font = if *bold { "F2" } else { "F1" };
        let shown = words.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        let _ = writeln!(out, "BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET");
    }
    for [x, y, to_x, to_y] in rules {
        let _ = writeln!(out, "{x} {y} m {to_x} {to_y} l S");
    }
    out
}

/// A compressed stream.
pub(crate) fn stream(data: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(data).unwrap();
    let packed = packed.finish().unwrap();
    let mut out =
        format!("<< /Filter /FlateDecode /Length {} >>\nstream\n", packed.len()).into_bytes();
    out.extend(packed);
    out.extend(b"\nendstream");
    out
}

/// Objects, numbered from 1, as a file with its table.
pub(crate) fn joined(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    let trailer = format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    out.extend(table.bytes());
    out.extend(trailer.bytes());
    out
}
