//! What holds of any draft: the promises of `invariants`, and what a change to the text must not change.

use std::{collections::BTreeSet, fmt::Write as _};

use dutybound::{
    convert::{self, Kind, Options},
    draft::Draft,
    report::check::CheckedDraft,
    source::Source,
    statements::{
        Vocabulary,
        convention::{Case, StatedConvention},
    },
};
use proptest::{prelude::*, sample};

use crate::invariants::{found, hold, hold_changes, hold_reading, read};

/// Paragraphs that read alike wherever they stand. `{}` is the number of another.
const PARAGRAPHS: [&str; 16] = [
    "The board must publish a list of wells.",
    "Records must be kept for six years.",
    "The arrangements should promote the safety of bathers.",
    "Well owners **should** ask the council, where possible, before they dig.",
    "The council must not dig without consent (see paragraph {}).",
    "A licence may be refused under section 149 of the Equality Act 2010.",
    "The inspector must visit each works in good time.",
    "It is essential that staff are trained.",
    "Ponds differ in depth and in price.",
    "The council and the board must, as set out in paragraph {}, consult and decide.",
    "A ferry operator must:\n\n- keep a log; and\n- show it to the inspector within 14 days.",
    "| Who | What |\n| --- | --- |\n| Lock keeper | must open the gate |\n| Bailiff | should watch |",
    "> Example: the bather must wait.",
    "Must the owner pay? No owner may be asked to pay twice.",
    "Notice should be given as described in paragraph {}.",
    "Visitors are encouraged to walk.",
];

const OPENING: &str = "# Code for wells\n\nIn this Code ‘must’ refers to a requirement of the Equality Act 2010, and ‘should’ refers to guidance.\n\n";

/// Which paragraphs stand in a draft, each once, in any order.
fn chosen() -> impl Strategy<Value = Vec<usize>> {
    let all: Vec<usize> = (0..PARAGRAPHS.len()).collect();
    sample::subsequence(all, 1..=PARAGRAPHS.len()).prop_shuffle()
}

/// The paragraphs of one chapter, numbered from `first`, each `{}` pointing at the one that `points` names.
fn numbered(chosen: &[usize], points: &[usize], chapter: usize, first: usize) -> String {
    let mut text = format!("{OPENING}## {chapter} Digging\n\n");
    for (place, &paragraph) in chosen.iter().enumerate() {
        let target = first + points[place] % chosen.len();
        let words = PARAGRAPHS[paragraph].replace("{}", &format!("{chapter}.{target}"));
        let _ = writeln!(text, "{chapter}.{} {words}\n", first + place);
    }
    text
}

fn checked(text: &str) -> CheckedDraft {
    found(read(text.as_bytes()).unwrap())
}

/// The rule, the words and the fingerprint of every finding.
fn findings(checked: &CheckedDraft) -> Vec<(&str, &str, &str)> {
    let words = |it: &dutybound::triage::Triaged| {
        let span = it.finding.span;
        &checked.draft.source(span.source).text()[span.range()]
    };
    checked
        .findings
        .iter()
        .map(|it| (it.finding.rule, words(it), it.fingerprint.as_str()))
        .collect()
}

/// The rules that speak of the whole draft in either: what they find depends on all that stands there.
fn of_the_whole<'a>(one: &'a CheckedDraft, other: &'a CheckedDraft) -> BTreeSet<&'a str> {
    let all = one.findings.iter().chain(&other.findings);
    all.filter(|it| it.finding.of_draft).map(|it| it.finding.rule).collect()
}

