use dutybound::convert::{self, Kind, NotConverted, Options, Tracked};

use super::{markdown, refusal};
use crate::zip::{docx, package};

/// Written by `LibreOffice` from one text: numbered headings and paragraphs, nested items, notes, a table, tracked changes.
const DOCX: &[u8] = include_bytes!("../fixtures/bees.docx");
const ODT: &[u8] = include_bytes!("../fixtures/bees.odt");
const PDF: &[u8] = include_bytes!("../fixtures/bees.pdf");

fn without_pages(markdown: &str) -> String {
    let lines = markdown.lines().filter(|line| !line.starts_with("<!-- page"));
    let kept: Vec<&str> = lines.collect();
    let text = kept.join("\n").replace("\n\n\n", "\n\n");
    [" <!-- page 2 -->", "<!-- page 2 -->"]
        .iter()
        .fold(text, |text, mark| text.replace(mark, ""))
        .trim()
        .to_owned()
}

fn viewed(bytes: &[u8], kind: Kind, tracked: Tracked) -> String {
    convert::to_markdown(kind, bytes, &Options { tracked, ..Options::default() }).unwrap()
}

const BEES: &str = "\
# Draft Code of Practice for Beekeepers

This Code has effect under section 3 of the Bees Act 1980. Where it says **must**, the law requires it.

# Chapter 1: Keeping bees

1 This part is about hives.

1.1 Every keeper **must** look after the hives in his care all the year round, and must write down what is seen in each of them[^1] at least once a month.

[^1]: The book of hives must be kept for six years after the last entry in it is made.

1.2 A keeper must, before bringing bees into a county for the first time:

- (a) tell the inspector of the county;
- (b) show the inspector:
  - (i) the book of hives, and
  - (ii) proof that the bees are free of brood disease; and
- (c) pay the fee.

1.3 An inspector must answer within ten days. The answer must give reasons.

## Swarms

1.4 Swarms should be taken on the day they are seen. See paragraph 1.2[^2] before moving one.

[^2]: That paragraph is about moving bees between counties.

1.5 Neighbours will want to know:

- when the swarm left;
- where it hangs, and
  - how high it hangs;
  - who can reach it;
- who takes it.

Anyone who sees a swarm may call the inspector.

> “A hive is a house; it must be kept as one.”

# Chapter 2: Inspectors

| Who | What | By when |
| --- | --- | --- |
| Inspectors | must visit every apiary | 1 May |
| Keepers | should be there | on the day |

2 This part is about inspectors.

2.1 The inspector of a county must visit every apiary in it each spring and must report to the county council[^3] what was found, how many colonies were alive at the end of the winter, and which keepers were away when the visit was made, so that the council can publish the figures for the whole county.

[^3]: Section 5 of the Bees Act 1980. A council may ask for the report in another form, and the inspector must then give it in that form.

2.2 The report covers an area of at least 10 km² and must not name keepers.";

#[test]
fn word_and_opendocument_files_of_one_text_give_the_same_markdown() {
    assert_eq!(without_pages(&markdown(Kind::Word, DOCX)), BEES);
    assert_eq!(without_pages(&markdown(Kind::OpenDocument, ODT)), BEES);
}

#[test]
fn the_pdf_of_the_same_text_differs_only_in_what_paper_does_not_show() {
    let expected = BEES
        .replace("\n# Chapter", "\n## Chapter")
        .replace("\n## Swarms", "\n### Swarms")
        .replace("> “", "“");
    assert_eq!(without_pages(&markdown(Kind::Pdf, PDF)), expected);
}

#[test]
fn both_sides_of_tracked_changes_are_read() {
    for (kind, bytes) in [(Kind::Word, DOCX), (Kind::OpenDocument, ODT)] {
        let old = viewed(bytes, kind, Tracked::Old);
        assert!(old.contains("1.3 An inspector should answer within ten days.\n"), "{old}");
        assert_eq!(viewed(bytes, kind, Tracked::New), viewed(bytes, kind, Tracked::Accepted));
    }
}

#[test]
fn comments_are_left_out() {
    for (kind, bytes) in [(Kind::Word, DOCX), (Kind::OpenDocument, ODT)] {
        assert!(!markdown(kind, bytes).contains("Is this right"));
    }
}

fn word(body: &str, others: &[(&str, &str)]) -> String {
    markdown(Kind::Word, &docx(body, others))
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn a_deleted_paragraph_end_joins_two_paragraphs() {
    let body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Keepers must </w:t></w:r></w:p>\
                <w:p><w:r><w:t>count.</w:t></w:r></w:p>";
    let file = docx(body, &[]);
    assert_eq!(viewed(&file, Kind::Word, Tracked::New), "Keepers must count.\n");
    assert_eq!(viewed(&file, Kind::Word, Tracked::Old), "Keepers must\n\ncount.\n");
}

#[test]
fn rows_and_moves_are_tracked_too() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let row = |change: &str, a: &str, b: &str| {
        format!("<w:tr><w:trPr>{change}</w:trPr>{}{}</w:tr>", cell(a), cell(b))
    };
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl><w:p><w:moveFrom><w:r><w:t>Before.</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>After.</w:t></w:r></w:moveTo></w:p>",
        row("", "Who", "What"),
        row("<w:ins/>", "new", "row"),
        row("<w:del/>", "old", "row")
    );
    let file = docx(&body, &[]);
    let new = viewed(&file, Kind::Word, Tracked::New);
    assert!(
        new.contains("| new | row |") && !new.contains("old") && new.ends_with("\nAfter.\n"),
        "{new}"
    );
    let old = viewed(&file, Kind::Word, Tracked::Old);
    assert!(
        old.contains("| old | row |") && !old.contains("new") && old.ends_with("\nBefore.\n"),
        "{old}"
    );
}

