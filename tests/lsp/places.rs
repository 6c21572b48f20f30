//! Hover, definition and symbols: what a place in the text is, and where it leads.

use serde_json::{Value, json};

use super::client::Client;
use crate::run::Folder;

const DRAFT: &str = "\
# Part A: Review

In this Code ‘must’ refers to a requirement of law.

3.1 Where a parent asks, a local authority must publish its plan within 6 weeks (section 27(1) of the Children and Families Act 2014).

3.2 Schools should follow paragraph 3.1, Annex B and the note[^1].

## Smaller matters

3.3 Notes must be kept.

# Annex B: Forms

B.1 Schools may use them.

[^1]: The note itself.
";

const LAW: &str = "\
# Children and Families Act 2014

## Keeping provision under review

27.—(1) A local authority in England must publish a plan of the special educational provision.

(2) The authority may revise the plan.
";

fn line_of(text: &str, words: &str) -> u64 {
    text[..text.find(words).unwrap()].matches('\n').count() as u64
}

/// The place of words, as a client counts it: these texts have one unit a character.
fn place(words: &str) -> (u32, u32) {
    let at = DRAFT.find(words).unwrap();
    let line = DRAFT[..at].rfind('\n').map_or(0, |at| at + 1);
    (line_of(DRAFT, words) as u32, DRAFT[line..at].chars().count() as u32)
}

fn started() -> (Folder, Client) {
    let folder = Folder::with(&[("draft.md", DRAFT), ("act.md", LAW)]);
    let mut client = Client::start_with(&folder, json!({ "law": ["act.md"] }));
    client.open("draft.md", DRAFT);
    (folder, client)
}

fn hover(client: &mut Client, words: &str) -> String {
    let (line, character) = place(words);
    let answer = client.at("textDocument/hover", "draft.md", line, character + 1);
    answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

fn definition(client: &mut Client, words: &str) -> Value {
    let (line, character) = place(words);
    client.at("textDocument/definition", "draft.md", line, character + 1)
}

#[test]
fn hover_says_how_a_statement_was_read() {
    let (_folder, mut client) = started();
    let said = hover(&mut client, "must publish");
    for line in [
        "**Duty**, of law · “must” · 3.1/1",
        "- **Who:** local authority (“local authority”, the subject of the sentence)",
        "- **Condition:** Where a parent asks",
        "- **By when:** within 6 weeks",
        "- **Authority:** [section 27(1), Children and Families Act 2014](http://www.legislation.gov.uk/id/ukpga/2014/6/section/27/1), cited in the sentence",
        "> A local authority in England must publish a plan",
    ] {
        assert!(said.contains(line), "{line}\nis not in\n{said}");
    }
    let said = hover(&mut client, "Notes must");
    assert!(said.contains("nobody is named"), "{said}");
    assert_eq!(hover(&mut client, "# Part A"), "");
}

#[test]
fn references_lead_to_what_they_name() {
    let (_folder, mut client) = started();
    for (words, there) in
        [("paragraph 3.1,", "3.1 Where"), ("Annex B and", "# Annex B"), ("[^1].", "[^1]: The note")]
    {
        let found = definition(&mut client, words);
        assert_eq!(found["range"]["start"]["line"], line_of(DRAFT, there), "{words}: {found}");
        assert_eq!(found["uri"], client.uri("draft.md"));
    }
    assert!(definition(&mut client, "Smaller").is_null());
}

#[test]
fn a_citation_leads_to_the_supplied_law() {
    let (_folder, mut client) = started();
    let found = definition(&mut client, "section 27(1)");
    assert_eq!(found["uri"], client.uri("act.md"));
    assert_eq!(found["range"]["start"]["line"], line_of(LAW, "27.—(1)"));
}

#[test]
fn the_configuration_names_the_law_too() {
    let named = "[[law]]\nfile = \"act.md\"\n";
    let folder = Folder::with(&[("dutybound.toml", named), ("act.md", LAW)]);
    let mut client = Client::start(&folder);
    client.open("draft.md", DRAFT);
    assert!(hover(&mut client, "must publish").contains("What the law says"));
    assert_eq!(definition(&mut client, "section 27(1)")["uri"], client.uri("act.md"));
}

#[test]
fn symbols_are_parts_with_their_statements() {
    fn names(symbols: &Value, depth: usize, out: &mut Vec<String>) {
        for symbol in symbols.as_array().into_iter().flatten() {
            out.push(format!("{}{}", "  ".repeat(depth), symbol["name"].as_str().unwrap()));
            names(&symbol["children"], depth + 1, out);
        }
    }
    let (_folder, mut client) = started();
    let params = json!({ "textDocument": { "uri": client.uri("draft.md") } });
    let answer = client.ask("textDocument/documentSymbol", params);
    let mut outline = Vec::new();
    names(&answer["result"], 0, &mut outline);
    assert_eq!(
        outline,
        [
            "Part A: Review",
            "  3.1/1 duty: local authority",
            "  3.2/1 guidance: school",
            "  Smaller matters",
            "    3.3/1 duty: nobody named",
            "Annex B: Forms",
            "  B.1/1 permission: school",
        ]
    );
}
