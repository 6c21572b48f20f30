//! The drafts of the tutorials: Markdown of the corpus, and one of them as a Word file.

use std::{fs, path::Path};

use crate::zip;

/// What a reader of the tutorials unpacks: names and contents.
pub(super) fn files() -> Vec<(&'static str, Vec<u8>)> {
    let corpus = |name: &str| {
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name)).unwrap()
    };
    let draft = corpus("indicative-sen-code.md");
    vec![
        ("indicative-sen-code.docx", as_word(std::str::from_utf8(&draft).unwrap())),
        ("consultation.md", corpus("revisions/sen/consultation.md")),
        ("final.md", corpus("revisions/sen/final.md")),
    ]
}

/// All of them in one file to download.
pub(super) fn drafts() -> Vec<u8> {
    let files = files();
    let named: Vec<(String, &[u8])> =
        files.iter().map(|(name, bytes)| (format!("drafts/{name}"), bytes.as_slice())).collect();
    let parts: Vec<(&str, &[u8])> = named.iter().map(|(name, it)| (name.as_str(), *it)).collect();
    zip::package(&parts)
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A draft as somebody would have typed it into Word: headings, paragraphs, lists, tables; notes stand below their paragraph.
fn as_word(markdown: &str) -> Vec<u8> {
    let text =
        markdown.splitn(3, "---\n").nth(2).expect("the draft begins with its title and date");
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let body: String = blocks.map(block).collect();
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let types = format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{TYPE}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/></Types>"
    );
    let root = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let own = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", own),
        ("word/styles.xml", styles()),
    ];
    let parts = parts.map(|(name, xml)| {
        (name, format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{xml}"))
    });
    zip::package(&parts.each_ref().map(|(name, xml)| (*name, xml.as_bytes())))
}

fn styles() -> String {
    let headings = [(1, 36), (2, 30), (3, 26)].map(|(level, size)| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/>\
             <w:pPr><w:outlineLvl w:val=\"{}\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"{size}\"/></w:rPr></w:style>",
            level - 1
        )
    });
    format!(
        "<w:styles {WORD}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>{}</w:styles>",
        headings.concat()
    )
}

fn block(block: &str) -> String {
    let hashes = block.bytes().take_while(|&byte| byte == b'#').count();
    if hashes > 0 {
        return paragraph(&format!("Heading{hashes}"), block[hashes..].trim());
    }
    if block.starts_with('|') {
        return table(block);
    }
    let lines = block.lines().map(|line| line.trim_start_matches("> "));
    lines.map(|line| paragraph("Normal", line)).collect()
}

fn table(block: &str) -> String {
    let rows = block.lines().filter(|line| !line.starts_with("| ---"));
    let rows = rows.map(|row| {
        let cells = row
            .trim_matches('|')
            .split('|')
            .map(|cell| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph("Normal", cell.trim())));
        format!("<w:tr>{}</w:tr>", cells.collect::<String>())
    });
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.collect::<String>())
}

fn paragraph(style: &str, text: &str) -> String {
    let text = text.strip_prefix("- ").map_or(text.to_owned(), |item| format!("• {item}"));
    let text = text.replace("**", "").replace('*', "");
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}