#[test]
fn capitals_hidden_text_and_raised_numbers_are_as_the_page_shows_them() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let body = format!(
        "<w:p>{}{}{}{}</w:p>",
        run("", "A keeper "),
        run("<w:caps/><w:b/>", "must"),
        run("<w:vanish/>", " not"),
        run("<w:vertAlign w:val=\"superscript\"/>", "2")
    );
    assert_eq!(word(&body, &[]), "A keeper **MUST**²\n");
}

#[test]
fn numbers_restart_where_a_list_says_so_and_lists_of_contents_are_left_out() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt w:val=\"decimal\"/>\
        <w:lvlText w:val=\"Rule %1\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"10\"/></w:lvlOverride></w:num>";
    let styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"T1\"><w:name w:val=\"toc 1\"/></w:style>";
    let numbered = |list: u8, level: u8, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        "<w:p><w:pPr><w:pStyle w:val=\"T1\"/></w:pPr><w:r><w:t>Hives 4</w:t></w:r></w:p>"
            .to_owned(),
        numbered(1, 0, "Keep."),
        numbered(1, 1, "count"),
        numbered(1, 1, "weigh"),
        numbered(1, 0, "Tell."),
        numbered(2, 0, "Stop."),
        numbered(2, 1, "look"),
    ];
    assert_eq!(
        word(&body.concat(), &[("numbering", numbering), ("styles", styles)]),
        "Rule 4 Keep.\n\n- i. count\n- ii. weigh\n\nRule 5 Tell.\n\nRule 10 Stop.\n\n- i. look\n"
    );
}

#[test]
fn numbers_typed_by_hand_are_read_too() {
    let tab = "</w:t><w:tab/><w:t>";
    let body = [
        p(&format!("9.12{tab}Keepers must:")),
        p(&format!("(a){tab}count;")),
        p(&format!("(b){tab}weigh.")),
    ];
    assert_eq!(word(&body.concat(), &[]), "9.12 Keepers must:\n\n- (a) count;\n- (b) weigh.\n");
}

#[test]
fn a_table_of_one_column_is_a_box_around_text() {
    let body = format!(
        "<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        p("Keepers must count."),
        p("They may weigh.")
    );
    assert_eq!(word(&body, &[]), "Keepers must count.\n\nThey may weigh.\n");
}

#[test]
fn what_a_file_is_shows_in_its_bytes_whatever_it_is_called() {
    let kind = |name: &str, bytes: &[u8]| convert::kind_of(name, bytes);
    assert_eq!(kind("draft.pdf", DOCX), Ok(Some(Kind::Word)));
    assert_eq!(kind("draft.docx", PDF), Ok(Some(Kind::Pdf)));
    assert_eq!(kind("draft.docx", ODT), Ok(Some(Kind::OpenDocument)));
    assert_eq!(kind("draft.md", b"# Draft"), Ok(None));
    assert_eq!(kind("draft.txt", b"Draft"), Ok(Some(Kind::Text)));
    assert!(matches!(
        kind("draft.docx", b"Draft"),
        Err(NotConverted::Damaged { format: "Word", .. })
    ));
    assert_eq!(
        kind("draft.docx", &package(&[("xl/workbook.xml", b"")])),
        Err(NotConverted::Unsupported { format: "a spreadsheet" })
    );
    assert_eq!(
        kind("draft.docx", b"{\\rtf1}"),
        Err(NotConverted::Unsupported { format: "an RTF file" })
    );
    let mut old = b"\xd0\xcf\x11\xe0".to_vec();
    assert!(matches!(kind("draft.doc", &old), Err(NotConverted::Unsupported { .. })));
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(matches!(kind("draft.docx", &old), Err(NotConverted::Encrypted { .. })));
}

#[test]
fn entities_are_not_unfolded() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\">&b;</w:document>";
    let refused = refusal(Kind::Word, &package(&[("word/document.xml", bomb.as_bytes())]));
    assert!(matches!(refused, NotConverted::Damaged { .. }), "{refused}");
}

#[test]
fn text_broken_by_hand_is_joined() {
    let text = "KEEPING BEES\n\n1.1  Every keeper must look after the hives in his care and must\n     write down what is seen.\n1.2  Keepers should:\n     (a) count;\n     (b) weigh the hives and then tell the inspector what he must know\n         at once.\n\nThe end.\n";
    assert_eq!(
        markdown(Kind::Text, text.as_bytes()),
        "## KEEPING BEES\n\n1.1 Every keeper must look after the hives in his care and must write down what is seen.\n\n1.2 Keepers should:\n\n- (a) count;\n- (b) weigh the hives and then tell the inspector what he must know at once.\n\nThe end.\n"
    );
}