/// Every statement under a convention that counts capitals and small letters alike: modality, basis, who acts, and where.
fn readings(text: &str) -> Vec<String> {
    let convention = StatedConvention { case: Some(Case::Any), ..StatedConvention::default() };
    let mut vocabulary = Vocabulary::built_in();
    vocabulary.convention = convention;
    let source = Source::from_bytes("draft.md", text.into()).unwrap();
    let draft = Draft::from_sources(vec![source], &vocabulary);
    let said = |it: &dutybound::statements::Statement| {
        let names: Vec<&str> = draft.names_of(it).collect();
        format!("{:?} {:?} {:?} {names:?}", it.modality, it.basis, it.keyword)
    };
    draft.statements().iter().map(said).collect()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Pieces that drafts and hostile files are made of, to be thrown together.
const PIECES: [&str; 60] = [
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "    ",
    "# ",
    "## 2 Scope\n\n",
    "1.1 ",
    "1.2 ",
    "(a) ",
    "- ",
    "> ",
    "> Example: ",
    "**must**",
    "mu**st**",
    "`must`",
    "![must](b.png)",
    "[may](a.md)",
    "[must]: /x\n",
    "[^1]",
    "[^1]: ",
    "<b>",
    "<!-- must -->",
    "<!-- dutybound: allow soft-wording reason=\"x\" -->",
    "| a | must |\n|---|---|\n| c | d |\n",
    "|",
    "&amp;",
    "&#109;ust",
    "\u{a0}",
    "é",
    "😀",
    "must",
    "must not",
    "should",
    "shall",
    "may",
    "need to",
    ", where it can, ",
    " within 14 days",
    "The board ",
    "Local authorities must:\n\n",
    "It ",
    " and ",
    "section 1(1) of the Equality Act 2010",
    "the Act",
    "see paragraph 1.2",
    "the section on ",
    " which ",
    " in ",
    "records",
    "as set out above",
    "Annex B",
    "sections 1 to 3, ",
    "S.I. 2014/1530",
    " means ",
    "(CCG)",
    " by ",
    "be the duty of ",
    "No ",
    "\"",
];

fn soup() -> impl Strategy<Value = String> {
    proptest::collection::vec(sample::select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat())
}

#[test]
fn a_column_that_no_row_fills_loses_no_modal_word() {
    hold_reading(&read(b"| Who | Must |\n|---|---|\n| Board | |\n| Council | |\n").unwrap());
}

/// A sentence that never ends, as a table without its dividing line is.
#[test]
fn a_sentence_without_an_end_loses_no_modal_word() {
    hold_reading(&read("| The board must not |\n".repeat(1200).as_bytes()).unwrap());
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn any_text_keeps_every_promise(text in soup()) {
        hold(read(text.as_bytes()).unwrap());
    }

    #[test]
    fn any_two_drafts_can_be_compared(old in soup(), new in soup()) {
        hold_changes(&read(old.as_bytes()).unwrap(), &read(new.as_bytes()).unwrap());
    }
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn renumbering_leaves_fingerprints_alone(
        chosen in chosen(), points in any::<[usize; 16]>(), chapter in 2..30_usize, first in 1..40_usize,
    ) {
        let (old, new) = (numbered(&chosen, &points, 1, 1), numbered(&chosen, &points, chapter, first));
        let fingerprints = |text: &str| -> Vec<(String, String)> {
            let checked = checked(text);
            let of = |(rule, _, print): (&str, &str, &str)| (rule.to_owned(), print.to_owned());
            findings(&checked).into_iter().map(of).collect()
        };
        prop_assert_eq!(fingerprints(&old), fingerprints(&new), "{} {}", old, new);
    }

    #[test]
    fn findings_move_with_their_paragraphs(chosen in chosen(), seed in any::<[u8; 16]>()) {
        let mut shuffled = chosen.clone();
        shuffled.sort_by_key(|paragraph| seed[*paragraph]);
        let text = |order: &[usize]| -> String {
            let words = order.iter().map(|&it| PARAGRAPHS[it].replace(" (see paragraph {})", "").replace("paragraph {}", "the Act"));
            OPENING.to_owned() + &words.collect::<Vec<_>>().join("\n\n")
        };
        let (old, new) = (checked(&text(&chosen)), checked(&text(&shuffled)));
        let whole = of_the_whole(&old, &new);
        let sorted = |checked| {
            let all = findings(checked).into_iter().filter(|(rule, ..)| !whole.contains(rule));
            let mut all: Vec<_> = all.map(|(rule, words, _)| (rule, words)).collect();
            all.sort_unstable();
            all
        };
        prop_assert_eq!(sorted(&old), sorted(&new));
    }

    #[test]
    fn a_paragraph_at_the_end_changes_no_finding_before_it(chosen in chosen(), points in any::<[usize; 16]>()) {
        let (&last, before) = chosen.split_last().unwrap();
        if before.is_empty() {
            return Ok(());
        }
        let short = numbered(before, &points, 1, 1);
        let words = PARAGRAPHS[last].replace("{}", "1.1");
        let long = format!("{short}1.{} {words}\n", before.len() + 1);
        let (short, long) = (checked(&short), checked(&long));
        let whole = of_the_whole(&short, &long);
        let kept = |checked| {
            let all = findings(checked).into_iter().filter(|(rule, ..)| !whole.contains(rule));
            all.collect::<Vec<_>>()
        };
        let (short, long) = (kept(&short), kept(&long));
        prop_assert_eq!(Some(&short[..]), long.get(..short.len()));
    }

    #[test]
    fn capitals_change_no_modality_where_any_case_counts(
        chosen in chosen(), points in any::<[usize; 16]>(), shouted in any::<u64>(),
    ) {
        let text = numbered(&chosen, &points, 1, 1);
        let mut louder = String::new();
        for (nth, piece) in text.split("must").enumerate() {
            let capital = shouted >> (nth % 64) & 1 == 1;
            louder.push_str(if nth == 0 { "" } else if capital { "MUST" } else { "must" });
            louder.push_str(piece);
        }
        prop_assert_eq!(readings(&text), readings(&louder));
    }

    #[test]
    fn plain_text_is_converted_once(chosen in chosen()) {
        let text = chosen.iter().map(|&it| PARAGRAPHS[it]).filter(|it| !it.contains(['|', '*', '>', '-', '{']));
        let text = text.collect::<Vec<_>>().join("\n\n");
        let once = convert::to_markdown(Kind::Text, text.as_bytes(), &Options::default()).unwrap();
        let twice = convert::to_markdown(Kind::Text, once.as_bytes(), &Options::default()).unwrap();
        prop_assert_eq!(once, twice);
    }
}
