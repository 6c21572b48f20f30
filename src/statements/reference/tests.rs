//! What references point at, text by text.

use super::read;
use crate::{
    document::Document,
    source::{Source, SourceId},
    statements::{Reference, ReferenceFault, citation, pointing},
};

fn references(text: &str) -> Vec<Reference> {
    let source = Source::from_bytes("draft.md", text.into()).unwrap();
    let documents = [Document::from_source(SourceId(0), &source)];
    let pointing = pointing::sentences(&documents);
    let citations = citation::read(&documents, &pointing);
    read(&documents, &pointing, &citations)
}

fn said(text: &str) -> Vec<(String, Option<bool>)> {
    references(text).into_iter().map(|reference| (reference.target, reference.resolves)).collect()
}

fn fault(text: &str) -> Option<ReferenceFault> {
    references(text).into_iter().find_map(|reference| reference.fault)
}

const CODE: &str = "# A Code\n\n## Chapter 3: Joint arrangements\n\n3.1 First.\n\n3.2 Second.\n\n3.3 Third.\n\n\
    ## Chapter 4: The Local Offer\n\n4.1 First.\n\n4.2 Second.\n\n## Annex A: Forms\n\nA form.\n\n## Annex B: Notices\n\nA notice.\n\n## Chapter 9: More\n\n";

fn within(text: &str) -> Vec<(String, Option<bool>)> {
    said(&format!("{CODE}9.1 {text}\n\n9.2 Last.\n"))
}

fn one(target: &str, resolves: Option<bool>) -> Vec<(String, Option<bool>)> {
    vec![(target.to_owned(), resolves)]
}

#[test]
fn paragraphs_chapters_and_annexes() {
    assert_eq!(within("See paragraph 3.2."), one("3.2", Some(true)));
    assert_eq!(within("See paragraph 3.7."), one("3.7", Some(false)));
    assert_eq!(within("See paragraphs 3.1 to 3.3."), one("3.1 to 3.3", Some(true)));
    assert_eq!(within("See paras 3.3-3.1."), one("3.3 to 3.1", Some(false)));
    assert_eq!(within("See Chapter 4."), one("chapter 4", Some(true)));
    assert_eq!(within("See chapter 7."), one("chapter 7", Some(false)));
    assert_eq!(within("See Annex B."), one("Annex B", Some(true)));
    assert_eq!(within("See Annex F."), one("Annex F", Some(false)));
    assert_eq!(
        within("as said in 3.1 (see 3.2 and 4.1)"),
        [("3.2".to_owned(), Some(true)), ("4.1".to_owned(), Some(true))]
    );
}

#[test]
fn what_is_not_of_this_draft() {
    for text in [
        "See section F of the EHC plan.",
        "See paragraph 12.4 of the Handbook.",
        "See paragraph 3(2) of Schedule 2 to the Education Act 1996.",
        "A section 41 school must admit the child.",
        "It rose (see 3.70 per cent) in 19.5 hours.",
        "See section 19 of the Act.",
    ] {
        assert_eq!(within(text), [], "{text}");
    }
    assert_eq!(within("See paragraph 3.9 of this Code."), one("3.9", Some(false)));
}

#[test]
fn the_missing_number_has_a_neighbour() {
    let text = format!("{CODE}9.1 See paragraph 3.7.\n");
    let nearest = Some("3.3".to_owned());
    assert_eq!(fault(&text), Some(ReferenceFault::Missing { existing: nearest }));
}

#[test]
fn headings_beside_the_number() {
    let text = |words: &str| format!("{CODE}9.1 See Chapter 4 ({words}).\n");
    assert_eq!(fault(&text("The Local Offer")), None);
    assert_eq!(fault(&text("Local offers")), None);
    assert_eq!(fault(&text("England only")), None);
    assert!(matches!(
        fault(&text("Joint arrangements")),
        Some(ReferenceFault::OtherHeading { .. })
    ));
    assert!(matches!(fault(&text("Transition")), Some(ReferenceFault::OtherHeading { .. })));
    assert_eq!(fault(&text("for young people")), None);
}

#[test]
fn directions() {
    let text = |words: &str| format!("{CODE}9.1 See paragraph {words}.\n\n9.2 Last.\n");
    assert_eq!(fault(&text("3.2 below")), Some(ReferenceFault::WrongDirection { says: "below" }));
    assert_eq!(fault(&text("3.2 above")), None);
    assert_eq!(fault(&text("9.2 below")), None);
}

#[test]
fn footnotes() {
    let text = "1. One.[^1]\n\n2. Two.\n\n3. See footnote 1 and footnote 7.\n\n[^1]: A note.\n";
    assert_eq!(
        said(text),
        [("footnote 1".to_owned(), Some(true)), ("footnote 7".to_owned(), Some(false))]
    );
    let glued = "9.11 One.\n\n9.12 Two.[^3]\n\n9.13 See paragraph 9.123.\n\n[^3]: A note.\n";
    assert!(matches!(fault(glued), Some(ReferenceFault::GluedFootnote { .. })));
}

#[test]
fn a_mark_after_a_space_of_two_bytes() {
    assert_eq!(said("1.1 \u{a0}must[^1]\n[^1]: \n"), one("footnote 1", Some(false)));
}

#[test]
fn links_within_the_draft() {
    let text =
        "# A Code\n\n## The Local Offer\n\n[here](#the-local-offer) and [there](#transition)\n";
    assert_eq!(
        said(text),
        [("#the-local-offer".to_owned(), Some(true)), ("#transition".to_owned(), Some(false))]
    );
}

#[test]
fn pointers_without_a_number() {
    let text = |words: &str| format!("{CODE}9.1 {words}\n");
    assert_eq!(fault(&text("See the section on transition.")), Some(ReferenceFault::Vague));
    assert_eq!(fault(&text("See the chapter on joint arrangements.")), None);
    assert_eq!(said(&text("See the section on which this rests.")), []);
    assert_eq!(said(&text("This is the section on: records.")), []);
    assert_eq!(fault(&text("They act as set out above.")), Some(ReferenceFault::Vague));
    assert_eq!(fault(&text("They act as set out below:\n\n- one\n- two")), None);
}
