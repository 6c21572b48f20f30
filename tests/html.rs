//! Reports as a page: it fetches nothing, every link in it leads somewhere, and what a draft says is text.

use std::collections::HashSet;

use html5gum::{Token, Tokenizer};

use crate::run::Folder;

const DRAFT: &str = "\
---
title: A <script>alert(1)</script> & \"Code\"
---

# A Code

## Part <img src=x onerror=alert(2)>

1.1 Every authority must publish `<script>alert(3)</script>` its plan[^1] (section 1 of the Care Act 2014).

1.2 [The board](javascript:alert(4)) should, see [the page](https://www.gov.uk/), not meet; the plan must be reviewed \u{202e}soon.

1.3 Schools must:

- publish & print \\<b>arrangements\\</b>;
- tell parents by 1 May.

| Body | Duty |
| --- | --- |
| The board | must meet once a year |

## Annex

2.1 A parent may appeal, see paragraph 9.9.

[^1]: The plan should be short.
";

/// The parts of a page that its browser acts on.
#[derive(Default)]
struct Page {
    text: String,
    elements: Vec<(String, Vec<(String, String)>)>,
}

impl Page {
    fn read(html: &str) -> Self {
        let mut page = Self::default();
        for Ok(token) in Tokenizer::new(html) {
            match token {
                Token::StartTag(tag) => {
                    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                    let attributes =
                        tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
                    page.elements.push((text(&tag.name), attributes.collect()));
                }
                Token::String(text) => page.text.push_str(std::str::from_utf8(&text).unwrap()),
                _ => {}
            }
        }
        page
    }

    fn values(&self, attribute: &str) -> Vec<&str> {
        let attributes = self.elements.iter().flat_map(|(_, attributes)| attributes);
        attributes.filter(|(name, _)| name == attribute).map(|(_, value)| value.as_str()).collect()
    }

    fn count(&self, element: &str) -> usize {
        self.elements.iter().filter(|(name, _)| name == element).count()
    }

    #[track_caller]
    fn is_sound(&self) {
        let ids = self.values("id");
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice: {ids:?}");
        for target in self.values("href").into_iter().filter_map(|it| it.strip_prefix('#')) {
            let target = percent_decoded(target);
            assert!(unique.contains(target.as_str()), "no element has the id {target}");
        }
        for (name, attributes) in &self.elements {
            assert!(
                !matches!(name.as_str(), "img" | "link" | "iframe" | "object" | "base"),
                "{name}"
            );
            for (attribute, value) in attributes {
                let fetches = matches!(attribute.as_str(), "src" | "srcset" | "action" | "style");
                assert!(!fetches && !attribute.starts_with("on"), "{name} {attribute}={value}");
                assert!(!value.starts_with("javascript:"), "{name} {attribute}={value}");
            }
        }
        assert_eq!((self.count("script"), self.count("style")), (1, 1));
        assert!(self.values("content").iter().any(|it| it.starts_with("default-src 'none'; ")));
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first == b'%' {
            let code = std::str::from_utf8(&rest[..2]).unwrap();
            bytes.push(u8::from_str_radix(code, 16).unwrap());
            rest = &rest[2..];
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn page(folder: &Folder, args: &[&str]) -> Page {
    let ran = folder.run(&[args, &["-o", "report.html"]].concat());
    assert!(ran.code.is_some_and(|code| code < 2), "{ran:?}");
    let page = Page::read(&folder.read("report.html"));
    page.is_sound();
    page
}

fn folder() -> Folder {
    let old = DRAFT.replace("must publish", "should publish").replace("by 1 May", "by 1 June");
    Folder::with(&[("code.md", DRAFT), ("old.md", &old)])
}

#[test]
fn what_a_draft_says_is_text() {
    let folder = folder();
    for args in
        [&["register", "code.md"][..], &["check", "code.md"], &["diff", "old.md", "code.md"]]
    {
        let page = page(&folder, args);
        assert!(page.text.contains("A <script>alert(1)</script> & \"Code\""));
        assert!(page.text.contains("<script>alert(3)</script>"));
        assert!(!page.text.contains('\u{202e}'), "text cannot turn the line round");
        assert!(page.values("href").contains(&"https://www.gov.uk/"));
    }
}

#[test]
fn every_statement_has_its_line_with_a_permanent_link() {
    let folder = folder();
    let json = folder.json(&["register", "--format", "json", "code.md"]);
    let page = page(&folder, &["register", "code.md"]);
    let statements = json["drafts"][0]["statements"].as_array().unwrap();
    assert!(statements.len() >= 8, "{statements:?}");
    for statement in statements {
        let id = statement["id"].as_str().unwrap();
        assert!(page.values("id").contains(&id), "{id}");
        let modality = statement["modality"].as_str().unwrap();
        let line = page.elements.iter().find(|(_, it)| it.contains(&("id".into(), id.into())));
        assert!(line.unwrap().1.contains(&("data-m".into(), modality.into())), "{id}");
    }
    assert!(page.text.contains("under") || page.text.contains("section 1 of the Care Act 2014"));
}

#[test]
fn a_row_that_is_a_statement_is_marked_in_every_cell() {
    let folder = folder();
    page(&folder, &["register", "code.md"]);
    let html = folder.read("report.html");
    let (_, row) = html.split_once("<tbody class=\"b\">").unwrap();
    let row = row.split("</tbody>").next().unwrap();
    assert_eq!(row.matches("class=\"s duty\"").count(), 2, "{row}");
}

/// Footnotes without end in one paragraph are written in the time that reading them takes.
#[test]
fn many_footnotes_cost_what_they_weigh() {
    let draft =
        "1.1 The board must act.".to_owned() + &" Thus[^1].".repeat(50_000) + "\n\n[^1]: Note.\n";
    let folder = Folder::with(&[("code.md", &draft)]);
    let html = page(&folder, &["register", "code.md"]);
    assert_eq!(html.count("sup"), 50_000);
}

#[test]
fn a_selection_shows_what_was_asked_for_and_what_it_stands_under() {
    let page = page(&folder(), &["register", "--part", "Annex", "code.md"]);
    assert!(page.text.contains("A parent may appeal"));
    assert!(!page.text.contains("Every authority must publish"));
    assert!(page.text.contains("Only what was asked for is shown: 2 of"));
}

#[test]
fn every_finding_stands_beside_its_words() {
    let folder = folder();
    let json = folder.json(&["check", "--format", "json", "code.md"]);
    let page = page(&folder, &["check", "code.md"]);
    let findings = json["findings"].as_array().unwrap();
    assert!(findings.len() > 3, "{findings:?}");
    for finding in findings {
        let id = format!("f-{}", finding["fingerprint"].as_str().unwrap());
        assert!(page.values("id").contains(&id.as_str()), "{finding}");
        assert!(page.text.contains(finding["message"].as_str().unwrap()), "{finding}");
    }
    assert!(page.count("mark") > 3);
}

#[test]
fn a_comparison_shows_both_sentences_and_the_new_draft() {
    let page = page(&folder(), &["diff", "old.md", "code.md"]);
    assert!(page.text.contains("Before and after"));
    assert!(page.count("del") >= 2 && page.count("ins") >= 2);
    assert!(page.values("data-v").contains(&"duty-strengthened"));
    assert!(page.values("id").contains(&"1.1/1"));
}

#[test]
fn several_drafts_keep_their_ids_apart() {
    let page = page(&folder(), &["check", "--separate", "code.md", "old.md"]);
    assert!(page.values("id").contains(&"1.1.1/1") && page.values("id").contains(&"2.1.1/1"));
}

#[test]
fn the_drafts_of_the_corpus_make_sound_pages() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let folder = Folder::new();
    for name in [
        "indicative-sen-code.md",
        "highway-like-code.md",
        "hostile/footnotes.md",
        "hostile/tables.md",
    ] {
        let path = format!("{corpus}/{name}");
        page(&folder, &["check", "--show", "all", &path]);
        page(&folder, &["register", &path]);
    }
}
