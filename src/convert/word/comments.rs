//! Comments written into the margin of a Word file. Nothing else of it changes: every other part is copied as it lies.

use std::{collections::BTreeMap, fmt::Write as _, ops::Range};

use super::{
    super::{NotConverted, Options, markdown, xml},
    FORMAT, Parts,
    trace::{Segment, Spot, Trace},
};

/// A comment on some words of the Markdown that [`super::super::to_markdown`] makes of the file.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Bytes of the Markdown.
    pub words: Range<usize>,
    /// Its paragraphs.
    pub text: Vec<String>,
}

/// Who writes them.
const AUTHOR: &str = "dutybound";

/// A copy of a Word file with comments in its margin.
///
/// # Errors
///
/// As [`super::super::to_markdown`]; and where the file is written in two-byte characters, which Word never does.
pub fn commented(
    bytes: &[u8],
    options: &Options,
    comments: &[Comment],
) -> Result<Vec<u8>, NotConverted> {
    let parts = Parts::read(bytes, &options.limits)?;
    let (content, segments) = parts.content(options)?;
    let trace = Trace::new(&markdown::write(&content), &segments);
    let package = &parts.package;
    let old = xml::text(package, &parts.beside("comments.xml"))?;
    let first = next_id(&old);
    let mut marks = Marks::default();
    let mut notes = String::new();
    for (comment, id) in comments.iter().zip(first..) {
        if let Some((from, to)) = trace.spots(&comment.words) {
            marks.add(id, from, to);
            note(&mut notes, id, &comment.text);
        }
    }
    let mut changed = vec![
        (parts.main.clone(), marks.written_into(&parts.text, &segments)),
        (parts.beside("comments.xml"), with_notes(&old, &notes)),
    ];
    if old.is_empty() {
        changed.push(linked(&parts)?);
        changed.push(declared(&parts)?);
    }
    package
        .with(&changed)
        .ok_or(NotConverted::Damaged { format: FORMAT, what: "its parts overlap".to_owned() })
}

/// What is written before each character of the text, by segment and character.
#[derive(Default)]
struct Marks {
    before: BTreeMap<Spot, String>,
}

impl Marks {
    fn add(&mut self, id: u32, from: Spot, to: Spot) {
        let after = Spot { at: to.at + 1, ..to };
        let start = self.before.entry(from).or_default();
        let _ = write!(start, "<w:commentRangeStart w:id=\"{id}\"/>");
        let end = self.before.entry(after).or_default();
        // An end goes before a start at the same place.
        let mark = format!(
            "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
        );
        end.insert_str(0, &mark);
    }

    fn written_into(&self, text: &str, segments: &[Segment]) -> String {
        let mut edits: Vec<(usize, String)> = Vec::new();
        let mut preserved = None;
        for (spot, mark) in &self.before {
            let Some(segment) = segments.get(spot.segment) else { continue };
            let Some(split) = Split::of(text, segment, spot.at) else { continue };
            if let Some(at) = split.unpreserved.filter(|_| preserved != Some(spot.segment)) {
                edits.push((at, " xml:space=\"preserve\"".to_owned()));
            }
            preserved = Some(spot.segment);
            edits.push((split.at, format!("{}{mark}{}", split.close, split.open)));
        }
        edits.sort_by_key(|&(at, _)| at);
        let mut out = String::with_capacity(text.len() + edits.len() * 300);
        let mut done = 0;
        for (at, insert) in edits {
            out.push_str(&text[done..at]);
            out.push_str(&insert);
            done = at;
        }
        out.push_str(&text[done..]);
        out
    }
}

/// A place inside a text element where its run is ended and begun again.
struct Split {
    at: usize,
    close: String,
    open: String,
    /// Where to say that blanks at the element's ends count, if it does not say so.
    unpreserved: Option<usize>,
}

impl Split {
    fn of(text: &str, segment: &Segment, characters: usize) -> Option<Self> {
        let element = text.get(segment.element.clone())?;
        let inner = element.find('>')? + 1;
        let end = element.rfind("</")?;
        let at = segment.element.start + inner + raw_length(element.get(inner..end)?, characters);
        let (tag, run) = (tag(element)?, tag(text.get(segment.run.clone())?)?);
        let properties =
            segment.properties.clone().and_then(|range| text.get(range)).unwrap_or_default();
        let says_so = element[..inner].contains("xml:space");
        Some(Self {
            at,
            close: format!("</{tag}></{run}>"),
            open: format!("<{run}>{properties}<{tag} xml:space=\"preserve\">"),
            unpreserved: (!says_so).then_some(segment.element.start + inner - 1),
        })
    }
}

/// The name of the element that begins here, with its prefix.
fn tag(element: &str) -> Option<&str> {
    let name = element.strip_prefix('<')?;
    name.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()
}

/// How many bytes of XML the first characters of a text are: a reference is one character.
fn raw_length(raw: &str, characters: usize) -> usize {
    let mut at = 0;
    for _ in 0..characters {
        let Some(c) = raw[at..].chars().next() else { break };
        let reference = if c == '&' { raw[at..].find(';').map(|length| length + 1) } else { None };
        at += reference.unwrap_or(c.len_utf8());
    }
    at
}

/// The first id that no comment of the file has.
fn next_id(comments: &str) -> u32 {
    let ids = comments
        .split(":id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next()?.parse::<u32>().ok());
    ids.max().map_or(0, |id| id.saturating_add(1))
}

fn note(out: &mut String, id: u32, paragraphs: &[String]) {
    let _ = write!(out, "<w:comment w:id=\"{id}\" w:author=\"{AUTHOR}\" w:initials=\"db\">");
    for paragraph in paragraphs {
        let _ = write!(
            out,
            "<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(paragraph)
        );
    }
    out.push_str("</w:comment>");
}

fn escaped(text: &str) -> String {
    let printable = text.chars().filter(|c| !c.is_control());
    printable.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The comments of the file with ours at their end.
fn with_notes(old: &str, notes: &str) -> String {
    match old.rfind("</") {
        Some(end) => format!("{}{notes}{}", &old[..end], &old[end..]),
        None => format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"http://schemas.openxmlformats.org/\
             wordprocessingml/2006/main\">{notes}</w:comments>"
        ),
    }
}

/// The document's links with one to its comments.
fn linked(parts: &Parts<'_>) -> Result<(String, String), NotConverted> {
    const KIND: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    let name = parts.links_part();
    let old = xml::text(&parts.package, &name)?;
    let link =
        format!("<Relationship Id=\"dutyboundComments\" Type=\"{KIND}\" Target=\"comments.xml\"/>");
    let text = match old.rfind("</") {
        Some(end) => format!("{}{link}{}", &old[..end], &old[end..]),
        None => format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/\
             2006/relationships\">{link}</Relationships>"
        ),
    };
    Ok((name, text))
}

/// The package's list of types with that of comments.
fn declared(parts: &Parts<'_>) -> Result<(String, String), NotConverted> {
    const NAME: &str = "[Content_Types].xml";
    const KIND: &str =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    let old = xml::text(&parts.package, NAME)?;
    let part = parts.beside("comments.xml");
    let entry = format!("<Override PartName=\"/{part}\" ContentType=\"{KIND}\"/>");
    let end = old.rfind("</").ok_or(NotConverted::Damaged {
        format: FORMAT,
        what: "it does not list the types of its parts".to_owned(),
    })?;
    Ok((NAME.to_owned(), format!("{}{entry}{}", &old[..end], &old[end..])))
}
