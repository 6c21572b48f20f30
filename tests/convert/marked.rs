use dutybound::convert::{Comment, Kind, Options, commented};

use super::markdown;
use crate::{
    run::Folder,
    zip::{docx, part},
};

const DOCX: &[u8] = include_bytes!("../fixtures/bees.docx");

/// A copy with one comment on each of these stretches of the Markdown.
fn marked(file: &[u8], words: &[&str]) -> Vec<u8> {
    let text = markdown(Kind::Word, file);
    let comments: Vec<Comment> = words
        .iter()
        .map(|words| {
            let start = text.find(words).unwrap();
            Comment { words: start..start + words.len(), text: vec!["why & <how>".to_owned()] }
        })
        .collect();
    commented(file, &Options::default(), &comments).unwrap()
}

/// The words of the document that the comment of this id stands on, found in the XML by their tags alone.
fn commented_words(file: &[u8], id: usize) -> String {
    let text = part(file, "word/document.xml");
    let start = text.find(&format!("<w:commentRangeStart w:id=\"{id}\"/>")).unwrap();
    let end = text.find(&format!("<w:commentRangeEnd w:id=\"{id}\"/>")).unwrap();
    let pieces = text[start..end].split("<w:t").skip(1);
    pieces.map(|piece| &piece[piece.find('>').unwrap() + 1..piece.find("</").unwrap()]).collect()
}

#[test]
fn each_comment_stands_on_its_own_words() {
    let words = [
        "**must** look",
        "proof that the bees",
        "should be there",
        "Swarms should",
        "must not name",
    ];
    let copy = marked(DOCX, &words);
    let first = 1; // the file has a comment of its own already
    let found: Vec<String> =
        (first..first + words.len()).map(|id| commented_words(&copy, id)).collect();
    assert_eq!(
        found,
        ["must look", "proof that the bees", "should be there", "Swarms should", "must not name"]
    );
    assert_eq!(markdown(Kind::Word, &copy), markdown(Kind::Word, DOCX));
}

#[test]
fn the_other_parts_stay_byte_for_byte() {
    let copy = marked(DOCX, &["Swarms should"]);
    for name in [
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
        "[Content_Types].xml",
        "docProps/app.xml",
    ] {
        assert_eq!(part(&copy, name), part(DOCX, name), "{name}");
    }
    assert!(part(&copy, "word/comments.xml").contains("why &amp; &lt;how&gt;"));
}

#[test]
fn a_comment_on_a_note_stands_where_its_mark_is() {
    let copy = marked(DOCX, &["must be kept for six years"]);
    assert_eq!(commented_words(&copy, 1), "h");
}

#[test]
fn a_file_without_comments_gets_a_part_for_them() {
    let types = ("[Content_Types].xml", "<Types xmlns=\"t\"></Types>");
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A &amp; B must count</w:t></w:r><w:r><w:t> and weigh.</w:t></w:r></w:p>";
    let copy = marked(&crate::zip::with_part(&docx(body, &[]), types), &["B must count** and"]);
    assert_eq!(commented_words(&copy, 0), "B must count and");
    assert!(part(&copy, "[Content_Types].xml").contains("/word/comments.xml"));
    assert!(part(&copy, "word/_rels/document.xml.rels").contains("Target=\"comments.xml\""));
    assert!(part(&copy, "word/document.xml").contains(
        "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">B must count</w:t></w:r>"
    ));
}

#[test]
fn check_writes_a_marked_copy_and_leaves_the_draft_alone() {
    let folder = Folder::new();
    folder.write("draft.docx", DOCX);
    let ran = folder.run(&[
        "check",
        "draft.docx",
        "--show",
        "note",
        "--fail-on",
        "never",
        "-o",
        "marked.docx",
    ]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let copy = std::fs::read(folder.path().join("marked.docx")).unwrap();
    assert!(part(&copy, "word/comments.xml").contains("w:author=\"dutybound\""));
    assert_eq!(std::fs::read(folder.path().join("draft.docx")).unwrap(), DOCX);
    let ran = folder.run(&["check", "draft.docx", "--format", "docx"]);
    assert_eq!(ran.code, Some(2));
    folder.write("draft.md", b"1.1 Keepers must count.");
    let ran = folder.run(&["check", "draft.md", "-o", "marked.docx"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("this is none"), "{}", ran.stderr);
}
