use crate::run::Folder;

const PDF: &[u8] = include_bytes!("../fixtures/bees.pdf");

#[test]
fn convert_prints_markdown_or_writes_it() {
    let folder = Folder::new();
    folder.write("draft.pdf", PDF);
    let printed = folder.run(&["convert", "draft.pdf"]);
    assert_eq!((printed.code, printed.stderr.as_str()), (Some(0), ""));
    assert!(
        printed.stdout.starts_with("<!-- page 1 -->\n\n# Draft Code of Practice for Beekeepers\n")
    );
    let written = folder.run(&["convert", "draft.pdf", "-o", "draft.md"]);
    assert_eq!((written.code, written.stdout.as_str()), (Some(0), ""));
    assert_eq!(folder.read("draft.md"), printed.stdout);
}

#[test]
fn what_cannot_be_converted_is_refused_by_name() {
    let folder = Folder::new();
    folder.write("draft.md", b"# Draft");
    folder.write("draft.rtf", b"{\\rtf1}");
    folder.write("draft.docx", b"not a package");
    for (name, reason) in [
        ("draft.md", "this is Markdown already"),
        ("draft.rtf", "this is an RTF file"),
        ("draft.docx", "not a readable Word file"),
    ] {
        let ran = folder.run(&["convert", name]);
        assert_eq!(ran.code, Some(2), "{name}");
        assert!(ran.stderr.contains(&format!("{name}: {reason}")), "{}", ran.stderr);
    }
}

#[test]
fn findings_in_a_pdf_name_its_pages() {
    let folder = Folder::new();
    folder.write("draft.pdf", PDF);
    let register = folder.json(&["register", "--format", "json", "draft.pdf"]);
    let draft = &register["drafts"][0];
    assert_eq!(draft["converted"], true);
    let pages: Vec<(u64, &str)> = draft["statements"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| Some((it["page"].as_u64()?, it["paragraph"].as_str()?)))
        .collect();
    assert!(
        pages.contains(&(1, "1.1")) && pages.contains(&(2, "1.4")) && pages.contains(&(3, "2.2")),
        "{pages:?}"
    );
}
